package io.nsxsim.simulation;

import io.nsxsim.net.PortSet;
import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.FirewallRule;
import io.nsxsim.topology.FirewallRule.Action;
import io.nsxsim.topology.FirewallRule.Direction;
import io.nsxsim.topology.FirewallRule.Fit;
import io.nsxsim.topology.ServiceMatch;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the rule that decides about a packet. */
final class RuleMatch {

  private static final String APPLICATION = "Application";

  private RuleMatch() {}

  /**
   * What the rules say of a packet.
   *
   * @param rule the first that means the packet, if one does
   * @param otherwise a rule before it that may mean the packet and would do otherwise
   */
  record Decision(Optional<FirewallRule> rule, Optional<FirewallRule> otherwise) {
    /** What is done, unless the other rule means the packet; without a rule it passes. */
    Action action() {
      return rule.isPresent() ? rule.get().action() : Action.ALLOW;
    }
  }

  /** Where the rules are asked. */
  record Place(Optional<PolicyPath> path, boolean everywhere, Direction direction) {}

  /**
   * The first rule that means the packet. A rule that jumps leads on to the first of the category
   * Application.
   */
  static Decision deciding(List<FirewallRule> rules, Place place, Packet packet) {
    boolean jumped = false;
    Optional<FirewallRule> mayPass = Optional.empty();
    Optional<FirewallRule> mayBlock = Optional.empty();
    for (FirewallRule rule : rules) {
      if (jumped && !rule.category().equals(APPLICATION)) {
        continue;
      }
      Fit fit = fit(rule, place, packet);
      if (fit == Fit.YES) {
        if (rule.action() != Action.JUMP_TO_APPLICATION) {
          return new Decision(Optional.of(rule), passes(rule) ? mayBlock : mayPass);
        }
        jumped = true;
      } else if (fit == Fit.MAYBE) {
        mayPass = mayPass.isEmpty() && doesPass(rule) ? Optional.of(rule) : mayPass;
        mayBlock = mayBlock.isEmpty() && doesBlock(rule) ? Optional.of(rule) : mayBlock;
      }
    }
    return new Decision(Optional.empty(), mayBlock);
  }

  private static boolean passes(FirewallRule rule) {
    return rule.action() == Action.ALLOW;
  }

  /** A jump leads to rules that may do either. */
  private static boolean doesPass(FirewallRule rule) {
    return passes(rule) || rule.action() == Action.JUMP_TO_APPLICATION;
  }

  private static boolean doesBlock(FirewallRule rule) {
    return !passes(rule);
  }

  /** Tells whether one of the services means the packet; none listed means any packet. */
  static boolean serves(List<ServiceMatch> services, Packet packet) {
    if (services.isEmpty()) {
      return true;
    }
    for (ServiceMatch service : services) {
      if (serves(service, packet, Optional.empty())) {
        return true;
      }
    }
    return false;
  }

  /** The same with other destination ports in place of the services' own. */
  static boolean serves(List<ServiceMatch> services, Packet packet, PortSet ports) {
    return services.stream().anyMatch(service -> serves(service, packet, Optional.of(ports)));
  }

  private static Fit fit(FirewallRule rule, Place place, Packet packet) {
    if (!rule.direction().covers(place.direction()) || !rule.family().has(packet.destination())) {
      return Fit.NO;
    }
    Fit fit = rule.conditional() ? Fit.MAYBE : Fit.YES;
    fit = fit.and(rule.sources().fit(packet.source()));
    if (fit != Fit.NO) {
      fit = fit.and(rule.destinations().fit(packet.destination()));
    }
    if (fit != Fit.NO) {
      fit = fit.and(applies(rule, place));
    }
    return fit != Fit.NO && serves(rule.services(), packet) ? fit : Fit.NO;
  }

  private static Fit applies(FirewallRule rule, Place place) {
    if (rule.scope().isEmpty()) {
      return place.everywhere() ? Fit.YES : Fit.NO;
    }
    if (place.path().isPresent() && rule.scope().get().contains(place.path().get())) {
      return Fit.YES;
    }
    return rule.openScope() ? Fit.MAYBE : Fit.NO;
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
      case ServiceMatch.Family(boolean ipv6) -> packet.destination().ipv6() == ipv6;
      case ServiceMatch.IpProtocol(int number) -> packet.protocol().number() == number;
    };
  }
}
