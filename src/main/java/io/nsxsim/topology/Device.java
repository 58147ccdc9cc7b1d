package io.nsxsim.topology;

import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Anything that sends, forwards or receives packets.
 *
 * @param id unique in the fabric; a gateway's is its policy path
 * @param path the policy object, where there is one
 * @param addresses what it delivers to itself, apart from what its services add
 * @param salt tells it from other devices where they choose among equal paths
 * @param running false for a machine that is not powered on
 */
public record Device(
    String id,
    Kind kind,
    String name,
    Optional<PolicyPath> path,
    List<Interface> interfaces,
    RoutingTable routes,
    Set<IpAddress> addresses,
    int salt,
    Services services,
    boolean running) {

  /** What kind of device it is. */
  public enum Kind {
    TIER0,
    TIER1,
    /** What connects the VPCs of a project, among themselves and with the outside. */
    TRANSIT_GATEWAY,
    /** The router of a VPC. */
    VPC_GATEWAY,
    PHYSICAL_ROUTER,
    /** A router between a physical router and an external host. */
    TRANSIT_ROUTER,
    KUBERNETES_NODE,
    VIRTUAL_MACHINE,
    POD,
    EXTERNAL_HOST;

    /** Tells whether it is one of NSX's routers. */
    public boolean isGateway() {
      return this == TIER0 || this == TIER1 || this == TRANSIT_GATEWAY || this == VPC_GATEWAY;
    }

    /** Tells whether it is there to pass packets on: a gateway, or a router outside of NSX. */
    public boolean isRouter() {
      return isGateway() || this == PHYSICAL_ROUTER || this == TRANSIT_ROUTER;
    }

    /** Tells whether it passes on packets that are not for itself. */
    public boolean forwards() {
      return isRouter() || this == KUBERNETES_NODE;
    }
  }

  public Device {
    interfaces = List.copyOf(interfaces);
    addresses = Set.copyOf(addresses);
  }

  /** Tells whether a packet to this address has arrived. */
  public boolean owns(IpAddress address) {
    return addresses.contains(address)
        || services.translated().contains(address)
        || !services.at(address).isEmpty();
  }

  /** The ways of a packet: a VPN's policies come before the routes. */
  public Optional<RoutingTable.Entry> waysOf(IpAddress source, IpAddress destination) {
    for (VpnPolicy policy : services.vpnPolicies()) {
      if (policy.means(source, destination)) {
        return policy.entry().or(() -> routes.lookup(destination));
      }
    }
    return routes.lookup(destination);
  }

  /** The address it would send from, as its routes say; empty for a device without addresses. */
  public Optional<IpAddress> sourceTowards(IpAddress destination) {
    return routes.lookup(destination).stream()
        .flatMap(entry -> entry.ways().stream())
        .flatMap(way -> way.nextHop().out().stream())
        .flatMap(out -> sourceOn(out, destination.ipv6()).stream())
        .findFirst()
        .or(() ->
            interfaces.stream()
                .flatMap(each -> each.ip().stream())
                .filter(address -> address.ipv6() == destination.ipv6())
                .findFirst());
  }

  /** Where the overlay has no address of its own, a node has one towards its pods. */
  private Optional<IpAddress> sourceOn(Interface out, boolean ipv6) {
    return out.role() == Role.TUNNEL
        ? out.ip()
            .or(() ->
                interfaces.stream()
                    .filter(each -> each.role() == Role.POD_GATEWAY)
                    .flatMap(each -> each.ip().stream())
                    .findFirst())
        : out.ip().filter(address -> address.ipv6() == ipv6);
  }
}
