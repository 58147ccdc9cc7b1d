package io.nsxsim.topology.reader;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Which plain machines meet which condition, kept from one reading to the next. After a change of
 * machines only those that changed are asked again; where nothing changed, the very same collection
 * is answered.
 */
final class Conditions {

  private Map<JsonNode, Set<Member>> before = new IdentityHashMap<>();
  private Map<JsonNode, Set<Member>> now = new IdentityHashMap<>();
  private MachineLayer layer = MachineLayer.EMPTY;
  private List<Member> gone = List.of();
  private List<Member> come = List.of();

  /** Begins another reading. */
  void next(MachineLayer current) {
    before = now;
    now = new IdentityHashMap<>();
    gone = new ArrayList<>();
    come = new ArrayList<>();
    if (current != layer) {
      compare(layer, current);
    }
    layer = current;
  }

  private void compare(MachineLayer old, MachineLayer current) {
    old.machines().forEach((id, machine) -> {
      if (current.machines().get(id) != machine) {
        gone.addAll(machine.members());
      }
    });
    current.machines().forEach((id, machine) -> {
      if (old.machines().get(id) != machine) {
        come.addAll(machine.members());
      }
    });
    if (come.size() > current.machines().size() / 2) {
      before = new IdentityHashMap<>(); // asking all is as fast
    }
  }

  /** The members of the layer that meet a condition. */
  Collection<Member> holding(GroupCondition condition, MachineLayer current) {
    if (current != layer) {
      throw new IllegalStateException("Another layer than the one that was announced");
    }
    return now.computeIfAbsent(condition.document().node(), node -> {
      Set<Member> known = before.get(node);
      return known == null ? all(condition) : changed(condition, known);
    });
  }

  private Set<Member> all(GroupCondition condition) {
    Set<Member> holding = new LinkedHashSet<>();
    for (MachineLayer.Machine machine : layer.machines().values()) {
      for (Member member : machine.members()) {
        if (condition.holdsFor(member)) {
          holding.add(member);
        }
      }
    }
    return holding;
  }

  private Set<Member> changed(GroupCondition condition, Set<Member> known) {
    List<Member> entering = come.stream().filter(condition::holdsFor).toList();
    boolean leaves = gone.stream().anyMatch(known::contains);
    if (entering.isEmpty() && !leaves) {
      return known;
    }
    Set<Member> holding = new HashSet<>(known);
    gone.forEach(holding::remove);
    holding.addAll(entering);
    return holding;
  }
}
