package io.nsxsim.reachability;

import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.simulation.Options;
import io.nsxsim.simulation.Tracer;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.Workload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds flows whose answers take other routers than they do: one flow for each pair of classes. */
final class AsymmetricPaths {

  private static final int MOST_CLASSES = 300;

  private AsymmetricPaths() {}

  static List<Finding> find(Fabric fabric, Options options) {
    List<Workload> some = Representatives.of(fabric, MOST_CLASSES);
    Tracer tracer = new Tracer(fabric, options);
    Map<List<Object>, Finding> found = new LinkedHashMap<>();
    for (Workload from : some) {
      for (Workload to : some) {
        if (from.device().compareTo(to.device()) < 0) {
          Pairs.flow(fabric, from, to, Protocol.ICMP, 0)
              .flatMap(tracer::routers)
              .filter(ways -> !ways.there().equals(ways.back().reversed()))
              .ifPresent(ways ->
                  found.putIfAbsent(
                      List.of(ways.there(), ways.back()), finding(fabric, from, to, ways)));
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static Finding finding(Fabric fabric, Workload from, Workload to, Tracer.Routers ways) {
    Set<String> differing = new HashSet<>(ways.there());
    differing.addAll(ways.back());
    differing.removeIf(id -> ways.there().contains(id) && ways.back().contains(id));
    List<PolicyPath> paths = new ArrayList<>();
    differing.stream()
        .sorted()
        .flatMap(id -> fabric.device(id).path().stream())
        .forEach(paths::add);
    return new Finding(
        Finding.Kind.ASYMMETRIC_PATH,
        paths,
        "From %s to %s packets take %s, answers %s"
            .formatted(
                from.label(), to.label(), names(fabric, ways.there()), names(fabric, ways.back())));
  }

  private static String names(Fabric fabric, List<String> ids) {
    return ids.isEmpty()
        ? "no router"
        : String.join(", ", ids.stream().map(fabric::device).map(Device::name).toList());
  }
}
