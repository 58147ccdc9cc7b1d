package io.nsxsim.web.inventory;

import io.nsxsim.inventory.EdgeNode;
import io.nsxsim.inventory.InventoryReader;
import io.nsxsim.inventory.document.PartList;
import io.nsxsim.inventory.service.InventoryService;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The states of edge nodes that the inventory names. */
@RestController
@RequestMapping("/nsxsim/api/v1/inventory/edge-nodes")
class EdgeNodeController extends PartController<EdgeNode> {

  EdgeNodeController(InventoryService service, InventoryReader reader) {
    super(PartList.EDGE_NODES, service, reader);
  }
}
