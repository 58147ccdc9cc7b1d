package io.nsxsim.lab;

import io.nsxsim.inventory.PhysicalRouter;
import io.nsxsim.lab.Namespace.Port;
import io.nsxsim.lab.Namespace.Side;
import io.nsxsim.lab.Namespace.Way;
import io.nsxsim.net.AddressSet;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a tier-0 and the physical routers beside it would have told each other once BGP has
 * converged, as routes that stand still.
 */
final class Bgp {

  private static final int EXTERNAL = 20;
  private static final int INTERNAL = 200;

  private static final Map<String, Set<String>> MEANINGS =
      Map.ofEntries(
          Map.entry("TIER1_CONNECTED", Set.of("TIER1_CONNECTED")),
          Map.entry("TIER1_SEGMENT", Set.of("TIER1_CONNECTED")),
          Map.entry("TIER1_STATIC", Set.of("TIER1_STATIC_ROUTES")),
          Map.entry("TIER1_NAT", Set.of("TIER1_NAT")),
          Map.entry("TIER1_LB_VIP", Set.of("TIER1_LB_VIP")),
          Map.entry("TIER0_CONNECTED", Set.of("TIER0_SEGMENT", "TIER0_EXTERNAL_INTERFACE")),
          Map.entry("TIER0_SEGMENT", Set.of("TIER0_SEGMENT")),
          Map.entry("TIER0_EXTERNAL_INTERFACE", Set.of("TIER0_EXTERNAL_INTERFACE")),
          Map.entry("TIER0_STATIC", Set.of("TIER0_STATIC")),
          Map.entry("TIER0_NAT", Set.of("TIER0_NAT")),
          Map.entry("TGW_STATIC", Set.of("TGW_STATIC")));

  private final Items items;
  private final Outside outside;
  private final Blueprint blueprint;

  Bgp(Items items, Outside outside, Blueprint blueprint) {
    this.items = items;
    this.outside = outside;
    this.blueprint = blueprint;
  }

  /** Exchanges routes over all sessions of a tier-0 that are up. */
  void exchange(Gateway tier0, AddressSet translated) {
    for (Item locale : tier0.localeServices()) {
      for (Item bgp : items.below(locale.path(), "BgpRoutingConfig")) {
        if (bgp.flag("enabled", true)) {
          exchange(tier0, bgp, redistributed(tier0, locale, bgp, translated));
        }
      }
    }
  }

  private void exchange(Gateway tier0, Item bgp, Set<Cidr> told) {
    Set<Cidr> learned = new HashSet<>();
    items.below(bgp.path(), "BgpNeighborConfig").stream()
        .filter(neighbor -> neighbor.flag("enabled", true))
        .filter(neighbor -> neighbor.address("neighbor_address").isPresent())
        .sorted((one, other) ->
            one.address("neighbor_address")
                .orElseThrow()
                .compareTo(other.address("neighbor_address").orElseThrow()))
        .forEach(neighbor -> exchange(tier0, bgp, neighbor, told, learned));
  }

  private void exchange(Gateway tier0, Item bgp, Item neighbor, Set<Cidr> told, Set<Cidr> learned) {
    IpAddress address = neighbor.address("neighbor_address").orElseThrow();
    List<String> sources = neighbor.texts("source_addresses");
    List<Port> ends =
        tier0.namespace().ports().stream()
            .filter(port -> port.side() == Side.OUT && port.reaches(address))
            .filter(port ->
                sources.isEmpty()
                    || port.addresses().stream()
                        .anyMatch(own -> sources.contains(own.address().toString())))
            .toList();
    Optional<PhysicalRouter> router = outside.owner(address);
    if (ends.isEmpty() || router.isEmpty()) {
      blueprint.remark(neighbor.path() + " is down: nobody at " + address);
      return;
    }
    boolean ecmp = bgp.flag("ecmp", true);
    for (PhysicalRouter.Route route : router.get().routes()) {
      Cidr.parse(route.network())
          .map(Cidr::network)
          .filter(network -> network.ipv6() == address.ipv6())
          .filter(network -> passes(neighbor, "in_route_filters", network, true))
          .filter(network -> learned.add(network) || ecmp)
          .ifPresent(network ->
              ends.forEach(end ->
                  tier0
                      .namespace()
                      .route(network, distance(bgp, neighbor), new Way.Via(address, end))));
    }
    tell(neighbor, told, ends, address);
  }

  private void tell(Item neighbor, Set<Cidr> told, List<Port> ends, IpAddress peer) {
    for (Cidr network : told) {
      if (network.ipv6() == peer.ipv6()
          && passes(neighbor, "out_route_filters", network, !network.isAll())) {
        for (Port end : ends) {
          end.addresses().stream()
              .filter(own -> own.contains(peer))
              .forEach(own -> outside.learn(peer, network, EXTERNAL, own.address()));
        }
      }
    }
  }

  private static int distance(Item bgp, Item neighbor) {
    boolean isInternal =
        neighbor.has("remote_as_num")
            && neighbor.text("remote_as_num").equals(bgp.text("local_as_num"));
    return isInternal
        ? bgp.number("ibgp_admin_distance", INTERNAL)
        : bgp.number("ebgp_admin_distance", EXTERNAL);
  }

  private Set<Cidr> redistributed(Gateway tier0, Item locale, Item bgp, AddressSet translated) {
    List<Routing.Told> all = new ArrayList<>(tier0.learned());
    translated.networks().forEach(network -> all.add(new Routing.Told(network, "TIER0_NAT")));
    for (Port port : tier0.namespace().ports()) {
      boolean isLink = port.name().startsWith("link");
      String type = port.side() == Side.OUT ? "TIER0_EXTERNAL_INTERFACE" : "TIER0_SEGMENT";
      if (!isLink && port.side() != Side.SERVICE) {
        port.addresses().forEach(own -> all.add(new Routing.Told(own.network(), type)));
      }
    }
    for (Item route : items.below(tier0.path(), "StaticRoutes")) {
      route
          .network("network")
          .ifPresent(network -> all.add(new Routing.Told(network.network(), "TIER0_STATIC")));
    }
    Set<Cidr> told = new LinkedHashSet<>();
    for (Routing.Told each : all) {
      if (isRedistributed(locale, each)) {
        told.add(each.network());
      }
    }
    return summarize(told, bgp);
  }

  private boolean isRedistributed(Item locale, Routing.Told told) {
    Item config = locale.inside("route_redistribution_config");
    return means(locale, told)
        || config.flag("bgp_enabled", true)
            && config.items("redistribution_rules").stream()
                .filter(rule -> {
                  List<String> protocols = rule.texts("destinations");
                  return protocols.isEmpty() || protocols.contains("BGP");
                })
                .filter(rule -> means(rule, told))
                .anyMatch(rule ->
                    rule.text("route_map_path")
                        .flatMap(items::at)
                        .map(map -> PrefixRules.passes(items, map, told.network()))
                        .orElse(true));
  }

  private static boolean means(Item rule, Routing.Told told) {
    return rule.texts("route_redistribution_types").stream()
        .anyMatch(type -> MEANINGS.getOrDefault(type, Set.of()).contains(told.type()));
  }

  private static Set<Cidr> summarize(Set<Cidr> told, Item bgp) {
    Set<Cidr> result = new LinkedHashSet<>(told);
    for (Item entry : bgp.items("route_aggregations")) {
      Optional<Cidr> summary = entry.network("prefix").map(Cidr::network);
      if (summary.isPresent() && told.stream().anyMatch(summary.get()::contains)) {
        if (entry.flag("summary_only", true)) {
          result.removeIf(summary.get()::contains);
        }
        result.add(summary.get());
      }
    }
    return result;
  }

  private boolean passes(Item neighbor, String field, Cidr network, boolean absent) {
    List<String> filters = new ArrayList<>(neighbor.texts(field));
    String family = network.ipv6() ? "IPV6" : "IPV4";
    neighbor.items("route_filtering").stream()
        .filter(each -> each.text("address_family").orElse("IPV4").equals(family))
        .forEach(each -> filters.addAll(each.texts(field)));
    List<Item> known = filters.stream().flatMap(path -> items.at(path).stream()).toList();
    return known.isEmpty()
        ? absent
        : known.stream().allMatch(filter -> PrefixRules.passes(items, filter, network));
  }
}
