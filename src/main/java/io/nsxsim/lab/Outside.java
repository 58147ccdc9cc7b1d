package io.nsxsim.lab;

import io.nsxsim.inventory.ExternalHost;
import io.nsxsim.inventory.PhysicalRouter;
import io.nsxsim.lab.Namespace.Port;
import io.nsxsim.lab.Namespace.Side;
import io.nsxsim.lab.Namespace.Way;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Routers outside NSX, hosts behind them, and the rest of the world, which swallows everything. */
final class Outside {

  private static final int CONNECTED = 0;

  private final Blueprint blueprint;
  private final List<PhysicalRouter> routers;
  private final Map<String, Namespace> byId = new LinkedHashMap<>();
  private Optional<Namespace> world = Optional.empty();

  Outside(List<PhysicalRouter> routers, Blueprint blueprint) {
    this.blueprint = blueprint;
    this.routers = routers;
    for (PhysicalRouter router : routers) {
      Namespace namespace = blueprint.add("r", router.id(), true);
      byId.put(router.id(), namespace);
      for (PhysicalRouter.Interface each : router.interfaces()) {
        Cidr.parse(each.address())
            .ifPresent(
                own -> blueprint.plug(namespace, Segments.lan(own), "", Side.IN, List.of(own)));
      }
    }
  }

  /** The router that has an address. */
  Optional<PhysicalRouter> owner(IpAddress address) {
    return routers.stream()
        .filter(router ->
            router.interfaces().stream()
                .flatMap(each -> Cidr.parse(each.address()).stream())
                .anyMatch(own -> own.address().equals(address)))
        .findFirst();
  }

  /** Gives the router that has an address a route by way of a neighbor of that address. */
  void learn(IpAddress router, Cidr network, int distance, IpAddress neighbor) {
    owner(router)
        .flatMap(known -> Optional.ofNullable(byId.get(known.id())))
        .ifPresent(namespace ->
            namespace.towards(neighbor).forEach(way -> namespace.route(network, distance, way)));
  }

  /** Adds the routes that routers are told to have. */
  void addRoutes() {
    for (PhysicalRouter router : routers) {
      for (PhysicalRouter.Route route : router.routes()) {
        Cidr.parse(route.network()).ifPresent(network -> addRoute(router, route, network));
      }
    }
  }

  private void addRoute(PhysicalRouter router, PhysicalRouter.Route route, Cidr network) {
    Namespace namespace = byId.get(router.id());
    if (namespace == null) {
      return;
    }
    List<Way> ways =
        route.nextHops().stream()
            .flatMap(hop -> IpAddress.parse(hop).stream())
            .flatMap(hop -> namespace.towards(hop).stream())
            .toList();
    List<Way> used = ways.isEmpty() ? List.of(intoTheWorld(router, namespace)) : ways;
    used.forEach(way -> namespace.route(network, Routing.STATIC, way));
  }

  private Way intoTheWorld(PhysicalRouter router, Namespace namespace) {
    String wire = "world:" + router.id();
    Optional<Port> known =
        namespace.ports().stream().filter(port -> port.path().equals(wire)).findFirst();
    return new Way.Through(
        known.orElseGet(() -> {
          Namespace everything = world.orElseGet(() -> blueprint.add("world", "outside", false));
          world = Optional.of(everything);
          blueprint.tube(everything, wire, "", List.of());
          return blueprint.tube(namespace, wire, wire, List.of());
        }));
  }

  /** Puts a host behind its router, with the routers between them. */
  void add(ExternalHost host) {
    Optional<IpAddress> address = IpAddress.parse(host.ipAddress());
    Namespace router = byId.get(host.routerId());
    if (address.isEmpty() || router == null) {
      blueprint.remark("The router of the host " + host.id() + " is not known; it is left out");
      return;
    }
    List<String> aliases = new ArrayList<>(List.of(host.displayName()));
    aliases.addAll(host.dnsNames());
    Namespace namespace = blueprint.workload("h", host.id(), false, aliases);
    Optional<Cidr> lan =
        router.ports().stream()
            .flatMap(port -> port.addresses().stream())
            .filter(own -> own.contains(address.get()))
            .findFirst()
            .filter(own -> host.hops().isEmpty());
    if (lan.isPresent()) {
      plugIn(namespace, new Cidr(address.get(), lan.get().length()), lan.get());
    } else {
      chain(host, router, namespace, address.get());
    }
  }

  private void plugIn(Namespace host, Cidr own, Cidr router) {
    Port port = blueprint.plug(host, Segments.lan(own), "", Side.IN, List.of(own));
    host.route(Cidr.all(own.ipv6()), Routing.STATIC, new Way.Via(router.address(), port));
  }

  /** Builds router, hop, …, hop, host; what lies further on is told to everyone before it. */
  private void chain(ExternalHost host, Namespace router, Namespace last, IpAddress address) {
    List<Namespace> row = new ArrayList<>(List.of(router));
    List<Optional<IpAddress>> own = new ArrayList<>();
    own.add(
        router.ports().stream()
            .flatMap(port -> port.addresses().stream())
            .map(Cidr::address)
            .findFirst());
    for (ExternalHost.Hop hop : host.hops()) {
      Namespace transit = blueprint.add("hop", host.id() + "-" + row.size(), true);
      Optional<IpAddress> known = IpAddress.parse(hop.ipAddress());
      if (known.isEmpty()) {
        transit.filter("output", "filter hook output priority 0", List.of("drop"));
      }
      row.add(transit);
      own.add(known);
    }
    row.add(last);
    own.add(Optional.of(address));
    for (int i = 0; i + 1 < row.size(); i++) {
      String wire = "line:" + host.id() + "/" + i;
      Port near = blueprint.tube(row.get(i), wire, "", only(own.get(i)));
      Port far = blueprint.tube(row.get(i + 1), wire, "", only(own.get(i + 1)));
      for (Optional<IpAddress> target : own.subList(i + 1, own.size())) {
        Namespace here = row.get(i);
        target.ifPresent(known -> here.route(Cidr.host(known), CONNECTED, new Way.Through(near)));
      }
      row.get(i + 1).route(Cidr.ALL_IPV4, Routing.STATIC, new Way.Through(far));
      row.get(i + 1).route(Cidr.ALL_IPV6, Routing.STATIC, new Way.Through(far));
    }
  }

  private static List<Cidr> only(Optional<IpAddress> address) {
    return address.map(Cidr::host).stream().toList();
  }
}
