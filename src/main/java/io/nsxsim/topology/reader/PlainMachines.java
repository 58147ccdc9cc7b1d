package io.nsxsim.topology.reader;

import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Link;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps the layer of plain machines from one reading to the next, and reads again only what has to
 * be: machines that are other ones in the inventory, and those whose segment or port has changed.
 */
final class PlainMachines {

  private static final int MANY = 1000; // from here on all processors read

  private MachineLayer layer = MachineLayer.EMPTY;
  private List<MachineLayer.Machine> gone = List.of();
  private List<MachineLayer.Machine> come = List.of();
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
    Map<String, VirtualMachine> stale = new LinkedHashMap<>();
    Set<String> without = new HashSet<>();
    if (all != machines || !nodesNow.equals(nodes)) {
      compare(all, nodesNow, stale, without);
    }
    for (String id : onChangedSegments(documents, segmentsNow)) {
      if (!without.contains(id)) {
        layer.find(id).ifPresent(known -> stale.putIfAbsent(id, known.machine()));
      }
    }
    without.addAll(stale.keySet());
    gone = without.stream().flatMap(id -> layer.find(id).stream()).toList();
    Stream<VirtualMachine> reading = stale.values().stream();
    come =
        (stale.size() > MANY ? reading.parallel() : reading)
            .map(each -> read(each, documents, segmentsNow))
            .toList();
    if (!gone.isEmpty() || !come.isEmpty()) {
      layer = layer.with(without, come);
    }
    machines = all;
    nodes = nodesNow;
    segments = segmentsNow.all();
    return layer;
  }

  /** The cards that the last reading took away. */
  List<Member> gone() {
    return gone.stream().flatMap(machine -> machine.members().stream()).toList();
  }

  /** The cards that the last reading brought. */
  List<Member> come() {
    return come.stream().flatMap(machine -> machine.members().stream()).toList();
  }

  /**
   * Finds what is different. Both lists are ordered by id and share the machines that have not
   * changed, so that most of the work is to see that two objects are the same.
   */
  private void compare(
      List<VirtualMachine> all,
      Set<String> nodesNow,
      Map<String, VirtualMachine> stale,
      Set<String> without) {
    int old = 0;
    for (VirtualMachine machine : all) {
      while (old < machines.size() && isBefore(machines.get(old), machine)) {
        without.add(machines.get(old).id());
        old++;
      }
      if (old < machines.size() && machines.get(old).id().equals(machine.id())) {
        if (machines.get(old) != machine) {
          stale.put(machine.id(), machine);
        }
        old++;
      } else {
        stale.put(machine.id(), machine);
      }
    }
    for (; old < machines.size(); old++) {
      without.add(machines.get(old).id());
    }
    nodes.stream().filter(id -> !nodesNow.contains(id)).forEach(id -> comeBack(id, all, stale));
    for (String id : nodesNow) {
      stale.remove(id);
      without.add(id);
    }
  }

  private static boolean isBefore(VirtualMachine one, VirtualMachine other) {
    return one != other && one.id().compareTo(other.id()) < 0;
  }

  private static void comeBack(
      String id, List<VirtualMachine> all, Map<String, VirtualMachine> stale) {
    all.stream()
        .filter(machine -> machine.id().equals(id))
        .forEach(machine -> stale.put(id, machine));
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
