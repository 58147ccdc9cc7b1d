package io.nsxsim.topology.reader;

import io.nsxsim.net.AddressRange;
import io.nsxsim.net.AddressSet;
import io.nsxsim.net.PortSet;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.NatRule;
import io.nsxsim.topology.ServiceMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a gateway's NAT rules in the order NSX tries them: section INTERNAL, USER, DEFAULT, then
 * the lower sequence number. Equal numbers have no defined order in NSX; here the path decides.
 */
final class NatRules {

  private static final String ENTRY = "service_entry";
  private static final List<String> SECTIONS = List.of("INTERNAL", "USER", "DEFAULT", "NAT64");

  private final Documents documents;
  private final ServiceEntries services;
  private final ExternalAddresses bindings;
  private final Notes notes;

  NatRules(Documents documents, ServiceEntries services, ExternalAddresses bindings, Notes notes) {
    this.documents = documents;
    this.bindings = bindings;
    this.services = services;
    this.notes = notes;
  }

  List<NatRule> of(Gateway gateway) {
    List<Document> rules =
        documents.below(gateway.path(), kind(gateway)).stream()
            .filter(rule -> rule.flag("enabled", true))
            .sorted(
                Comparator.comparingInt(NatRules::section)
                    .thenComparingInt(rule -> rule.number("sequence_number", 0))
                    .thenComparing(Document::path))
            .toList();
    List<NatRule> read = new ArrayList<>();
    boolean stateless = isStateless(gateway);
    if (gateway.kind() == Device.Kind.VPC_GATEWAY && (stateless || gateway.hasServiceRouter())) {
      read.addAll(bindings.of(gateway));
    }
    if (!rules.isEmpty() && !stateless && !gateway.hasServiceRouter()) {
      notes.add(gateway.id(), gateway.path() + " has no " + lacking(gateway));
      return List.copyOf(read);
    }
    noteEqualNumbers(gateway, rules);
    rules.stream()
        .filter(rule -> !stateless || rule.text("action").filter("REFLEXIVE"::equals).isPresent())
        .forEach(rule -> read(gateway, rule).ifPresent(read::add));
    return List.copyOf(read);
  }

  private static String kind(Gateway gateway) {
    return switch (gateway.kind()) {
      case VPC_GATEWAY -> "PolicyVpcNatRule";
      case TRANSIT_GATEWAY -> "TransitGatewayNatRule";
      default -> "PolicyNatRule";
    };
  }

  private static String lacking(Gateway gateway) {
    return gateway.kind() == Device.Kind.TIER1
        ? "edge cluster: its NAT is not active"
        : "service gateway: its NAT is not active";
  }

  /**
   * Behind a distributed connection there is no service router, and only what needs no sessions is
   * translated (administration guide of release 9).
   */
  private boolean isStateless(Gateway gateway) {
    return !gateway.hasServiceRouter()
        && gateway.kind() == Device.Kind.VPC_GATEWAY
        && gateway
            .upper()
            .filter(upper -> ExternalConnection.isDistributed(upper, documents))
            .isPresent();
  }

  private Optional<NatRule> read(Gateway gateway, Document rule) {
    Optional<NatRule.Action> action = action(gateway, rule);
    Optional<AddressSet> source = addresses(rule, "source_network", AddressSet.ANY);
    Optional<AddressSet> destination = addresses(rule, "destination_network", AddressSet.ANY);
    Optional<AddressSet> translated = addresses(rule, "translated_network", AddressSet.NONE);
    if (action.isEmpty() || source.isEmpty() || destination.isEmpty() || translated.isEmpty()) {
      notes.add(gateway.id(), rule.path() + " is not modelled and left out");
      return Optional.empty();
    }
    List<ServiceMatch> services = services(rule, gateway.id());
    Optional<PortSet> written =
        rule.object(ENTRY)
            .flatMap(entry -> entry.text("translated_ports"))
            .flatMap(text -> PortSet.parse(List.of(text.split(","))));
    Optional<PortSet> ports =
        rule.text("translated_ports")
            .filter(text -> !services.isEmpty())
            .flatMap(text -> PortSet.parse(List.of(text)));
    return Optional.of(
        new NatRule(
            Optional.of(rule.path()),
            action.get(),
            source.get(),
            destination.get(),
            translated.get(),
            services,
            written.isPresent() ? Optional.of(ports(services)) : ports,
            written.orElseGet(() -> ports.isPresent() ? ports(services) : PortSet.ANY),
            scope(gateway, rule),
            firewallMatch(rule)));
  }

  private Optional<NatRule.Action> action(Gateway gateway, Document rule) {
    String text = rule.text("action").orElse("");
    for (NatRule.Action action : NatRule.Action.values()) {
      if (action.name().equals(text)) {
        return gateway.isStateful() || action == NatRule.Action.REFLEXIVE || isExemption(action)
            ? Optional.of(action)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isExemption(NatRule.Action action) {
    return action == NatRule.Action.NO_SNAT || action == NatRule.Action.NO_DNAT;
  }

  private List<ServiceMatch> services(Document rule, String subject) {
    return rule.object(ENTRY)
        .map(entry -> List.of(services.ofNat(entry, subject)))
        .or(() -> rule.pathIn("service").map(path -> services.service(path, subject)))
        .orElse(List.of());
  }

  /** The ports of a service: what a DNAT with translated ports writes. */
  private static PortSet ports(List<ServiceMatch> services) {
    return new PortSet(
        services.stream()
            .filter(ServiceMatch.Ports.class::isInstance)
            .map(ServiceMatch.Ports.class::cast)
            .flatMap(entry -> entry.destinations().ranges().stream())
            .toList());
  }

  private Set<PolicyPath> scope(Gateway gateway, Document rule) {
    Set<PolicyPath> paths = Labels.resolve(rule.texts("scope"), documents);
    boolean whole =
        paths.stream()
            .anyMatch(path ->
                path.equals(gateway.path())
                    || gateway.localeServices().stream()
                        .anyMatch(locale -> locale.path().equals(path)));
    return whole ? Set.of() : paths;
  }

  private static NatRule.FirewallMatch firewallMatch(Document rule) {
    return switch (rule.text("firewall_match").orElse("MATCH_INTERNAL_ADDRESS")) {
      case "MATCH_EXTERNAL_ADDRESS" -> NatRule.FirewallMatch.MATCH_EXTERNAL_ADDRESS;
      case "BYPASS" -> NatRule.FirewallMatch.BYPASS;
      default -> NatRule.FirewallMatch.MATCH_INTERNAL_ADDRESS;
    };
  }

  /** Addresses, networks and ranges with commas between them; empty if one cannot be read. */
  private static Optional<AddressSet> addresses(Document rule, String field, AddressSet absent) {
    Optional<String> text = rule.text(field).filter(value -> !value.equals("ANY"));
    if (text.isEmpty()) {
      return Optional.of(absent);
    }
    List<AddressRange> ranges = new ArrayList<>();
    for (String part : text.get().split(",")) {
      Optional<AddressRange> range = AddressRange.parse(part.strip());
      if (range.isEmpty()) {
        return Optional.empty();
      }
      ranges.add(range.get());
    }
    return Optional.of(AddressSet.of(ranges));
  }

  private static int section(Document rule) {
    String path = rule.path().value();
    int start = path.indexOf("/nat/") + "/nat/".length();
    int end = path.indexOf('/', start);
    return end < 0 ? SECTIONS.size() : SECTIONS.indexOf(path.substring(start, end));
  }

  private void noteEqualNumbers(Gateway gateway, List<Document> rules) {
    Map<List<Integer>, Document> seen = new HashMap<>();
    for (Document rule : rules) {
      Document other =
          seen.putIfAbsent(List.of(section(rule), rule.number("sequence_number", 0)), rule);
      if (other != null) {
        notes.add(
            gateway.id(),
            other.path() + " and " + rule.path() + " have one sequence number; path decides");
      }
    }
  }
}
