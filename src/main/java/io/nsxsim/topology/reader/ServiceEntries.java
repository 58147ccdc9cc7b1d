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

  private static final Meaning EMPTY = new Meaning(List.of(NOTHING), List.of());
  private static final int ETHER_TYPE_IPV4 = 0x0800;
  private static final int ETHER_TYPE_IPV6 = 0x86DD;

  private static final Set<String> ALGS_OVER_UDP =
      Set.of("TFTP", "SUN_RPC_UDP", "MS_RPC_UDP", "NBNS_BROADCAST", "NBDG_BROADCAST");

  private final Documents documents;
  private final Remembered<Meaning> known;
  private final Notes notes;
  private final Map<PolicyPath, Meaning> resolved = new HashMap<>();
  private final Set<PolicyPath> open = new HashSet<>();

  /** What a packet must be, and what there was to say about that. */
  record Meaning(List<ServiceMatch> matches, List<String> notes) {}

  ServiceEntries(Documents documents, Remembered<Meaning> known, Notes notes) {
    this.documents = documents;
    this.known = known;
    this.notes = notes;
  }

  /** What the {@code services} and {@code service_entries} of a rule mean; empty for anything. */
  List<ServiceMatch> of(Document rule, String subject) {
    List<Meaning> parts = new ArrayList<>();
    for (String text : rule.texts("services")) {
      if (PolicyPath.isPolicyPath(text)) {
        parts.add(service(new PolicyPath(text)));
      }
    }
    rule.objects("service_entries").forEach(entry -> parts.add(entry(entry)));
    return parts.isEmpty() ? List.of() : told(unite(rule.node(), parts), subject);
  }

  /** What the {@code service_entry} of a NAT rule of a VPC or transit gateway means. */
  ServiceMatch ofNat(Document entry, String subject) {
    if (entry.text("protocol").filter("ICMP"::equals).isPresent()) {
      return new ServiceMatch.Icmp(Protocol.ICMP, OptionalInt.empty(), OptionalInt.empty());
    }
    Optional<PortSet> sources = portsIn(entry, "source_ports");
    Optional<PortSet> destinations = portsIn(entry, "destination_ports");
    if (sources.isEmpty() || destinations.isEmpty()) {
      notes.add(subject, "The ports of a NAT rule's service cannot be read; it matches nothing");
      return NOTHING;
    }
    return new ServiceMatch.Ports(
        protocol(entry.text("protocol").orElse("TCP")), sources.get(), destinations.get());
  }

  private static Optional<PortSet> portsIn(Document entry, String field) {
    return PortSet.parse(entry.text(field).map(text -> List.of(text.split(","))).orElse(List.of()));
  }

  /** What a service means; nothing for an unknown path. */
  List<ServiceMatch> service(PolicyPath path, String subject) {
    return told(service(path), subject);
  }

  private List<ServiceMatch> told(Meaning meaning, String subject) {
    meaning.notes().forEach(note -> notes.add(subject, note));
    return meaning.matches();
  }

  private Meaning service(PolicyPath path) {
    Meaning done = resolved.get(path);
    if (done != null) {
      return done;
    }
    Optional<Document> service = documents.find(path);
    if (service.isEmpty() || !open.add(path)) {
      return new Meaning(
          List.of(NOTHING), List.of("The service " + path + " is not known; it matches nothing"));
    }
    List<Meaning> parts =
        documents.children(service.get(), "service_entries", "ServiceEntry").stream()
            .map(this::entry)
            .toList();
    open.remove(path);
    Meaning meaning = unite(path, parts);
    resolved.put(path, meaning);
    return meaning;
  }

  private Meaning unite(Object key, List<Meaning> parts) {
    return known.get(key, parts, () -> unite(parts));
  }

  private static Meaning unite(List<Meaning> parts) {
    List<ServiceMatch> matches = parts.stream().flatMap(part -> part.matches().stream()).toList();
    return new Meaning(
        matches.isEmpty() ? List.of(NOTHING) : matches,
        parts.stream().flatMap(part -> part.notes().stream()).toList());
  }

  private Meaning entry(Document entry) {
    if (entry.type().equals("NestedServiceServiceEntry")) {
      return entry.pathIn("nested_service_path").map(this::service).orElse(EMPTY);
    }
    return known.get(entry.node(), List.of(), () -> read(entry));
  }

  private static Meaning read(Document entry) {
    List<String> said = new ArrayList<>();
    return new Meaning(matches(entry, said), said);
  }

  private static List<ServiceMatch> matches(Document entry, List<String> said) {
    return switch (entry.type()) {
      case "L4PortSetServiceEntry" ->
          List.of(ports(entry, protocol(entry.text("l4_protocol").orElse("TCP")), said));
      case "ALGTypeServiceEntry" ->
          List.of(ports(entry, algProtocol(entry.text("alg").orElse("")), said));
      case "ICMPTypeServiceEntry" -> List.of(icmp(entry));
      case "IPProtocolServiceEntry" ->
          List.of(new ServiceMatch.IpProtocol(entry.number("protocol_number", -1)));
      case "IGMPTypeServiceEntry" -> List.of(NOTHING);
      case "EtherTypeServiceEntry" -> List.of(etherType(entry.number("ether_type", 0)));
      default -> {
        said.add("A " + entry.type() + " is not modelled; it matches nothing");
        yield List.of(NOTHING);
      }
    };
  }

  private static ServiceMatch ports(Document entry, Protocol protocol, List<String> said) {
    Optional<PortSet> sources = PortSet.parse(entry.texts("source_ports"));
    Optional<PortSet> destinations = PortSet.parse(entry.texts("destination_ports"));
    if (sources.isEmpty() || destinations.isEmpty()) {
      said.add("The ports of " + entry.name() + " cannot be read; it matches nothing");
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
