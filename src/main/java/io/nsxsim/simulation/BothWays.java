package io.nsxsim.simulation;

import io.nsxsim.topology.Device;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The routers on the way of a flow and of its answer.
 *
 * @param there ids of devices, in order
 * @param split ids of devices that keep sessions and see only one of the two directions; other
 *     devices do not mind which way an answer takes. Edge nodes of one gateway are not told apart:
 *     if several of them forward, they keep no sessions or hand packets to the one that does
 */
public record BothWays(List<String> there, List<String> back, Set<String> split) {

  private static final Set<Fate> FILTERED = Set.of(Fate.FIREWALL_DROP, Fate.FIREWALL_REJECT);

  public BothWays {
    there = List.copyOf(there);
    back = List.copyOf(back);
  }

  static BothWays of(Journey there, Journey back, boolean arrived) {
    List<String> out = routers(there);
    List<String> home = routers(back);
    Set<String> split = new TreeSet<>();
    if (arrived) {
      Set<String> asked = keeping(there, out);
      Set<String> all = new LinkedHashSet<>(asked);
      all.addAll(keeping(back, home));
      all.stream().filter(id -> !asked.contains(id) || !home.contains(id)).forEach(split::add);
    } else if (FILTERED.contains(back.ending().fate()) && !out.contains(back.ending().device())) {
      split.add(back.ending().device()); // it would have let pass an answer to what it has seen
    }
    return new BothWays(out, home, split);
  }

  private static List<String> routers(Journey journey) {
    return journey.visits().stream()
        .map(Visit::device)
        .filter(device -> device.kind().forwards())
        .map(Device::id)
        .toList();
  }

  /** The routers that a journey has left sessions at. */
  private static Set<String> keeping(Journey journey, List<String> routers) {
    Set<String> keeping = new HashSet<>();
    journey.sessions().stream()
        .filter(session -> session.card().isEmpty())
        .map(Session::device)
        .filter(routers::contains)
        .forEach(keeping::add);
    return keeping;
  }
}
