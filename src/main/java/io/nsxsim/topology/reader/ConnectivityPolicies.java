package io.nsxsim.topology.reader;

import io.nsxsim.net.AddressSet;
import io.nsxsim.net.IpFamily;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.FirewallRule;
import io.nsxsim.topology.FirewallRule.Action;
import io.nsxsim.topology.FirewallRule.Direction;
import io.nsxsim.topology.FirewallRule.Peers;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Connectivity policies keep VPCs of one transit gateway apart. Which pairs a policy parts depends
 * on the policies of both, and what holds towards a VPC without one is not publicly known; so each
 * is a rule that may drop what one VPC sends to another, and no such packet is said to arrive.
 */
final class ConnectivityPolicies {

  private final Documents documents;
  private final FabricBuilder fabric;

  ConnectivityPolicies(Documents documents, FabricBuilder fabric) {
    this.documents = documents;
    this.fabric = fabric;
  }

  /** Puts a transit gateway's policies in force, once it knows the networks of its VPCs. */
  void apply(Gateway transit) {
    List<Document> policies = documents.below(transit.path(), "ConnectivityPolicy");
    if (policies.isEmpty()) {
      return;
    }
    Set<PolicyPath> vpcs =
        fabric.interfaces(transit.id()).stream()
            .filter(end -> end.role() == Role.LINK_TO_TIER1)
            .flatMap(end -> end.path().stream())
            .collect(Collectors.toSet());
    AddressSet networks =
        fabric.routes(transit.id()).stream()
            .filter(route -> route.nextHops().stream().anyMatch(ConnectivityPolicies::leadsToVpc))
            .map(route -> AddressSet.of(route.network()))
            .reduce(AddressSet.NONE, AddressSet::union);
    Peers others = new Peers(networks, false, false);
    fabric.services(
        transit.id(),
        fabric
            .services(transit.id())
            .withFirewall(
                policies.stream().map(policy -> rule(policy.path(), vpcs, others)).toList()));
  }

  private static boolean leadsToVpc(NextHop hop) {
    return hop.out().map(Interface::role).filter(Role.LINK_TO_TIER1::equals).isPresent();
  }

  private static FirewallRule rule(PolicyPath policy, Set<PolicyPath> vpcs, Peers others) {
    return new FirewallRule(
        policy,
        Action.DROP,
        Direction.IN,
        IpFamily.BOTH,
        Peers.ANY,
        others,
        List.of(),
        Optional.of(vpcs),
        false,
        "",
        false,
        true);
  }
}
