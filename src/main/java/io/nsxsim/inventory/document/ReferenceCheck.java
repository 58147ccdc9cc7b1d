package io.nsxsim.inventory.document;

import io.nsxsim.inventory.ExternalHost;
import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.KubernetesCluster;
import java.util.List;

/** Refuses nodes without a machine and hosts without a router. */
final class ReferenceCheck {

  private final Inventory after;
  private final Problems problems;

  /**
   * Prepares a check.
   *
   * @param after the inventory as it would be
   */
  ReferenceCheck(Inventory after, Problems problems) {
    this.after = after;
    this.problems = problems;
  }

  void check(Inventory given) {
    List<KubernetesCluster> clusters = given.kubernetesClusters();
    for (int i = 0; i < clusters.size(); i++) {
      nodes(clusters.get(i), "/kubernetes_clusters/" + i);
    }
    List<ExternalHost> hosts = given.externalHosts();
    for (int i = 0; i < hosts.size(); i++) {
      String router = hosts.get(i).routerId();
      if (PartList.PHYSICAL_ROUTERS.find(after, router).isEmpty()) {
        problems.invalid("/external_hosts/" + i + "/router_id", "No physical router " + router);
      }
    }
  }

  private void nodes(KubernetesCluster cluster, String pointer) {
    for (int i = 0; i < cluster.nodes().size(); i++) {
      String machine = cluster.nodes().get(i).virtualMachineId();
      if (PartList.VIRTUAL_MACHINES.find(after, machine).isEmpty()) {
        problems.invalid(
            pointer + "/nodes/" + i + "/virtual_machine_id", "No virtual machine " + machine);
      }
    }
  }
}
