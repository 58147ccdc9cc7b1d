package io.nsxsim.topology.reader;

import io.nsxsim.net.PortSet;
import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.ServiceMatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads services, each once, into what a packet must be. */
final class ServiceEntries {

  /** Matches nothing, so that a rule with only such entries does not come to match everything. */
  private static final ServiceMatch NOTHING = new ServiceMatch.IpProtocol(-1);

  private static final int ETHER_TYPE_IPV4 = 0x0800;
  private static final int ETHER_TYPE_IPV6 = 0x86DD;

  private static final Set<String> ALGS_OVER_UDP =
      Set.of("TFTP", "SUN_RPC_UDP", "MS_RPC_UDP", "NBNS_BROADCAST", "NBDG_BROADCAST");

  private final Documents documents;
  private final Notes notes;
  private final Map<PolicyPath, List<ServiceMatch>> resolved = new HashMap<>();
  private final Set<PolicyPath> open = new HashSet<>();

  ServiceEntries(Documents documents, Notes notes) {
    this.documents = documents;
    this.notes = notes;
  }

  /** What the {@code services} and {@code service_entries} of a rule mean; empty for anything. */
  List<ServiceMatch> of(Document rule, String subject) {
    List<ServiceMatch> matches = new ArrayList<>();
    for (String text : rule.texts("services")) {
      if (PolicyPath.isPolicyPath(text)) {
        matches.addAll(service(new PolicyPath(text), subject));
      }
    }
    rule.objects("service_entries").forEach(entry -> matches.addAll(entry(entry, subject)));
    return List.copyOf(matches);
  }

  /** What a service means; nothing for an unknown path. */
  List<ServiceMatch> service(PolicyPath path, String subject) {
    List<ServiceMatch> known = resolved.get(path);
    if (known != null) {
      return known;
    }
    if (documents.find(path).isEmpty() || !open.add(path)) {
      notes.add(subject, "The service " + path + " is not known; it matches nothing");
      return List.of(NOTHING);
    }
    List<ServiceMatch> matches = new ArrayList<>();
    for (Document entry :
        documents.children(documents.find(path).orElseThrow(), "service_entries", "ServiceEntry")) {
      matches.addAll(entry(entry, subject));
    }
    open.remove(path);
    List<ServiceMatch> result = matches.isEmpty() ? List.of(NOTHING) : List.copyOf(matches);
    resolved.put(path, result);
    return result;
  }

  private List<ServiceMatch> entry(Document entry, String subject) {
    return switch (entry.type()) {
      case "L4PortSetServiceEntry" ->
          List.of(ports(entry, protocol(entry.text("l4_protocol").orElse("TCP")), subject));
      case "ALGTypeServiceEntry" ->
          List.of(ports(entry, algProtocol(entry.text("alg").orElse("")), subject));
      case "ICMPTypeServiceEntry" -> List.of(icmp(entry));
      case "IPProtocolServiceEntry" ->
          List.of(new ServiceMatch.IpProtocol(entry.number("protocol_number", -1)));
      case "IGMPTypeServiceEntry" -> List.of(NOTHING);
      case "EtherTypeServiceEntry" -> List.of(etherType(entry.number("ether_type", 0)));
      case "NestedServiceServiceEntry" ->
          entry
              .pathIn("nested_service_path")
              .map(nested -> service(nested, subject))
              .orElse(List.of(NOTHING));
      default -> {
        notes.add(subject, "A " + entry.type() + " is not modelled; it matches nothing");
        yield List.of(NOTHING);
      }
    };
  }

  private ServiceMatch ports(Document entry, Protocol protocol, String subject) {
    Optional<PortSet> sources = PortSet.parse(entry.texts("source_ports"));
    Optional<PortSet> destinations = PortSet.parse(entry.texts("destination_ports"));
    if (sources.isEmpty() || destinations.isEmpty()) {
      notes.add(subject, "The ports of " + entry.name() + " cannot be read; it matches nothing");
      return NOTHING;
    }
    return new ServiceMatch.Ports(protocol, sources.get(), destinations.get());
  }

  private static ServiceMatch etherType(int type) {
    return type == ETHER_TYPE_IPV4 || type == ETHER_TYPE_IPV6
        ? new ServiceMatch.Family(type == ETHER_TYPE_IPV6)
        : NOTHING;
  }

  private static ServiceMatch icmp(Document entry) {
    boolean ipv6 = entry.text("protocol").orElse("ICMPv4").equals("ICMPv6");
    return new ServiceMatch.Icmp(
        Protocol.icmp(ipv6), optional(entry, "icmp_type"), optional(entry, "icmp_code"));
  }

  private static OptionalInt optional(Document entry, String field) {
    return entry.has(field) ? OptionalInt.of(entry.number(field, 0)) : OptionalInt.empty();
  }

  private static Protocol protocol(String name) {
    return name.equals("UDP") ? Protocol.UDP : Protocol.TCP;
  }

  private static Protocol algProtocol(String alg) {
    return ALGS_OVER_UDP.contains(alg) ? Protocol.UDP : Protocol.TCP;
  }
}
