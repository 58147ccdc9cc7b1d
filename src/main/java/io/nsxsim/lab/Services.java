package io.nsxsim.lab;

import io.nsxsim.net.PortSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Services in the words of nftables. */
final class Services {

  private static final int DEEPEST = 10;

  private final Items items;
  private final Blueprint blueprint;

  Services(Items items, Blueprint blueprint) {
    this.items = items;
    this.blueprint = blueprint;
  }

  /**
   * An entry of a service.
   *
   * @param protocol tcp or udp; empty for all else
   * @param match the whole match
   * @param sources the part of it about source ports
   * @param destinations the ports meant
   */
  record Entry(String protocol, String match, String sources, PortSet destinations) {

    /** The same with other destination ports. */
    String matchWith(PortSet ports) {
      return "meta l4proto " + protocol + sources + Matches.ports(protocol + " dport", ports);
    }

    OptionalInt firstPort() {
      return destinations.ranges().stream().mapToInt(PortSet.Range::first).findFirst();
    }
  }

  /** What a rule's services are; empty for any packet. */
  Optional<List<Entry>> of(Item rule) {
    List<Entry> entries = new ArrayList<>();
    boolean restricted = false;
    for (String path : rule.texts("services")) {
      if (path.startsWith("/")) {
        restricted = true;
        entries.addAll(at(path, 0));
      }
    }
    for (Item entry : rule.items("service_entries")) {
      restricted = true;
      entries.addAll(entry(entry, 0));
    }
    return restricted ? Optional.of(entries) : Optional.empty();
  }

  /** The entries of a service; none of one that is not there. */
  List<Entry> at(String path) {
    return at(path, 0);
  }

  private List<Entry> at(String path, int depth) {
    if (depth > DEEPEST) {
      return List.of();
    }
    return items.at(path).stream()
        .flatMap(service -> items.parts(service, "service_entries", "service-entries").stream())
        .flatMap(entry -> entry(entry, depth).stream())
        .toList();
  }

  /** What a NAT rule of a VPC or transit gateway says of protocol and ports. */
  static List<Entry> named(Item entry) {
    if (entry.is("protocol", "ICMP")) {
      return List.of(other("meta l4proto icmp"));
    }
    String protocol = entry.is("protocol", "UDP") ? "udp" : "tcp";
    return ports(protocol, list(entry, "source_ports"), list(entry, "destination_ports"));
  }

  private static List<String> list(Item entry, String field) {
    return entry.text(field).map(text -> List.of(text.split("\\s*,\\s*"))).orElse(List.of());
  }

  private List<Entry> entry(Item entry, int depth) {
    return switch (entry.type()) {
      case "L4PortSetServiceEntry" -> ports(entry, entry.is("l4_protocol", "UDP") ? "udp" : "tcp");
      case "ALGTypeServiceEntry" ->
          ports(
              entry,
              Set.of("TFTP", "SUN_RPC_UDP", "MS_RPC_UDP", "NBNS_BROADCAST", "NBDG_BROADCAST")
                      .contains(entry.text("alg").orElse(""))
                  ? "udp"
                  : "tcp");
      case "ICMPTypeServiceEntry" -> List.of(other(icmp(entry)));
      case "IPProtocolServiceEntry" ->
          List.of(other("meta l4proto " + entry.number("protocol_number", 255)));
      case "NestedServiceServiceEntry" ->
          entry.text("nested_service_path").map(path -> at(path, depth + 1)).orElse(List.of());
      default -> {
        blueprint.remark("A " + entry.type() + " matches nothing in the lab");
        yield List.of();
      }
    };
  }

  private static Entry other(String match) {
    return new Entry("", match, "", PortSet.ANY);
  }

  private static List<Entry> ports(Item entry, String protocol) {
    return ports(protocol, entry.texts("source_ports"), entry.texts("destination_ports"));
  }

  private static List<Entry> ports(String protocol, List<String> from, List<String> to) {
    Optional<PortSet> sources = PortSet.parse(from);
    Optional<PortSet> destinations = PortSet.parse(to);
    if (sources.isEmpty() || destinations.isEmpty()) {
      return List.of();
    }
    String match = Matches.ports(protocol + " sport", sources.get());
    Entry plain = new Entry(protocol, "", match, destinations.get());
    return List.of(
        new Entry(protocol, plain.matchWith(destinations.get()), match, destinations.get()));
  }

  private static String icmp(Item entry) {
    String word = entry.is("protocol", "ICMPv6") ? "icmpv6" : "icmp";
    String type =
        entry.has("icmp_type") ? " " + word + " type " + entry.number("icmp_type", 0) : "";
    String code =
        entry.has("icmp_code") ? " " + word + " code " + entry.number("icmp_code", 0) : "";
    return "meta l4proto " + (word.equals("icmp") ? "icmp" : "ipv6-icmp") + type + code;
  }
}
