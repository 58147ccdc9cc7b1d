package io.nsxsim.topology.reader;

import io.nsxsim.inventory.PhysicalRouter;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Role;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RouteSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a tier-0 and the physical routers in the networks of its OSPF interfaces tell each other
 * routes. Every such router is taken for a neighbor: areas and keys are not compared.
 */
final class Ospf {

  private final Documents documents;
  private final FabricBuilder fabric;
  private final Redistribution redistribution;
  private final Notes notes;

  Ospf(Documents documents, FabricBuilder fabric, Redistribution redistribution, Notes notes) {
    this.documents = documents;
    this.fabric = fabric;
    this.redistribution = redistribution;
    this.notes = notes;
  }

  /** Exchanges routes on all interfaces of a tier-0 that speak OSPF. */
  void exchange(
      Gateway tier0, List<PhysicalRouter> routers, List<Advertisement.Network> translated) {
    for (Document locale : tier0.localeServices()) {
      for (Document ospf : documents.below(locale.path(), "OspfRoutingConfig")) {
        if (ospf.flag("enabled", false)) {
          exchange(tier0, locale, ospf, routers, translated);
        }
      }
    }
  }

  private void exchange(
      Gateway tier0,
      Document locale,
      Document ospf,
      List<PhysicalRouter> routers,
      List<Advertisement.Network> translated) {
    Set<Cidr> told =
        new LinkedHashSet<>(
            redistribution.told(tier0, locale, translated, Redistribution.Destination.OSPF));
    if (ospf.flag("default_originate", false)) {
      told.add(Cidr.ALL_IPV4);
    }
    for (Interface end : fabric.interfaces(tier0.id())) {
      if (end.role() == Role.EXTERNAL && speaks(end)) {
        routers.forEach(router -> exchange(ospf.path(), end, router, told));
      }
    }
  }

  private boolean speaks(Interface end) {
    return end.address().filter(address -> !address.ipv6()).isPresent()
        && end.path()
            .flatMap(documents::find)
            .flatMap(each -> each.object("ospf"))
            .filter(each -> each.flag("enabled", true))
            .isPresent();
  }

  private void exchange(PolicyPath ospf, Interface end, PhysicalRouter router, Set<Cidr> told) {
    String device = PhysicalNetwork.device(router);
    Optional<Interface> neighbor =
        fabric.interfaces(device).stream()
            .filter(other -> other.link().equals(end.link()))
            .findFirst();
    if (neighbor.isEmpty()) {
      return;
    }
    notes.add(end.device(), device + " is assumed to be an OSPF neighbor on " + end.name());
    IpAddress there = neighbor.get().ip().orElseThrow();
    for (PhysicalRouter.Route route : router.routes()) {
      Cidr.parse(route.network())
          .filter(network -> !network.ipv6())
          .ifPresent(network -> learn(end.device(), network, new NextHop.Via(there, end), ospf));
    }
    NextHop back = new NextHop.Via(end.ip().orElseThrow(), neighbor.get());
    told.stream()
        .filter(network -> !network.ipv6())
        .forEach(network -> learn(device, network, back, ospf));
  }

  private void learn(String device, Cidr network, NextHop hop, PolicyPath ospf) {
    fabric.route(device, Route.of(network, RouteSource.OSPF, List.of(hop), Optional.of(ospf)));
  }
}
