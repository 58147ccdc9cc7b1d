package io.nsxsim.simulation;

import io.nsxsim.net.IpAddress;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.FirewallRule.Direction;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Link;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Role;
import io.nsxsim.topology.RoutingTable;
import java.util.Optional;
import java.util.function.Supplier;

/** Carries a packet over one link, past the network cards at both of its ends. */
final class Crossing {

  private final Fabric fabric;
  private final Options options;
  private final CardFirewall cards;

  /** A packet at the door of a device. */
  record Arrival(Device device, Interface in) {}

  Crossing(Fabric fabric, Options options) {
    this.fabric = fabric;
    this.options = options;
    this.cards = new CardFirewall(fabric.distributedFirewall());
  }

  /** The next device on a way, if the packet gets there; the journey ends if it does not. */
  Optional<Arrival> onwards(Journey journey, Device device, RoutingTable.Way way) {
    return switch (way.nextHop()) {
      case NextHop.Direct(Interface out) ->
          cross(journey, device, out, journey.packet().destination());
      case NextHop.Via(IpAddress gateway, Interface out) -> cross(journey, device, out, gateway);
      case NextHop.Outside() ->
          end(
              journey,
              Fate.LEFT_NETWORK,
              device,
              () -> device.name() + " sends it out of what is known");
      case NextHop.Discard() ->
          end(journey, Fate.NULL_ROUTE, device, () -> "a null route of " + device.name());
    };
  }

  private Optional<Arrival> cross(
      Journey journey, Device device, Interface out, IpAddress nextHop) {
    cards.pass(journey, out, Direction.OUT, () -> unanswered(journey, device, out));
    if (journey.hasEnded()) {
      return Optional.empty();
    }
    journey.depart(out);
    Link link = fabric.link(out.link());
    Optional<Interface> neighbor = link.neighbor(nextHop, out);
    if (neighbor.isEmpty()) {
      return nobody(journey, device, out, nextHop);
    }
    Interface in = neighbor.get();
    Device next = fabric.device(in.device());
    if (!next.running()) {
      journey.end(
          Fate.NO_NEIGHBOR,
          device.id(),
          next.path(),
          () -> next.name() + " is not running",
          unanswered(journey, device, out));
      return Optional.empty();
    }
    if (link.kind() == Link.Kind.TUNNEL) {
      journey.assume("The overlay from " + device.name() + " to " + next.name() + " is up");
    }
    cards.pass(journey, in, Direction.IN, () -> unanswered(journey, device, out));
    return journey.hasEnded() ? Optional.empty() : Optional.of(new Arrival(next, in));
  }

  /** What comes of a neighbor that says nothing when asked for its hardware address. */
  private Optional<Reply> unanswered(Journey journey, Device device, Interface out) {
    return isBridge(out) ? Optional.empty() : Answers.noNeighbor(journey, device, out, options);
  }

  private Optional<Arrival> nobody(
      Journey journey, Device device, Interface out, IpAddress nextHop) {
    Link link = fabric.link(out.link());
    if (link.kind() == Link.Kind.LAN) {
      journey.assume(nextHop + " is not in the inventory");
      journey.end(
          Fate.LEFT_NETWORK, device.id(), out.path(), () -> "to " + nextHop, Optional.empty());
      return Optional.empty();
    }
    Optional<Reply> reply = Answers.noNeighbor(journey, device, out, options);
    journey.end(
        Fate.NO_NEIGHBOR, device.id(), out.path(), () -> "nobody answers for " + nextHop, reply);
    return Optional.empty();
  }

  private static Optional<Arrival> end(
      Journey journey, Fate fate, Device device, Supplier<String> reason) {
    journey.end(fate, device.id(), device.path(), reason, Optional.empty());
    return Optional.empty();
  }

  /** Antrea's bridge takes one from the TTL before it encapsulates, and answers nothing. */
  static boolean isBridge(Interface out) {
    return out.role() == Role.TUNNEL && out.address().isEmpty();
  }
}
