package io.nsxsim.reachability;

import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.Workload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Workloads that stand for all others as far as routes are concerned. */
final class Representatives {

  private Representatives() {}

  /** One running workload of each routing class, of so many classes at most. */
  static List<Workload> of(Fabric fabric, int most) {
    List<Workload> all =
        fabric.directory().workloads().stream()
            .filter(each -> !each.addresses().isEmpty() && fabric.device(each.device()).running())
            .toList();
    List<Endpoint> endpoints = all.stream().map(each -> Endpoint.of(fabric, each)).toList();
    int[] classes = RouteClasses.of(fabric, endpoints, new AddressIndex(endpoints));
    Set<Integer> seen = new HashSet<>();
    List<Workload> chosen = new ArrayList<>();
    for (int i = 0; i < classes.length && chosen.size() < most; i++) {
      if (seen.add(classes[i])) {
        chosen.add(all.get(i));
      }
    }
    return chosen;
  }
}
