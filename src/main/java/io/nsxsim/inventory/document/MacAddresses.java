package io.nsxsim.inventory.document;

import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.inventory.VirtualMachine.NetworkInterface;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses MAC addresses for interfaces that came without one. The choice follows from the machine's
 * id and the interface's position, so the same document gives the same addresses; where that one is
 * taken on the segment, the next one is.
 */
final class MacAddresses {

  private final Map<String, Set<String>> taken = new HashMap<>();

  private MacAddresses() {}

  /** The inventory with every MAC address filled in. */
  static Inventory choose(Inventory inventory) {
    List<VirtualMachine> machines = inventory.virtualMachines();
    if (machines.stream().noneMatch(MacAddresses::lacksOne)) {
      return inventory;
    }
    MacAddresses addresses = new MacAddresses();
    machines.stream().flatMap(machine -> machine.interfaces().stream()).forEach(addresses::take);
    return PartList.VIRTUAL_MACHINES.replace(
        inventory, machines.stream().map(addresses::complete).toList());
  }

  private static boolean lacksOne(VirtualMachine machine) {
    return machine.interfaces().stream().anyMatch(card -> card.macAddress().isEmpty());
  }

  private void take(NetworkInterface card) {
    takenBeside(card).add(card.macAddress());
  }

  private VirtualMachine complete(VirtualMachine machine) {
    if (!lacksOne(machine)) {
      return machine;
    }
    List<NetworkInterface> cards = new ArrayList<>();
    for (NetworkInterface card : machine.interfaces()) {
      int start = 31 * machine.id().hashCode() + cards.size();
      cards.add(card.macAddress().isEmpty() ? withMac(card, start) : card);
    }
    return new VirtualMachine(
        machine.id(),
        machine.displayName(),
        machine.kind(),
        machine.powerState(),
        machine.tags(),
        List.copyOf(cards));
  }

  private NetworkInterface withMac(NetworkInterface card, int start) {
    Set<String> there = takenBeside(card);
    int next = start;
    while (!there.add(mac(next))) {
      next++;
    }
    return new NetworkInterface(
        card.segmentPortPath(), mac(next), card.ipAddresses(), card.defaultGateway(), card.mtu());
  }

  private Set<String> takenBeside(NetworkInterface card) {
    return taken.computeIfAbsent(Segments.of(card.segmentPortPath()), _ -> new HashSet<>());
  }

  private static String mac(int number) {
    return "00:50:56:%02x:%02x:%02x"
        .formatted(number >> 16 & 0xff, number >> 8 & 0xff, number & 0xff);
  }
}
