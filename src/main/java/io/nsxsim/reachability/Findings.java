package io.nsxsim.reachability;

import io.nsxsim.simulation.Options;
import io.nsxsim.topology.Fabric;
import java.util.ArrayList;
import java.util.List;

/** Looks through a network for what its author probably did not mean. */
public final class Findings {

  private Findings() {}

  /** Loops, asymmetric paths, rules that no packet gets to, and virtual servers nobody reaches. */
  public static List<Finding> of(Fabric fabric, Options options) {
    List<Finding> found = new ArrayList<>(Loops.find(fabric));
    found.addAll(AsymmetricPaths.find(fabric, options));
    found.addAll(ShadowedRules.find(fabric));
    found.addAll(UnreachableServers.find(fabric, options));
    return List.copyOf(found);
  }
}
