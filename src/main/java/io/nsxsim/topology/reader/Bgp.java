package io.nsxsim.topology.reader;

import io.nsxsim.inventory.PhysicalRouter;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Role;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RouteSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets tier-0s and physical routers tell each other routes. A session is up when the neighbor's
 * address belongs to a router of the inventory and an external interface of the tier-0 is in the
 * same network; AS numbers and passwords are not compared.
 */
final class Bgp {

  private final Documents documents;
  private final FabricBuilder fabric;
  private final PrefixFilters filters;
  private final Notes notes;

  /** A session that is up: the tier-0's ends of it, and the router on the other side. */
  private record Session(Document neighbor, List<Interface> ends, Interface peer) {
    /** Routes of the session's own family are told; those of the other are left out. */
    boolean ipv6() {
      return peer.ip().orElseThrow().ipv6();
    }
  }

  Bgp(Documents documents, FabricBuilder fabric, PrefixFilters filters, Notes notes) {
    this.documents = documents;
    this.fabric = fabric;
    this.filters = filters;
    this.notes = notes;
  }

  /** Exchanges routes over all sessions of a tier-0. */
  void exchange(
      Gateway tier0, List<PhysicalRouter> routers, List<Advertisement.Network> translated) {
    for (Document locale : tier0.localeServices()) {
      for (Document bgp : documents.below(locale.path(), "BgpRoutingConfig")) {
        if (bgp.flag("enabled", true)) {
          List<Cidr> told =
              new Redistribution(documents, fabric, filters)
                  .networks(tier0, locale, bgp, translated);
          exchange(tier0, bgp, routers, told);
        }
      }
    }
  }

  private void exchange(
      Gateway tier0, Document bgp, List<PhysicalRouter> routers, List<Cidr> told) {
    List<Session> sessions = new ArrayList<>();
    for (Document neighbor : documents.below(bgp.path(), "BgpNeighborConfig")) {
      session(tier0, neighbor).ifPresent(sessions::add);
    }
    sessions.sort(Comparator.comparing(session -> session.peer().ip().orElseThrow()));
    Set<Cidr> learned = new HashSet<>();
    for (Session session : sessions) {
      boolean only = !bgp.flag("ecmp", true);
      learn(tier0, bgp, session, routers, only ? learned : new HashSet<>());
      tell(session, told, tier0.id());
    }
  }

  private Optional<Session> session(Gateway tier0, Document neighbor) {
    Optional<IpAddress> address = neighbor.text("neighbor_address").flatMap(IpAddress::parse);
    if (address.isEmpty() || !neighbor.flag("enabled", true)) {
      return Optional.empty();
    }
    Set<String> sources = new HashSet<>(neighbor.texts("source_addresses"));
    List<Interface> ends =
        fabric.interfaces(tier0.id()).stream()
            .filter(end -> end.role() == Role.EXTERNAL)
            .filter(end -> end.address().orElseThrow().contains(address.get()))
            .filter(end -> sources.isEmpty() || sources.contains(end.ip().orElseThrow().toString()))
            .toList();
    Optional<Interface> peer =
        ends.stream()
            .findFirst()
            .flatMap(end -> fabric.owner(end.link(), address.get()))
            .filter(end -> end.role() == Role.PHYSICAL);
    if (peer.isEmpty()) {
      notes.add(
          tier0.id(), neighbor.path() + " is down: no interface reaches it or no router owns it");
    }
    return peer.map(end -> new Session(neighbor, ends, end));
  }

  private void learn(
      Gateway tier0,
      Document bgp,
      Session session,
      List<PhysicalRouter> routers,
      Set<Cidr> learned) {
    Document neighbor = session.neighbor();
    List<String> in = filtersOf(session, "in_route_filters");
    List<NextHop> ways =
        session.ends().stream()
            .<NextHop>map(end -> new NextHop.Via(session.peer().ip().orElseThrow(), end))
            .toList();
    routers.stream()
        .filter(router -> PhysicalNetwork.device(router).equals(session.peer().device()))
        .flatMap(router -> router.routes().stream())
        .flatMap(route -> Cidr.parse(route.network()).stream())
        .filter(network -> network.ipv6() == session.ipv6())
        .filter(network -> filters.pass(in, network.network(), tier0.id()))
        .filter(network -> learned.add(network.network()))
        .forEach(network ->
            fabric.route(
                tier0.id(),
                new Route(
                    network,
                    RouteSource.BGP,
                    distance(tier0, bgp, neighbor),
                    ways,
                    Optional.of(neighbor.path()))));
  }

  private void tell(Session session, List<Cidr> told, String subject) {
    List<String> out = filtersOf(session, "out_route_filters");
    List<NextHop> ways =
        session.ends().stream()
            .<NextHop>map(end -> new NextHop.Via(end.ip().orElseThrow(), session.peer()))
            .toList();
    for (Cidr network : told) {
      boolean passes = out.isEmpty() ? !network.isAll() : filters.pass(out, network, subject);
      if (passes && network.ipv6() == session.ipv6()) {
        fabric.route(
            session.peer().device(),
            Route.of(network, RouteSource.BGP, ways, Optional.of(session.neighbor().path())));
      }
    }
  }

  private int distance(Gateway tier0, Document bgp, Document neighbor) {
    boolean internal =
        neighbor.text("remote_as_num").equals(localAs(tier0, bgp)) && neighbor.has("remote_as_num");
    return internal
        ? bgp.number("ibgp_admin_distance", 200)
        : bgp.number("ebgp_admin_distance", RouteSource.BGP.distance());
  }

  /** A VRF has the AS number of its parent (NSX's contract). */
  private Optional<String> localAs(Gateway tier0, Document bgp) {
    return tier0.parent().stream()
        .flatMap(parent -> documents.below(parent.path(), "BgpRoutingConfig").stream())
        .flatMap(each -> each.text("local_as_num").stream())
        .findFirst()
        .or(() -> bgp.text("local_as_num"));
  }

  private static List<String> filtersOf(Session session, String field) {
    List<String> found = new ArrayList<>(session.neighbor().texts(field));
    String own = session.ipv6() ? "IPV6" : "IPV4";
    for (Document family : session.neighbor().objects("route_filtering")) {
      if (family.text("address_family").orElse("IPV4").equals(own)) {
        found.addAll(family.texts(field));
      }
    }
    return found;
  }
}
