package io.nsxsim.inventory.table;

import io.nsxsim.inventory.Ecmp;
import io.nsxsim.inventory.ExternalHost;
import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.KubernetesCluster;
import io.nsxsim.inventory.KubernetesCluster.Pod;
import io.nsxsim.inventory.PhysicalRouter;
import io.nsxsim.inventory.RouterLink;
import io.nsxsim.inventory.VirtualMachine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes an inventory apart into rows and puts it together again. */
final class Rows {

  private Rows() {}

  /** The rows of an inventory, in order. */
  static SortedMap<PartKey, Object> of(Inventory inventory) {
    SortedMap<PartKey, Object> rows = new TreeMap<>();
    inventory.virtualMachines().forEach(it -> rows.put(key(PartKind.VIRTUAL_MACHINE, it.id()), it));
    for (KubernetesCluster cluster : inventory.kubernetesClusters()) {
      rows.put(key(PartKind.KUBERNETES_CLUSTER, cluster.id()), withPods(cluster, List.of()));
      cluster.pods().forEach(pod -> rows.put(key(cluster, pod), pod));
    }
    inventory.physicalRouters().forEach(it -> rows.put(key(PartKind.PHYSICAL_ROUTER, it.id()), it));
    inventory.externalHosts().forEach(it -> rows.put(key(PartKind.EXTERNAL_HOST, it.id()), it));
    inventory
        .routerLinks()
        .forEach(
            it -> rows.put(key(PartKind.ROUTER_LINK, it.tier1Path() + " " + it.network()), it));
    rows.put(key(PartKind.ECMP, "ecmp"), inventory.ecmp());
    return rows;
  }

  /** The inventory that rows make. */
  static Inventory inventory(SortedMap<PartKey, Object> rows) {
    Map<String, List<Pod>> pods = new HashMap<>();
    rows.forEach((key, part) -> {
      if (part instanceof Pod pod) {
        pods.computeIfAbsent(key.owner(), unused -> new ArrayList<>()).add(pod);
      }
    });
    return new Inventory(
        all(VirtualMachine.class, rows),
        all(KubernetesCluster.class, rows).stream()
            .map(cluster -> withPods(cluster, pods.getOrDefault(cluster.id(), List.of())))
            .toList(),
        all(PhysicalRouter.class, rows),
        all(ExternalHost.class, rows),
        all(RouterLink.class, rows),
        all(Ecmp.class, rows).stream().findFirst().orElse(Ecmp.DEFAULT));
  }

  private static <T> List<T> all(Class<T> type, SortedMap<PartKey, Object> rows) {
    return rows.values().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static KubernetesCluster withPods(KubernetesCluster cluster, List<Pod> pods) {
    return new KubernetesCluster(
        cluster.id(),
        cluster.displayName(),
        cluster.cni(),
        cluster.podCidr(),
        cluster.masquerade(),
        cluster.nodes(),
        List.copyOf(pods));
  }

  private static PartKey key(PartKind kind, String id) {
    return new PartKey(kind, "", id);
  }

  /** The blank sorts before all other characters, as namespace before name does. */
  private static PartKey key(KubernetesCluster cluster, Pod pod) {
    return new PartKey(PartKind.POD, cluster.id(), pod.namespace() + " " + pod.name());
  }
}
