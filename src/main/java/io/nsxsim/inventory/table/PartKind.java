package io.nsxsim.inventory.table;

import io.nsxsim.inventory.Ecmp;
import io.nsxsim.inventory.EdgeNode;
import io.nsxsim.inventory.ExternalHost;
import io.nsxsim.inventory.KubernetesCluster;
import io.nsxsim.inventory.PhysicalRouter;
import io.nsxsim.inventory.RouterLink;
import io.nsxsim.inventory.VirtualMachine;

/** What a row holds. */
enum PartKind {
  VIRTUAL_MACHINE(VirtualMachine.class),
  KUBERNETES_CLUSTER(KubernetesCluster.class),
  POD(KubernetesCluster.Pod.class),
  PHYSICAL_ROUTER(PhysicalRouter.class),
  EXTERNAL_HOST(ExternalHost.class),
  ROUTER_LINK(RouterLink.class),
  EDGE_NODE(EdgeNode.class),
  ECMP(Ecmp.class);

  private final Class<?> type;

  PartKind(Class<?> type) {
    this.type = type;
  }

  /** The record that the row's document is of. */
  Class<?> type() {
    return type;
  }
}
