package io.nsxsim.topology.reader;

import io.nsxsim.inventory.RouterLink;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.TransitNetworks;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Link;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Role;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RouteSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives each tier-1 its /31 of the tier-0's transit subnets: the even address to the tier-0, the
 * odd one to the tier-1.
 *
 * <p>{@link TransitNetworks} chooses, the tier-1s in the order of their paths; the inventory may
 * pin links.
 *
 * <p>For IPv6 each link has a /64 of the IPv6 transit subnet, in which the tier-0 is 1 and the
 * tier-1 is 2; NSX makes up a unique local /48 where none is configured, here it is always the
 * same.
 */
final class RouterLinks {

  private final FabricBuilder fabric;
  private final EdgeNodes edges;
  private final Notes notes;
  private final GlobalSettings settings;
  private final Map<PolicyPath, List<Cidr>> pinned = new HashMap<>();

  RouterLinks(
      List<RouterLink> links,
      FabricBuilder fabric,
      EdgeNodes edges,
      GlobalSettings settings,
      Notes notes) {
    this.edges = edges;
    this.settings = settings;
    this.fabric = fabric;
    this.notes = notes;
    for (RouterLink link : links) {
      Optional<Cidr> network = Cidr.parse(link.network()).filter(cidr -> cidr.length() == 31);
      if (network.isPresent() && PolicyPath.isPolicyPath(link.tier1Path())) {
        pinned
            .computeIfAbsent(new PolicyPath(link.tier1Path()), tier1 -> new ArrayList<>())
            .add(network.get().network());
      } else {
        notes.add(link.tier1Path(), "The router link " + link.network() + " is no /31");
      }
    }
  }

  /** Links all tier-1s that name a tier-0. */
  void connect(Gateways gateways) {
    gateways.tier0s().filter(Gateway::isConnected).forEach(tier0 -> connect(tier0, gateways));
    gateways
        .tier1s()
        .filter(tier1 -> tier1.tier0().isPresent())
        .filter(tier1 -> gateways.find(tier1.tier0().get()).isEmpty())
        .forEach(tier1 -> notes.add(tier1.id(), "There is no tier-0 " + tier1.tier0().get()));
  }

  private void connect(Gateway tier0, Gateways gateways) {
    List<Gateway> tier1s =
        gateways
            .tier1s()
            .filter(tier1 -> tier1.tier0().equals(Optional.of(tier0.path())))
            .filter(Gateway::isConnected)
            .sorted((one, other) -> one.path().compareTo(other.path()))
            .toList();
    TransitNetworks transit =
        new TransitNetworks(tier0.parent().orElse(tier0).document().texts("transit_subnets"));
    for (Gateway tier1 : tier1s) {
      pinned.getOrDefault(tier1.path(), List.of()).forEach(transit::take);
    }
    for (Gateway tier1 : tier1s) {
      List<Cidr> networks =
          pinned.containsKey(tier1.path())
              ? pinned.getOrDefault(tier1.path(), List.of())
              : allocate(tier1, transit);
      if (edges.isOut(tier1)) {
        notes.add(tier1.id(), tier1.path() + " has no edge node in service: it has no way up");
        continue;
      }
      connect(tier0, tier1, networks);
      connectIpv6(tier0, tier1, networks, transit);
    }
  }

  private void connectIpv6(
      Gateway tier0, Gateway tier1, List<Cidr> networks, TransitNetworks transit) {
    if (networks.isEmpty()) {
      return;
    }
    Cidr network = transit.ipv6(tier1.id());
    String link = linkOf(tier1, networks.getFirst());
    Cidr upper = new Cidr(network.first().plus(1), network.length());
    Cidr lower = new Cidr(network.first().plus(2), network.length());
    NextHop up = attach(tier0, tier1, link, upper, lower);
    defaultRoute(tier1, Cidr.ALL_IPV6, List.of(up));
  }

  private static String linkOf(Gateway tier1, Cidr network) {
    return "router-link:" + tier1.id() + ":" + network;
  }

  private void connect(Gateway tier0, Gateway tier1, List<Cidr> networks) {
    List<NextHop> up = new ArrayList<>();
    for (Cidr network : networks) {
      String link = fabric.link(linkOf(tier1, network), Link.Kind.ROUTER_LINK);
      Cidr even = new Cidr(network.first(), 31);
      Cidr odd = new Cidr(network.last(), 31);
      up.add(attach(tier0, tier1, link, even, odd));
    }
    defaultRoute(tier1, Cidr.ALL_IPV4, up);
  }

  /** Puts both ends on a link and answers the tier-1's way up. */
  private NextHop attach(Gateway tier0, Gateway tier1, String link, Cidr upper, Cidr lower) {
    String name = upper.ipv6() ? link + "#6" : link;
    fabric.attach(
        Interface.of(tier0.id(), name, Role.LINK_TO_TIER1, Optional.of(upper), link)
            .withPath(tier1.path())
            .withMtu(settings.mtu()));
    Interface own =
        Interface.of(tier1.id(), name, Role.LINK_TO_TIER0, Optional.of(lower), link)
            .withPath(tier1.path())
            .withMtu(settings.mtu());
    return new NextHop.Via(upper.address(), fabric.attach(own));
  }

  private void defaultRoute(Gateway tier1, Cidr everything, List<NextHop> up) {
    fabric.route(
        tier1.id(), Route.of(everything, RouteSource.TIER1_DEFAULT, up, Optional.of(tier1.path())));
  }

  private List<Cidr> allocate(Gateway tier1, TransitNetworks transit) {
    Optional<Cidr> network = transit.ipv4(tier1.id());
    if (network.isEmpty()) {
      notes.add(tier1.id(), "No /31 is left for " + tier1.path());
    }
    return network.stream().toList();
  }
}
