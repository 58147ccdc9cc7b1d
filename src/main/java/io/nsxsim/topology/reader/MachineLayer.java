package io.nsxsim.topology.reader;

import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Directory;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Link;
import io.nsxsim.topology.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The plain machines: most of a large network, and the part that changes least from one reading to
 * the next. A layer is made of an earlier one by reading only the machines that are other ones now,
 * or whose segment or port is. Machines that are Kubernetes nodes are not here: they route.
 *
 * @param machines by id
 * @param devices by device id
 * @param links the links that machines are on, by id
 * @param bySegment ids of the machines that are plugged into a segment
 * @param recent how many machines have changed since all were put into the directory
 */
record MachineLayer(
    Patched<Machine> machines,
    Patched<Device> devices,
    Map<String, OnLink> links,
    Map<PolicyPath, Set<String>> bySegment,
    Patched<List<String>> notes,
    Directory directory,
    int recent) {

  /** No machine. */
  static final MachineLayer EMPTY =
      new MachineLayer(
          Patched.empty(),
          Patched.empty(),
          Map.of(),
          Map.of(),
          Patched.empty(),
          new Directory(List.of(), Map.of()),
          0);

  private static final int MOST_RECENT = 1000;

  /**
   * A machine as it was read.
   *
   * @param links the kinds of the links it is on
   */
  record Machine(
      VirtualMachine machine,
      Device device,
      Map<String, Link.Kind> links,
      List<Member> members,
      Workload workload,
      Map<String, List<String>> notes) {}

  /**
   * The machines on a link.
   *
   * @param owners who answers for an address
   */
  record OnLink(Link.Kind kind, List<Interface> ends, Map<IpAddress, Interface> owners) {

    private static final OnLink NOBODY = new OnLink(Link.Kind.SEGMENT, List.of(), Map.of());

    /** The first to claim an address, in the order of the ids, has it. */
    static OnLink of(Link.Kind kind, List<Interface> ends) {
      ends.sort(Comparator.comparing(Interface::device));
      Map<IpAddress, Interface> owners = HashMap.newHashMap(ends.size());
      ends.forEach(end -> end.ip().ifPresent(address -> owners.putIfAbsent(address, end)));
      return new OnLink(kind, ends, owners);
    }
  }

  /** What a change of machines does: some go, others come. */
  private record Change(Collection<Machine> gone, Collection<Machine> come) {

    Set<String> goneDevices() {
      Set<String> devices = new HashSet<>();
      gone.forEach(machine -> devices.add(machine.device().id()));
      return devices;
    }
  }

  /**
   * The same layer after a change.
   *
   * @param without ids of machines that are gone, or come again as other ones
   */
  MachineLayer with(Set<String> without, Collection<Machine> come) {
    List<Machine> gone = without.stream().flatMap(id -> find(id).stream()).toList();
    Change change = new Change(gone, come);
    Set<String> goneNotes = new HashSet<>();
    gone.forEach(machine -> goneNotes.addAll(machine.notes().keySet()));
    Map<String, Machine> newMachines = HashMap.newHashMap(come.size());
    Map<String, Device> newDevices = HashMap.newHashMap(come.size());
    Map<String, List<String>> newNotes = new HashMap<>();
    for (Machine machine : come) {
      newMachines.put(machine.machine().id(), machine);
      newDevices.put(machine.device().id(), machine.device());
      newNotes.putAll(machine.notes());
    }
    Patched<Machine> nextMachines = machines.with(without, newMachines);
    int changes = recent + gone.size() + come.size();
    boolean isMuch = changes > MOST_RECENT;
    Supplier<Directory> nextDirectory =
        isMuch ? beside(() -> directoryOf(nextMachines.values())) : () -> nextDirectory(change);
    return new MachineLayer(
        nextMachines,
        devices.with(change.goneDevices(), newDevices),
        nextLinks(change),
        nextSegments(change),
        notes.with(goneNotes, newNotes),
        nextDirectory.get(),
        isMuch ? 0 : changes);
  }

  /** Starts with something that takes long, to be had when it is asked for. */
  private static <T> Supplier<T> beside(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work)::join;
  }

  private Map<String, OnLink> nextLinks(Change change) {
    Map<String, List<Interface>> more = new HashMap<>();
    Map<String, Link.Kind> kinds = new HashMap<>();
    for (Machine machine : change.come()) {
      kinds.putAll(machine.links());
      machine
          .device()
          .interfaces()
          .forEach(end -> more.computeIfAbsent(end.link(), id -> new ArrayList<>()).add(end));
    }
    for (Machine machine : change.gone()) {
      machine
          .links()
          .forEach((link, kind) -> {
            more.computeIfAbsent(link, id -> new ArrayList<>());
            kinds.putIfAbsent(link, kind);
          });
    }
    Set<String> gone = change.goneDevices();
    Map<String, OnLink> next = new HashMap<>(links);
    more.forEach((link, ends) -> {
      for (Interface end : on(link).ends()) {
        if (!gone.contains(end.device())) {
          ends.add(end);
        }
      }
      next.put(link, OnLink.of(kinds.getOrDefault(link, Link.Kind.SEGMENT), ends));
    });
    return next;
  }

  private Map<PolicyPath, Set<String>> nextSegments(Change change) {
    Map<PolicyPath, Set<String>> touched = new HashMap<>();
    for (Machine machine : change.gone()) {
      segmentsOf(machine).forEach(path -> ids(path, touched).remove(machine.machine().id()));
    }
    for (Machine machine : change.come()) {
      segmentsOf(machine).forEach(path -> ids(path, touched).add(machine.machine().id()));
    }
    Map<PolicyPath, Set<String>> next = new HashMap<>(bySegment);
    next.putAll(touched);
    return next;
  }

  /** Ids of machines with a card whose segment there is not. */
  List<String> unplugged() {
    return notes.keySet().stream()
        .filter(device -> device.startsWith(Machines.PATH))
        .map(device -> device.substring(Machines.PATH.length()))
        .toList();
  }

  private Set<String> ids(PolicyPath segment, Map<PolicyPath, Set<String>> touched) {
    return touched.computeIfAbsent(segment, path -> new TreeSet<>(on(path)));
  }

  private static Stream<PolicyPath> segmentsOf(Machine machine) {
    return machine.members().stream()
        .flatMap(member -> member.segment().stream())
        .map(Document::path);
  }

  private Directory nextDirectory(Change change) {
    List<Workload> more = change.come().stream().map(Machine::workload).toList();
    return directory.with(change.goneDevices(), more, Map.of());
  }

  private static Directory directoryOf(Collection<Machine> machines) {
    List<Workload> workloads =
        machines.stream()
            .sorted(Comparator.comparing(machine -> machine.machine().id()))
            .map(Machine::workload)
            .toList();
    return new Directory(workloads, Map.of());
  }

  /** The machine of an id. */
  Optional<Machine> find(String id) {
    return Optional.ofNullable(machines.get(id));
  }

  /** The card that is plugged into a port, if there is one. */
  Stream<Member> in(PolicyPath port) {
    int end = port.value().lastIndexOf("/ports/");
    return end < 0
        ? Stream.empty()
        : on(new PolicyPath(port.value().substring(0, end))).stream()
            .flatMap(id -> find(id).stream())
            .flatMap(machine -> machine.members().stream())
            .filter(member -> member.port().equals(Optional.of(port)));
  }

  /** The ids of the machines that are plugged into a segment. */
  Set<String> on(PolicyPath segment) {
    return bySegment.getOrDefault(segment, Set.of());
  }

  /** The machines on a link. */
  OnLink on(String link) {
    return links.getOrDefault(link, OnLink.NOBODY);
  }
}
