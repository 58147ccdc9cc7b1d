package io.nsxsim.web.inventory;

import io.nsxsim.inventory.InventoryReader;
import io.nsxsim.inventory.KubernetesCluster;
import io.nsxsim.inventory.document.PartList;
import io.nsxsim.inventory.service.InventoryService;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The Kubernetes clusters of the inventory. */
@RestController
@RequestMapping("/nsxsim/api/v1/inventory/kubernetes-clusters")
class KubernetesClusterController extends PartController<KubernetesCluster> {

  KubernetesClusterController(InventoryService service, InventoryReader reader) {
    super(PartList.KUBERNETES_CLUSTERS, service, reader);
  }
}
