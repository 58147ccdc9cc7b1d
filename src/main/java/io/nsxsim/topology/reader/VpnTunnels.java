package io.nsxsim.topology.reader;

import io.nsxsim.net.AddressSet;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Link;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Role;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RouteSource;
import io.nsxsim.topology.RoutingTable;
import io.nsxsim.topology.VpnPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * IPsec VPNs: a session that is enabled and has its peer in the network leads there. The peer is
 * the enabled session of another gateway whose local address is this one's peer address and the
 * other way round; keys and profiles are not compared. A session whose peer is not known leads out.
 */
final class VpnTunnels {

  private final Documents documents;
  private final FabricBuilder fabric;
  private final Notes notes;
  private final Map<PolicyPath, List<Numbered>> policies = new HashMap<>();

  /** A policy and its place among others. */
  private record Numbered(int number, VpnPolicy policy) {}

  /** An enabled session, with the addresses of its two ends. */
  private record Session(Gateway gateway, Document document, IpAddress local, IpAddress peer) {
    boolean isPeerOf(Session other) {
      return local.equals(other.peer)
          && peer.equals(other.local)
          && document.type().equals(other.document.type());
    }

    /** The same for both ends. */
    String link() {
      boolean first = local.compareTo(peer) <= 0;
      return "vpn:" + (first ? local + "-" + peer : peer + "-" + local) + ":" + document.type();
    }
  }

  VpnTunnels(Documents documents, FabricBuilder fabric, Notes notes) {
    this.documents = documents;
    this.fabric = fabric;
    this.notes = notes;
  }

  /** Connects all sessions. */
  void connect(Gateways gateways) {
    List<Session> sessions = new ArrayList<>();
    gateways.all().forEach(gateway -> addSessions(gateway, sessions));
    for (Session session : sessions) {
      Optional<Session> peer = sessions.stream().filter(session::isPeerOf).findFirst();
      if (session.document().type().equals("RouteBasedIPSecVpnSession")) {
        openInterfaces(session, peer);
      } else {
        openPolicies(session, peer);
      }
    }
  }

  private void addSessions(Gateway gateway, List<Session> sessions) {
    if (!gateway.hasServiceRouter() || !gateway.isConnected()) {
      return;
    }
    for (Document service : documents.below(gateway.path(), "IPSecVpnService")) {
      Stream.of("RouteBasedIPSecVpnSession", "PolicyBasedIPSecVpnSession")
          .flatMap(type -> documents.below(service.path(), type).stream())
          .filter(session -> service.flag("enabled", true) && session.flag("enabled", true))
          .forEach(session -> session(gateway, session).ifPresent(sessions::add));
    }
  }

  private Optional<Session> session(Gateway gateway, Document session) {
    Optional<IpAddress> local =
        session
            .pathIn("local_endpoint_path")
            .flatMap(documents::find)
            .flatMap(endpoint -> endpoint.text("local_address"))
            .flatMap(IpAddress::parse);
    Optional<IpAddress> peer = session.text("peer_address").flatMap(IpAddress::parse);
    if (local.isEmpty() || peer.isEmpty()) {
      notes.add(gateway.id(), session.path() + " has no local or peer address; it is down");
      return Optional.empty();
    }
    return Optional.of(new Session(gateway, session, local.get(), peer.get()));
  }

  /** The tunnel interfaces of a session; those of its peer are on the same link. */
  private void openInterfaces(Session session, Optional<Session> peer) {
    Link.Kind kind = peer.isPresent() ? Link.Kind.SEGMENT : Link.Kind.LAN;
    String link = fabric.link(session.link(), kind);
    noteState(session, peer);
    PolicyPath path = session.document().path();
    for (Document tunnel : session.document().objects("tunnel_interfaces")) {
      for (Document subnet : tunnel.objects("ip_subnets")) {
        for (String text : subnet.texts("ip_addresses")) {
          Cidr.parse(text + "/" + subnet.number("prefix_length", 30))
              .ifPresent(address ->
                  fabric.attach(
                      Interface.of(
                              session.gateway().id(),
                              path + " " + address,
                              Role.EXTERNAL,
                              Optional.of(address),
                              link)
                          .withPath(path)));
        }
      }
    }
  }

  /** The policies of the sessions of a gateway, in the order of their numbers. */
  List<VpnPolicy> policies(Gateway gateway) {
    return policies.getOrDefault(gateway.path(), List.of()).stream()
        .sorted(Comparator.comparingInt(Numbered::number))
        .map(Numbered::policy)
        .toList();
  }

  /** What a policy-based session protects goes to the peer, if it comes from a source it names. */
  private void openPolicies(Session session, Optional<Session> peer) {
    noteState(session, peer);
    String link = fabric.link(session.link(), peer.isPresent() ? Link.Kind.LINE : Link.Kind.LAN);
    PolicyPath path = session.document().path();
    Interface end =
        fabric.attach(
            Interface.of(
                    session.gateway().id(), path.value(), Role.PHYSICAL, Optional.empty(), link)
                .withPath(path));
    session.document().objects("rules").stream()
        .filter(rule -> rule.flag("enabled", true))
        .forEach(rule ->
            policies
                .computeIfAbsent(session.gateway().path(), gateway -> new ArrayList<>())
                .add(new Numbered(rule.number("sequence_number", 0), policy(rule, end, path))));
  }

  private static VpnPolicy policy(Document rule, Interface end, PolicyPath session) {
    AddressSet destinations = subnets(rule, "destinations");
    boolean bypass = rule.text("action").orElse("PROTECT").equals("BYPASS");
    return new VpnPolicy(
        subnets(rule, "sources"),
        destinations,
        bypass || destinations.isEmpty()
            ? Optional.empty()
            : Optional.of(entry(destinations.networks().getFirst(), end, session)));
  }

  private static RoutingTable.Entry entry(Cidr network, Interface end, PolicyPath session) {
    NextHop hop = new NextHop.Direct(end);
    Route route = Route.of(network, RouteSource.VPN, List.of(hop), Optional.of(session));
    return new RoutingTable.Entry(network, List.of(new RoutingTable.Way(route, hop)));
  }

  private static AddressSet subnets(Document rule, String field) {
    return rule.objects(field).stream()
        .flatMap(subnet -> subnet.text("subnet").flatMap(Cidr::parse).stream())
        .map(AddressSet::of)
        .reduce(AddressSet.NONE, AddressSet::union);
  }

  private void noteState(Session session, Optional<Session> peer) {
    notes.add(
        session.gateway().id(),
        peer.isPresent()
            ? "The VPN session " + session.document().path() + " is assumed to be up"
            : "The peer of " + session.document().path() + " is not known; it leads out");
  }
}
