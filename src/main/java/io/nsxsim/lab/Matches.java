package io.nsxsim.lab;

import io.nsxsim.net.AddressRange;
import io.nsxsim.net.AddressSet;
import io.nsxsim.net.PortSet;
import java.util.List;
import java.util.Optional;

/** Writes what a packet must be in the words of nftables. */
final class Matches {

  private Matches() {}

  /** Any packet of one family of addresses. */
  static String family(boolean ipv6) {
    return "meta nfproto " + (ipv6 ? "ipv6" : "ipv4");
  }

  /**
   * Matches the source or destination; empty where no address of the family is in the set.
   *
   * @param field such as {@code saddr} or {@code ct original daddr}, without the family
   */
  static Optional<String> address(String field, AddressSet set, boolean ipv6, boolean negated) {
    if (set.equals(AddressSet.ANY)) {
      return Optional.of(family(ipv6));
    }
    List<String> texts =
        set.ranges().stream()
            .filter(range -> range.first().ipv6() == ipv6)
            .map(Matches::range)
            .toList();
    if (texts.isEmpty()) {
      return negated ? Optional.of(family(ipv6)) : Optional.empty();
    }
    String word = ipv6 ? "ip6" : "ip";
    String known =
        field.startsWith("ct original ")
            ? "ct original " + word + " " + field.substring("ct original ".length())
            : word + " " + field;
    return Optional.of(known + (negated ? " != " : " ") + "{ " + String.join(", ", texts) + " }");
  }

  private static String range(AddressRange range) {
    return range.first().equals(range.last())
        ? range.first().toString()
        : range.first() + "-" + range.last();
  }

  /** Ports as a set; empty for every port. */
  static String ports(String field, PortSet ports) {
    if (ports.ranges().isEmpty()) {
      return "";
    }
    List<String> texts =
        ports.ranges().stream()
            .map(range ->
                range.first() == range.last()
                    ? String.valueOf(range.first())
                    : range.first() + "-" + range.last())
            .toList();
    return " " + field + " { " + String.join(", ", texts) + " }";
  }

  /** Matches one of some interfaces. */
  static String interfaces(String field, List<String> names) {
    return field
        + " { "
        + String.join(", ", names.stream().map(name -> '"' + name + '"').toList())
        + " }";
  }
}
