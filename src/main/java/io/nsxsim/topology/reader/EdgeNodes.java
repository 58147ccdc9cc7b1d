package io.nsxsim.topology.reader;

import io.nsxsim.inventory.EdgeNode;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which edge nodes are out of service. Interfaces on them are down, the standby one of an
 * active-standby gateway takes over, and a gateway without any other edge has no service router
 * left, while its distributed router goes on.
 */
final class EdgeNodes {

  private final Documents documents;
  private final Set<String> out;

  /**
   * The nodes as they are.
   *
   * @param told states by id of the transport node; all others are up
   */
  EdgeNodes(Documents documents, List<EdgeNode> told) {
    this.documents = documents;
    this.out =
        told.stream()
            .filter(node -> !node.serves())
            .map(EdgeNode::id)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Tells whether the edge node at a path, in its cluster or by itself, is out of service. */
  boolean isOut(PolicyPath edge) {
    return !out.isEmpty()
        && documents.find(edge).map(this::isOut).orElseGet(() -> out.contains(edge.id()));
  }

  /** Tells whether all edge nodes that a gateway could run on are out of service. */
  boolean isOut(Gateway gateway) {
    if (out.isEmpty()) {
      return false;
    }
    List<Document> nodes = of(gateway).toList();
    return !nodes.isEmpty() && nodes.stream().allMatch(this::isOut);
  }

  private Stream<Document> of(Gateway gateway) {
    return gateway.parent().orElse(gateway).edgeClusters().stream()
        .flatMap(cluster -> documents.below(cluster, "PolicyEdgeNode").stream());
  }

  private boolean isOut(Document node) {
    return Stream.of("edge_transport_node_uuid", "nsx_id", "id")
        .flatMap(field -> node.text(field).stream())
        .anyMatch(out::contains);
  }
}
