package io.nsxsim.simulation;

import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.DistributedFirewall;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.FirewallRule;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Link;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RoutingTable;
import io.nsxsim.topology.RuleList;
import io.nsxsim.topology.Services;
import io.nsxsim.topology.Vnic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A fabric as it would be without the one thing that stopped a packet. */
final class Unblocked {

  private Unblocked() {}

  /** The fabric without what ended a journey; empty where nothing can be taken away. */
  static Optional<Fabric> of(Fabric fabric, Ending ending, Packet packet) {
    return switch (ending.fate()) {
      case FIREWALL_DROP, FIREWALL_REJECT ->
          ending.decidedBy().map(rule -> withoutRule(fabric, ending.device(), rule));
      case NULL_ROUTE -> Optional.of(withoutNullRoute(fabric, ending.device(), packet));
      case POWERED_OFF -> Optional.of(running(fabric, ending.device()));
      case NO_NEIGHBOR ->
          ending
              .decidedBy()
              .map(PolicyPath::value)
              .filter(id -> fabric.devices().containsKey(id) && !fabric.device(id).running())
              .map(id -> running(fabric, id));
      case PORT_DOWN -> ending.decidedBy().map(port -> up(fabric, ending.device(), port));
      case DELIVERED,
          OTHER_HOST,
          NO_ROUTE,
          NO_POOL_MEMBER,
          ACCESS_LIST,
          FRAG_NEEDED,
          REVERSE_PATH,
          UNDECIDED,
          LEFT_NETWORK,
          LOOP,
          NOT_FORWARDED,
          NOT_CONNECTED ->
          Optional.empty();
    };
  }

  private static Fabric withoutRule(Fabric fabric, String device, PolicyPath rule) {
    DistributedFirewall old = fabric.distributedFirewall();
    Fabric filtered =
        new Fabric(
            fabric.devices(),
            fabric.links(),
            new DistributedFirewall(
                new RuleList(without(old.ethernet(), rule)),
                new RuleList(without(old.rules(), rule)),
                old.excluded()),
            fabric.directory(),
            fabric.pathHash(),
            fabric.notes());
    Services services = fabric.device(device).services();
    return without(services.firewall(), rule).size() == services.firewall().size()
        ? filtered
        : with(filtered, device, each -> withoutRule(each, rule));
  }

  private static Device withoutRule(Device device, PolicyPath rule) {
    Services old = device.services();
    return copy(
        device,
        device.interfaces(),
        device.routes(),
        new Services(
            old.nat(),
            without(old.firewall(), rule),
            old.central(),
            old.firewallOn(),
            old.stateful(),
            old.virtualServers(),
            old.translated(),
            old.vpnPolicies()),
        device.running());
  }

  private static List<FirewallRule> without(List<FirewallRule> rules, PolicyPath rule) {
    return rules.stream().filter(each -> !each.path().equals(rule)).toList();
  }

  private static Fabric withoutNullRoute(Fabric fabric, String device, Packet packet) {
    return with(
        fabric,
        device,
        each ->
            copy(
                each,
                each.interfaces(),
                RoutingTable.of(
                    each.routes().routes().stream()
                        .filter(route -> !isDiscarding(route, packet))
                        .toList()),
                each.services(),
                each.running()));
  }

  private static boolean isDiscarding(Route route, Packet packet) {
    return route.network().contains(packet.destination())
        && route.nextHops().stream().anyMatch(NextHop.Discard.class::isInstance);
  }

  private static Fabric running(Fabric fabric, String device) {
    return with(
        fabric,
        device,
        each -> copy(each, each.interfaces(), each.routes(), each.services(), true));
  }

  /** A port that is up: its card is known to its device, its routes and its link. */
  private static Fabric up(Fabric fabric, String device, PolicyPath down) {
    Device old = fabric.device(device);
    Fabric changed =
        with(
            fabric,
            device,
            each ->
                copy(
                    each,
                    each.interfaces().stream().map(end -> up(end, device, down)).toList(),
                    RoutingTable.of(
                        each.routes().routes().stream()
                            .map(route -> up(route, device, down))
                            .toList()),
                    each.services(),
                    each.running()));
    Map<String, Link> links = new HashMap<>(changed.links());
    for (Interface end : old.interfaces()) {
      Link link = fabric.link(end.link());
      Map<IpAddress, Interface> neighbors = new HashMap<>(link.neighbors());
      neighbors.replaceAll((address, each) -> up(each, device, down));
      Map<IpAddress, Interface> machines = new HashMap<>(link.machines());
      machines.replaceAll((address, each) -> up(each, device, down));
      links.put(
          link.id(),
          new Link(
              link.id(),
              link.kind(),
              neighbors,
              machines,
              link.proxies(),
              link.ends().stream().map(each -> up(each, device, down)).toList()));
    }
    return new Fabric(
        changed.devices(),
        links,
        changed.distributedFirewall(),
        changed.directory(),
        changed.pathHash(),
        changed.notes());
  }

  private static Interface up(Interface end, String device, PolicyPath down) {
    return end.device().equals(device)
            && end.vnic().flatMap(Vnic::blockedBy).filter(down::equals).isPresent()
        ? end.withVnic(new Vnic(end.vnic().orElseThrow().port(), Optional.empty()))
        : end;
  }

  private static Route up(Route route, String device, PolicyPath down) {
    return new Route(
        route.network(),
        route.source(),
        route.distance(),
        route.nextHops().stream().map(hop -> up(hop, device, down)).toList(),
        route.origin());
  }

  private static NextHop up(NextHop hop, String device, PolicyPath down) {
    return switch (hop) {
      case NextHop.Direct(Interface by) -> new NextHop.Direct(up(by, device, down));
      case NextHop.Via(IpAddress gateway, Interface by) ->
          new NextHop.Via(gateway, up(by, device, down));
      case NextHop.Discard(), NextHop.Outside() -> hop;
    };
  }

  private static Device copy(
      Device device,
      List<Interface> interfaces,
      RoutingTable routes,
      Services services,
      boolean running) {
    return new Device(
        device.id(),
        device.kind(),
        device.name(),
        device.path(),
        interfaces,
        routes,
        device.addresses(),
        device.salt(),
        services,
        running);
  }

  private static Fabric with(Fabric fabric, String device, UnaryOperator<Device> change) {
    Map<String, Device> devices = new HashMap<>(fabric.devices());
    devices.put(device, change.apply(fabric.device(device)));
    return new Fabric(
        devices,
        fabric.links(),
        fabric.distributedFirewall(),
        fabric.directory(),
        fabric.pathHash(),
        fabric.notes());
  }
}
