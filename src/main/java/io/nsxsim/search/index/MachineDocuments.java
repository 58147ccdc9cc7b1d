package io.nsxsim.search.index;

import io.nsxsim.inventory.InventoryReader;
import io.nsxsim.inventory.PortAttachments;
import io.nsxsim.inventory.discovered.Discovery;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Discovered machines and their interfaces as search shows them. */
@Component
final class MachineDocuments {

  private final InventoryReader inventory;
  private final PortAttachments attachments;
  private final Discovery discovery;

  MachineDocuments(InventoryReader inventory, PortAttachments attachments, Discovery discovery) {
    this.inventory = inventory;
    this.attachments = attachments;
    this.discovery = discovery;
  }

  /** A number that grows with each change. */
  long version() {
    return inventory.version() + attachments.version();
  }

  /** Hands over every machine and interface. */
  void all(Consumer<Shown> taker) {
    JsonMapper mapper = JsonMapper.shared();
    discovery
        .machines()
        .forEach(machine ->
            taker.accept(
                Shown.of("VirtualMachine/" + machine.externalId(), mapper.valueToTree(machine))));
    discovery
        .interfaces()
        .forEach(card ->
            taker.accept(
                Shown.of(
                    "VirtualNetworkInterface/" + card.externalId(), mapper.valueToTree(card))));
  }
}
