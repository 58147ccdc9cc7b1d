package io.nsxsim.topology.reader;

import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.inventory.discovered.ExternalId;
import io.nsxsim.path.PolicyPath;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cards of the plain machines, and those of the machines that are Kubernetes nodes. Paths are
 * looked up in the layer itself, so that nothing is indexed again after a change.
 */
final class LayeredPopulation implements Population {

  private final MachineLayer layer;
  private final ListedPopulation nodes;
  private final Conditions conditions;
  private @Nullable Map<String, VirtualMachine> byExternalId;

  LayeredPopulation(MachineLayer layer, List<Member> nodes, Conditions conditions) {
    this.layer = layer;
    this.nodes = new ListedPopulation(nodes);
    this.conditions = conditions;
  }

  @Override
  public Collection<Member> all() {
    return new AbstractCollection<>() {
      @Override
      public Iterator<Member> iterator() {
        return Stream.concat(
                layer.machines().values().stream().flatMap(each -> each.members().stream()),
                nodes.all().stream())
            .iterator();
      }

      @Override
      public int size() {
        return (int) layer.machines().values().stream().mapToLong(m -> m.members().size()).sum()
            + nodes.all().size();
      }
    };
  }

  @Override
  public Map<MemberKind, Set<Member>> at(String path) {
    Map<MemberKind, Set<Member>> found = new EnumMap<>(MemberKind.class);
    nodes.at(path).forEach((kind, members) -> found.put(kind, new HashSet<>(members)));
    if (path.startsWith(Machines.PATH)) {
      ofMachine(path.substring(Machines.PATH.length()), found);
    } else if (path.startsWith(ListedPopulation.CARDS)) {
      ofCard(path.substring(ListedPopulation.CARDS.length()), found);
    } else if (PolicyPath.isPolicyPath(path)) {
      onSegment(new PolicyPath(path), found);
    }
    return found;
  }

  @Override
  public Collection<Member> meeting(GroupCondition condition) {
    Collection<Member> plain = conditions.holding(condition, layer);
    Collection<Member> others = nodes.meeting(condition);
    return others.isEmpty() ? plain : Stream.concat(plain.stream(), others.stream()).toList();
  }

  private void ofMachine(String id, Map<MemberKind, Set<Member>> found) {
    layer
        .find(id)
        .or(() -> layer.find(idOf(id)))
        .ifPresent(machine -> add(machine.members(), MemberKind.MACHINE, found));
  }

  private void ofCard(String externalId, Map<MemberKind, Set<Member>> found) {
    layer
        .find(idOf(externalId))
        .ifPresent(machine ->
            add(
                machine.members().stream()
                    .filter(member ->
                        ExternalId.of(machine.machine(), member.card()).equals(externalId))
                    .toList(),
                MemberKind.INTERFACE,
                found));
  }

  private void onSegment(PolicyPath path, Map<MemberKind, Set<Member>> found) {
    int ports = path.value().lastIndexOf("/ports/");
    PolicyPath segment = ports > 0 ? new PolicyPath(path.value().substring(0, ports)) : path;
    for (String id : layer.on(segment)) {
      for (Member member : layer.find(id).map(MachineLayer.Machine::members).orElse(List.of())) {
        if (ports > 0 && member.port().filter(path::equals).isPresent()) {
          add(List.of(member), MemberKind.PORT, found);
        } else if (ports < 0 && member.segment().orElseThrow().path().equals(path)) {
          add(List.of(member), MemberKind.SEGMENT, found);
        }
      }
    }
  }

  private static void add(
      List<Member> members, MemberKind kind, Map<MemberKind, Set<Member>> found) {
    found.computeIfAbsent(kind, absent -> new HashSet<>()).addAll(members);
  }

  /**
   * The id of the machine that an external id of it or of its card means; made when first asked.
   */
  private String idOf(String externalId) {
    Map<String, VirtualMachine> index = byExternalId;
    if (index == null) {
      index = new HashMap<>();
      for (MachineLayer.Machine machine : layer.machines().values()) {
        index.put(ExternalId.of(machine.machine()), machine.machine());
        for (Member member : machine.members()) {
          index.put(ExternalId.of(machine.machine(), member.card()), machine.machine());
        }
      }
      byExternalId = index;
    }
    VirtualMachine machine = index.get(externalId);
    return machine == null ? "" : machine.id();
  }
}
