package io.nsxsim.inventory.document;

import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.inventory.VirtualMachine.Kind;
import io.nsxsim.inventory.VirtualMachine.NetworkInterface;
import io.nsxsim.inventory.VirtualMachine.PowerState;
import io.nsxsim.inventory.VirtualMachine.Tag;
import java.util.Map;

/** Reads virtual machines. A MAC address that is not given is left empty, to be chosen later. */
final class MachineEntries {

  private static final Map<String, Kind> KINDS = Words.of(Kind.values());
  private static final Map<String, PowerState> POWER_STATES = Words.of(PowerState.values());

  private MachineEntries() {}

  static VirtualMachine machine(Entry entry) {
    String id = entry.required("id", Form.ID);
    return new VirtualMachine(
        id,
        entry.text("display_name", Form.TEXT, id),
        entry.choice("kind", KINDS, Kind.VM),
        entry.choice("power_state", POWER_STATES, PowerState.VM_RUNNING),
        entry.objects("tags", MachineEntries::tag),
        entry.objects("interfaces", MachineEntries::networkInterface));
  }

  static Tag tag(Entry entry) {
    return new Tag(entry.text("scope", Form.TEXT), entry.text("tag", Form.TEXT));
  }

  private static NetworkInterface networkInterface(Entry entry) {
    return new NetworkInterface(
        entry.text("segment_port_path", Form.PORT_PATH),
        entry.text("mac_address", Form.MAC),
        entry.texts("ip_addresses", Form.INTERFACE_ADDRESS),
        entry.text("default_gateway", Form.ADDRESS),
        (int) entry.number("mtu", 68, 65_535, 1500));
  }
}
