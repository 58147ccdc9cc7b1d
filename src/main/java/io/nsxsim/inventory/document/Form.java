package io.nsxsim.inventory.document;

import inet.ipaddr.IPAddress;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The form that a text field must have, and how it is written once it is accepted. */
enum Form {
  TEXT("at most 1000 characters"),
  ID("1 to 255 characters without blanks at either end and none of / \\ % ; ? #"),
  DNS_NAME("a DNS name"),
  ADDRESS("an IP address without prefix"),
  INTERFACE_ADDRESS("an IP address with prefix, such as 192.0.2.1/24"),
  NETWORK("a network without host bits, such as 192.0.2.0/24"),
  LINK_NETWORK("an IPv4 network with prefix 31, such as 100.64.0.0/31"),
  MAC("a unicast MAC address, such as 00:50:56:00:00:01"),
  PORT_PATH("the policy path of a segment port"),
  LOWER_GATEWAY_PATH("the policy path of a tier-1, VPC or transit gateway");

  private static final int LONGEST_TEXT = 1000;
  private static final int LONGEST_PATH = 900;
  private static final int LONGEST_NAME = 255;
  private static final Pattern ID_FORM =
      Pattern.compile("(?! |\\.{1,2}$)[^/\\\\%;?#\\p{Cntrl}]{1,255}(?<! )");
  private static final Pattern DNS_FORM = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*\\.?");
  private static final Pattern MAC_FORM =
      Pattern.compile("[0-9a-fA-F][02468aceACE](:[0-9a-fA-F]{2}){5}");

  private static final List<String> LOWER_GATEWAYS = List.of("tier-1s", "vpcs", "transit-gateways");

  private final String expected;

  Form(String expected) {
    this.expected = expected;
  }

  /** What was expected, for a message. */
  String expected() {
    return expected;
  }

  /** The one way to write a text of this form; nothing when it does not have it. */
  Optional<String> canonical(String text) {
    return switch (this) {
      case TEXT -> keep(text, text.length() <= LONGEST_TEXT);
      case ID -> keep(text, ID_FORM.matcher(text).matches());
      case DNS_NAME ->
          keep(text, text.length() <= LONGEST_NAME && DNS_FORM.matcher(text).matches());
      case ADDRESS -> Addresses.address(text).map(IPAddress::toCanonicalString);
      case INTERFACE_ADDRESS -> Addresses.prefixed(text).map(Addresses.Prefixed::canonical);
      case NETWORK -> Addresses.network(text).map(Addresses.Prefixed::canonical);
      case LINK_NETWORK ->
          Addresses.network(text)
              .filter(network -> network.length() == 31 && network.address().isIPv4())
              .map(Addresses.Prefixed::canonical);
      case MAC -> keep(text.toLowerCase(Locale.ROOT), MAC_FORM.matcher(text).matches());
      case PORT_PATH -> keep(text, endsIn(text, "ports"));
      case LOWER_GATEWAY_PATH ->
          keep(text, LOWER_GATEWAYS.stream().anyMatch(in -> endsIn(text, in)));
    };
  }

  private static Optional<String> keep(String text, boolean good) {
    return good ? Optional.of(text) : Optional.empty();
  }

  private static boolean endsIn(String text, String collection) {
    if (!PolicyPath.isPolicyPath(text) || text.length() > LONGEST_PATH) {
      return false;
    }
    List<String> segments = new PolicyPath(text).segments();
    int parent = segments.size() - 2;
    return parent > 0 && segments.get(parent).equals(collection);
  }
}
