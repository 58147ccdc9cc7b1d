package io.nsxsim.reachability;

import io.nsxsim.net.AddressSet;
import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.DistributedFirewall;
import io.nsxsim.topology.FirewallRule;
import io.nsxsim.topology.Interface;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Endpoints that no set of the distributed firewall tells apart: groups, scopes, exclusions. */
final class FirewallClasses {

  private final List<AddressSet> sets;
  private final int[] classes;

  FirewallClasses(DistributedFirewall firewall, List<Endpoint> endpoints, AddressIndex index) {
    Set<AddressSet> distinct = new HashSet<>();
    Set<Set<PolicyPath>> scopes = new HashSet<>();
    scopes.add(firewall.excluded());
    for (List<FirewallRule> rules : List.of(firewall.ethernet(), firewall.rules())) {
      for (FirewallRule rule : rules) {
        distinct.add(rule.sources().addresses());
        distinct.add(rule.destinations().addresses());
        rule.scope().ifPresent(scopes::add);
      }
    }
    this.sets = List.copyOf(distinct);
    Partition partition = new Partition(endpoints.size());
    sets.forEach(set -> partition.refine(index.members(set)));
    Map<PolicyPath, List<Integer>> ports = ports(endpoints);
    scopes.forEach(scope -> partition.refine(members(scope, ports)));
    for (int item = 0; item < endpoints.size(); item++) {
      if (!endpoints.get(item).plain() && cards(endpoints.get(item)) > 1) {
        partition.isolate(item);
      }
    }
    this.classes = partition.classes();
  }

  /** The class of each endpoint. */
  int[] classes() {
    return classes.clone();
  }

  /** What the firewall's sets say of an address. */
  List<Integer> label(IpAddress address) {
    List<Integer> containing = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      if (sets.get(i).contains(address)) {
        containing.add(i);
      }
    }
    return containing;
  }

  private static Map<PolicyPath, List<Integer>> ports(List<Endpoint> endpoints) {
    Map<PolicyPath, List<Integer>> ports = new HashMap<>();
    for (int item = 0; item < endpoints.size(); item++) {
      for (Interface end : endpoints.get(item).device().interfaces()) {
        int number = item;
        end.vnic()
            .ifPresent(
                vnic -> ports.computeIfAbsent(vnic.port(), port -> new ArrayList<>()).add(number));
      }
    }
    return ports;
  }

  private static long cards(Endpoint endpoint) {
    return endpoint.device().interfaces().stream().filter(end -> end.vnic().isPresent()).count();
  }

  private static Map<Integer, Boolean> members(
      Set<PolicyPath> scope, Map<PolicyPath, List<Integer>> ports) {
    Map<Integer, Boolean> labels = new HashMap<>();
    for (PolicyPath port : scope) {
      ports.getOrDefault(port, List.of()).forEach(item -> labels.put(item, true));
    }
    return labels;
  }
}
