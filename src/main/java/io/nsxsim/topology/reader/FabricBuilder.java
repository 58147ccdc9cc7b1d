package io.nsxsim.topology.reader;

import io.nsxsim.net.AddressSet;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Link;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RoutingTable;
import io.nsxsim.topology.Services;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Devices, links and routes while they are being put together. */
final class FabricBuilder {

  private final Map<String, DeviceDraft> devices = new LinkedHashMap<>();
  private final Map<String, LinkDraft> links = new LinkedHashMap<>();

  private static final class DeviceDraft {
    private final Device.Kind kind;
    private final String name;
    private final Optional<PolicyPath> path;
    private final boolean running;
    private final List<Interface> interfaces = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();
    private final Set<IpAddress> addresses = new HashSet<>();
    private Services services = Services.NONE;

    private DeviceDraft(Device.Kind kind, String name, Optional<PolicyPath> path, boolean running) {
      this.kind = kind;
      this.name = name;
      this.path = path;
      this.running = running;
    }
  }

  private static final class LinkDraft {
    private final Link.Kind kind;
    private final Map<IpAddress, Interface> neighbors = new HashMap<>();
    private final List<Link.Proxy> proxies = new ArrayList<>();
    private final List<Interface> ends = new ArrayList<>();

    private LinkDraft(Link.Kind kind) {
      this.kind = kind;
    }
  }

  void declare(
      String id, Device.Kind kind, String name, Optional<PolicyPath> path, boolean running) {
    devices.putIfAbsent(id, new DeviceDraft(kind, name, path, running));
  }

  boolean isTier0(String device) {
    return draft(device).kind == Device.Kind.TIER0;
  }

  boolean knows(String device) {
    return devices.containsKey(device);
  }

  List<String> ids(Device.Kind kind) {
    return devices.entrySet().stream()
        .filter(entry -> entry.getValue().kind == kind)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The link of an id; it comes into being when it is first asked for. */
  String link(String id, Link.Kind kind) {
    links.putIfAbsent(id, new LinkDraft(kind));
    return id;
  }

  /** The network of the physical world that holds an address; VLAN segments are part of it. */
  String lan(Cidr address) {
    return link("lan:" + address.network(), Link.Kind.LAN);
  }

  /** Plugs an interface into its link; the first to claim an address there keeps it. */
  Interface attach(Interface end) {
    draft(end.device()).interfaces.add(end);
    linkDraft(end.link()).ends.add(end);
    end.ip().ifPresent(address -> answer(address, end));
    return end;
  }

  /** Makes an interface own one more address on its link. */
  void answer(IpAddress address, Interface end) {
    draft(end.device()).addresses.add(address);
    linkDraft(end.link()).neighbors.putIfAbsent(address, end);
  }

  /** Makes a device take what is sent to an address that no link of it has. */
  void own(String device, IpAddress address) {
    draft(device).addresses.add(address);
  }

  /** Makes an interface answer ARP for addresses that are only routed through it. */
  void proxy(AddressSet addresses, Interface end) {
    if (!addresses.isEmpty()) {
      linkDraft(end.link()).proxies.add(new Link.Proxy(addresses, end));
    }
  }

  void route(String device, Route route) {
    if (!route.nextHops().isEmpty()) {
      draft(device).routes.add(route);
    }
  }

  void services(String device, Services services) {
    draft(device).services = services;
  }

  Services services(String device) {
    return draft(device).services;
  }

  List<Interface> interfaces(String device) {
    return List.copyOf(draft(device).interfaces);
  }

  List<Route> routes(String device) {
    return List.copyOf(draft(device).routes);
  }

  /** The interface on a link that owns an address. */
  Optional<Interface> owner(String link, IpAddress address) {
    return Optional.ofNullable(linkDraft(link).neighbors.get(address));
  }

  /** The ways from a device to a neighbor, restricted to interfaces that {@code allowed} names. */
  List<NextHop> towards(String device, IpAddress neighbor, Set<PolicyPath> allowed) {
    return draft(device).interfaces.stream()
        .filter(end -> allowed.isEmpty() || end.path().filter(allowed::contains).isPresent())
        .filter(end -> end.address().filter(own -> own.contains(neighbor)).isPresent())
        .filter(end -> !end.ip().equals(Optional.of(neighbor)))
        .<NextHop>map(end -> new NextHop.Via(neighbor, end))
        .toList();
  }

  /** The ways from a device to the owner of an interface, across the link that both are on. */
  List<NextHop> across(String device, Interface neighbor) {
    IpAddress address = neighbor.ip().orElseThrow();
    return linkDraft(neighbor.link()).ends.stream()
        .filter(end -> end.device().equals(device))
        .filter(end -> end.address().filter(own -> own.contains(address)).isPresent())
        .<NextHop>map(end -> new NextHop.Via(address, end))
        .toList();
  }

  Map<String, Device> devices() {
    Map<String, Device> built = HashMap.newHashMap(devices.size());
    devices.forEach((id, draft) ->
        built.put(
            id,
            new Device(
                id,
                draft.kind,
                draft.name,
                draft.path,
                draft.interfaces,
                RoutingTable.of(draft.routes),
                draft.addresses,
                salt(draft.addresses),
                draft.services,
                draft.running)));
    return built;
  }

  /** All links, with the machines on them. */
  Map<String, Link> links(MachineLayer machines) {
    machines.links().forEach((id, there) -> link(id, there.kind()));
    Map<String, Link> built = HashMap.newHashMap(links.size());
    links.forEach((id, draft) ->
        built.put(
            id,
            new Link(
                id,
                draft.kind,
                draft.neighbors,
                machines.on(id).owners(),
                draft.proxies,
                draft.ends)));
    return built;
  }

  /** The lowest address, folded; so it stays what it is when higher ones come or go. */
  private static int salt(Set<IpAddress> addresses) {
    return addresses.isEmpty() ? 0 : Collections.min(addresses).folded();
  }

  /** The kinds of the links so far, by id. */
  Map<String, Link.Kind> linkKinds() {
    Map<String, Link.Kind> kinds = new LinkedHashMap<>();
    links.forEach((id, draft) -> kinds.put(id, draft.kind));
    return kinds;
  }

  private DeviceDraft draft(String device) {
    DeviceDraft draft = devices.get(device);
    if (draft == null) {
      throw new IllegalStateException("No device " + device);
    }
    return draft;
  }

  private LinkDraft linkDraft(String link) {
    LinkDraft draft = links.get(link);
    if (draft == null) {
      throw new IllegalStateException("No link " + link);
    }
    return draft;
  }
}
