package io.nsxsim.web.inventory;

import io.nsxsim.inventory.InventoryReader;
import io.nsxsim.inventory.PhysicalRouter;
import io.nsxsim.inventory.document.PartList;
import io.nsxsim.inventory.service.InventoryService;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The physical routers of the inventory. */
@RestController
@RequestMapping("/nsxsim/api/v1/inventory/physical-routers")
class PhysicalRouterController extends PartController<PhysicalRouter> {

  PhysicalRouterController(InventoryService service, InventoryReader reader) {
    super(PartList.PHYSICAL_ROUTERS, service, reader);
  }
}
