package io.nsxsim.reachability;

import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.simulation.BothWays;
import io.nsxsim.simulation.Options;
import io.nsxsim.simulation.Tracer;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds answers that miss a router which keeps sessions, or come to one that has not seen what they
 * answer: one flow for each pair of classes. That answers take other routers is no fault in itself:
 * it is how ECMP and distributed routing work.
 */
final class AsymmetricPaths {

  private static final int MOST_CLASSES = 300;

  private AsymmetricPaths() {}

  static List<Finding> find(Fabric fabric, Options options) {
    List<Workload> some = Representatives.of(fabric, MOST_CLASSES);
    Tracer tracer = new Tracer(fabric, options);
    Map<List<Object>, Finding> found = new LinkedHashMap<>();
    for (Workload from : some) {
      for (Workload to : some) {
        if (!from.device().equals(to.device())) {
          Pairs.flow(fabric, from, to, Protocol.ICMP, 0)
              .flatMap(tracer::bothWays)
              .filter(ways -> !ways.split().isEmpty())
              .ifPresent(ways ->
                  found.putIfAbsent(List.of(ways.split()), finding(fabric, from, to, ways)));
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static Finding finding(Fabric fabric, Workload from, Workload to, BothWays ways) {
    List<PolicyPath> paths = new ArrayList<>();
    ways.split().stream().flatMap(id -> fabric.device(id).path().stream()).forEach(paths::add);
    return new Finding(
        Finding.Kind.ASYMMETRIC_PATH,
        paths,
        "From %s to %s packets take %s, answers %s: %s keeps sessions and sees one direction only"
            .formatted(
                from.label(),
                to.label(),
                names(fabric, ways.there()),
                names(fabric, ways.back()),
                names(fabric, List.copyOf(ways.split()))));
  }

  private static String names(Fabric fabric, List<String> ids) {
    return ids.isEmpty()
        ? "no router"
        : String.join(", ", ids.stream().map(fabric::device).map(Device::name).toList());
  }
}
