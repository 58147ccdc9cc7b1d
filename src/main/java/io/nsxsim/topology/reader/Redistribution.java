package io.nsxsim.topology.reader;

import io.nsxsim.net.Cidr;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RouteSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Chooses which of a tier-0's networks BGP tells its neighbors. */
final class Redistribution {

  private static final Map<String, Set<RouteSource>> TYPES =
      Map.ofEntries(
          Map.entry("TIER0_STATIC", Set.of(RouteSource.TIER0_STATIC)),
          Map.entry(
              "TIER0_CONNECTED",
              Set.of(
                  RouteSource.TIER0_EXTERNAL,
                  RouteSource.TIER0_SEGMENT,
                  RouteSource.TIER0_SERVICE,
                  RouteSource.TIER0_LOOPBACK,
                  RouteSource.TIER0_ROUTER_LINK)),
          Map.entry("TIER0_EXTERNAL_INTERFACE", Set.of(RouteSource.TIER0_EXTERNAL)),
          Map.entry("TIER0_SEGMENT", Set.of(RouteSource.TIER0_SEGMENT)),
          Map.entry("TIER0_ROUTER_LINK", Set.of(RouteSource.TIER0_ROUTER_LINK)),
          Map.entry("TIER0_SERVICE_INTERFACE", Set.of(RouteSource.TIER0_SERVICE)),
          Map.entry("TIER0_LOOPBACK_INTERFACE", Set.of(RouteSource.TIER0_LOOPBACK)),
          Map.entry("TIER0_NAT", Set.of(RouteSource.TIER0_NAT)),
          Map.entry("TIER0_DNS_FORWARDER_IP", Set.of(RouteSource.TIER0_DNS)),
          Map.entry("TIER0_IPSEC_LOCAL_IP", Set.of(RouteSource.TIER0_IPSEC)),
          Map.entry("TIER1_DNS_FORWARDER_IP", Set.of(RouteSource.TIER1_DNS)),
          Map.entry("TIER1_IPSEC_LOCAL_ENDPOINT", Set.of(RouteSource.TIER1_IPSEC)),
          Map.entry("TGW_STATIC", Set.of(RouteSource.TGW_STATIC)),
          Map.entry("INTER_VRF_STATIC", Set.of(RouteSource.INTER_VRF)),
          Map.entry(
              "TIER1_CONNECTED", Set.of(RouteSource.TIER1_SEGMENT, RouteSource.TIER1_SERVICE)),
          Map.entry("TIER1_SEGMENT", Set.of(RouteSource.TIER1_SEGMENT)),
          Map.entry("TIER1_SERVICE_INTERFACE", Set.of(RouteSource.TIER1_SERVICE)),
          Map.entry("TIER1_STATIC", Set.of(RouteSource.TIER1_STATIC)),
          Map.entry("TIER1_NAT", Set.of(RouteSource.TIER1_NAT)),
          Map.entry("TIER1_LB_VIP", Set.of(RouteSource.TIER1_LB_VIP)),
          Map.entry("TIER1_LB_SNAT", Set.of(RouteSource.TIER1_LB_SNAT)));

  private final Documents documents;
  private final FabricBuilder fabric;
  private final PrefixFilters filters;

  Redistribution(Documents documents, FabricBuilder fabric, PrefixFilters filters) {
    this.documents = documents;
    this.fabric = fabric;
    this.filters = filters;
  }

  /** The protocol that networks are told by. */
  enum Destination {
    BGP("bgp_enabled", true),
    OSPF("ospf_enabled", false);

    private final String flag;
    private final boolean absent;

    Destination(String flag, boolean absent) {
      this.flag = flag;
      this.absent = absent;
    }
  }

  /** What BGP tells, before the filters of single neighbors; route maps may set attributes. */
  List<BgpPath> paths(
      Gateway tier0,
      Document locale,
      Document bgp,
      List<Advertisement.Network> translated,
      RouteMaps maps) {
    Map<Cidr, BgpPath> told = new LinkedHashMap<>();
    Set<RouteSource> always = sources(locale.texts("route_redistribution_types"));
    List<Rule> rules = rules(locale, Destination.BGP);
    for (Advertisement.Network each : candidates(tier0, translated)) {
      if (always.contains(each.source())) {
        told.putIfAbsent(each.network().network(), BgpPath.of(each.network()));
      }
      rules.stream()
          .filter(rule -> rule.sources().contains(each.source()))
          .flatMap(rule -> path(rule, each.network(), maps, tier0.id()).stream())
          .findFirst()
          .ifPresent(path -> told.putIfAbsent(path.network(), path));
    }
    return aggregate(told.keySet(), bgp).stream()
        .map(network -> told.getOrDefault(network, BgpPath.of(network)))
        .toList();
  }

  private Optional<BgpPath> path(Rule rule, Cidr network, RouteMaps maps, String subject) {
    return rule.map()
        .filter(map -> documents.find(map).isPresent())
        .map(map -> maps.apply(map, BgpPath.of(network), subject))
        .orElse(Optional.of(BgpPath.of(network)));
  }

  private List<Advertisement.Network> candidates(
      Gateway tier0, List<Advertisement.Network> translated) {
    List<Advertisement.Network> all = new ArrayList<>(translated);
    for (Route route : fabric.routes(tier0.id())) {
      all.add(new Advertisement.Network(route.network(), route.source(), route.origin()));
    }
    return all;
  }

  /** What is told by a protocol, without summaries. */
  Set<Cidr> told(
      Gateway tier0,
      Document locale,
      List<Advertisement.Network> translated,
      Destination destination) {
    Set<Cidr> told = new LinkedHashSet<>();
    Set<RouteSource> always =
        destination == Destination.BGP
            ? sources(locale.texts("route_redistribution_types"))
            : Set.of();
    List<Rule> rules = rules(locale, destination);
    for (Advertisement.Network each : candidates(tier0, translated)) {
      if (always.contains(each.source())
          || rules.stream().anyMatch(rule -> tells(rule, each, tier0.id()))) {
        told.add(each.network().network());
      }
    }
    return told;
  }

  private boolean tells(Rule rule, Advertisement.Network network, String subject) {
    return rule.sources().contains(network.source())
        && rule.map().map(map -> passes(map, network.network(), subject)).orElse(true);
  }

  /**
   * A rule of a locale service.
   *
   * @param sources where the networks that it tells come from
   * @param map the route map that they have to pass
   */
  private record Rule(Set<RouteSource> sources, Optional<PolicyPath> map) {}

  private static List<Rule> rules(Document locale, Destination destination) {
    return locale
        .object("route_redistribution_config")
        .filter(each -> each.flag(destination.flag, destination.absent))
        .stream()
        .flatMap(each -> each.objects("redistribution_rules").stream())
        .filter(rule -> isFor(rule, destination))
        .map(rule ->
            new Rule(
                sources(rule.texts("route_redistribution_types")), rule.pathIn("route_map_path")))
        .toList();
  }

  /** The networks that a tier-0 knows from these sources, as its routes say. */
  List<Advertisement.Network> ofTypes(Gateway tier0, List<String> types) {
    Set<RouteSource> sources = sources(types);
    return fabric.routes(tier0.id()).stream()
        .filter(route -> sources.contains(route.source()))
        .map(route -> new Advertisement.Network(route.network(), route.source(), route.origin()))
        .toList();
  }

  private boolean passes(PolicyPath map, Cidr network, String subject) {
    return documents.find(map).isEmpty() || filters.passes(map, network.network(), subject);
  }

  private static boolean isFor(Document rule, Destination destination) {
    List<String> destinations = rule.texts("destinations");
    return destinations.isEmpty()
        ? destination == Destination.BGP
        : destinations.contains(destination.name());
  }

  private static Set<RouteSource> sources(List<String> types) {
    Set<RouteSource> sources = EnumSet.noneOf(RouteSource.class);
    types.forEach(type -> sources.addAll(TYPES.getOrDefault(type, Set.of())));
    return sources;
  }

  /** Adds the configured summaries and takes out what they stand for. */
  private static List<Cidr> aggregate(Set<Cidr> told, Document bgp) {
    Set<Cidr> result = new LinkedHashSet<>(told);
    for (Document entry : bgp.objects("route_aggregations")) {
      Optional<Cidr> summary = entry.text("prefix").flatMap(Cidr::parse).map(Cidr::network);
      if (summary.isPresent() && told.stream().anyMatch(summary.get()::contains)) {
        if (entry.flag("summary_only", true)) {
          result.removeIf(summary.get()::contains);
        }
        result.add(summary.get());
      }
    }
    return List.copyOf(result);
  }
}
