package io.nsxsim.topology.reader;

import io.nsxsim.net.Cidr;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RouteSource;
import java.util.ArrayList;
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

  /** What is told, before the filters of single neighbors. */
  List<Cidr> networks(
      Gateway tier0, Document locale, Document bgp, List<Advertisement.Network> translated) {
    List<Advertisement.Network> all = new ArrayList<>(translated);
    for (Route route : fabric.routes(tier0.id())) {
      all.add(new Advertisement.Network(route.network(), route.source(), route.origin()));
    }
    Set<Cidr> told = new LinkedHashSet<>();
    for (Advertisement.Network each : all) {
      if (isRedistributed(each, locale, tier0.id())) {
        told.add(each.network().network());
      }
    }
    return aggregate(told, bgp);
  }

  private boolean isRedistributed(Advertisement.Network network, Document locale, String subject) {
    if (covers(locale.texts("route_redistribution_types"), network.source())) {
      return true;
    }
    Optional<Document> config =
        locale.object("route_redistribution_config").filter(each -> each.flag("bgp_enabled", true));
    return config.stream()
        .flatMap(each -> each.objects("redistribution_rules").stream())
        .filter(rule -> isForBgp(rule))
        .filter(rule -> covers(rule.texts("route_redistribution_types"), network.source()))
        .anyMatch(rule ->
            rule.pathIn("route_map_path")
                .map(map -> passes(map, network.network(), subject))
                .orElse(true));
  }

  private boolean passes(PolicyPath map, Cidr network, String subject) {
    return documents.find(map).isEmpty() || filters.passes(map, network.network(), subject);
  }

  private static boolean isForBgp(Document rule) {
    List<String> destinations = rule.texts("destinations");
    return destinations.isEmpty() || destinations.contains("BGP");
  }

  private static boolean covers(List<String> types, RouteSource source) {
    return types.stream().anyMatch(type -> TYPES.getOrDefault(type, Set.of()).contains(source));
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
