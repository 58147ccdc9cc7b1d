package io.nsxsim.reachability;

import io.nsxsim.net.AddressRange;
import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RoutingTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds destinations that routers send round in a circle. Where a network begins and behind where
 * one ends, some router's choice may change, so one address for each of these places is enough.
 */
final class Loops {

  private final Fabric fabric;
  private final List<Device> routers;
  private final Map<Set<String>, Finding> found = new LinkedHashMap<>();

  private Loops(Fabric fabric) {
    this.fabric = fabric;
    this.routers =
        fabric.devices().values().stream().filter(device -> device.kind().forwards()).toList();
  }

  static List<Finding> find(Fabric fabric) {
    Loops loops = new Loops(fabric);
    loops.places().forEach(loops::follow);
    return List.copyOf(loops.found.values());
  }

  private Set<IpAddress> places() {
    Set<IpAddress> places = new TreeSet<>();
    for (Device router : routers) {
      for (Route route : router.routes().routes()) {
        AddressRange range = AddressRange.of(route.network());
        places.add(range.first());
        if (!route.network().isAll() && range.last().compareTo(range.last().plus(1)) < 0) {
          places.add(range.last().plus(1));
        }
      }
    }
    return places;
  }

  private void follow(IpAddress destination) {
    Set<String> done = new HashSet<>();
    for (Device router : routers) {
      if (!done.contains(router.id())) {
        walk(router, destination, done, new ArrayDeque<>(), new HashSet<>());
      }
    }
  }

  private void walk(
      Device router,
      IpAddress destination,
      Set<String> done,
      Deque<Device> way,
      Set<String> onWay) {
    way.addLast(router);
    onWay.add(router.id());
    for (Device next : next(router, destination)) {
      if (onWay.contains(next.id())) {
        report(next, way, destination);
      } else if (!done.contains(next.id())) {
        walk(next, destination, done, way, onWay);
      }
    }
    way.removeLast();
    onWay.remove(router.id());
    done.add(router.id());
  }

  private List<Device> next(Device router, IpAddress destination) {
    if (router.owns(destination)) {
      return List.of();
    }
    List<Device> next = new ArrayList<>();
    Optional<RoutingTable.Entry> entry = router.routes().lookup(destination);
    for (RoutingTable.Way way : entry.map(RoutingTable.Entry::ways).orElse(List.of())) {
      if (way.nextHop() instanceof NextHop.Via(IpAddress gateway, Interface out)) {
        fabric
            .link(out.link())
            .neighbor(gateway, out)
            .map(end -> fabric.device(end.device()))
            .filter(device -> device.kind().forwards() && device.running())
            .ifPresent(next::add);
      }
    }
    return next;
  }

  private void report(Device start, Deque<Device> way, IpAddress destination) {
    List<Device> circle = new ArrayList<>();
    for (Device device : way) {
      if (!circle.isEmpty() || device.equals(start)) {
        circle.add(device);
      }
    }
    Set<String> ids = new HashSet<>();
    circle.forEach(device -> ids.add(device.id()));
    List<PolicyPath> paths = circle.stream().flatMap(each -> each.path().stream()).toList();
    List<String> names = circle.stream().map(Device::name).toList();
    found.putIfAbsent(
        ids,
        new Finding(
            Finding.Kind.LOOP,
            paths,
            "Packets to %s go round: %s, and back to %s"
                .formatted(destination, String.join(", ", names), names.getFirst())));
  }
}
