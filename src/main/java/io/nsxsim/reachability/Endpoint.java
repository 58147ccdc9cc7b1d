package io.nsxsim.reachability;

import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Role;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RouteSource;
import io.nsxsim.topology.Services;
import io.nsxsim.topology.Workload;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A workload as one end of pairs.
 *
 * @param place the link and the networks it is on; those of one place talk without a router
 * @param plain whether it is on one link only, with at most one address of each family and a way
 *     out to one neighbor; any other is in a class of its own
 */
record Endpoint(Workload workload, Device device, Place place, boolean plain) {

  /** A link and the networks on it that a host takes for local. */
  record Place(String link, List<Cidr> networks) {}

  static Endpoint of(Fabric fabric, Workload workload) {
    Device device = fabric.device(workload.device());
    String link = device.interfaces().isEmpty() ? "" : device.interfaces().getFirst().link();
    List<Cidr> networks =
        device.interfaces().stream()
            .flatMap(end -> end.address().stream())
            .map(Cidr::network)
            .toList();
    return new Endpoint(
        workload, device, new Place(link, networks), isPlain(workload, device, link));
  }

  List<IpAddress> addresses() {
    return workload.addresses();
  }

  /** The interface with an address, which a plain endpoint has. */
  Interface card(IpAddress address) {
    return device.interfaces().stream()
        .filter(end -> end.ip().equals(Optional.of(address)))
        .findFirst()
        .orElseThrow();
  }

  /** The neighbors that a plain endpoint sends to what is not local. */
  List<NextHop.Via> waysOut() {
    return device.routes().routes().stream()
        .filter(route -> route.source() != RouteSource.CONNECTED)
        .flatMap(route -> route.nextHops().stream())
        .map(NextHop.Via.class::cast)
        .toList();
  }

  private static boolean isPlain(Workload workload, Device device, String link) {
    boolean isHost =
        device.kind() == Device.Kind.VIRTUAL_MACHINE || device.kind() == Device.Kind.POD;
    return isHost
        && !workload.addresses().isEmpty()
        && workload.addresses().size() == device.interfaces().size()
        && Set.copyOf(workload.addresses()).equals(device.addresses())
        && device.services().equals(Services.NONE)
        && hasOneOfEachFamily(workload.addresses())
        && device.interfaces().stream().allMatch(end -> isCard(end, link))
        && device.routes().routes().stream().allMatch(Endpoint::isUsual)
        && hasOneDefault(device);
  }

  private static boolean isCard(Interface end, String link) {
    return end.role() == Role.NIC && end.address().isPresent() && end.link().equals(link);
  }

  private static boolean hasOneOfEachFamily(List<IpAddress> addresses) {
    Set<Boolean> families = new HashSet<>();
    return addresses.stream().allMatch(address -> families.add(address.ipv6()));
  }

  /** Connected networks and a default route by a neighbor are all that a plain host has. */
  private static boolean isUsual(Route route) {
    return route.source() == RouteSource.CONNECTED
        ? route.nextHops().stream().allMatch(NextHop.Direct.class::isInstance)
        : route.network().isAll()
            && route.nextHops().size() == 1
            && route.nextHops().getFirst() instanceof NextHop.Via;
  }

  private static boolean hasOneDefault(Device device) {
    Set<Boolean> families = new HashSet<>();
    return device.routes().routes().stream()
        .filter(route -> route.source() != RouteSource.CONNECTED)
        .allMatch(route -> families.add(route.network().ipv6()));
  }
}
