package io.nsxsim.inventory.document;

import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.inventory.VirtualMachine.NetworkInterface;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Refuses what two interfaces of one segment must not share: an address, a MAC address, a port. An
 * interface that is not plugged in shares nothing.
 */
final class SegmentCheck {

  private final Problems problems;
  private final Map<String, Set<String>> taken = new HashMap<>();

  SegmentCheck(Problems problems) {
    this.problems = problems;
  }

  /**
   * Checks what is given against what stays and against itself.
   *
   * @param kept the stored parts that the request does not touch; in order among themselves
   */
  void check(Inventory kept, Inventory given) {
    if (given.virtualMachines().isEmpty()) {
      return;
    }
    Problems none = new Problems();
    kept.virtualMachines().forEach(machine -> check(machine, "", none));
    List<VirtualMachine> machines = given.virtualMachines();
    for (int i = 0; i < machines.size(); i++) {
      check(machines.get(i), "/virtual_machines/" + i, problems);
    }
  }

  private void check(VirtualMachine machine, String pointer, Problems found) {
    for (int i = 0; i < machine.interfaces().size(); i++) {
      NetworkInterface card = machine.interfaces().get(i);
      if (!card.segmentPortPath().isEmpty()) {
        check(card, pointer + "/interfaces/" + i, found);
      }
    }
  }

  private void check(NetworkInterface card, String pointer, Problems found) {
    String port = card.segmentPortPath();
    String segment = Segments.of(port);
    Set<String> there = taken.computeIfAbsent(segment, _ -> new HashSet<>());
    if (!there.add(port)) {
      found.invalid(pointer + "/segment_port_path", "Another interface is plugged into " + port);
    }
    if (!card.macAddress().isEmpty() && !there.add(card.macAddress())) {
      found.invalid(pointer + "/mac_address", card.macAddress() + " is already used on " + segment);
    }
    for (int i = 0; i < card.ipAddresses().size(); i++) {
      String prefixed = card.ipAddresses().get(i);
      String address = prefixed.substring(0, prefixed.indexOf('/'));
      if (!there.add(address)) {
        found.invalid(pointer + "/ip_addresses/" + i, address + " is already used on " + segment);
      }
    }
  }
}
