package io.nsxsim.topology.reader;

import io.nsxsim.net.AddressSet;
import io.nsxsim.net.Cidr;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.FirewallRule;
import io.nsxsim.topology.NatRule;
import io.nsxsim.topology.Role;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RouteSource;
import io.nsxsim.topology.Services;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What gateways do beyond routing, and whom they answer for because of it. */
final class GatewayServices {

  private static final Set<RouteSource> ANSWERED =
      Set.of(RouteSource.TIER1_NAT, RouteSource.TIER1_LB_VIP, RouteSource.TIER1_LB_SNAT);

  private final Documents documents;
  private final FabricBuilder fabric;
  private final EdgeNodes edges;
  private final LoadBalancers balancers;
  private final Notes notes;

  GatewayServices(
      Documents documents,
      FabricBuilder fabric,
      EdgeNodes edges,
      LoadBalancers balancers,
      Notes notes) {
    this.documents = documents;
    this.fabric = fabric;
    this.edges = edges;
    this.balancers = balancers;
    this.notes = notes;
  }

  /** The services of a gateway, VPNs apart. */
  Services of(Gateway gateway, List<NatRule> nat, List<FirewallRule> firewall) {
    if (edges.isOut(gateway)) {
      return Services.NONE;
    }
    boolean on = gateway.hasServiceRouter() && hasFirewall(gateway);
    if (!gateway.hasServiceRouter() && !firewall.isEmpty()) {
      notes.add(
          gateway.id(),
          gateway.kind() == Device.Kind.VPC_GATEWAY
              ? gateway.path() + " has no service gateway: its firewall is not active"
              : gateway.path() + " has no edge cluster: its firewall is not active");
    }
    return new Services(
        nat,
        on ? firewall : List.of(),
        gateway.hasServiceRouter(),
        on,
        gateway.isStateful(),
        balancers.servers(gateway),
        Translations.external(nat).union(balancers.sources(gateway)),
        List.of());
  }

  private boolean hasFirewall(Gateway gateway) {
    return gateway.kind() == Device.Kind.VPC_GATEWAY
        ? VpcConnection.hasFirewall(gateway, documents)
        : !gateway.document().flag("disable_firewall", false);
  }

  /**
   * A gateway answers ARP for NAT and load balancer addresses in the networks of its uplinks and
   * service interfaces, a tier-0 also for those of its tier-1s and for the single addresses of its
   * transit gateways.
   */
  void answerForTranslated(Gateway gateway, List<NatRule> nat) {
    Stream<Cidr> ofLower =
        fabric.routes(gateway.id()).stream()
            .filter(GatewayServices::isAnswered)
            .map(Route::network);
    Stream<Cidr> own =
        balancers.servers(gateway).stream().map(server -> Cidr.host(server.address()));
    AddressSet addresses =
        Stream.concat(ofLower, own)
            .map(AddressSet::of)
            .reduce(
                Translations.external(nat).union(balancers.sources(gateway)), AddressSet::union);
    fabric.interfaces(gateway.id()).stream()
        .filter(end -> end.role() == Role.EXTERNAL || end.role() == Role.SERVICE)
        .forEach(end ->
            end.address()
                .ifPresent(
                    network -> fabric.proxy(addresses.intersection(AddressSet.of(network)), end)));
  }

  private static boolean isAnswered(Route route) {
    return ANSWERED.contains(route.source())
        || (route.source() == RouteSource.TGW_STATIC && route.network().isHost());
  }
}
