package io.nsxsim.topology.reader;

import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RouteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * BGP routes that VRFs and their parent take from each other ({@code bgp_route_leaking}): what the
 * other one has passes {@code in_filter}, what the other one gets {@code out_filter}. What a tier-0
 * itself tells is told on to BGP neighbors; what it has only learned is not, which is noted.
 */
final class BgpLeaks {

  private final Documents documents;
  private final FabricBuilder fabric;
  private final VirtualRouting links;
  private final Bgp bgp;
  private final Notes notes;

  /** Routes of one tier-0 that another takes. */
  private record Leak(
      Gateway from, Gateway to, boolean ipv6, List<String> filters, PolicyPath by) {}

  BgpLeaks(Documents documents, FabricBuilder fabric, VirtualRouting links, Bgp bgp, Notes notes) {
    this.documents = documents;
    this.fabric = fabric;
    this.links = links;
    this.bgp = bgp;
    this.notes = notes;
  }

  /** Exchanges routes between tier-0s, and in between with the neighbors outside. */
  void exchange(Gateways gateways, Runnable outside) {
    List<Leak> leaks = new ArrayList<>();
    gateways
        .tier0s()
        .forEach(tier0 ->
            documents
                .below(tier0.path(), "PolicyInterVrfRoutingConfig")
                .forEach(config ->
                    VirtualRouting.other(tier0, config.text("target_path").orElse(""), gateways)
                        .ifPresent(target -> read(tier0, target, config, leaks))));
    record Taken(Leak leak, BgpPath path) {}
    List<Taken> own = new ArrayList<>();
    for (Leak leak : leaks) {
      for (BgpPath path : bgp.toldBy(leak.from())) {
        pass(leak, path).ifPresent(passed -> own.add(new Taken(leak, passed)));
      }
    }
    own.forEach(taken -> {
      bgp.tellToo(taken.leak().to(), taken.path());
      lead(taken.leak(), taken.path());
    });
    outside.run();
    for (Leak leak : leaks) {
      List<BgpPath> learned =
          fabric.routes(leak.from().id()).stream()
              .filter(route -> route.source() == RouteSource.BGP)
              .map(Route::network)
              .distinct()
              .map(BgpPath::of)
              .toList();
      for (BgpPath path : learned) {
        pass(leak, path)
            .ifPresent(passed -> {
              lead(leak, passed);
              notes.add(
                  leak.to().id(),
                  "What "
                      + leak.by()
                      + " leaks is not told on to BGP neighbors: "
                      + passed.network());
            });
      }
    }
  }

  private static void read(Gateway tier0, Gateway target, Document config, List<Leak> leaks) {
    for (Document family : config.objects("bgp_route_leaking")) {
      boolean ipv6 = family.text("address_family").orElse("IPV4").equals("IPV6");
      leaks.add(new Leak(target, tier0, ipv6, family.texts("in_filter"), config.path()));
      leaks.add(new Leak(tier0, target, ipv6, family.texts("out_filter"), config.path()));
    }
  }

  /** Without a filter nothing is leaked: the routes of a VRF are kept apart unless it says more. */
  private Optional<BgpPath> pass(Leak leak, BgpPath path) {
    return path.network().ipv6() == leak.ipv6() && !leak.filters().isEmpty()
        ? bgp.maps().apply(leak.filters(), path, leak.to().id())
        : Optional.empty();
  }

  private void lead(Leak leak, BgpPath path) {
    links.lead(
        leak.to(),
        leak.from(),
        path.network(),
        RouteSource.INTER_VRF,
        RouteSource.BGP.distance(),
        leak.by());
  }
}
