package io.nsxsim.datapath.tables;

import io.nsxsim.datapath.Identifiers;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RouteSource;
import io.nsxsim.topology.RoutingTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Routes of a gateway in NSX's words. */
final class RouteRows {

  private RouteRows() {}

  /** The ways that are used, network by network, in the order of the networks. */
  static List<RoutingTable.Way> used(List<Route> routes) {
    Map<Cidr, List<Route>> byNetwork = new LinkedHashMap<>();
    routes.stream()
        .sorted((one, other) -> one.network().toString().compareTo(other.network().toString()))
        .forEach(
            route -> byNetwork.computeIfAbsent(route.network(), n -> new ArrayList<>()).add(route));
    List<RoutingTable.Way> ways = new ArrayList<>();
    byNetwork.forEach((network, candidates) ->
        RoutingTable.of(candidates)
            .lookup(network.address())
            .ifPresent(entry -> ways.addAll(entry.ways())));
    return ways;
  }

  /** All ways, also those that lost. */
  static List<RoutingTable.Way> all(List<Route> routes) {
    return routes.stream()
        .sorted((one, other) -> one.network().toString().compareTo(other.network().toString()))
        .flatMap(route -> route.nextHops().stream().map(hop -> new RoutingTable.Way(route, hop)))
        .toList();
  }

  static ObjectNode row(RoutingTable.Way way, Device gateway, boolean service) {
    Route route = way.route();
    ObjectNode row = JsonMapper.shared().createObjectNode();
    row.put("route_type", type(route.source(), gateway));
    row.put("network", route.network().toString());
    row.put("admin_distance", route.distance());
    if (way.nextHop() instanceof NextHop.Via(IpAddress hop, Interface by)) {
      row.put("next_hop", hop.toString());
    }
    way.nextHop()
        .out()
        .flatMap(Interface::path)
        .ifPresent(path -> row.put("interface", path.value()));
    String router = (service ? "service" : "distributed") + " router";
    row.put("lr_component_id", Identifiers.stable(router, gateway.id()));
    row.put(
        "lr_component_type",
        (service ? "SERVICE_ROUTER_" : "DISTRIBUTED_ROUTER_") + gateway.kind().name());
    row.put("black_hole", way.nextHop() instanceof NextHop.Discard);
    return row;
  }

  /** NSX's route_type, which tells a tier-0's own routes from a tier-1's. */
  static String type(RouteSource source, Device gateway) {
    boolean tier0 = gateway.kind() == Device.Kind.TIER0;
    return switch (source) {
      case CONNECTED -> tier0 ? "t0c" : "t1c";
      case STATIC -> tier0 ? "t0s" : "t1s";
      case TIER1_DEFAULT -> "t0s";
      default -> source.code();
    };
  }

  /** NSX's word to filter by. */
  static String source(RouteSource source, Device gateway) {
    String type = type(source, gateway);
    return type.equals("b")
        ? "BGP"
        : type.endsWith("s") && !type.equals("t1ls") ? "STATIC" : "CONNECTED";
  }

  static Optional<Interface> out(RoutingTable.Way way) {
    return way.nextHop().out();
  }
}
