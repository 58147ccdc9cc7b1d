package io.nsxsim.inventory.document;

import static java.util.Comparator.comparing;

import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.KubernetesCluster;
import io.nsxsim.inventory.KubernetesCluster.Pod;
import java.util.Comparator;
import java.util.List;

/** The order in which a cluster's pods are kept: by namespace, then by name. */
final class PodOrder {

  private static final Comparator<Pod> ORDER = comparing(Pod::namespace).thenComparing(Pod::name);

  private PodOrder() {}

  static Inventory sort(Inventory inventory) {
    return PartList.KUBERNETES_CLUSTERS.replace(
        inventory, inventory.kubernetesClusters().stream().map(PodOrder::sort).toList());
  }

  private static KubernetesCluster sort(KubernetesCluster cluster) {
    List<Pod> pods = cluster.pods().stream().sorted(ORDER).toList();
    if (pods.equals(cluster.pods())) {
      return cluster;
    }
    return new KubernetesCluster(
        cluster.id(),
        cluster.displayName(),
        cluster.cni(),
        cluster.podCidr(),
        cluster.masquerade(),
        cluster.nodes(),
        pods);
  }
}
