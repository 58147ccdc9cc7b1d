package io.nsxsim.inventory.document;

import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.KubernetesCluster;
import java.util.List;

/** Checks each given cluster by itself; pod networks of different clusters may overlap. */
final class ClusterCheck {

  private final Problems problems;

  ClusterCheck(Problems problems) {
    this.problems = problems;
  }

  void check(Inventory given) {
    List<KubernetesCluster> clusters = given.kubernetesClusters();
    for (int i = 0; i < clusters.size(); i++) {
      String pointer = "/kubernetes_clusters/" + i;
      PodNetworks networks = new PodNetworks(clusters.get(i), pointer, problems);
      networks.checkNodes();
      networks.checkPods();
    }
  }
}
