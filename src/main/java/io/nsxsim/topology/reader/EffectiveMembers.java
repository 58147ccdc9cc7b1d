package io.nsxsim.topology.reader;

import io.nsxsim.inventory.KubernetesCluster;
import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who is in a group now, kind by kind. Coarser members bring finer ones along: a segment its ports,
 * a machine its interfaces, and all of them ports and addresses. They bring no coarser ones: a
 * group of machines has no segments.
 *
 * <p>Source: the notes on the calls below {@code members} in the API reference.
 */
public final class EffectiveMembers {

  private final Members members;

  EffectiveMembers(Members members) {
    this.members = members;
  }

  /** An object of the tree. */
  public record Named(String id, String displayName, PolicyPath path) {}

  /** A network card of a machine, counted from 0. */
  public record Card(VirtualMachine machine, int position) {}

  /** A pod and the id of its cluster. */
  public record ClusterPod(String cluster, KubernetesCluster.Pod pod) {}

  /** The machines, ordered by id. */
  public Collection<VirtualMachine> machines() {
    Map<String, VirtualMachine> found = new TreeMap<>();
    having(MemberKind.MACHINE)
        .flatMap(member -> member.machine().stream())
        .forEach(machine -> found.put(machine.id(), machine));
    return List.copyOf(found.values());
  }

  /** The interfaces, ordered by machine. */
  public List<Card> interfaces() {
    return having(MemberKind.MACHINE, MemberKind.INTERFACE)
        .filter(member -> member.card() >= 0)
        .flatMap(
            member -> member.machine().stream().map(machine -> new Card(machine, member.card())))
        .sorted(
            Comparator.comparing((Card card) -> card.machine().id()).thenComparing(Card::position))
        .toList();
  }

  /** The segments and VPC subnets, ordered by path. */
  public Collection<Named> segments() {
    Map<PolicyPath, Named> found = new TreeMap<>();
    having(MemberKind.SEGMENT)
        .flatMap(member -> member.segment().stream())
        .forEach(segment -> found.put(segment.path(), named(segment)));
    return List.copyOf(found.values());
  }

  /** The ports of segments and VPC subnets, ordered by path. */
  public Collection<Named> ports() {
    Map<PolicyPath, Named> found = new TreeMap<>();
    members.cards().stream()
        .forEach(member -> member.port().ifPresent(port -> found.put(port, port(member, port))));
    return List.copyOf(found.values());
  }

  private static Named port(Member member, PolicyPath port) {
    return member
        .portDocument()
        .map(EffectiveMembers::named)
        .orElseGet(() -> new Named(port.id(), port.id(), port));
  }

  /** The addresses of members, and the addresses, networks and ranges that the group lists. */
  public List<String> addresses() {
    return Stream.concat(
            members.written().stream(), members.cards().stream().flatMap(Member::addressTexts))
        .distinct()
        .sorted()
        .toList();
  }

  /** Whether an address is a member, or lies within one. */
  public boolean contains(String address) {
    return IpAddress.parse(address).filter(members.addresses()::contains).isPresent()
        || addresses().contains(address);
  }

  /** Whether a machine is a member. */
  public boolean contains(VirtualMachine machine) {
    return machines().stream().anyMatch(member -> member.id().equals(machine.id()));
  }

  /** Whether the object at a path is a member: a segment, a port or a VPC. */
  public boolean contains(PolicyPath path) {
    return Stream.of(segments(), ports())
            .flatMap(Collection::stream)
            .anyMatch(m -> m.path().equals(path))
        || members.vpcs().contains(path.value());
  }

  /** The pods, ordered by cluster and name. */
  public List<ClusterPod> pods() {
    return members.cards().stream()
        .sorted(Comparator.comparing(Member::key))
        .flatMap(member -> member.pod().stream())
        .map(known -> new ClusterPod(known.cluster(), known.pod()))
        .toList();
  }

  /** The VPCs that are named, ordered. */
  public List<PolicyPath> vpcs() {
    return members.vpcs().stream().sorted().map(PolicyPath::new).toList();
  }

  private static Named named(Document document) {
    return new Named(document.id(), document.name(), document.path());
  }

  private Stream<Member> having(MemberKind... kinds) {
    Set<MemberKind> wanted = Set.of(kinds);
    return members.kinds().entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(wanted::contains))
        .map(Map.Entry::getKey);
  }
}
