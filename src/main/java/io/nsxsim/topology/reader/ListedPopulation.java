package io.nsxsim.topology.reader;

import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.inventory.discovered.ExternalId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Members in a list, indexed by every path that leads to them. */
final class ListedPopulation implements Population {

  static final String CARDS = "/infra/realized-state/enforcement-points/default/vifs/";

  private final List<Member> all;
  private final Map<String, Map<MemberKind, Set<Member>>> byPath = new HashMap<>();

  ListedPopulation(List<Member> all) {
    this.all = List.copyOf(all);
    for (Member member : all) {
      member.port().ifPresent(port -> index(port.value(), member, MemberKind.PORT));
      member
          .segment()
          .ifPresent(segment -> index(segment.path().value(), member, MemberKind.SEGMENT));
      member.machine().ifPresent(machine -> index(machine, member));
    }
  }

  @Override
  public Collection<Member> all() {
    return all;
  }

  @Override
  public Map<MemberKind, Set<Member>> at(String path) {
    return byPath.getOrDefault(path, Map.of());
  }

  @Override
  public Collection<Member> meeting(GroupCondition condition) {
    return all.stream().filter(condition::holdsFor).toList();
  }

  private void index(VirtualMachine machine, Member member) {
    String externalId = ExternalId.of(machine);
    index(Machines.device(machine.id()), member, MemberKind.MACHINE);
    index(Machines.device(externalId), member, MemberKind.MACHINE);
    if (member.card() >= 0) {
      index(CARDS + ExternalId.of(machine, member.card()), member, MemberKind.INTERFACE);
    }
  }

  private void index(String path, Member member, MemberKind kind) {
    byPath
        .computeIfAbsent(path, absent -> new EnumMap<>(MemberKind.class))
        .computeIfAbsent(kind, absent -> new HashSet<>())
        .add(member);
  }
}
