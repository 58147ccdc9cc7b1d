package io.nsxsim.simulation;

import io.nsxsim.net.PortSet;
import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.FirewallRule;
import io.nsxsim.topology.FirewallRule.Action;
import io.nsxsim.topology.FirewallRule.Direction;
import io.nsxsim.topology.ServiceMatch;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the rule that decides about a packet. */
final class RuleMatch {

  private static final String APPLICATION = "Application";

  private RuleMatch() {}

  /**
   * The first rule that means the packet. A rule that jumps leads on to the first of the category
   * Application.
   *
   * @param place the port or interface where the rules are asked, which a scope may name
   * @param everywhere whether a rule without a scope applies at the place
   */
  static Optional<FirewallRule> deciding(
      List<FirewallRule> rules,
      Optional<PolicyPath> place,
      boolean everywhere,
      Direction direction,
      Packet packet) {
    boolean jumped = false;
    for (FirewallRule rule : rules) {
      if (jumped && !rule.category().equals(APPLICATION)) {
        continue;
      }
      if (applies(rule, place, everywhere) && means(rule, direction, packet)) {
        if (rule.action() != Action.JUMP_TO_APPLICATION) {
          return Optional.of(rule);
        }
        jumped = true;
      }
    }
    return Optional.empty();
  }

  /** Tells whether one of the services means the packet; none listed means any packet. */
  static boolean serves(List<ServiceMatch> services, Packet packet) {
    return services.isEmpty()
        || services.stream().anyMatch(service -> serves(service, packet, Optional.empty()));
  }

  /** The same with other destination ports in place of the services' own. */
  static boolean serves(List<ServiceMatch> services, Packet packet, PortSet ports) {
    return services.stream().anyMatch(service -> serves(service, packet, Optional.of(ports)));
  }

  private static boolean applies(
      FirewallRule rule, Optional<PolicyPath> place, boolean everywhere) {
    return rule.scope().map(scope -> place.filter(scope::contains).isPresent()).orElse(everywhere);
  }

  private static boolean means(FirewallRule rule, Direction direction, Packet packet) {
    return rule.direction().covers(direction)
        && rule.family().has(packet.destination())
        && rule.sources().include(packet.source())
        && rule.destinations().include(packet.destination())
        && serves(rule.services(), packet);
  }

  private static boolean serves(ServiceMatch service, Packet packet, Optional<PortSet> otherPorts) {
    return switch (service) {
      case ServiceMatch.Ports(Protocol protocol, PortSet sources, PortSet destinations) ->
          packet.protocol() == protocol
              && sources.contains(packet.sourcePort())
              && otherPorts.orElse(destinations).contains(packet.destinationPort());
      case ServiceMatch.Icmp(Protocol version, OptionalInt type, OptionalInt code) ->
          packet.protocol() == version
              && (type.isEmpty() || type.getAsInt() == packet.sourcePort())
              && (code.isEmpty() || code.getAsInt() == packet.destinationPort());
      case ServiceMatch.IpProtocol(int number) -> packet.protocol().number() == number;
    };
  }
}
