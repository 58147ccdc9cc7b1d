package io.nsxsim.web.inventory;

import io.nsxsim.inventory.InventoryReader;
import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.inventory.document.PartList;
import io.nsxsim.inventory.service.InventoryService;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The virtual machines and podVMs of the inventory. */
@RestController
@RequestMapping("/nsxsim/api/v1/inventory/virtual-machines")
class VirtualMachineController extends PartController<VirtualMachine> {

  VirtualMachineController(InventoryService service, InventoryReader reader) {
    super(PartList.VIRTUAL_MACHINES, service, reader);
  }
}
