package io.nsxsim.web.reachability;

import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.reader.ResolvedGroups;

/** A network at one moment, and the groups that name parts of it. */
record View(Fabric fabric, ResolvedGroups groups) {

  WorkloadSets sets() {
    return new WorkloadSets(fabric, () -> groups);
  }
}
