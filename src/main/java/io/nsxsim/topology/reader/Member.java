package io.nsxsim.topology.reader;

import io.nsxsim.inventory.KubernetesCluster.Pod;
import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The smallest thing that a group can hold, with all that it may ask about it: usually a network
 * card in its port, else a port or segment without cards, a machine that is plugged in nowhere, or
 * a pod. The key identifies it; comparing whole documents would be slow.
 *
 * @param port where it is plugged in
 * @param segment the document of the port's segment or VPC subnet
 * @param card which of the machine's cards it is, counted from 0; -1 for none
 * @param addresses its IPv4 addresses
 */
record Member(
    String key,
    Optional<PolicyPath> port,
    Optional<Document> portDocument,
    Optional<Document> segment,
    Optional<VirtualMachine> machine,
    int card,
    Optional<ClusterPod> pod,
    List<IpAddress> addresses) {

  /** A pod and the id of its cluster. */
  record ClusterPod(String cluster, Pod pod) {}

  /** A network card in its port. */
  static Member plugged(
      PolicyPath port,
      Optional<Document> portDocument,
      Document segment,
      VirtualMachine machine,
      int card,
      List<IpAddress> addresses) {
    return new Member(
        machine.id() + "#" + card,
        Optional.of(port),
        portDocument,
        Optional.of(segment),
        Optional.of(machine),
        card,
        Optional.empty(),
        addresses);
  }

  /** Its addresses of both families, without prefix. */
  Stream<String> addressTexts() {
    List<String> told =
        card < 0
            ? List.of()
            : machine.map(m -> m.interfaces().get(card).ipAddresses()).orElse(List.of());
    Stream<String> texts =
        told.isEmpty()
            ? portDocument.stream()
                .flatMap(document -> document.objects("address_bindings").stream())
                .flatMap(binding -> binding.text("ip_address").stream())
            : told.stream();
    return Stream.concat(texts, pod.stream().map(known -> known.pod().ipAddress()))
        .map(text -> text.indexOf('/') < 0 ? text : text.substring(0, text.indexOf('/')));
  }

  /** Whether it lies in a project or VPC; everything lies in the default space. */
  boolean isWithin(String space) {
    return space.isEmpty()
        || Stream.concat(port.stream(), segment.stream().map(Document::path))
            .anyMatch(path -> path.value().startsWith(space + "/"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Member member && member.key.equals(key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }
}
