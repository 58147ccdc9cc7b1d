package io.nsxsim.reachability;

import io.nsxsim.net.AddressSet;
import io.nsxsim.net.IpFamily;
import io.nsxsim.net.PortSet;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.FirewallRule;
import io.nsxsim.topology.FirewallRule.Action;
import io.nsxsim.topology.FirewallRule.Direction;
import io.nsxsim.topology.FirewallRule.Peers;
import io.nsxsim.topology.NatRule;
import io.nsxsim.topology.ServiceMatch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds rules that no packet gets to, because one rule before them means all that they mean. Sets
 * are compared as sets of addresses and ports, not by their names.
 */
final class ShadowedRules {

  private ShadowedRules() {}

  static List<Finding> find(Fabric fabric) {
    Set<Finding> found = new LinkedHashSet<>();
    found.addAll(firewall(fabric.distributedFirewall().ethernet()));
    found.addAll(firewall(fabric.distributedFirewall().rules()));
    for (Device device : fabric.devices().values()) {
      found.addAll(firewall(device.services().firewall()));
      found.addAll(nat(device.services().nat()));
    }
    return List.copyOf(found);
  }

  private static List<Finding> firewall(List<FirewallRule> rules) {
    List<Finding> found = new ArrayList<>();
    for (int i = 1; i < rules.size(); i++) {
      FirewallRule rule = rules.get(i);
      List<FirewallRule> before = rules.subList(0, i);
      shadowing(before, rule)
          .ifPresent(by ->
              found.add(
                  new Finding(
                      Finding.Kind.SHADOWED_FIREWALL_RULE,
                      List.of(rule.path(), by.path()),
                      "No packet gets to %s (%s): %s (%s) comes first and means all that it means"
                          .formatted(rule.path(), rule.action(), by.path(), by.action()))));
    }
    return found;
  }

  private static Optional<FirewallRule> shadowing(List<FirewallRule> before, FirewallRule rule) {
    boolean mayJump = false;
    for (FirewallRule earlier : before) {
      boolean isAsked = !mayJump || isOfApplication(earlier) || !isOfApplication(rule);
      boolean decides = earlier.action() != Action.JUMP_TO_APPLICATION || !isOfApplication(rule);
      if (isAsked && decides && covers(earlier, rule)) {
        return Optional.of(earlier);
      }
      mayJump = mayJump || earlier.action() == Action.JUMP_TO_APPLICATION;
    }
    return Optional.empty();
  }

  private static boolean isOfApplication(FirewallRule rule) {
    return rule.category().equals("Application");
  }

  private static boolean covers(FirewallRule one, FirewallRule other) {
    return !one.conditional()
        && (one.direction() == Direction.IN_OUT || one.direction() == other.direction())
        && (one.family() == IpFamily.BOTH || one.family() == other.family())
        && coversScope(one, other)
        && coversServices(one.services(), other.services())
        && covers(one.sources(), other.sources())
        && covers(one.destinations(), other.destinations());
  }

  private static boolean coversScope(FirewallRule one, FirewallRule other) {
    boolean appliesNowhere = other.scope().filter(Set::isEmpty).isPresent();
    return one.scope().isEmpty()
        || !appliesNowhere
            && !other.openScope()
            && other.scope().filter(one.scope().get()::containsAll).isPresent();
  }

  private static boolean covers(Peers one, Peers other) {
    if (one.equals(Peers.ANY)) {
      return true;
    }
    if (one.open() && one.excluded() || other.open() && !other.excluded()) {
      return false;
    }
    AddressSet mine = one.addresses();
    AddressSet theirs = other.addresses();
    if (one.excluded()) {
      return other.excluded() ? theirs.containsAll(mine) : mine.isDisjointFrom(theirs);
    }
    return other.excluded() ? mine.union(theirs).equals(AddressSet.ANY) : mine.containsAll(theirs);
  }

  private static boolean coversServices(List<ServiceMatch> one, List<ServiceMatch> other) {
    return one.isEmpty()
        || !other.isEmpty()
            && other.stream().allMatch(their -> one.stream().anyMatch(my -> covers(my, their)));
  }

  private static boolean covers(ServiceMatch one, ServiceMatch other) {
    return one.equals(other)
        || switch (one) {
          case ServiceMatch.Ports my ->
              other instanceof ServiceMatch.Ports their
                  && my.protocol() == their.protocol()
                  && covers(my.sources(), their.sources())
                  && covers(my.destinations(), their.destinations());
          case ServiceMatch.Icmp my ->
              other instanceof ServiceMatch.Icmp their
                  && my.version() == their.version()
                  && (my.type().isEmpty() || my.type().equals(their.type()))
                  && (my.code().isEmpty() || my.code().equals(their.code()));
          case ServiceMatch.IpProtocol my -> protocol(other) == my.number();
          case ServiceMatch.Family my -> false;
        };
  }

  private static int protocol(ServiceMatch service) {
    return switch (service) {
      case ServiceMatch.Ports ports -> ports.protocol().number();
      case ServiceMatch.Icmp icmp -> icmp.version().number();
      case ServiceMatch.IpProtocol other -> other.number();
      case ServiceMatch.Family family -> -1;
    };
  }

  private static boolean covers(PortSet one, PortSet other) {
    return one.ranges().isEmpty()
        || !other.ranges().isEmpty()
            && other.ranges().stream()
                .allMatch(range ->
                    java.util.stream.IntStream.rangeClosed(range.first(), range.last())
                        .allMatch(one::contains));
  }

  private static List<Finding> nat(List<NatRule> rules) {
    List<Finding> found = new ArrayList<>();
    for (int i = 1; i < rules.size(); i++) {
      NatRule rule = rules.get(i);
      for (NatRule earlier : rules.subList(0, i)) {
        if (rule.path().isPresent() && earlier.path().isPresent() && covers(earlier, rule)) {
          found.add(
              new Finding(
                  Finding.Kind.SHADOWED_NAT_RULE,
                  List.of(rule.path().get(), earlier.path().get()),
                  "No packet gets to %s (%s): %s (%s) comes first and means all that it means"
                      .formatted(
                          rule.path().get(),
                          rule.action(),
                          earlier.path().get(),
                          earlier.action())));
          break;
        }
      }
    }
    return found;
  }

  private static boolean covers(NatRule one, NatRule other) {
    return side(one) == side(other)
        && (one.scope().equals(other.scope())
            || !other.scope().isEmpty() && one.scope().containsAll(other.scope()))
        && coversServices(one.services(), other.services())
        && coversMatchedPorts(one, other)
        && one.source().containsAll(other.source())
        && one.destination().containsAll(other.destination())
        && (one.action() != NatRule.Action.REFLEXIVE
            || one.translated().containsAll(other.translated()));
  }

  private static boolean coversMatchedPorts(NatRule one, NatRule other) {
    return one.matchedPorts()
        .map(mine -> other.matchedPorts().filter(their -> covers(mine, their)).isPresent())
        .orElse(other.matchedPorts().isEmpty() || one.services().isEmpty());
  }

  /** Which address a rule is about; only rules about the same one are alternatives. */
  private static int side(NatRule rule) {
    return switch (rule.action()) {
      case SNAT, NO_SNAT -> 0;
      case DNAT, NO_DNAT -> 1;
      case REFLEXIVE -> 2;
      case NAT64 -> 3;
    };
  }
}
