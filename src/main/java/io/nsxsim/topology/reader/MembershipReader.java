package io.nsxsim.topology.reader;

import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.KubernetesCluster;
import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds everything that a group can hold: also what no packet can come from. */
final class MembershipReader {

  private static final String PORTS = "/ports/";

  private final Documents documents;
  private final List<Member> members = new ArrayList<>();
  private final Set<PolicyPath> used = new HashSet<>();

  private MembershipReader(Documents documents) {
    this.documents = documents;
  }

  /** All members of the tree and the inventory. */
  static List<Member> read(Documents documents, Inventory inventory) {
    return new MembershipReader(documents).read(inventory);
  }

  private List<Member> read(Inventory inventory) {
    for (VirtualMachine machine : inventory.virtualMachines()) {
      for (int i = 0; i < machine.interfaces().size(); i++) {
        members.add(card(machine, i));
      }
      if (machine.interfaces().isEmpty()) {
        members.add(member(machine.id(), Optional.empty(), Optional.of(machine), -1, List.of()));
      }
    }
    for (String kind : List.of("SegmentPort", "VpcSubnetPort")) {
      documents.of(kind).stream()
          .map(Document::path)
          .filter(port -> !used.contains(port))
          .forEach(port -> members.add(port(port)));
    }
    for (String kind : List.of("Segment", "VpcSubnet")) {
      documents.of(kind).stream()
          .filter(segment -> !used.contains(segment.path()))
          .forEach(segment -> members.add(segment(segment)));
    }
    inventory.kubernetesClusters().forEach(this::addPods);
    return members;
  }

  private Member card(VirtualMachine machine, int position) {
    var card = machine.interfaces().get(position);
    Optional<PolicyPath> port =
        Optional.of(card.segmentPortPath()).filter(PolicyPath::isPolicyPath).map(PolicyPath::new);
    Stream<String> addresses =
        card.ipAddresses().isEmpty()
            ? port.flatMap(documents::find).stream().flatMap(MembershipReader::bindings)
            : card.ipAddresses().stream();
    return member(
        machine.id() + "#" + position, port, Optional.of(machine), position, ipv4(addresses));
  }

  private Member port(PolicyPath port) {
    Stream<String> bindings = documents.find(port).stream().flatMap(MembershipReader::bindings);
    return member(port.value(), Optional.of(port), Optional.empty(), -1, ipv4(bindings));
  }

  private Member member(
      String key,
      Optional<PolicyPath> port,
      Optional<VirtualMachine> machine,
      int card,
      List<IpAddress> addresses) {
    Optional<Document> segment = port.flatMap(this::segmentOf);
    port.ifPresent(used::add);
    segment.map(Document::path).ifPresent(used::add);
    return new Member(
        key,
        port,
        port.flatMap(documents::find),
        segment,
        machine,
        card,
        Optional.empty(),
        addresses);
  }

  private static Member segment(Document segment) {
    return new Member(
        segment.path().value(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(segment),
        Optional.empty(),
        -1,
        Optional.empty(),
        List.of());
  }

  private Optional<Document> segmentOf(PolicyPath port) {
    int end = port.value().lastIndexOf(PORTS);
    return end < 1
        ? Optional.empty()
        : documents.find(new PolicyPath(port.value().substring(0, end)));
  }

  private void addPods(KubernetesCluster cluster) {
    for (KubernetesCluster.Pod pod : cluster.pods()) {
      members.add(
          new Member(
              cluster.id() + "/" + pod.namespace() + "/" + pod.name(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              -1,
              Optional.of(new Member.ClusterPod(cluster.id(), pod)),
              ipv4(Stream.of(pod.ipAddress()))));
    }
  }

  private static Stream<String> bindings(Document port) {
    return port.objects("address_bindings").stream()
        .flatMap(binding -> binding.text("ip_address").stream());
  }

  private static List<IpAddress> ipv4(Stream<String> texts) {
    return texts.flatMap(text -> Cidr.parse(text).stream()).map(Cidr::address).toList();
  }
}
