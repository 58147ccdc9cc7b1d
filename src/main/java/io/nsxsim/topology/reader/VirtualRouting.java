package io.nsxsim.topology.reader;

import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Link;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Role;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RouteSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Links between the VRFs of a tier-0, and between them and their parent: made where a static route
 * names another one in its scope, or where one tells another its networks. Each has a /31 of the
 * parent's {@code vrf_transit_subnets}, by default 169.254.2.0/23, in the order of their paths.
 */
final class VirtualRouting {

  private static final Cidr DEFAULT_TRANSIT = Cidr.of("169.254.2.0/23");

  private final Documents documents;
  private final FabricBuilder fabric;
  private final Map<String, Interface> ends = new HashMap<>();
  private int used;

  VirtualRouting(Documents documents, FabricBuilder fabric) {
    this.documents = documents;
    this.fabric = fabric;
  }

  /** Reads the static routes that lead from one tier-0 to another. */
  void readStatics(Gateways gateways) {
    gateways
        .tier0s()
        .forEach(tier0 -> {
          for (Document route : documents.below(tier0.path(), "StaticRoutes")) {
            Optional<Cidr> network = route.text("network").flatMap(Cidr::parse);
            for (Document hop : route.objects("next_hops")) {
              for (String scope : hop.texts("scope")) {
                other(tier0, scope, gateways)
                    .ifPresent(target ->
                        network.ifPresent(to ->
                            lead(
                                tier0,
                                target,
                                to,
                                RouteSource.TIER0_STATIC,
                                hop.number("admin_distance", 1),
                                route.path())));
              }
            }
          }
        });
  }

  /** Reads what tier-0s tell each other of what they know. */
  void readAdvertisements(Gateways gateways, Redistribution redistribution) {
    gateways
        .tier0s()
        .forEach(tier0 -> {
          for (Document config : documents.below(tier0.path(), "PolicyInterVrfRoutingConfig")) {
            Optional<Gateway> target =
                config.text("target_path").flatMap(path -> other(tier0, path, gateways));
            if (target.isPresent()) {
              advertise(tier0, target.get(), config, redistribution);
            }
          }
        });
  }

  private void advertise(Gateway from, Gateway to, Document config, Redistribution redistribution) {
    for (Document rule :
        config.object("static_route_advertisement").stream()
            .flatMap(each -> each.objects("advertisement_rules").stream())
            .toList()) {
      for (Advertisement.Network each :
          redistribution.ofTypes(from, rule.texts("route_advertisement_types"))) {
        if (Advertisement.matches(rule, each.network())
            && rule.text("action").orElse("PERMIT").equals("PERMIT")) {
          lead(to, from, each.network(), RouteSource.INTER_VRF, 1, config.path());
        }
      }
    }
  }

  /** The tier-0 of a path, if it is another one. */
  static Optional<Gateway> other(Gateway tier0, String scope, Gateways gateways) {
    return Optional.of(scope)
        .filter(PolicyPath::isPolicyPath)
        .map(PolicyPath::new)
        .filter(path -> !path.equals(tier0.path()))
        .flatMap(gateways::find)
        .filter(Gateway::isTier0);
  }

  /** Adds a route of one tier-0 through another. */
  void lead(
      Gateway from, Gateway to, Cidr network, RouteSource source, int distance, PolicyPath origin) {
    if (!from.isConnected() || !to.isConnected()) {
      return;
    }
    Interface out = end(from, to);
    IpAddress there = end(to, from).ip().orElseThrow();
    fabric.route(
        from.id(),
        new Route(
            network, source, distance, List.of(new NextHop.Via(there, out)), Optional.of(origin)));
  }

  /** The end of the link to another tier-0; both ends come into being together. */
  private Interface end(Gateway from, Gateway to) {
    String key = from.id() + " " + to.id();
    if (!ends.containsKey(key)) {
      Cidr transit =
          parent(from).document().texts("vrf_transit_subnets").stream()
              .flatMap(text -> Cidr.parse(text).stream())
              .filter(subnet -> !subnet.ipv6())
              .findFirst()
              .orElse(DEFAULT_TRANSIT);
      IpAddress even = transit.first().plus(2L * used++);
      String link = fabric.link("inter-vrf:" + key, Link.Kind.ROUTER_LINK);
      ends.put(key, attach(from, to, even, link));
      ends.put(to.id() + " " + from.id(), attach(to, from, even.plus(1), link));
    }
    return Optional.ofNullable(ends.get(key)).orElseThrow();
  }

  private Interface attach(Gateway from, Gateway to, IpAddress own, String link) {
    return fabric.attach(
        Interface.of(from.id(), link, Role.LINK_TO_TIER1, Optional.of(new Cidr(own, 31)), link)
            .withPath(to.path()));
  }

  private static Gateway parent(Gateway tier0) {
    return tier0.parent().orElse(tier0);
  }
}
