package io.nsxsim.web.inventory;

import io.nsxsim.inventory.ExternalHost;
import io.nsxsim.inventory.InventoryReader;
import io.nsxsim.inventory.document.PartList;
import io.nsxsim.inventory.service.InventoryService;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The external hosts of the inventory. */
@RestController
@RequestMapping("/nsxsim/api/v1/inventory/external-hosts")
class ExternalHostController extends PartController<ExternalHost> {

  ExternalHostController(InventoryService service, InventoryReader reader) {
    super(PartList.EXTERNAL_HOSTS, service, reader);
  }
}
