package io.nsxsim.simulation;

import io.nsxsim.net.IpAddress;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Role;
import io.nsxsim.topology.ServerPool;
import io.nsxsim.topology.ServerPool.SourceTranslation;
import io.nsxsim.topology.VirtualServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Picks the pool member that a virtual server sends a packet on to, and readdresses the packet. */
final class Balancer {

  private final Chooser chooser;
  private final Health health;
  private final Options options;

  /** A member, and the port it gets the packet on. */
  record Choice(ServerPool pool, ServerPool.Member member, int port) {}

  Balancer(Chooser chooser, Health health, Options options) {
    this.chooser = chooser;
    this.health = health;
    this.options = options;
  }

  /** Picks a member of the first pool that can serve the packet, or ends the journey. */
  Optional<Choice> choose(Journey journey, Device gateway, VirtualServer server) {
    Packet packet = journey.packet();
    Optional<VirtualServer.AccessList> list = server.accessList();
    if (list.filter(each -> !each.admits(packet.source())).isPresent()) {
      journey.add(new Step.Balanced(server, gateway, Optional.empty()));
      journey.end(
          Fate.ACCESS_LIST,
          gateway.id(),
          Optional.of(server.path()),
          () -> "the access list of " + server.path() + " keeps " + packet.source() + " out",
          Optional.empty());
      return Optional.empty();
    }
    for (ServerPool pool : server.pools()) {
      List<ServerPool.Member> serving = serving(gateway, server, pool, packet);
      if (!serving.isEmpty()) {
        return Optional.of(pick(journey, server, pool, serving));
      }
    }
    journey.add(new Step.Balanced(server, gateway, Optional.empty()));
    journey.end(
        Fate.NO_POOL_MEMBER,
        gateway.id(),
        Optional.of(server.path()),
        () -> server.path() + " has no pool member that is enabled and up",
        Optional.empty());
    return Optional.empty();
  }

  /** Backup members serve while fewer of the others are up than the pool asks for. */
  private List<ServerPool.Member> serving(
      Device gateway, VirtualServer server, ServerPool pool, Packet packet) {
    List<ServerPool.Member> active = new ArrayList<>();
    List<ServerPool.Member> backup = new ArrayList<>();
    for (ServerPool.Member member : pool.members()) {
      int port = port(server, member, packet);
      if (member.enabled() && health.isUp(gateway, pool, member, port)) {
        (member.backup() ? backup : active).add(member);
      }
    }
    return active.size() >= pool.leastActive() && !active.isEmpty() ? active : backup;
  }

  private Choice pick(
      Journey journey, VirtualServer server, ServerPool pool, List<ServerPool.Member> serving) {
    Packet packet = journey.packet();
    int choice = 0;
    if (serving.size() > 1) {
      choice = chooser.choose(pool, serving, packet);
      journey.decided(choice);
      journey.assume(
          "Which of the members of " + pool.path() + " is next is not known; a hash decides");
    }
    ServerPool.Member member = serving.get(choice);
    return new Choice(pool, member, port(server, member, packet));
  }

  private static int port(VirtualServer server, ServerPool.Member member, Packet packet) {
    return member.port().orElseGet(() -> server.memberPort(packet.destinationPort()));
  }

  /** The packet as the member gets it. */
  Packet readdress(Device gateway, Choice choice, Packet packet, Optional<Interface> out) {
    Packet changed = packet.withDestination(choice.member().address(), choice.port());
    return switch (choice.pool().source()) {
      case SourceTranslation.AutoMap() ->
          ownAddress(gateway, choice.member().address(), out)
              .map(changed::withSource)
              .orElse(changed);
      case SourceTranslation.Addresses(var addresses) ->
          addresses.isEmpty()
              ? changed
              : changed.withSource(
                  addresses.at(Math.floorMod(packet.source().hashCode(), addresses.size())));
      case SourceTranslation.Disabled() -> changed;
    };
  }

  /** The address of the service router: of the interface it sends by, or of its router link. */
  private Optional<IpAddress> ownAddress(
      Device gateway, IpAddress member, Optional<Interface> out) {
    boolean local = out.filter(end -> end.role() == Role.DOWNLINK).isPresent();
    if (local && options.autoMapIsRouterLink()) {
      for (Role role : List.of(Role.LINK_TO_TIER0, Role.SERVICE)) {
        for (Interface end : gateway.interfaces()) {
          if (end.role() == role && end.ip().filter(ip -> ip.ipv6() == member.ipv6()).isPresent()) {
            return end.ip();
          }
        }
      }
    }
    return out.flatMap(Interface::ip);
  }
}
