package io.nsxsim.topology.reader;

import io.nsxsim.inventory.RouterLink;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.TransitNetworks;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
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
import java.util.TreeMap;

/**
 * Links gateways to the one above them: tier-1s and older VPCs to their tier-0, VPCs to their
 * transit gateway, transit gateways to their tier-0. Each link is a /31 of the upper one's transit
 * subnets: the even address is the upper one's, the odd one the lower one's. A tier-0 keeps subnets
 * of their own for transit gateways.
 *
 * <p>{@link TransitNetworks} chooses, the lower ones in the order of their paths; the inventory may
 * pin links.
 *
 * <p>For IPv6, which VPCs do not have, each link has a /64 of the IPv6 transit subnet, in which the
 * tier-0 is 1 and the tier-1 is 2; NSX makes up a unique local /48 where none is configured, here
 * it is always the same.
 */
final class RouterLinks {

  /** Source: the API reference on {@code tgw_transit_subnets}. */
  private static final Cidr TRANSIT_GATEWAYS = Cidr.of("169.254.4.0/22");

  private final Documents documents;
  private final FabricBuilder fabric;
  private final EdgeNodes edges;
  private final Notes notes;
  private final GlobalSettings settings;
  private final Map<PolicyPath, List<Cidr>> pinned = new HashMap<>();

  RouterLinks(
      Documents documents,
      List<RouterLink> links,
      FabricBuilder fabric,
      EdgeNodes edges,
      GlobalSettings settings,
      Notes notes) {
    this.documents = documents;
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

  /** Links all gateways that name one above them. */
  void connect(Gateways gateways) {
    Map<PolicyPath, List<Gateway>> byUpper = new TreeMap<>();
    for (Gateway gateway : gateways.all()) {
      gateway
          .upper()
          .ifPresent(
              upper -> byUpper.computeIfAbsent(upper, path -> new ArrayList<>()).add(gateway));
    }
    byUpper.forEach((path, lower) -> {
      Optional<Gateway> upper = gateways.find(path);
      if (upper.isEmpty()) {
        lower.forEach(each -> notes.add(each.id(), "There is no " + wanted(each) + " " + path));
      } else if (upper.get().isConnected()) {
        connect(upper.get(), lower);
      }
    });
  }

  private static String wanted(Gateway lower) {
    return lower.kind() == Device.Kind.TIER1 ? "tier-0" : "gateway";
  }

  private void connect(Gateway upper, List<Gateway> lower) {
    List<Gateway> connected =
        lower.stream()
            .filter(Gateway::isConnected)
            .sorted((one, other) -> one.path().compareTo(other.path()))
            .toList();
    Document document = upper.parent().filter(parent -> upper.isTier0()).orElse(upper).document();
    TransitNetworks transit = new TransitNetworks(document.texts("transit_subnets"));
    TransitNetworks forTransit =
        new TransitNetworks(document.texts("tgw_transit_subnets"), TRANSIT_GATEWAYS);
    for (Gateway each : connected) {
      pinned.getOrDefault(each.path(), List.of()).forEach(transit::take);
      pinned.getOrDefault(each.path(), List.of()).forEach(forTransit::take);
    }
    for (Gateway each : connected) {
      connect(upper, each, each.kind() == Device.Kind.TRANSIT_GATEWAY ? forTransit : transit);
    }
  }

  private void connect(Gateway upper, Gateway lower, TransitNetworks transit) {
    List<Cidr> networks =
        pinned.containsKey(lower.path())
            ? pinned.getOrDefault(lower.path(), List.of())
            : allocate(lower, transit);
    if (edges.isOut(lower)) {
      notes.add(lower.id(), lower.path() + " has no edge node in service: it has no way up");
      return;
    }
    connect(upper, lower, networks);
    if (lower.kind() == Device.Kind.TIER1) {
      connectIpv6(upper, lower, networks, transit);
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
    for (Cidr network : outside(tier1)) {
      defaultRoute(tier1, network, up);
    }
  }

  /** What a gateway sends up: everything, unless its connection lists networks. */
  private List<Cidr> outside(Gateway lower) {
    return lower.kind() == Device.Kind.TRANSIT_GATEWAY
        ? ExternalConnection.of(lower.path(), documents).stream()
            .filter(connection -> connection.tier0().equals(lower.upper()))
            .flatMap(connection -> connection.remoteNetworks().stream())
            .toList()
        : List.of(Cidr.ALL_IPV4);
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
