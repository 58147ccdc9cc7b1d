package io.nsxsim.topology;

import io.nsxsim.net.IpAddress;
import java.util.List;
import java.util.Set;

/**
 * Something that people name when they ask for a way: a machine, a pod, a host outside.
 *
 * @param device id of its device
 * @param label tells it from others of the same name
 * @param ids ids and policy paths; no two workloads share one
 * @param names display and DNS names, which several may share
 * @param addresses the first is the one it is reached by
 */
public record Workload(
    String device, String label, Set<String> ids, Set<String> names, List<IpAddress> addresses) {

  public Workload {
    ids = Set.copyOf(ids);
    names = Set.copyOf(names);
    addresses = List.copyOf(addresses);
  }
}
