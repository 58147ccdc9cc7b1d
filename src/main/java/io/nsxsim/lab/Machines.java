package io.nsxsim.lab;

import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.inventory.VirtualMachine.NetworkInterface;
import io.nsxsim.inventory.VirtualMachine.PowerState;
import io.nsxsim.lab.Namespace.Side;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Virtual machines that run, each a namespace; others are left out. */
final class Machines {

  private final Items items;
  private final Segments segments;
  private final Blueprint blueprint;
  private final Map<String, Namespace> running = new LinkedHashMap<>();
  private final List<Card> cards = new ArrayList<>();

  /**
   * A network card that is plugged into a segment, running or not.
   *
   * @param interfaceName in the machine's namespace; empty where that is not built
   */
  record Card(
      VirtualMachine machine,
      String portPath,
      Item segment,
      Item port,
      List<IpAddress> addresses,
      Optional<Namespace> namespace,
      List<String> interfaceName) {

    boolean isRunning() {
      return namespace.isPresent();
    }
  }

  Machines(Items items, Segments segments, Blueprint blueprint) {
    this.items = items;
    this.segments = segments;
    this.blueprint = blueprint;
  }

  /** All cards that NSX would know of. */
  List<Card> cards() {
    return List.copyOf(cards);
  }

  /** The namespace of a machine that runs. */
  Optional<Namespace> running(String machine) {
    return Optional.ofNullable(running.get(machine));
  }

  void add(VirtualMachine machine, boolean isNode) {
    Optional<Namespace> namespace = Optional.empty();
    if (machine.powerState() == PowerState.VM_RUNNING) {
      Namespace built =
          blueprint.workload("vm", machine.id(), isNode, List.of(machine.displayName()));
      running.put(machine.id(), built);
      namespace = Optional.of(built);
    }
    for (NetworkInterface card : machine.interfaces()) {
      plug(machine, card, namespace);
    }
    namespace.ifPresent(built -> addDefaultRoutes(machine, built));
  }

  private void plug(VirtualMachine machine, NetworkInterface card, Optional<Namespace> namespace) {
    Optional<Item> segment = segments.ofPort(card.segmentPortPath());
    if (segment.isEmpty() && !card.segmentPortPath().isEmpty()) {
      blueprint.remark(
          machine.id() + " is plugged into " + card.segmentPortPath() + ", which is not there");
      return;
    }
    Item port = items.at(card.segmentPortPath()).orElse(Item.NONE);
    List<Cidr> addresses = addresses(card, port, segment);
    List<String> names = new ArrayList<>();
    for (Cidr address : addresses) {
      String wire =
          segment
              .map(known -> segments.wire(known, address))
              .orElseGet(() -> Segments.lan(address));
      namespace.ifPresent(built -> names.add(attach(built, wire, card.segmentPortPath(), address)));
    }
    segment.ifPresent(known ->
        cards.add(
            new Card(
                machine,
                card.segmentPortPath(),
                known,
                port,
                addresses.stream().map(Cidr::address).toList(),
                namespace,
                List.copyOf(names))));
  }

  /** Addresses on the same bridge share an interface. */
  private String attach(Namespace namespace, String wire, String path, Cidr address) {
    return blueprint.plugOnce(namespace, wire, path, Side.IN, address).name();
  }

  private static List<Cidr> addresses(NetworkInterface card, Item port, Optional<Item> segment) {
    List<String> texts =
        card.ipAddresses().isEmpty()
            ? port.items("address_bindings").stream()
                .flatMap(binding -> binding.text("ip_address").stream())
                .toList()
            : card.ipAddresses();
    return texts.stream()
        .flatMap(text -> Cidr.parse(text).stream())
        .map(own ->
            own.isHost()
                ? segment
                    .flatMap(known -> Segments.gatewayFor(known, own.address()))
                    .map(gateway -> new Cidr(own.address(), gateway.length()))
                    .orElse(own)
                : own)
        .toList();
  }

  private void addDefaultRoutes(VirtualMachine machine, Namespace namespace) {
    for (boolean ipv6 : new boolean[] {false, true}) {
      told(machine, ipv6)
          .or(() -> assumed(machine, ipv6))
          .flatMap(gateway -> namespace.towards(gateway).stream().findFirst())
          .ifPresent(way -> namespace.route(Cidr.all(ipv6), Routing.STATIC, way));
    }
  }

  private static Optional<IpAddress> told(VirtualMachine machine, boolean ipv6) {
    return machine.interfaces().stream()
        .flatMap(card -> IpAddress.parse(card.defaultGateway()).stream())
        .filter(gateway -> gateway.ipv6() == ipv6)
        .findFirst();
  }

  /** Where no gateway is told, that of the segment. */
  private Optional<IpAddress> assumed(VirtualMachine machine, boolean ipv6) {
    return cards.stream()
        .filter(card -> card.machine().equals(machine))
        .flatMap(card ->
            card.addresses().stream()
                .filter(own -> own.ipv6() == ipv6)
                .flatMap(own -> Segments.gatewayFor(card.segment(), own).stream()))
        .map(Cidr::address)
        .findFirst();
  }
}
