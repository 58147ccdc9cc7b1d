package io.nsxsim.simulation;

import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.RoutingTable;
import io.nsxsim.topology.VirtualServer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Carries one packet from device to device until it ends somewhere. */
final class Walker {

  private final Fabric fabric;
  private final Chooser chooser;
  private final Options options;
  private final Crossing crossing;
  private final Balancer balancer;

  Walker(Fabric fabric, Chooser chooser, Options options, Health health) {
    this.fabric = fabric;
    this.chooser = chooser;
    this.options = options;
    this.crossing = new Crossing(fabric, options);
    this.balancer = new Balancer(chooser, health, options);
  }

  /** The way of the first packet of a flow. */
  Journey send(Device from, Flow flow) {
    Journey journey = new Journey(flow.packet(), List.of(), flow.to().map(fabric::device));
    finish(journey, originate(journey, from));
    return journey;
  }

  /** The way of a packet that a device sends. */
  Journey send(Device from, Packet packet, List<Session> known) {
    Journey journey = new Journey(packet, known, Optional.empty());
    finish(journey, originate(journey, from));
    return journey;
  }

  /** The way of an answer. */
  Journey sendBack(Reply reply, List<Session> known) {
    Device device = fabric.device(reply.device());
    if (reply.comesInBy().isEmpty()) {
      return send(device, reply.packet(), known);
    }
    Journey journey = new Journey(reply.packet(), known, Optional.empty());
    finish(journey, visit(journey, new Crossing.Arrival(device, reply.comesInBy().get())));
    return journey;
  }

  private void finish(Journey journey, Optional<Crossing.Arrival> first) {
    Optional<Crossing.Arrival> next = first;
    while (next.isPresent()) {
      next = visit(journey, next.get());
    }
  }

  private Optional<Crossing.Arrival> originate(Journey journey, Device from) {
    journey.consult(from.id());
    Packet packet = journey.packet();
    if (!from.running()) {
      return end(journey, Fate.POWERED_OFF, from, () -> from.name() + " is not running");
    }
    if (from.owns(packet.destination())) {
      return end(journey, Fate.DELIVERED, from, () -> from.name() + " talks to itself");
    }
    if (from.interfaces().isEmpty()) {
      return end(journey, Fate.NOT_CONNECTED, from, () -> from.name() + " is plugged in nowhere");
    }
    Optional<RoutingTable.Entry> entry = from.waysOf(packet.source(), packet.destination());
    if (entry.isEmpty()) {
      return end(journey, Fate.NO_ROUTE, from, () -> noRoute(from, packet));
    }
    RoutingTable.Way way = choose(journey, from, entry.get());
    way.nextHop().out().ifPresent(out -> Egress.fit(journey, from, out, Optional::empty));
    return journey.hasEnded() ? Optional.empty() : crossing.onwards(journey, from, way);
  }

  /** Receive, destination NAT, route decision, local delivery, TTL, firewall, out (rule 16). */
  private Optional<Crossing.Arrival> visit(Journey journey, Crossing.Arrival arrival) {
    Device device = arrival.device();
    Interface in = arrival.in();
    Visit visit = journey.arrive(device, in);
    if (!journey.hasEnded() && in.strict()) {
      ReversePath.check(journey, device, in, options);
    }
    if (journey.hasEnded()) {
      return Optional.empty();
    }
    Boundary boundary = new Boundary(journey, device, in);
    boundary.translateDestination();
    IpAddress destination = journey.packet().destination();
    if (device.owns(destination)) {
      return deliver(journey, visit, boundary);
    }
    if (!device.kind().forwards()) {
      journey.assume("Whether " + device.name() + " forwards packets is not known");
      return end(
          journey, Fate.NOT_FORWARDED, device, () -> device.name() + " is not the destination");
    }
    Optional<RoutingTable.Entry> entry = device.waysOf(journey.packet().source(), destination);
    if (entry.isEmpty()) {
      Optional<Reply> reply = Answers.noRoute(journey, device, in, options);
      journey.end(
          Fate.NO_ROUTE,
          device.id(),
          device.path(),
          () -> noRoute(device, journey.packet()),
          reply);
      return Optional.empty();
    }
    return forward(journey, visit, boundary, entry.get());
  }

  private Optional<Crossing.Arrival> forward(
      Journey journey, Visit visit, Boundary boundary, RoutingTable.Entry entry) {
    Device device = visit.device();
    RoutingTable.Way way = choose(journey, device, entry);
    journey.add(new Step.Routed(entry, way));
    if (way.nextHop() instanceof NextHop.Discard) {
      return discard(journey, device, way);
    }
    Egress.centralStep(journey, visit, way.nextHop());
    visit.checkTtl(journey.packet(), journey.sessions().size());
    way.nextHop().out().filter(Crossing::isBridge).ifPresent(bridge -> visit.expireInSilence());
    journey.become(journey.packet().withTtl(journey.packet().ttl() - 1));
    boundary.filterIn();
    if (!journey.hasEnded()) {
      leave(journey, visit, boundary, way.nextHop());
    }
    return journey.hasEnded() ? Optional.empty() : crossing.onwards(journey, device, way);
  }

  private Optional<Crossing.Arrival> deliver(Journey journey, Visit visit, Boundary boundary) {
    Device device = visit.device();
    Packet packet = journey.packet();
    boundary.filterIn();
    if (journey.hasEnded()) {
      return Optional.empty();
    }
    for (VirtualServer server : device.services().at(packet.destination())) {
      if (server.listensOn(packet.protocol(), packet.destinationPort())) {
        return balance(journey, visit, boundary, server);
      }
    }
    if (packet.protocol() == Protocol.TCP && device.kind().isRouter()) {
      journey.assume(device.name() + " answers TCP with a reset where no virtual server listens");
    }
    return end(
        journey, Fate.DELIVERED, device, () -> device.name() + " has " + packet.destination());
  }

  /** A virtual server's packet goes on to a member, with a time to live of its own (rule 26). */
  private Optional<Crossing.Arrival> balance(
      Journey journey, Visit visit, Boundary boundary, VirtualServer server) {
    Device device = visit.device();
    Optional<Balancer.Choice> choice = balancer.choose(journey, device, server);
    if (choice.isEmpty()) {
      return Optional.empty();
    }
    if (server.ruled()) {
      journey.doubt(server.path() + " has rules on contents, which may choose another pool");
    }
    IpAddress member = choice.get().member().address();
    Optional<RoutingTable.Entry> entry = device.routes().lookup(member);
    Packet arrived = journey.packet();
    if (entry.isEmpty()) {
      journey.become(balancer.readdress(device, choice.get(), arrived, Optional.empty()));
      return end(journey, Fate.NO_ROUTE, device, () -> noRoute(device, journey.packet()));
    }
    RoutingTable.Way way = choose(journey, device, entry.get());
    journey.become(balancer.readdress(device, choice.get(), arrived, way.nextHop().out()));
    journey.add(new Step.Balanced(server, device, Optional.of(member)));
    boundary.balanced();
    if (device.owns(member)) {
      return end(journey, Fate.DELIVERED, device, () -> device.name() + " has " + member);
    }
    if (options.loadBalancerKeepsTtl()) {
      visit.checkTtl(journey.packet(), journey.sessions().size());
      journey.become(journey.packet().withTtl(journey.packet().ttl() - 1));
    } else {
      journey.restartTtl();
    }
    return depart(journey, visit, boundary, entry.get(), way);
  }

  /** Routing out: a null route, the firewall and source NAT at the edge, the link. */
  private Optional<Crossing.Arrival> depart(
      Journey journey,
      Visit visit,
      Boundary boundary,
      RoutingTable.Entry entry,
      RoutingTable.Way way) {
    journey.add(new Step.Routed(entry, way));
    if (way.nextHop() instanceof NextHop.Discard) {
      return discard(journey, visit.device(), way);
    }
    Egress.centralStep(journey, visit, way.nextHop());
    leave(journey, visit, boundary, way.nextHop());
    return journey.hasEnded() ? Optional.empty() : crossing.onwards(journey, visit.device(), way);
  }

  private void leave(Journey journey, Visit visit, Boundary boundary, NextHop hop) {
    if (hop.out().isEmpty()) {
      return;
    }
    Interface out = hop.out().get();
    Egress.fit(
        journey,
        visit.device(),
        out,
        () -> Answers.tooLong(journey, visit.device(), visit.in(), out.mtu()));
    if (!journey.hasEnded()) {
      boundary.leave(out);
    }
  }

  private static Optional<Crossing.Arrival> discard(
      Journey journey, Device device, RoutingTable.Way way) {
    journey.end(
        Fate.NULL_ROUTE,
        device.id(),
        way.route().origin(),
        () -> "a null route of " + device.name() + " for " + way.route().network(),
        Optional.empty());
    return Optional.empty();
  }

  private RoutingTable.Way choose(Journey journey, Device device, RoutingTable.Entry entry) {
    if (entry.ways().size() == 1) {
      return entry.ways().getFirst();
    }
    int choice = chooser.choose(device, entry, journey.packet());
    journey.decided(choice);
    return entry.ways().get(choice);
  }

  private Optional<Crossing.Arrival> end(
      Journey journey, Fate fate, Device device, Supplier<String> reason) {
    Optional<Reply> reply =
        fate == Fate.DELIVERED ? Answers.delivered(journey, device) : Optional.empty();
    journey.end(fate, device.id(), device.path(), reason, reply);
    return Optional.empty();
  }

  private static String noRoute(Device device, Packet packet) {
    return device.name() + " has no route to " + packet.destination();
  }
}
