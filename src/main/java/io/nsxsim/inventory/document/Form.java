package io.nsxsim.inventory.document;

import inet.ipaddr.IPAddress;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The form that a text field must have, and how it is written once it is accepted. */
enum Form {
  TEXT("at most 1000 characters", text -> keep(text, text.length() <= 1000)),
  ID(
      "1 to 255 characters without blanks at either end and none of / \\ % ; ? #",
      text -> keep(text, Patterns.ID.matcher(text).matches())),
  DNS_NAME("a DNS name", text -> keep(text, Patterns.DNS_NAME.matcher(text).matches())),
  ADDRESS(
      "an IP address without prefix",
      text -> Addresses.address(text).map(IPAddress::toCanonicalString)),
  INTERFACE_ADDRESS(
      "an IP address with prefix, such as 192.0.2.1/24",
      text -> Addresses.prefixed(text).map(Addresses.Prefixed::canonical)),
  NETWORK(
      "a network without host bits, such as 192.0.2.0/24",
      text -> Addresses.network(text).map(Addresses.Prefixed::canonical)),
  LINK_NETWORK(
      "an IPv4 network with prefix 31, such as 100.64.0.0/31",
      text ->
          Addresses.network(text)
              .filter(network -> network.length() == 31 && network.address().isIPv4())
              .map(Addresses.Prefixed::canonical)),
  MAC(
      "a unicast MAC address, such as 00:50:56:00:00:01",
      text -> keep(text.toLowerCase(Locale.ROOT), Patterns.MAC.matcher(text).matches())),
  PORT_PATH("the policy path of a segment port", text -> keep(text, endsIn(text, "ports"))),
  TIER1_PATH("the policy path of a tier-1", text -> keep(text, endsIn(text, "tier-1s")));

  private static final int LONGEST_PATH = 900;

  private final String expected;
  private final Function<String, Optional<String>> canonical;

  Form(String expected, Function<String, Optional<String>> canonical) {
    this.expected = expected;
    this.canonical = canonical;
  }

  /** What was expected, for a message. */
  String expected() {
    return expected;
  }

  /** The one way to write a text of this form; nothing when it does not have it. */
  Optional<String> canonical(String text) {
    return canonical.apply(text);
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

  /** Patterns, out of the way of the constants that use them. */
  private static final class Patterns {
    static final Pattern ID = Pattern.compile("(?! )[^/\\\\%;?#\\p{Cntrl}]{1,255}(?<! )");
    static final Pattern DNS_NAME = Pattern.compile("[A-Za-z0-9_*-]+(\\.[A-Za-z0-9_-]+)*\\.?");
    static final Pattern MAC = Pattern.compile("[0-9a-fA-F][02468aceACE](:[0-9a-fA-F]{2}){5}");
  }
}
