package io.nsxsim.topology.reader;

import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.NatRule;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Role;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RouteSource;
import io.nsxsim.topology.VirtualServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells a tier-0 what its tier-1s advertise: what {@code route_advertisement_types} lists, as far
 * as the first fitting advertisement rule does not say otherwise.
 */
final class Advertisement {

  private static final String IPSEC = "TIER1_IPSEC_LOCAL_ENDPOINT";

  private static final Map<RouteSource, String> TYPES =
      Map.of(
          RouteSource.TIER1_SEGMENT, "TIER1_CONNECTED",
          RouteSource.TIER1_SERVICE, "TIER1_CONNECTED",
          RouteSource.TIER1_STATIC, "TIER1_STATIC_ROUTES",
          RouteSource.TIER1_NAT, "TIER1_NAT",
          RouteSource.TIER1_LB_VIP, "TIER1_LB_VIP",
          RouteSource.TIER1_LB_SNAT, "TIER1_LB_SNAT",
          RouteSource.TIER1_DNS, "TIER1_DNS_FORWARDER_IP",
          RouteSource.TIER1_IPSEC, IPSEC);

  private final FabricBuilder fabric;
  private final LoadBalancers balancers;

  /** A network that a gateway could tell others about. */
  record Network(Cidr network, RouteSource source, Optional<PolicyPath> origin) {}

  Advertisement(FabricBuilder fabric, LoadBalancers balancers) {
    this.fabric = fabric;
    this.balancers = balancers;
  }

  /** Puts the routes of a tier-1 into its tier-0. */
  void advertise(Gateway tier1, List<NatRule> nat, List<Network> ofServices) {
    List<Network> networks = new ArrayList<>(ofServices);
    networks.addAll(networks(tier1, nat));
    networks.removeIf(network -> !isAdvertised(tier1.document(), network));
    tell(tier1, networks);
  }

  /** Puts networks into the gateway that is linked above another, as reached through that. */
  void tell(Gateway lower, List<Network> networks) {
    List<Interface> links =
        fabric.interfaces(lower.id()).stream()
            .filter(end -> end.role() == Role.LINK_TO_TIER0)
            .toList();
    if (links.isEmpty()) {
      return;
    }
    String upper = lower.upper().orElseThrow().value();
    List<NextHop> down =
        links.stream().flatMap(link -> fabric.across(upper, link).stream()).toList();
    for (Network network : networks) {
      List<NextHop> ways = ofFamily(down, network.network());
      fabric.route(upper, Route.of(network.network(), network.source(), ways, network.origin()));
    }
  }

  /** Tells whether a route is about something that a tier-1, or a VPC, has. */
  static boolean isTier1s(RouteSource source) {
    return TYPES.containsKey(source);
  }

  private static List<NextHop> ofFamily(List<NextHop> hops, Cidr network) {
    return hops.stream()
        .filter(hop ->
            hop instanceof NextHop.Via(IpAddress gateway, Interface out)
                && gateway.ipv6() == network.ipv6())
        .toList();
  }

  /** The addresses that NAT makes a gateway answer for, as networks to advertise. */
  static List<Network> translated(List<NatRule> nat, RouteSource source) {
    List<Network> networks = new ArrayList<>();
    for (NatRule rule : nat) {
      Stream.concat(Translations.external(rule).networks().stream(), prefix(rule))
          .forEach(network -> networks.add(new Network(network, source, rule.path())));
    }
    return networks;
  }

  /** NAT64 is reached by the network that IPv4 addresses are written in. */
  private static Stream<Cidr> prefix(NatRule rule) {
    return rule.action() == NatRule.Action.NAT64
        ? rule.destination().networks().stream()
        : Stream.empty();
  }

  /** What a gateway has that it could tell the one above it. */
  List<Network> networks(Gateway tier1, List<NatRule> nat) {
    List<Network> networks = new ArrayList<>(translated(nat, RouteSource.TIER1_NAT));
    for (Route route : fabric.routes(tier1.id())) {
      if (TYPES.containsKey(route.source())) {
        networks.add(new Network(route.network(), route.source(), route.origin()));
      }
    }
    for (VirtualServer server : balancers.servers(tier1)) {
      networks.add(
          new Network(
              Cidr.host(server.address()), RouteSource.TIER1_LB_VIP, Optional.of(server.path())));
    }
    balancers
        .sources(tier1)
        .networks()
        .forEach(network ->
            networks.add(
                new Network(network, RouteSource.TIER1_LB_SNAT, Optional.of(tier1.path()))));
    return networks;
  }

  private static boolean isAdvertised(Document tier1, Network network) {
    String type = TYPES.getOrDefault(network.source(), "");
    for (Document rule : tier1.objects("route_advertisement_rules")) {
      if (concerns(rule, type) && matches(rule, network.network())) {
        return rule.text("action").orElse("PERMIT").equals("PERMIT");
      }
    }
    return tier1.has("route_advertisement_types")
        ? tier1.texts("route_advertisement_types").contains(type)
        : type.equals(IPSEC);
  }

  private static boolean concerns(Document rule, String type) {
    List<String> types = rule.texts("route_advertisement_types");
    return types.isEmpty() || types.contains(type);
  }

  /** Tells whether one of a rule's subnets is, or holds, a network. */
  static boolean matches(Document rule, Cidr network) {
    boolean exact = rule.text("prefix_operator").orElse("GE").equals("EQ");
    return rule.texts("subnets").stream()
        .flatMap(text -> Cidr.parse(text).stream())
        .anyMatch(subnet ->
            exact ? subnet.network().equals(network.network()) : subnet.contains(network));
  }
}
