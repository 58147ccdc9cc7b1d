package io.nsxsim.topology.reader;

import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Role;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RouteSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the static routes of gateways. A next hop without an address and without a scope, or with
 * the address {@code NULL}, is a null route.
 */
final class StaticRoutes {

  private final Documents documents;
  private final FabricBuilder fabric;
  private final Notes notes;

  StaticRoutes(Documents documents, FabricBuilder fabric, Notes notes) {
    this.documents = documents;
    this.fabric = fabric;
    this.notes = notes;
  }

  void read(Gateway gateway) {
    for (Document route : documents.below(gateway.path(), "StaticRoutes")) {
      Optional<Cidr> network = route.text("network").flatMap(Cidr::parse);
      if (network.isEmpty()) {
        notes.add(gateway.id(), route.path() + " has no network that can be read and is left out");
        continue;
      }
      route.objects("next_hops").stream()
          .filter(hop -> !leadsToTier0(gateway, hop))
          .forEach(hop -> add(gateway, route, network.get(), hop));
    }
  }

  /** Such a hop is read by {@link VirtualRouting}. */
  private boolean leadsToTier0(Gateway gateway, Document hop) {
    return hop.texts("scope").stream()
        .filter(PolicyPath::isPolicyPath)
        .map(PolicyPath::new)
        .filter(path -> !path.equals(gateway.path()))
        .flatMap(path -> documents.find(path).stream())
        .anyMatch(other -> other.type().equals("Tier0"));
  }

  private void add(Gateway gateway, Document route, Cidr network, Document hop) {
    RouteSource source = gateway.isTier0() ? RouteSource.TIER0_STATIC : RouteSource.TIER1_STATIC;
    List<NextHop> ways = ways(gateway, hop);
    if (ways.isEmpty()) {
      notes.add(gateway.id(), route.path() + " has a next hop that no interface reaches");
    }
    int distance = hop.number("admin_distance", RouteSource.STATIC.distance());
    fabric.route(
        gateway.id(), new Route(network, source, distance, ways, Optional.of(route.path())));
  }

  private List<NextHop> ways(Gateway gateway, Document hop) {
    Set<PolicyPath> scope =
        hop.texts("scope").stream()
            .filter(PolicyPath::isPolicyPath)
            .map(PolicyPath::new)
            .filter(path -> !path.equals(gateway.path()))
            .collect(Collectors.toSet());
    Optional<String> address = hop.text("ip_address").filter(text -> !text.equals("NULL"));
    if (address.isPresent()) {
      return IpAddress.parse(address.get())
          .map(nextHop -> alive(gateway, nextHop, fabric.towards(gateway.id(), nextHop, scope)))
          .orElse(List.of());
    }
    return scope.isEmpty() ? List.of(new NextHop.Discard()) : throughInterfaces(gateway, scope);
  }

  /**
   * A next hop that BFD watches is used only while somebody with its address is on the link (NSX
   * documentation: a static route goes when its BFD peer is down).
   */
  private List<NextHop> alive(Gateway gateway, IpAddress nextHop, List<NextHop> ways) {
    boolean watched =
        documents.below(gateway.path(), "StaticRouteBfdPeer").stream()
            .filter(peer -> peer.flag("enabled", true))
            .flatMap(peer -> peer.text("peer_address").flatMap(IpAddress::parse).stream())
            .anyMatch(nextHop::equals);
    if (!watched) {
      return ways;
    }
    List<NextHop> up =
        ways.stream()
            .filter(way -> way.out().flatMap(end -> fabric.owner(end.link(), nextHop)).isPresent())
            .toList();
    if (up.size() < ways.size()) {
      notes.add(gateway.id(), "The BFD peer " + nextHop + " is down: nobody has its address");
    }
    return up;
  }

  private List<NextHop> throughInterfaces(Gateway gateway, Set<PolicyPath> scope) {
    return fabric.interfaces(gateway.id()).stream()
        .filter(end -> end.path().filter(scope::contains).isPresent())
        .<NextHop>map(NextHop.Direct::new)
        .toList();
  }

  /** Adds a route to the network of every interface of a device; a loopback's is one address. */
  static void connect(String device, FabricBuilder fabric) {
    for (Interface end : fabric.interfaces(device)) {
      end.address()
          .filter(address -> !address.isHost() || end.role() == Role.LOOPBACK)
          .ifPresent(address ->
              fabric.route(
                  device,
                  Route.of(
                      address,
                      connected(fabric, end),
                      List.of(new NextHop.Direct(end)),
                      end.path())));
    }
  }

  private static RouteSource connected(FabricBuilder fabric, Interface end) {
    boolean tier0 = fabric.isTier0(end.device());
    return switch (end.role()) {
      case EXTERNAL -> RouteSource.TIER0_EXTERNAL;
      case LINK_TO_TIER1 -> RouteSource.TIER0_ROUTER_LINK;
      case LOOPBACK -> RouteSource.TIER0_LOOPBACK;
      case DOWNLINK -> tier0 ? RouteSource.TIER0_SEGMENT : RouteSource.TIER1_SEGMENT;
      case SERVICE -> tier0 ? RouteSource.TIER0_SERVICE : RouteSource.TIER1_SERVICE;
      case LINK_TO_TIER0, NIC, POD_GATEWAY, TUNNEL, PHYSICAL -> RouteSource.CONNECTED;
    };
  }
}
