package io.nsxsim.topology.reader;

import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the layer of plain machines from one reading to the next, and reads again only what has to
 * be: machines that are other ones in the inventory, and those whose segment or port has changed.
 */
final class PlainMachines {

  private MachineLayer layer = MachineLayer.EMPTY;
  private List<VirtualMachine> machines = List.of();
  private Set<String> nodes = Set.of();
  private Map<PolicyPath, Segments.Segment> segments = Map.of();

  /**
   * The layer of now.
   *
   * @param nodes ids of the machines that are Kubernetes nodes, to leave out
   */
  MachineLayer read(
      List<VirtualMachine> all, Set<String> nodesNow, Documents documents, Segments segmentsNow) {
    Map<String, VirtualMachine> stale = new HashMap<>();
    Set<String> without = new HashSet<>();
    if (all != machines || !nodesNow.equals(nodes)) {
      compare(all, nodesNow, stale, without);
    }
    for (String id : onChangedSegments(documents, segmentsNow)) {
      if (!without.contains(id)) {
        layer.find(id).ifPresent(known -> stale.putIfAbsent(id, known.machine()));
      }
    }
    if (!stale.isEmpty() || !without.isEmpty()) {
      without.addAll(stale.keySet());
      List<MachineLayer.Machine> come = new ArrayList<>(stale.size());
      stale.values().forEach(machine -> come.add(read(machine, documents, segmentsNow)));
      layer = layer.with(without, come);
    }
    machines = all;
    nodes = nodesNow;
    segments = segmentsNow.all();
    return layer;
  }

  private void compare(
      List<VirtualMachine> all,
      Set<String> nodesNow,
      Map<String, VirtualMachine> stale,
      Set<String> without) {
    int kept = 0;
    for (VirtualMachine machine : all) {
      MachineLayer.Machine known = layer.machines().get(machine.id());
      boolean isNode = nodesNow.contains(machine.id());
      if (!isNode && (known == null || known.machine() != machine)) {
        stale.put(machine.id(), machine);
      }
      kept += known != null && !isNode ? 1 : 0;
    }
    if (kept < layer.machines().size()) {
      Set<String> present = HashSet.newHashSet(all.size());
      all.forEach(machine -> present.add(machine.id()));
      for (String id : layer.machines().keySet()) {
        if (!present.contains(id) || nodesNow.contains(id)) {
          without.add(id);
        }
      }
    }
  }

  /** The machines on segments that are other ones now, or in ports that are. */
  private Set<String> onChangedSegments(Documents documents, Segments segmentsNow) {
    Set<String> concerned = new HashSet<>();
    segments.forEach((path, before) -> {
      if (segmentsNow.find(path).orElse(null) != before) {
        concerned.addAll(layer.on(path));
      }
    });
    for (PolicyPath changed : documents.changed()) {
      int ports = changed.value().lastIndexOf("/ports/");
      if (ports > 0) {
        concerned.addAll(layer.on(new PolicyPath(changed.value().substring(0, ports))));
      }
    }
    Set<PolicyPath> fresh = new HashSet<>(segmentsNow.all().keySet());
    fresh.removeAll(segments.keySet());
    if (!fresh.isEmpty()) {
      concerned.addAll(waitingFor(fresh));
    }
    return concerned;
  }

  /** Machines with a port of a segment which was not there when they were read. */
  private List<String> waitingFor(Set<PolicyPath> fresh) {
    return layer.unplugged().stream()
        .filter(id ->
            layer.find(id).stream()
                .flatMap(machine -> machine.machine().interfaces().stream())
                .anyMatch(card -> isIn(card.segmentPortPath(), fresh)))
        .toList();
  }

  private static boolean isIn(String port, Set<PolicyPath> segments) {
    int end = port.lastIndexOf("/ports/");
    return end > 0 && segments.contains(new PolicyPath(port.substring(0, end)));
  }

  private static MachineLayer.Machine read(
      VirtualMachine machine, Documents documents, Segments segments) {
    FabricBuilder scratch = new FabricBuilder();
    Notes notes = new Notes();
    Machines reader = new Machines(documents, segments, scratch, notes);
    reader.read(machine, Device.Kind.VIRTUAL_MACHINE);
    Map<String, Link.Kind> links = scratch.linkKinds();
    return new MachineLayer.Machine(
        machine,
        Optional.ofNullable(scratch.devices().get(Machines.device(machine.id()))).orElseThrow(),
        links,
        reader.members(),
        reader.workloads().getFirst(),
        notes.all());
  }
}
