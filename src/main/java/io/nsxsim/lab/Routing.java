package io.nsxsim.lab;

import io.nsxsim.lab.Namespace.Port;
import io.nsxsim.lab.Namespace.Side;
import io.nsxsim.lab.Namespace.Way;
import io.nsxsim.net.AddressSet;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Static routes of gateways, and what they tell the gateway above. */
final class Routing {

  /** Distances, the lower the better; those of NSX where it documents them. */
  static final int STATIC = 1;

  static final int DEFAULT_UP = 3;
  static final int ADVERTISED = 3;

  /** Later than what anybody tells. */
  static final int LATE = 250;

  private final Items items;
  private final Blueprint blueprint;

  /** A network that a gateway could tell others, and as what. */
  record Told(Cidr network, String type) {}

  Routing(Items items, Blueprint blueprint) {
    this.items = items;
    this.blueprint = blueprint;
  }

  void addStatic(Gateway gateway) {
    for (Item route : items.below(gateway.path(), "StaticRoutes")) {
      Optional<Cidr> network = route.network("network");
      if (network.isPresent()) {
        for (Item hop : route.items("next_hops")) {
          int distance = hop.number("admin_distance", STATIC);
          List<Way> ways = ways(gateway, hop);
          ways.forEach(way -> gateway.namespace().route(network.get(), distance, way));
          if (ways.isEmpty()) {
            blueprint.remark(route.path() + " has a next hop that no interface reaches");
          }
        }
      }
    }
  }

  private static List<Way> ways(Gateway gateway, Item hop) {
    List<String> scope =
        hop.texts("scope").stream().filter(path -> !path.equals(gateway.path())).toList();
    Optional<IpAddress> address = hop.address("ip_address");
    if (address.isPresent()) {
      return gateway.namespace().towards(address.get()).stream()
          .filter(way ->
              scope.isEmpty()
                  || way instanceof Way.Via(IpAddress to, Port port) && scope.contains(port.path()))
          .toList();
    }
    if (scope.isEmpty()) {
      return List.of(new Way.Nowhere());
    }
    return gateway.namespace().ports().stream()
        .filter(port -> scope.contains(port.path()))
        .<Way>map(Way.Through::new)
        .toList();
  }

  /** Puts what a tier-1 advertises into its tier-0. */
  void advertise(Gateway tier1, Gateway tier0, AddressSet translated, List<IpAddress> servers) {
    List<Told> all = new ArrayList<>(known(tier1));
    translated.networks().forEach(network -> all.add(new Told(network, "TIER1_NAT")));
    servers.forEach(address -> all.add(new Told(Cidr.host(address), "TIER1_LB_VIP")));
    for (Told told : all) {
      if (isAdvertised(tier1.item(), told)) {
        tell(tier1, tier0, told);
      }
    }
  }

  /** Puts a network of a gateway into the one above it. */
  static void tell(Gateway lower, Gateway upper, Told told) {
    lower.namespace().ports().stream()
        .filter(port -> port.path().equals(lower.path()))
        .flatMap(port -> port.addresses().stream())
        .filter(own -> own.ipv6() == told.network().ipv6())
        .flatMap(own -> upper.namespace().towards(own.address()).stream())
        .forEach(way -> upper.namespace().route(told.network(), ADVERTISED, way));
    upper.learned().add(told);
  }

  /** The connected networks and static routes of a tier-1. */
  private List<Told> known(Gateway tier1) {
    List<Told> all = new ArrayList<>();
    for (Port port : tier1.namespace().ports()) {
      if (port.side() != Side.OUT) {
        port.addresses().forEach(own -> all.add(new Told(own.network(), "TIER1_CONNECTED")));
      }
    }
    for (Item route : items.below(tier1.path(), "StaticRoutes")) {
      boolean usable =
          route.items("next_hops").stream().anyMatch(hop -> !ways(tier1, hop).isEmpty());
      route
          .network("network")
          .filter(network -> usable)
          .ifPresent(network -> all.add(new Told(network.network(), "TIER1_STATIC_ROUTES")));
    }
    return all;
  }

  private static boolean isAdvertised(Item tier1, Told told) {
    for (Item rule : tier1.items("route_advertisement_rules")) {
      List<String> types = rule.texts("route_advertisement_types");
      boolean exact = rule.is("prefix_operator", "EQ");
      boolean means =
          rule.texts("subnets").stream()
              .flatMap(text -> Cidr.parse(text).stream())
              .anyMatch(subnet ->
                  exact
                      ? subnet.network().equals(told.network())
                      : subnet.contains(told.network()));
      if (means && (types.isEmpty() || types.contains(told.type()))) {
        return !rule.is("action", "DENY");
      }
    }
    return Set.copyOf(tier1.texts("route_advertisement_types")).contains(told.type());
  }
}
