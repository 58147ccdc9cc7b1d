package io.nsxsim.lab;

import io.nsxsim.inventory.RouterLink;
import io.nsxsim.lab.Namespace.Port;
import io.nsxsim.lab.Namespace.Side;
import io.nsxsim.lab.Namespace.Way;
import io.nsxsim.lab.Role.Kind;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.TransitNetworks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Connects every gateway with the one above it, and gives it routes up. */
final class RouterLinks {

  private static final Cidr BELOW_TRANSIT_GATEWAYS = Cidr.of("100.64.0.0/21");
  private static final Cidr ABOVE_TRANSIT_GATEWAYS = Cidr.of("169.254.4.0/22");

  private final Gateways gateways;
  private final Attachments attachments;
  private final Blueprint blueprint;
  private final Map<String, List<Cidr>> pinned = new HashMap<>();

  RouterLinks(
      Gateways gateways, Attachments attachments, Blueprint blueprint, List<RouterLink> links) {
    this.gateways = gateways;
    this.attachments = attachments;
    this.blueprint = blueprint;
    for (RouterLink link : links) {
      Cidr.parse(link.network())
          .filter(network -> network.length() == 31)
          .ifPresent(network ->
              pinned
                  .computeIfAbsent(link.tier1Path(), path -> new ArrayList<>())
                  .add(network.network()));
    }
  }

  void add() {
    for (Gateway tier0 : gateways.tier0s()) {
      if (tier0.isConnected()) {
        linkTiers(tier0);
        linkTransitGateways(tier0);
      }
    }
    gateways.of(Kind.TRANSIT).forEach(this::linkVpcs);
    gateways.of(Kind.TRANSIT).forEach(this::plugInDistributed);
  }

  private void linkTiers(Gateway tier0) {
    List<Gateway> below =
        gateways.tier1s().stream()
            .filter(Gateway::isConnected)
            .filter(tier1 -> tier1.tier0().equals(Optional.of(tier0.path())))
            .toList();
    TransitNetworks transit = new TransitNetworks(tier0.item().texts("transit_subnets"));
    takePinned(transit, below);
    for (Gateway tier1 : below) {
      List<Cidr> networks = networks(transit, tier1);
      for (int i = 0; i < networks.size(); i++) {
        Optional<Cidr> ipv6 =
            i == 0 ? Optional.of(transit.ipv6(tier1.path())) : Optional.<Cidr>empty();
        if (tier1.hasEdges()) {
          link(tier0, tier1, networks.get(i), ipv6, List.of());
        }
      }
    }
  }

  private void linkTransitGateways(Gateway tier0) {
    List<Gateway> below =
        gateways.of(Kind.TRANSIT).stream().filter(each -> leadsTo(each, tier0)).toList();
    TransitNetworks transit =
        new TransitNetworks(tier0.item().texts("tgw_transit_subnets"), ABOVE_TRANSIT_GATEWAYS);
    takePinned(transit, below);
    for (Gateway each : below) {
      List<Cidr> only =
          attachments.outlets(each.path()).stream()
              .filter(outlet -> outlet.tier0().equals(Optional.of(tier0.path())))
              .flatMap(outlet -> outlet.connection().texts("inbound_remote_networks").stream())
              .flatMap(text -> Cidr.parse(text).stream())
              .toList();
      networks(transit, each)
          .forEach(network -> link(tier0, each, network, Optional.empty(), only));
    }
  }

  private boolean leadsTo(Gateway transit, Gateway tier0) {
    return attachments.outlets(transit.path()).stream()
        .anyMatch(outlet -> outlet.tier0().equals(Optional.of(tier0.path())));
  }

  private void linkVpcs(Gateway transit) {
    List<Gateway> below =
        gateways.of(Kind.VPC).stream()
            .filter(vpc -> attachments.transit(vpc.item()).equals(Optional.of(transit.path())))
            .toList();
    TransitNetworks networks =
        new TransitNetworks(transit.item().texts("transit_subnets"), BELOW_TRANSIT_GATEWAYS);
    takePinned(networks, below);
    for (Gateway vpc : below) {
      networks(networks, vpc)
          .forEach(network -> link(transit, vpc, network, Optional.empty(), List.of()));
    }
  }

  private void takePinned(TransitNetworks transit, List<Gateway> below) {
    below.forEach(each -> pinned.getOrDefault(each.path(), List.of()).forEach(transit::take));
  }

  private List<Cidr> networks(TransitNetworks transit, Gateway lower) {
    return pinned.containsKey(lower.path())
        ? pinned.getOrDefault(lower.path(), List.of())
        : transit.ipv4(lower.path()).stream().toList();
  }

  /**
   * Lays a cable.
   *
   * @param only the networks that are looked for above; empty for all
   */
  private void link(Gateway upper, Gateway lower, Cidr ipv4, Optional<Cidr> ipv6, List<Cidr> only) {
    List<Cidr> above = new ArrayList<>(List.of(ipv4));
    List<Cidr> below = new ArrayList<>(List.of(new Cidr(ipv4.last(), 31)));
    ipv6.ifPresent(network -> {
      above.add(new Cidr(network.first().plus(1), network.length()));
      below.add(new Cidr(network.first().plus(2), network.length()));
    });
    String wire = "router-link:" + lower.path() + " " + ipv4;
    blueprint.cable(upper.namespace(), wire, lower.path(), Side.IN, above);
    Port up = blueprint.cable(lower.namespace(), wire, lower.path(), Side.OUT, below);
    for (Cidr end : above) {
      Way way = new Way.Via(end.address(), up);
      List<Cidr> networks = only.isEmpty() ? List.of(Cidr.all(end.ipv6())) : only;
      networks.forEach(network -> lower.namespace().route(network, Routing.DEFAULT_UP, way));
    }
  }

  /**
   * A transit gateway with a distributed connection is in the VLAN without an address, and so has
   * none to report by what expires there.
   */
  private void plugInDistributed(Gateway transit) {
    for (Attachments.Outlet outlet : attachments.outlets(transit.path())) {
      if (!outlet.isDistributed()) {
        continue;
      }
      for (String text : outlet.connection().texts("gateway_addresses")) {
        Cidr.parse(text).ifPresent(gateway -> plugIn(transit, outlet, gateway));
      }
    }
  }

  private void plugIn(Gateway transit, Attachments.Outlet outlet, Cidr gateway) {
    Namespace namespace = transit.namespace();
    String path = outlet.attachment().path();
    Port port = blueprint.plug(namespace, Segments.lan(gateway), path, Side.OUT, List.of());
    namespace.route(
        Cidr.all(gateway.ipv6()), Routing.DEFAULT_UP, new Way.Via(gateway.address(), port));
    namespace.filter(
        "expired_" + port.name(),
        "filter hook prerouting priority -350",
        List.of("iifname \"" + port.name() + "\" ip ttl 1 fib daddr type != local drop"));
  }
}
