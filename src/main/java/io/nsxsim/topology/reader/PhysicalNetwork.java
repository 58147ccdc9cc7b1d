package io.nsxsim.topology.reader;

import io.nsxsim.inventory.ExternalHost;
import io.nsxsim.inventory.PhysicalRouter;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Link;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Role;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RouteSource;
import io.nsxsim.topology.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the routers outside NSX and the hosts behind them. */
final class PhysicalNetwork {

  private final FabricBuilder fabric;
  private final Notes notes;
  private final List<Workload> workloads = new ArrayList<>();
  private final Map<IpAddress, String> dnsNames = new HashMap<>();

  PhysicalNetwork(FabricBuilder fabric, Notes notes) {
    this.fabric = fabric;
    this.notes = notes;
  }

  /** The device id of a physical router. */
  static String device(PhysicalRouter router) {
    return "router:" + router.id();
  }

  List<Workload> workloads() {
    return List.copyOf(workloads);
  }

  Map<IpAddress, String> dnsNames() {
    return Map.copyOf(dnsNames);
  }

  /** Reads a router's interfaces and the routes to their networks. */
  void connect(PhysicalRouter router) {
    String id = device(router);
    fabric.declare(id, Device.Kind.PHYSICAL_ROUTER, router.displayName(), Optional.empty(), true);
    for (PhysicalRouter.Interface each : router.interfaces()) {
      Cidr.parse(each.address())
          .ifPresent(address ->
              fabric.attach(
                  Interface.of(
                      id,
                      each.address(),
                      Role.PHYSICAL,
                      Optional.of(address),
                      fabric.lan(address))));
    }
    StaticRoutes.connect(id, fabric);
  }

  /** Reads a router's own routes; one without a next hop leads out of the known network. */
  void route(PhysicalRouter router) {
    String id = device(router);
    for (PhysicalRouter.Route route : router.routes()) {
      List<NextHop> hops = new ArrayList<>();
      for (String text : route.nextHops()) {
        IpAddress.parse(text).ifPresent(hop -> hops.addAll(fabric.towards(id, hop, Set.of())));
      }
      if (hops.isEmpty()) {
        hops.add(new NextHop.Outside());
      }
      Cidr.parse(route.network())
          .ifPresent(network ->
              fabric.route(id, Route.of(network, RouteSource.STATIC, hops, Optional.empty())));
    }
  }

  /** Puts a host behind its router, with the routers between them. */
  void add(ExternalHost host) {
    String id = "host:" + host.id();
    fabric.declare(id, Device.Kind.EXTERNAL_HOST, host.displayName(), Optional.empty(), true);
    Optional<IpAddress> address = IpAddress.parse(host.ipAddress());
    workloads.add(workload(host, id, address));
    String router = "router:" + host.routerId();
    if (address.isEmpty() || !fabric.knows(router)) {
      notes.add(
          id, "The router " + host.routerId() + " of " + host.displayName() + " is not known");
      return;
    }
    host.dnsNames().stream().findFirst().ifPresent(name -> dnsNames.put(address.get(), name));
    Optional<Interface> lan =
        host.hops().isEmpty() ? onLan(router, address.get()) : Optional.empty();
    if (lan.isPresent()) {
      plug(id, address.get(), lan.get());
    } else {
      chain(host, id, address.get(), router);
    }
  }

  private Optional<Interface> onLan(String router, IpAddress address) {
    return fabric.interfaces(router).stream()
        .filter(end -> end.address().filter(own -> own.contains(address)).isPresent())
        .findFirst();
  }

  private void plug(String id, IpAddress address, Interface router) {
    Cidr own = router.address().orElseThrow();
    Interface end =
        fabric.attach(
            Interface.of(
                id, "eth0", Role.NIC, Optional.of(new Cidr(address, own.length())), router.link()));
    StaticRoutes.connect(id, fabric);
    defaultRoute(id, new NextHop.Via(own.address(), end));
  }

  /** Builds router, hop, …, hop, host as a chain of lines, with routes both ways. */
  private void chain(ExternalHost host, String id, IpAddress address, String router) {
    List<String> devices = new ArrayList<>(List.of(router));
    List<Optional<IpAddress>> own = new ArrayList<>(List.of(firstAddress(router, address.ipv6())));
    for (ExternalHost.Hop hop : host.hops()) {
      String device = id + "/hop-" + devices.size();
      fabric.declare(device, Device.Kind.TRANSIT_ROUTER, device, Optional.empty(), true);
      Optional<IpAddress> hopAddress = IpAddress.parse(hop.ipAddress());
      if (!hop.dnsName().isEmpty()) {
        hopAddress.ifPresent(known -> dnsNames.put(known, hop.dnsName()));
      }
      devices.add(device);
      own.add(hopAddress);
    }
    devices.add(id);
    own.add(Optional.of(address));
    for (int i = 0; i + 1 < devices.size(); i++) {
      String line = fabric.link("line:" + id + "/" + i, Link.Kind.LINE);
      Interface near = end(devices.get(i), own.get(i), line);
      Interface far = end(devices.get(i + 1), own.get(i + 1), line);
      defaultRoute(devices.get(i + 1), new NextHop.Direct(far));
      own.subList(i + 1, own.size())
          .forEach(target -> target.ifPresent(ip -> toHost(near, Cidr.host(ip))));
    }
  }

  private Interface end(String device, Optional<IpAddress> address, String line) {
    return fabric.attach(Interface.of(device, line, Role.PHYSICAL, address.map(Cidr::host), line));
  }

  private Optional<IpAddress> firstAddress(String router, boolean ipv6) {
    return fabric.interfaces(router).stream()
        .flatMap(end -> end.ip().stream())
        .filter(address -> address.ipv6() == ipv6)
        .findFirst();
  }

  private void toHost(Interface out, Cidr target) {
    fabric.route(
        out.device(),
        Route.of(
            target, RouteSource.CONNECTED, List.of(new NextHop.Direct(out)), Optional.empty()));
  }

  private void defaultRoute(String device, NextHop hop) {
    for (boolean ipv6 : new boolean[] {false, true}) {
      fabric.route(
          device, Route.of(Cidr.all(ipv6), RouteSource.STATIC, List.of(hop), Optional.empty()));
    }
  }

  private static Workload workload(ExternalHost host, String id, Optional<IpAddress> address) {
    Set<String> names = new HashSet<>(host.dnsNames());
    names.add(host.displayName());
    return new Workload(
        id,
        host.displayName() + " (" + host.id() + ")",
        Set.of(host.id(), id),
        names,
        address.stream().toList());
  }
}
