package io.nsxsim.lab;

import io.nsxsim.inventory.EdgeNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The edge nodes on which nothing of the lab can be. */
final class Edges {

  private final Set<String> lost = new HashSet<>();
  private final Items items;

  Edges(Items items, List<EdgeNode> nodes) {
    this.items = items;
    Set<String> ids = new HashSet<>();
    nodes.stream().filter(node -> !node.serves()).forEach(node -> ids.add(node.id()));
    for (Item member : items.of("PolicyEdgeNode")) {
      if (ids.contains(member.id()) || member.text("nsx_id").filter(ids::contains).isPresent()) {
        lost.add(member.path());
      }
    }
  }

  boolean isLost(Item gatewayInterface) {
    return gatewayInterface.text("edge_path").filter(lost::contains).isPresent();
  }

  /** Tells whether the clusters of locale services have nodes, and none of them is left. */
  boolean areLost(List<Item> localeServices) {
    List<String> members =
        localeServices.stream()
            .flatMap(each -> each.text("edge_cluster_path").stream())
            .flatMap(cluster -> items.below(cluster, "PolicyEdgeNode").stream())
            .map(Item::path)
            .toList();
    return !members.isEmpty() && lost.containsAll(members);
  }
}
