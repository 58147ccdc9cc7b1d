package io.nsxsim.topology.reader;

import io.nsxsim.inventory.VirtualMachine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
  private @Nullable Map<String, List<MachineLayer.Machine>> byTag;

  /**
   * Begins another reading.
   *
   * @param left the members that are there no longer
   * @param entered the members that are new
   */
  void next(MachineLayer current, List<Member> left, List<Member> entered) {
    boolean isMuch = entered.size() > current.machines().size() / 2;
    before = isMuch ? new IdentityHashMap<>() : now; // asking all is as fast
    now = new IdentityHashMap<>();
    gone = left;
    come = entered;
    byTag = current == layer ? byTag : null;
    layer = current;
  }

  /** The members of the layer that meet a condition. */
  Collection<Member> holding(GroupCondition condition, MachineLayer current) {
    if (current != layer) {
      throw new IllegalStateException("Another layer than the one that was announced");
    }
    return now.computeIfAbsent(
        condition.node(),
        node -> {
          Set<Member> known = before.get(node);
          return known == null ? all(condition) : changed(condition, known);
        });
  }

  private Set<Member> all(GroupCondition condition) {
    Set<Member> holding = new HashSet<>();
    for (MachineLayer.Machine machine : candidates(condition)) {
      for (Member member : machine.members()) {
        if (condition.holdsFor(member)) {
          holding.add(member);
        }
      }
    }
    return holding;
  }

  private Collection<MachineLayer.Machine> candidates(GroupCondition condition) {
    return condition
        .exactTag()
        .<Collection<MachineLayer.Machine>>map(tag -> byTag().getOrDefault(tag, List.of()))
        .orElse(layer.machines().values());
  }

  /** The machines by each of their tags, in lower case; made once for all conditions of a layer. */
  private Map<String, List<MachineLayer.Machine>> byTag() {
    Map<String, List<MachineLayer.Machine>> index = byTag;
    if (index == null) {
      index = new HashMap<>();
      for (MachineLayer.Machine machine : layer.machines().values()) {
        for (VirtualMachine.Tag tag : machine.machine().tags()) {
          index
              .computeIfAbsent(tag.tag().toLowerCase(Locale.ROOT), key -> new ArrayList<>())
              .add(machine);
        }
      }
      byTag = index;
    }
    return index;
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
