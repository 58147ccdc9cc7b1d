package io.nsxsim.reachability;

import io.nsxsim.net.AddressRange;
import io.nsxsim.net.AddressSet;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.FirewallRule;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Link;
import io.nsxsim.topology.NatRule;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RoutingTable;
import io.nsxsim.topology.VirtualServer;
import io.nsxsim.topology.Vnic;
import io.nsxsim.topology.VpnPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Endpoints that everything but the distributed firewall treats alike: the same states, the same
 * way out, and addresses that no routing table and no set of a NAT or gateway rule tells apart. A
 * network of a gateway's own counts by what is beyond its interface, not by the interface.
 */
final class RouteClasses {

  private final Fabric fabric;
  private final List<Endpoint> endpoints;
  private final AddressIndex index;
  private final Partition partition;
  private final Set<AddressSet> used = new HashSet<>(Set.of(AddressSet.ANY, AddressSet.NONE));
  private final Map<String, Set<PolicyPath>> named = new HashMap<>();
  private final Set<IpAddress> taken = new HashSet<>();
  private final Set<String> ends = new HashSet<>();

  private RouteClasses(Fabric fabric, List<Endpoint> endpoints, AddressIndex index) {
    this.fabric = fabric;
    this.endpoints = endpoints;
    this.index = index;
    this.partition = new Partition(endpoints.size());
  }

  /** The class of each endpoint. */
  static int[] of(Fabric fabric, List<Endpoint> endpoints, AddressIndex index) {
    RouteClasses classes = new RouteClasses(fabric, endpoints, index);
    return classes.find();
  }

  private int[] find() {
    endpoints.stream().filter(end -> !end.plain()).forEach(end -> ends.add(end.device().id()));
    fabric.devices().values().forEach(this::learn);
    fabric.devices().values().forEach(this::splitBy);
    partition.refine(hosts());
    splitByNetworks();
    for (int item = 0; item < endpoints.size(); item++) {
      Endpoint endpoint = endpoints.get(item);
      if (!endpoint.plain() || endpoint.addresses().stream().anyMatch(this::isSpecial)) {
        partition.isolate(item);
      }
    }
    return partition.classes();
  }

  /** Tells whether an address means something by itself, or two workloads have it. */
  private boolean isSpecial(IpAddress address) {
    return taken.contains(address) || fabric.directory().at(address).size() > 1;
  }

  /** Notes which interfaces and addresses of a device mean something by themselves. */
  private void learn(Device device) {
    if (device.kind().forwards()) {
      taken.addAll(device.addresses());
      device.services().virtualServers().stream().map(VirtualServer::address).forEach(taken::add);
    }
    Set<PolicyPath> paths = new HashSet<>();
    device.services().nat().forEach(rule -> paths.addAll(rule.scope()));
    device.services().firewall().forEach(rule -> rule.scope().ifPresent(paths::addAll));
    if (!paths.isEmpty()) {
      named.put(device.id(), paths);
    }
  }

  private void splitBy(Device device) {
    if (device.kind().forwards() || ends.contains(device.id())) {
      splitByRoutes(device);
    }
    splitBy(device.services().translated());
    device.services().nat().forEach(this::splitBy);
    for (VpnPolicy policy : device.services().vpnPolicies()) {
      splitBy(policy.sources());
      splitBy(policy.destinations());
    }
    for (FirewallRule rule : device.services().firewall()) {
      splitBy(rule.sources().addresses());
      splitBy(rule.destinations().addresses());
    }
  }

  private void splitBy(AddressSet set) {
    if (used.add(set)) {
      partition.refine(index.members(set));
    }
  }

  private void splitBy(NatRule rule) {
    splitBy(rule.source());
    splitBy(rule.destination());
    splitBy(rule.translated());
    switch (rule.action()) {
      case SNAT -> splitByCounterpart(rule.source(), rule.translated());
      case DNAT -> splitByCounterpart(rule.destination(), rule.translated());
      case REFLEXIVE -> {
        splitByCounterpart(rule.source(), rule.translated());
        splitByCounterpart(rule.translated(), rule.source());
      }
      case NAT64 -> splitByCounterpart(AddressSet.ANY, rule.translated());
      case NO_SNAT, NO_DNAT -> {}
    }
  }

  /** An address that is translated to one of several is told by which. */
  private void splitByCounterpart(AddressSet from, AddressSet to) {
    if (to.size() > 1) {
      partition.refine(
          index.labels(from.ranges(), (item, address) -> NatRule.counterpart(address, from, to)));
    }
  }

  private void splitByRoutes(Device device) {
    AddressSet covered =
        AddressSet.of(
            device.routes().routes().stream()
                .map(Route::network)
                .filter(network -> !network.isAll())
                .map(AddressRange::of)
                .toList());
    Map<RoutingTable.Entry, Object> known = new HashMap<>();
    partition.refine(
        index.labels(
            covered.ranges(),
            (item, address) ->
                device
                    .routes()
                    .lookup(address)
                    .map(entry -> label(device, entry, endpoints.get(item), address, known))
                    .orElse("nowhere")));
  }

  private Object label(
      Device device,
      RoutingTable.Entry entry,
      Endpoint endpoint,
      IpAddress address,
      Map<RoutingTable.Entry, Object> known) {
    boolean isDirect =
        entry.ways().stream().anyMatch(way -> way.nextHop() instanceof NextHop.Direct);
    return isDirect
        ? ways(device, entry, endpoint, address)
        : known.computeIfAbsent(entry, unseen -> ways(device, unseen, endpoint, address));
  }

  private List<Object> ways(
      Device device, RoutingTable.Entry entry, Endpoint endpoint, IpAddress address) {
    List<Object> labels = new ArrayList<>();
    for (RoutingTable.Way way : entry.ways()) {
      labels.add(
          switch (way.nextHop()) {
            case NextHop.Direct(Interface out) ->
                List.of(end(device, out), neighbor(endpoint, address, out));
            case NextHop.Via(IpAddress gateway, Interface out) -> List.of(gateway, out.id());
            case NextHop.Discard() -> "discard";
            case NextHop.Outside() -> "outside";
          });
    }
    return labels;
  }

  /** What an interface of a gateway is, as far as anything depends on it. */
  private List<Object> end(Device device, Interface end) {
    Set<PolicyPath> paths = named.getOrDefault(device.id(), Set.of());
    boolean isNamed = end.path().filter(paths::contains).isPresent();
    Link.Kind link = fabric.link(end.link()).kind();
    return device.kind().isGateway() && !isNamed
        ? List.of(device.id(), end.role(), link, end.strict())
        : List.of(device.id(), end.id(), link);
  }

  private Object neighbor(Endpoint endpoint, IpAddress address, Interface out) {
    Optional<Interface> neighbor = fabric.link(out.link()).neighbor(address, out);
    return neighbor.isEmpty()
        ? "nobody"
        : neighbor.get().device().equals(endpoint.device().id()) ? "itself" : neighbor.get().id();
  }

  private Map<Integer, Object> hosts() {
    Map<Integer, Object> labels = new HashMap<>();
    for (int item = 0; item < endpoints.size(); item++) {
      if (endpoints.get(item).plain()) {
        labels.put(item, host(endpoints.get(item)));
      }
    }
    return labels;
  }

  private List<Object> host(Endpoint endpoint) {
    List<Object> labels = new ArrayList<>();
    labels.add(List.of(endpoint.device().kind(), endpoint.device().running()));
    for (IpAddress address : endpoint.addresses()) {
      Interface card = endpoint.card(address);
      labels.add(
          List.of(
              address.ipv6(),
              fabric.link(card.link()).kind(),
              card.vnic().isPresent(),
              card.vnic().flatMap(Vnic::blockedBy).isPresent(),
              neighborOnOwnLink(endpoint, card, address)));
    }
    for (NextHop.Via way : endpoint.waysOut()) {
      Optional<Interface> gateway = fabric.link(way.by().link()).neighbor(way.gateway(), way.by());
      labels.add(
          List.of(
              way.gateway().ipv6(),
              gateway
                  .<Object>map(end -> end(fabric.device(end.device()), end))
                  .orElseGet(() -> fabric.link(way.by().link()).kind())));
    }
    return labels;
  }

  private Object neighborOnOwnLink(Endpoint endpoint, Interface card, IpAddress address) {
    Interface owner = fabric.link(card.link()).owner(address);
    return owner != null && owner.device().equals(endpoint.device().id());
  }

  /** A host that takes others' addresses for local, or is taken so, is like no other. */
  private void splitByNetworks() {
    Map<Endpoint.Place, List<Integer>> places = new HashMap<>();
    for (int item = 0; item < endpoints.size(); item++) {
      if (endpoints.get(item).plain()) {
        places.computeIfAbsent(endpoints.get(item).place(), place -> new ArrayList<>()).add(item);
      }
    }
    places.forEach(this::splitByNetworks);
  }

  private void splitByNetworks(Endpoint.Place place, List<Integer> items) {
    for (Cidr network : place.networks()) {
      boolean hasOthers =
          index.in(AddressRange.of(network)).stream()
              .anyMatch(entry -> !endpoints.get(entry.item()).place().equals(place));
      if (hasOthers) {
        splitBy(AddressSet.of(network));
        Map<Integer, Object> labels = new HashMap<>();
        items.forEach(item -> labels.put(item, place));
        partition.refine(labels);
      }
    }
  }
}
