package io.nsxsim.inventory.discovered;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.InventoryReader;
import io.nsxsim.inventory.PortAttachments;
import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.inventory.VirtualMachine.NetworkInterface;
import io.nsxsim.inventory.discovered.DiscoveredInterface.AddressSource;
import io.nsxsim.inventory.document.PartList;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What NSX has discovered. */
@Component
public class Discovery {

  private final InventoryReader inventory;
  private final PortAttachments attachments;

  Discovery(InventoryReader inventory, PortAttachments attachments) {
    this.inventory = inventory;
    this.attachments = attachments;
  }

  /** All machines, in the order of their ids. */
  public Stream<DiscoveredMachine> machines() {
    return inventory.current().virtualMachines().stream().map(DiscoveredMachine::of);
  }

  /**
   * The machines of a space, in the order of their ids: a project or VPC has those that are plugged
   * in there, the default space has all.
   */
  public Stream<DiscoveredMachine> machinesIn(PolicyPath space) {
    boolean all = space.value().equals("/infra");
    return inventory.current().virtualMachines().stream()
        .filter(machine -> all || isIn(machine, space + "/"))
        .map(DiscoveredMachine::of);
  }

  private static boolean isIn(VirtualMachine machine, String space) {
    return machine.interfaces().stream().anyMatch(card -> card.segmentPortPath().startsWith(space));
  }

  /** A machine by its own id or its external one. */
  public Optional<VirtualMachine> find(String id) {
    return search(inventory.current(), id).findFirst();
  }

  /** All interfaces, machine by machine. */
  public Stream<DiscoveredInterface> interfaces() {
    return inventory.current().virtualMachines().stream()
        .flatMap(machine -> interfaces(machine).stream());
  }

  /** The interfaces of one machine, by its id in either form; none for an unknown one. */
  public Stream<DiscoveredInterface> interfacesOf(String machineId) {
    return search(inventory.current(), machineId).flatMap(machine -> interfaces(machine).stream());
  }

  /** A machine by its own id or its external one. */
  public DiscoveredMachine machine(String id) {
    return DiscoveredMachine.of(find(inventory.current(), id));
  }

  /** What NSX shows of a machine. */
  public static DiscoveredMachine show(VirtualMachine machine) {
    return DiscoveredMachine.of(machine);
  }

  /** A machine by its own id or its external one; refuses an unknown one. */
  static VirtualMachine find(Inventory inventory, String id) {
    return search(inventory, id)
        .findFirst()
        .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "No virtual machine " + id));
  }

  private static Stream<VirtualMachine> search(Inventory inventory, String id) {
    return PartList.VIRTUAL_MACHINES.find(inventory, id).stream()
        .findFirst()
        .map(Stream::of)
        .orElseGet(() ->
            inventory.virtualMachines().stream()
                .filter(machine -> ExternalId.of(machine).equalsIgnoreCase(id)));
  }

  private List<DiscoveredInterface> interfaces(VirtualMachine machine) {
    List<DiscoveredInterface> interfaces = new ArrayList<>();
    for (int i = 0; i < machine.interfaces().size(); i++) {
      interfaces.add(discovered(machine, i));
    }
    return interfaces;
  }

  /** One of a machine's interfaces, counted from 0. */
  public DiscoveredInterface discovered(VirtualMachine machine, int position) {
    NetworkInterface card = machine.interfaces().get(position);
    String owner = ExternalId.of(machine);
    String deviceName = "Network adapter " + (position + 1);
    return new DiscoveredInterface(
        "VirtualNetworkInterface",
        ExternalId.of(machine, position),
        deviceName,
        owner,
        "REGULAR",
        machine.id(),
        ExternalId.deviceKey(position),
        deviceName,
        card.macAddress(),
        attachmentId(card),
        List.of(
            new AddressSource(
                "VM_TOOLS", card.ipAddresses().stream().map(Discovery::withoutPrefix).toList())));
  }

  private String attachmentId(NetworkInterface card) {
    if (card.segmentPortPath().isEmpty()) {
      return "";
    }
    return attachments.attachmentId(new PolicyPath(card.segmentPortPath())).orElse("");
  }

  private static String withoutPrefix(String address) {
    return address.substring(0, address.indexOf('/'));
  }
}
