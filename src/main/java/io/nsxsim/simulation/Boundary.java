package io.nsxsim.simulation;

import io.nsxsim.net.AddressSet;
import io.nsxsim.net.IpAddress;
import io.nsxsim.net.PortSet;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.FirewallRule;
import io.nsxsim.topology.FirewallRule.Action;
import io.nsxsim.topology.FirewallRule.Direction;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.NatRule;
import io.nsxsim.topology.NatRule.FirewallMatch;
import java.util.Optional;

/**
 * NAT and gateway firewall for one packet at one device, in NSX's order (rules 16 and 23): on the
 * way in destination NAT, then firewall; on the way out firewall, then source NAT.
 */
final class Boundary {

  private final Journey journey;
  private final Device device;
  private final Interface in;
  private final Packet arrived;
  private final boolean isAnswer;
  private Optional<NatRule> destinationRule = Optional.empty();
  private boolean remembered;

  Boundary(Journey journey, Device device, Interface in) {
    this.journey = journey;
    this.device = device;
    this.in = in;
    this.arrived = journey.packet();
    Optional<Session> session =
        journey.session(device, arrived).filter(known -> known.isMetAt(device, in, arrived));
    this.isAnswer = session.isPresent();
    session.ifPresent(known -> {
      journey.become(known.restore(arrived));
      journey.add(new Step.Recognized(device.path(), Optional.empty()));
    });
  }

  /** Destination NAT for what comes in. */
  void translateDestination() {
    if (isAnswer || device.services().nat().isEmpty()) {
      return;
    }
    destinationRule =
        device.services().nat().stream()
            .filter(rule -> rule.appliesOn(in) && meansDestination(rule, arrived))
            .findFirst();
    destinationRule.ifPresent(rule -> {
      journey.become(translateDestination(rule, arrived));
      journey.add(new Step.Translated(rule, arrived, journey.packet()));
      if (rule.action() == NatRule.Action.DNAT || rule.action() == NatRule.Action.NAT64) {
        remember();
      }
    });
  }

  /** The gateway firewall for what comes in. */
  void filterIn() {
    if (isAnswer || isBypassed(destinationRule)) {
      return;
    }
    Packet seen = isMatchedOutside(destinationRule) ? arrived : journey.packet();
    filter(in, Direction.IN, seen);
  }

  /** The gateway firewall and source NAT for what goes out. */
  void leave(Interface out) {
    if (isAnswer) {
      return;
    }
    Packet current = journey.packet();
    Optional<NatRule> rule =
        device.services().nat().stream()
            .filter(each -> each.appliesOn(out) && meansSource(each, current))
            .findFirst();
    Packet translated = rule.map(each -> translateSource(each, current)).orElse(current);
    if (!isBypassed(rule)) {
      filter(out, Direction.OUT, isMatchedOutside(rule) ? translated : current);
    }
    if (journey.hasEnded()) {
      return;
    }
    journey.become(translated);
    rule.ifPresent(each -> journey.add(new Step.Translated(each, current, translated)));
    if (remembered || rule.filter(each -> each.action() == NatRule.Action.SNAT).isPresent()) {
      remember();
    }
  }

  private void filter(Interface at, Direction direction, Packet seen) {
    if (!device.services().firewallOn()) {
      return;
    }
    boolean everywhere = at.role().isFiltered();
    RuleMatch.Place place = new RuleMatch.Place(at.path(), everywhere, direction);
    RuleMatch.Decision decision = RuleMatch.deciding(device.services().firewall(), place, seen);
    Optional<FirewallRule> rule = decision.rule();
    rule.ifPresent(each -> journey.add(new Step.Filtered(each, direction, at)));
    if (decision.action() != Action.ALLOW && decision.otherwise().isPresent()) {
      FirewallRule other = decision.otherwise().get();
      journey.assume(CardFirewall.mayMean(other));
      end(Fate.UNDECIDED, other, Optional.empty());
    } else if (decision.action() == Action.DROP) {
      end(Fate.FIREWALL_DROP, rule.orElseThrow(), Optional.empty());
    } else if (decision.action() == Action.REJECT) {
      end(Fate.FIREWALL_REJECT, rule.orElseThrow(), Answers.rejected(journey, device, in));
    } else {
      decision.otherwise().ifPresent(each -> journey.doubt(CardFirewall.mayMean(each)));
      if ((everywhere || rule.isPresent())
          && device.services().stateful()
          && (rule.isEmpty() || rule.get().stateful())) {
        remember();
      }
    }
  }

  /** Notes that the load balancer has made another packet of what arrived. */
  void balanced() {
    remember();
  }

  private void remember() {
    remembered = true;
    journey.remember(device, arrived, journey.packet());
  }

  private void end(Fate fate, FirewallRule rule, Optional<Reply> reply) {
    journey.end(
        fate,
        device.id(),
        Optional.of(rule.path()),
        () -> rule.path() + " on " + device.name(),
        reply);
  }

  private static boolean meansDestination(NatRule rule, Packet packet) {
    return switch (rule.action()) {
      case DNAT, NO_DNAT, NAT64 ->
          rule.source().contains(packet.source())
              && rule.destination().contains(packet.destination())
              && meansPort(rule, packet);
      case REFLEXIVE -> rule.translated().contains(packet.destination());
      case SNAT, NO_SNAT -> false;
    };
  }

  private static boolean meansSource(NatRule rule, Packet packet) {
    return switch (rule.action()) {
      case SNAT, NO_SNAT ->
          rule.source().contains(packet.source())
              && rule.destination().contains(packet.destination())
              && RuleMatch.serves(rule.services(), packet);
      case REFLEXIVE -> rule.source().contains(packet.source()) || isAboutInside(rule, packet);
      case DNAT, NO_DNAT, NAT64 -> false;
    };
  }

  /** A service's port is the translated one when translated ports say which port is matched. */
  private static boolean meansPort(NatRule rule, Packet packet) {
    return rule.matchedPorts()
        .map(ports -> RuleMatch.serves(rule.services(), packet, ports))
        .orElseGet(() -> RuleMatch.serves(rule.services(), packet));
  }

  private static Packet translateDestination(NatRule rule, Packet packet) {
    return switch (rule.action()) {
      case DNAT ->
          packet.withDestination(
              map(packet.destination(), rule.destination(), rule.translated()),
              writtenPort(rule, packet.destinationPort()));
      case NAT64 -> translateFamily(rule, packet);
      case REFLEXIVE -> reflect(rule, packet);
      case SNAT, NO_SNAT, NO_DNAT -> packet;
    };
  }

  /** As many ports as are matched are written one for one; of fewer, the first. */
  private static int writtenPort(NatRule rule, int port) {
    PortSet written = rule.translatedPorts();
    if (written.ranges().isEmpty()) {
      return port;
    }
    int position = rule.matchedPorts().map(matched -> matched.positionOf(port)).orElse(0);
    return written.at(position < written.size() ? position : 0);
  }

  /** From IPv6 to the IPv4 address that the last bytes of the destination are. */
  private static Packet translateFamily(NatRule rule, Packet packet) {
    if (!packet.destination().ipv6() || rule.translated().isEmpty()) {
      return packet;
    }
    IpAddress inside = IpAddress.ofIpv4((int) packet.destination().low());
    IpAddress source =
        rule.translated().at(Math.floorMod(packet.source().hashCode(), rule.translated().size()));
    return packet.between(source, inside);
  }

  private static Packet reflect(NatRule rule, Packet packet) {
    IpAddress inside = map(packet.destination(), rule.translated(), rule.source());
    Packet changed = packet.withDestination(inside, packet.destinationPort());
    return packet
        .cause()
        .filter(about -> about.source().equals(packet.destination()))
        .map(about -> changed.withCause(about.withSource(inside)))
        .orElse(changed);
  }

  private static Packet translateSource(NatRule rule, Packet packet) {
    return switch (rule.action()) {
      case SNAT -> packet.withSource(map(packet.source(), rule.source(), rule.translated()));
      case REFLEXIVE -> reflectOut(rule, packet);
      case DNAT, NO_DNAT, NO_SNAT, NAT64 -> packet;
    };
  }

  /** Nothing is remembered of a reflexive translation, so an error carries its own way back. */
  private static Packet reflectOut(NatRule rule, Packet packet) {
    Packet changed =
        rule.source().contains(packet.source())
            ? packet.withSource(map(packet.source(), rule.source(), rule.translated()))
            : packet;
    return packet
        .cause()
        .filter(about -> rule.source().contains(about.destination()))
        .map(about -> {
          IpAddress outside = map(about.destination(), rule.source(), rule.translated());
          return changed.withCause(about.withDestination(outside, about.destinationPort()));
        })
        .orElse(changed);
  }

  private static boolean isAboutInside(NatRule rule, Packet packet) {
    return packet.cause().filter(about -> rule.source().contains(about.destination())).isPresent();
  }

  private static IpAddress map(IpAddress address, AddressSet from, AddressSet to) {
    return NatRule.counterpart(address, from, to);
  }

  private static boolean isBypassed(Optional<NatRule> rule) {
    return rule.filter(each -> each.firewallMatch() == FirewallMatch.BYPASS).isPresent();
  }

  private static boolean isMatchedOutside(Optional<NatRule> rule) {
    return rule.filter(each -> each.firewallMatch() == FirewallMatch.MATCH_EXTERNAL_ADDRESS)
        .isPresent();
  }
}
