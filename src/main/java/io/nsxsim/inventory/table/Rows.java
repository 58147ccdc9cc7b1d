package io.nsxsim.inventory.table;

import io.nsxsim.inventory.Ecmp;
import io.nsxsim.inventory.EdgeNode;
import io.nsxsim.inventory.ExternalHost;
import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.KubernetesCluster;
import io.nsxsim.inventory.KubernetesCluster.Pod;
import io.nsxsim.inventory.PhysicalRouter;
import io.nsxsim.inventory.RouterLink;
import io.nsxsim.inventory.VirtualMachine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Takes an inventory apart into rows and puts it together again. */
final class Rows {

  private Rows() {}

  /**
   * The rows of an inventory, in order, but for the parts that another inventory holds as the very
   * same instances: most do, as a change makes new instances of what it changes alone.
   */
  static SortedMap<PartKey, Object> of(Inventory inventory, Inventory other) {
    Set<Object> same = Collections.newSetFromMap(new IdentityHashMap<>());
    same.addAll(other.virtualMachines());
    same.addAll(other.kubernetesClusters());
    same.addAll(other.physicalRouters());
    same.addAll(other.externalHosts());
    same.addAll(other.routerLinks());
    same.addAll(other.edgeNodes());
    same.add(other.ecmp());
    SortedMap<PartKey, Object> rows = new TreeMap<>();
    except(same, inventory.virtualMachines())
        .forEach(it -> rows.put(key(PartKind.VIRTUAL_MACHINE, it.id()), it));
    except(same, inventory.kubernetesClusters()).forEach(it -> rows.putAll(withItsPods(it)));
    except(same, inventory.physicalRouters())
        .forEach(it -> rows.put(key(PartKind.PHYSICAL_ROUTER, it.id()), it));
    except(same, inventory.externalHosts())
        .forEach(it -> rows.put(key(PartKind.EXTERNAL_HOST, it.id()), it));
    except(same, inventory.routerLinks())
        .forEach(
            it -> rows.put(key(PartKind.ROUTER_LINK, it.tier1Path() + " " + it.network()), it));
    except(same, inventory.edgeNodes())
        .forEach(it -> rows.put(key(PartKind.EDGE_NODE, it.id()), it));
    except(same, List.of(inventory.ecmp())).forEach(it -> rows.put(key(PartKind.ECMP, "ecmp"), it));
    return rows;
  }

  /** The inventory that rows make. */
  static Inventory inventory(SortedMap<PartKey, Object> rows) {
    Map<String, List<Pod>> pods = new HashMap<>();
    rows.forEach((key, part) -> {
      if (part instanceof Pod pod) {
        pods.computeIfAbsent(key.owner(), _ -> new ArrayList<>()).add(pod);
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
        all(EdgeNode.class, rows),
        all(Ecmp.class, rows).stream().findFirst().orElse(Ecmp.DEFAULT));
  }

  private static <T> Stream<T> except(Set<Object> same, List<T> parts) {
    return parts.stream().filter(part -> !same.contains(part));
  }

  private static Map<PartKey, Object> withItsPods(KubernetesCluster cluster) {
    Map<PartKey, Object> rows = new HashMap<>();
    rows.put(key(PartKind.KUBERNETES_CLUSTER, cluster.id()), withPods(cluster, List.of()));
    cluster.pods().forEach(pod -> rows.put(key(cluster, pod), pod));
    return rows;
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
