package io.nsxsim.topology.reader;

import io.nsxsim.inventory.PhysicalRouter;
import io.nsxsim.net.Cidr;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RouteSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Lets tier-0s and physical routers tell each other routes. A session is up when the neighbor's
 * address belongs to a router of the inventory and an external interface of the tier-0 is in the
 * same network; AS numbers and passwords are not compared. Of several paths the best is chosen, or
 * all that are equal; a router passes on to one tier-0 what another has told it, and nobody takes a
 * path that has been through his own AS.
 */
final class Bgp {

  private static final int INTERNAL_DISTANCE = 200;

  private final Documents documents;
  private final FabricBuilder fabric;
  private final RouteMaps maps;
  private final Redistribution redistribution;
  private final Notes notes;
  private final BgpSessions sessions;
  private final List<Peering> peerings = new ArrayList<>();
  private final Map<PolicyPath, List<BgpPath>> own = new HashMap<>();

  /** A session of a tier-0. */
  private record Peering(Gateway tier0, Document bgp, BgpSession session) {}

  /** A path that somebody has been told, by whom, and where it leads. */
  private record Offer(BgpPath path, Peering by, List<NextHop> ways) {}

  Bgp(
      Documents documents,
      FabricBuilder fabric,
      PrefixFilters filters,
      Redistribution redistribution,
      Notes notes) {
    this.documents = documents;
    this.fabric = fabric;
    this.maps = new RouteMaps(documents, filters, notes);
    this.redistribution = redistribution;
    this.notes = notes;
    this.sessions = new BgpSessions(fabric, notes);
  }

  /** Opens the sessions of a tier-0. */
  void open(Gateway tier0, List<Advertisement.Network> translated) {
    for (Document locale : tier0.localeServices()) {
      for (Document bgp : documents.below(locale.path(), "BgpRoutingConfig")) {
        if (bgp.flag("enabled", true)) {
          redistribution
              .paths(tier0, locale, bgp, translated, maps)
              .forEach(path -> tellToo(tier0, path));
          discardSummarized(tier0, bgp);
          documents.below(bgp.path(), "BgpNeighborConfig").stream()
              .flatMap(neighbor -> sessions.find(tier0, neighbor).stream())
              .sorted(Comparator.comparing(session -> session.peer().ip().orElseThrow()))
              .forEach(session -> peerings.add(new Peering(tier0, bgp, session)));
        }
      }
    }
  }

  /**
   * A summary is a null route where it is made, so that packets to nowhere in it do not go round.
   * That is what FRR does (bgp_zebra.c); that NSX does the same is an assumption.
   */
  private void discardSummarized(Gateway tier0, Document bgp) {
    Set<Cidr> told =
        toldBy(tier0).stream().map(BgpPath::network).collect(Collectors.toUnmodifiableSet());
    bgp.objects("route_aggregations").stream()
        .flatMap(entry -> entry.text("prefix").flatMap(Cidr::parse).stream())
        .map(Cidr::network)
        .filter(told::contains)
        .forEach(summary -> {
          notes.add(tier0.id(), "The summary " + summary + " is taken to be a null route");
          fabric.route(
              tier0.id(),
              new Route(
                  summary,
                  RouteSource.BGP,
                  bgp.number("ibgp_admin_distance", INTERNAL_DISTANCE),
                  List.of(new NextHop.Discard()),
                  Optional.of(bgp.path())));
        });
  }

  /** What a tier-0 has to tell, whether or not anybody listens. */
  List<BgpPath> toldBy(Gateway tier0) {
    return List.copyOf(own.getOrDefault(tier0.path(), List.of()));
  }

  /** Adds a path to what a tier-0 has to tell. */
  void tellToo(Gateway tier0, BgpPath path) {
    own.computeIfAbsent(tier0.path(), absent -> new ArrayList<>()).add(path);
  }

  RouteMaps maps() {
    return maps;
  }

  /** Exchanges routes over all sessions that are open. */
  void exchange(List<PhysicalRouter> routers) {
    Map<String, Map<Cidr, List<Offer>>> atRouters = new LinkedHashMap<>();
    for (Peering peering : peerings) {
      tell(peering, atRouters.computeIfAbsent(router(peering), id -> new LinkedHashMap<>()));
    }
    atRouters.forEach((router, offers) ->
        offers
            .values()
            .forEach(each ->
                install(router, best(each, true, true), peering -> RouteSource.BGP.distance())));
    Map<String, Map<Cidr, List<Offer>>> atTier0s = new LinkedHashMap<>();
    for (Peering peering : peerings) {
      Map<Cidr, List<Offer>> offers =
          atTier0s.computeIfAbsent(peering.tier0().id(), tier0 -> new LinkedHashMap<>());
      routers.stream()
          .filter(router -> PhysicalNetwork.device(router).equals(router(peering)))
          .flatMap(router -> router.routes().stream())
          .flatMap(route -> Cidr.parse(route.network()).stream())
          .forEach(network -> learn(peering, BgpPath.of(network), offers));
      passedOn(peering, atRouters.getOrDefault(router(peering), Map.of()))
          .forEach(path -> learn(peering, path, offers));
    }
    atTier0s.forEach((tier0, offers) -> offers.values().forEach(each -> choose(tier0, each)));
  }

  private static String router(Peering peering) {
    return peering.session().peer().device();
  }

  /** What a router has chosen of what other tier-0s have told it. */
  private static List<BgpPath> passedOn(Peering to, Map<Cidr, List<Offer>> offers) {
    return offers.values().stream()
        .flatMap(each -> best(each, true, true).stream().limit(1))
        .filter(offer -> !offer.by().tier0().path().equals(to.tier0().path()))
        .map(Offer::path)
        .toList();
  }

  private void tell(Peering peering, Map<Cidr, List<Offer>> offers) {
    BgpSession session = peering.session();
    List<String> out = session.filters("out_route_filters");
    List<NextHop> ways =
        session.ends().stream()
            .<NextHop>map(end -> new NextHop.Via(end.ip().orElseThrow(), session.peer()))
            .toList();
    for (BgpPath path : toldBy(peering.tier0())) {
      boolean wanted = !(out.isEmpty() && path.network().isAll());
      if (wanted && path.network().ipv6() == session.ipv6() && mayGo(path, peering)) {
        maps.apply(out, path, peering.tier0().id())
            .map(passed -> passed.toldBy(isInternal(peering) ? "" : localAs(peering)))
            .filter(told -> isNoLoop(told, session.remoteAs(), false, peering))
            .ifPresent(told ->
                offers
                    .computeIfAbsent(told.network(), network -> new ArrayList<>())
                    .add(new Offer(told, peering, ways)));
      }
    }
  }

  /** The well-known communities (RFC 1997), with NSX's names. */
  private boolean mayGo(BgpPath path, Peering peering) {
    boolean inside = isInternal(peering);
    return !path.communities().contains("NO_ADVERTISE")
        && (inside || !path.communities().contains("NO_EXPORT"))
        && (inside || !path.communities().contains("NO_EXPORT_SUBCONFED"));
  }

  private void learn(Peering peering, BgpPath path, Map<Cidr, List<Offer>> offers) {
    BgpSession session = peering.session();
    if (path.network().ipv6() != session.ipv6()) {
      return;
    }
    boolean again = session.neighbor().flag("allow_as_in", false);
    List<NextHop> ways =
        session.ends().stream()
            .<NextHop>map(end -> new NextHop.Via(session.peer().ip().orElseThrow(), end))
            .toList();
    Optional.of(path.toldBy(isInternal(peering) ? "" : session.remoteAs()))
        .filter(told -> isNoLoop(told, localAs(peering), again, peering))
        .flatMap(
            told -> maps.apply(session.filters("in_route_filters"), told, peering.tier0().id()))
        .ifPresent(told ->
            offers
                .computeIfAbsent(told.network(), network -> new ArrayList<>())
                .add(new Offer(told, peering, ways)));
  }

  private boolean isNoLoop(BgpPath path, String as, boolean allowed, Peering peering) {
    boolean loop = !allowed && !as.isEmpty() && path.asPath().contains(as);
    if (loop) {
      notes.add(
          peering.tier0().id(),
          path.network() + " has been through AS " + as + ", which does not take it again");
    }
    return !loop;
  }

  private void choose(String tier0, List<Offer> offers) {
    Document bgp = offers.getFirst().by().bgp();
    List<Offer> best = best(offers, bgp.flag("ecmp", true), bgp.flag("multipath_relax", true));
    install(tier0, best, this::distance);
  }

  /** The best offers: all that are equally good, or the first of them. */
  private static List<Offer> best(List<Offer> offers, boolean several, boolean relaxed) {
    Offer first = offers.getFirst();
    for (Offer offer : offers) {
      boolean better = BgpPath.BEST_FIRST.compare(offer.path(), first.path()) < 0;
      boolean lowerMed =
          offer.path().isAsGoodAs(first.path().withMed(offer.path().med()))
              && offer.path().neighborAs().equals(first.path().neighborAs())
              && offer.path().med() < first.path().med();
      if (better || lowerMed) {
        first = offer;
      }
    }
    Offer best = first;
    return several
        ? offers.stream()
            .filter(offer -> offer.path().isAsGoodAs(best.path()))
            .filter(offer -> relaxed || offer.path().asPath().equals(best.path().asPath()))
            .toList()
        : List.of(best);
  }

  private void install(String device, List<Offer> offers, ToIntFunction<Peering> distance) {
    for (Offer offer : offers) {
      fabric.route(
          device,
          new Route(
              offer.path().network(),
              RouteSource.BGP,
              distance.applyAsInt(offer.by()),
              offer.ways(),
              Optional.of(offer.by().session().neighbor().path())));
    }
  }

  private int distance(Peering peering) {
    return isInternal(peering)
        ? peering.bgp().number("ibgp_admin_distance", INTERNAL_DISTANCE)
        : peering.bgp().number("ebgp_admin_distance", RouteSource.BGP.distance());
  }

  private boolean isInternal(Peering peering) {
    return !peering.session().remoteAs().isEmpty()
        && peering.session().remoteAs().equals(localAs(peering));
  }

  private String localAs(Peering peering) {
    return localAs(peering.tier0(), peering.bgp()).orElse("");
  }

  /** A VRF has the AS number of its parent (NSX's contract). */
  private Optional<String> localAs(Gateway tier0, Document bgp) {
    return tier0.parent().stream()
        .flatMap(parent -> documents.below(parent.path(), "BgpRoutingConfig").stream())
        .flatMap(each -> each.text("local_as_num").stream())
        .findFirst()
        .or(() -> bgp.text("local_as_num"));
  }
}
