package io.nsxsim.topology.reader;

import io.nsxsim.inventory.RouterLink;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Link;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Role;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RouteSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives each tier-1 its /31 of the tier-0's transit subnets: the even address to the tier-0, the
 * odd one to the tier-1.
 *
 * <p>NSX's own allocator is not known. Here the path of the tier-1 is hashed to a place and the
 * next free one taken, tier-1s in the order of their paths, so that a link stays where it is when
 * other tier-1s come or go, unless two hash to the same place. The inventory may pin links.
 *
 * <p>For IPv6 each link has a /64 of the IPv6 transit subnet, in which the tier-0 is 1 and the
 * tier-1 is 2; NSX makes up a unique local /48 where none is configured, here it is always the
 * same.
 */
final class RouterLinks {

  private static final Cidr DEFAULT_TRANSIT = Cidr.of("100.64.0.0/16");
  private static final Cidr DEFAULT_IPV6_TRANSIT = Cidr.of("fc64:0:0::/48");
  private static final int IPV6_LINK = 64;

  private final FabricBuilder fabric;
  private final Notes notes;
  private final GlobalSettings settings;
  private final Map<PolicyPath, List<Cidr>> pinned = new HashMap<>();

  RouterLinks(List<RouterLink> links, FabricBuilder fabric, GlobalSettings settings, Notes notes) {
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
    Set<Cidr> taken = new HashSet<>();
    tier1s.forEach(tier1 -> taken.addAll(pinned.getOrDefault(tier1.path(), List.of())));
    List<Cidr> transit = transitSubnets(tier0);
    for (Gateway tier1 : tier1s) {
      List<Cidr> networks =
          pinned.containsKey(tier1.path())
              ? pinned.getOrDefault(tier1.path(), List.of())
              : allocate(tier1, transit, taken);
      connect(tier0, tier1, networks);
      connectIpv6(tier0, tier1, networks, taken);
    }
  }

  private void connectIpv6(Gateway tier0, Gateway tier1, List<Cidr> networks, Set<Cidr> taken) {
    if (networks.isEmpty()) {
      return;
    }
    Cidr transit = ipv6Transit(tier0);
    long places = 1L << Math.min(IPV6_LINK - transit.length(), 16);
    long place = Math.floorMod(spread(tier1.id()), places);
    Cidr network = ipv6Link(transit, place);
    while (!taken.add(network)) {
      place = (place + 1) % places;
      network = ipv6Link(transit, place);
    }
    String link = linkOf(tier1, networks.getFirst());
    Cidr upper = new Cidr(network.first().plus(1), IPV6_LINK);
    Cidr lower = new Cidr(network.first().plus(2), IPV6_LINK);
    NextHop up = attach(tier0, tier1, link, upper, lower);
    defaultRoute(tier1, Cidr.ALL_IPV6, List.of(up));
  }

  private static Cidr ipv6Link(Cidr transit, long place) {
    IpAddress first = transit.first();
    return new Cidr(new IpAddress(true, first.high() + place, 0), IPV6_LINK);
  }

  private static Cidr ipv6Transit(Gateway tier0) {
    return tier0.parent().orElse(tier0).document().texts("transit_subnets").stream()
        .flatMap(text -> Cidr.parse(text).stream())
        .filter(subnet -> subnet.ipv6() && subnet.length() < IPV6_LINK)
        .findFirst()
        .orElse(DEFAULT_IPV6_TRANSIT);
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

  private List<Cidr> allocate(Gateway tier1, List<Cidr> transit, Set<Cidr> taken) {
    long places = transit.stream().mapToLong(RouterLinks::places).sum();
    long wanted = Math.floorMod(spread(tier1.id()), Math.max(places, 1));
    for (long step = 0; step < places; step++) {
      Cidr network = place(transit, (wanted + step) % places);
      if (taken.add(network)) {
        return List.of(network);
      }
    }
    notes.add(tier1.id(), "No /31 is left for " + tier1.path() + " in " + transit);
    return List.of();
  }

  private static List<Cidr> transitSubnets(Gateway tier0) {
    List<Cidr> subnets =
        tier0.parent().orElse(tier0).document().texts("transit_subnets").stream()
            .flatMap(text -> Cidr.parse(text).stream())
            .filter(subnet -> !subnet.ipv6() && subnet.length() <= 31)
            .map(Cidr::network)
            .toList();
    return subnets.isEmpty() ? List.of(DEFAULT_TRANSIT) : subnets;
  }

  private static long places(Cidr subnet) {
    return 1L << (31 - subnet.length());
  }

  private static Cidr place(List<Cidr> transit, long number) {
    long left = number;
    for (Cidr subnet : transit) {
      if (left < places(subnet)) {
        IpAddress even = subnet.first().plus(left * 2);
        return new Cidr(even, 31);
      }
      left -= places(subnet);
    }
    throw new IllegalStateException("No place " + number + " in " + transit);
  }

  /** FNV-1a, so that similar paths end far apart. */
  private static long spread(String path) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < path.length(); i++) {
      hash = (hash ^ path.charAt(i)) * 0x100000001B3L;
    }
    return hash ^ hash >>> 32;
  }
}
