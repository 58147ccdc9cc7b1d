package io.nsxsim.topology.reader;

import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.inventory.VirtualMachine.NetworkInterface;
import io.nsxsim.inventory.VirtualMachine.PowerState;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Role;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RouteSource;
import io.nsxsim.topology.Vnic;
import io.nsxsim.topology.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts virtual machines on their segments. */
final class Machines {

  static final String PATH = "/infra/realized-state/enforcement-points/default/virtual-machines/";

  private final Documents documents;
  private final Segments segments;
  private final FabricBuilder fabric;
  private final Notes notes;
  private final Map<String, VirtualMachine> machines = new HashMap<>();
  private final List<Member> members = new ArrayList<>();
  private final List<Workload> workloads = new ArrayList<>();

  /** Where a card is plugged in: its port, its segment, and what NSX knows of both. */
  private record Plug(PolicyPath port, Optional<Document> document, Segments.Segment segment) {}

  Machines(Documents documents, Segments segments, FabricBuilder fabric, Notes notes) {
    this.documents = documents;
    this.segments = segments;
    this.fabric = fabric;
    this.notes = notes;
  }

  /** The device id of a machine. */
  static String device(String machine) {
    return PATH + machine;
  }

  /** Reads a machine; {@code kind} tells a Kubernetes node from others. */
  void read(VirtualMachine machine, Device.Kind kind) {
    String id = device(machine.id());
    Optional<PolicyPath> path =
        Optional.of(id).filter(PolicyPath::isPolicyPath).map(PolicyPath::new);
    fabric.declare(id, kind, machine.displayName(), path, isRunning(machine));
    machines.put(machine.id(), machine);
    for (int i = 0; i < machine.interfaces().size(); i++) {
      plug(machine, i);
    }
    StaticRoutes.connect(id, fabric);
    defaultRoutes(id, machine);
    workloads.add(workload(machine));
  }

  Optional<VirtualMachine> find(String machine) {
    return Optional.ofNullable(machines.get(machine));
  }

  boolean isRunning(String machine) {
    return find(machine).filter(Machines::isRunning).isPresent();
  }

  static boolean isRunning(VirtualMachine machine) {
    return machine.powerState() == PowerState.VM_RUNNING;
  }

  /** The cards that groups and the distributed firewall know. */
  List<Member> members() {
    return List.copyOf(members);
  }

  List<Workload> workloads() {
    return List.copyOf(workloads);
  }

  private void plug(VirtualMachine machine, int position) {
    NetworkInterface card = machine.interfaces().get(position);
    String name = "eth" + position;
    String id = device(machine.id());
    Optional<Plug> plug = plug(card);
    List<Cidr> addresses = addresses(card, plug);
    if (plug.isEmpty() && !card.segmentPortPath().isEmpty()) {
      notes.add(id, "There is no segment for the port " + card.segmentPortPath());
      return;
    }
    if (addresses.isEmpty()) {
      notes.add(id, "No address is known for " + name + " of " + machine.displayName());
    }
    for (int i = 0; i < addresses.size(); i++) {
      Cidr address = addresses.get(i);
      String link =
          plug.map(known -> Segments.linkFor(known.segment(), address, fabric))
              .orElseGet(() -> fabric.lan(address));
      Interface end =
          Interface.of(id, i == 0 ? name : name + ":" + i, Role.NIC, Optional.of(address), link)
              .withMtu(card.mtu() > 0 ? card.mtu() : Interface.ANY_SIZE);
      fabric.attach(
          plug.map(known -> end.withPath(known.port()).withVnic(vnic(known))).orElse(end));
    }
    plug.ifPresent(known -> members.add(member(machine, position, known, addresses)));
  }

  private Optional<Plug> plug(NetworkInterface card) {
    if (!PolicyPath.isPolicyPath(card.segmentPortPath())) {
      return Optional.empty();
    }
    PolicyPath port = new PolicyPath(card.segmentPortPath());
    int end = port.value().lastIndexOf("/ports/");
    return Optional.of(end)
        .filter(at -> at > 0)
        .flatMap(at -> segments.find(new PolicyPath(port.value().substring(0, at))))
        .map(segment -> new Plug(port, documents.find(port), segment));
  }

  private List<Cidr> addresses(NetworkInterface card, Optional<Plug> plug) {
    List<String> texts =
        card.ipAddresses().isEmpty()
            ? plug.flatMap(Plug::document).map(Machines::bindings).orElse(List.of())
            : card.ipAddresses();
    return texts.stream()
        .flatMap(text -> Cidr.parse(text).stream())
        .map(address -> widen(address, plug))
        .toList();
  }

  private static List<String> bindings(Document port) {
    return port.objects("address_bindings").stream()
        .flatMap(binding -> binding.text("ip_address").stream())
        .toList();
  }

  /** An address told without its network has that of the segment's subnet. */
  private static Cidr widen(Cidr address, Optional<Plug> plug) {
    return !address.isHost()
        ? address
        : plug.flatMap(known -> known.segment().gatewayFor(address))
            .map(gateway -> new Cidr(address.address(), gateway.length()))
            .orElse(address);
  }

  private static Vnic vnic(Plug plug) {
    Document segment = plug.segment().document();
    return new Vnic(
        plug.port(),
        plug.document()
            .filter(port -> !port.isUp())
            .map(Document::path)
            .or(() -> segment.isUp() ? Optional.empty() : Optional.of(segment.path())));
  }

  private static Member member(
      VirtualMachine machine, int position, Plug plug, List<Cidr> addresses) {
    return Member.plugged(
        plug.port(),
        plug.document(),
        plug.segment().document(),
        machine,
        position,
        addresses.stream().map(Cidr::address).toList());
  }

  /** A route to everywhere, for each family that a card has addresses of. */
  private void defaultRoutes(String id, VirtualMachine machine) {
    for (boolean ipv6 : families(id)) {
      for (NetworkInterface card : leadingOut(machine.interfaces(), ipv6)) {
        Optional<NextHop> hop = gatewayOf(id, card, ipv6);
        if (hop.isPresent()) {
          fabric.route(
              id,
              Route.of(Cidr.all(ipv6), RouteSource.STATIC, List.of(hop.get()), Optional.empty()));
          break;
        }
      }
    }
  }

  private List<Boolean> families(String id) {
    return fabric.interfaces(id).stream()
        .flatMap(end -> end.address().stream())
        .map(Cidr::ipv6)
        .distinct()
        .sorted()
        .toList();
  }

  /** The cards with a gateway; only where there is none may each be given one. */
  private static List<NetworkInterface> leadingOut(List<NetworkInterface> cards, boolean ipv6) {
    if (cards.size() < 2) {
      return cards;
    }
    List<NetworkInterface> telling =
        cards.stream().filter(card -> told(card, ipv6).isPresent()).toList();
    return telling.isEmpty() ? cards : telling;
  }

  private static Optional<IpAddress> told(NetworkInterface card, boolean ipv6) {
    return IpAddress.parse(card.defaultGateway()).filter(gateway -> gateway.ipv6() == ipv6);
  }

  private Optional<NextHop> gatewayOf(String id, NetworkInterface card, boolean ipv6) {
    for (Interface end : fabric.interfaces(id)) {
      Optional<Cidr> own =
          end.address().filter(address -> address.ipv6() == ipv6 && belongs(card, end));
      Optional<IpAddress> gateway =
          own.flatMap(cidr -> told(card, ipv6).or(() -> assumed(card, cidr, id)));
      if (gateway.isPresent()) {
        return Optional.of(new NextHop.Via(gateway.get(), end));
      }
    }
    return Optional.empty();
  }

  private static boolean belongs(NetworkInterface card, Interface end) {
    return end.path().map(PolicyPath::value).orElse("").equals(card.segmentPortPath());
  }

  private Optional<IpAddress> assumed(NetworkInterface card, Cidr own, String id) {
    Optional<IpAddress> gateway =
        plug(card).flatMap(known -> known.segment().gatewayFor(own)).map(Cidr::address);
    gateway.ifPresent(
        address -> notes.add(id, "No default gateway is told; " + address + " is assumed"));
    return gateway;
  }

  private Workload workload(VirtualMachine machine) {
    Set<String> ids = new HashSet<>();
    ids.add(machine.id());
    ids.add(device(machine.id()));
    machine.interfaces().stream()
        .map(NetworkInterface::segmentPortPath)
        .filter(port -> !port.isEmpty())
        .forEach(ids::add);
    List<IpAddress> addresses =
        fabric.interfaces(device(machine.id())).stream().flatMap(end -> end.ip().stream()).toList();
    return new Workload(
        device(machine.id()),
        machine.displayName() + " (" + machine.id() + ")",
        ids,
        Set.of(machine.displayName()),
        addresses);
  }
}
