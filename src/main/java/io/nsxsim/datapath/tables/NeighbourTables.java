package io.nsxsim.datapath.tables;

import io.nsxsim.datapath.Identifiers;
import io.nsxsim.datapath.NodePlacement;
import io.nsxsim.datapath.TransportNode;
import io.nsxsim.inventory.InventoryReader;
import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Link;
import io.nsxsim.topology.Role;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who is on a link: ARP tables of interfaces, MAC tables of segments and ports. Everyone who runs
 * is taken to have spoken already.
 */
@Component
final class NeighbourTables implements TableReader {

  private static final String POINT = "/infra/sites/default/enforcement-points/default";
  private static final String DISTRIBUTED_ROUTER_MAC = "02:50:56:56:44:52";

  private final InventoryReader inventory;
  private final NodePlacement nodes;
  private final Clock clock;

  NeighbourTables(InventoryReader inventory, NodePlacement nodes, Clock clock) {
    this.inventory = inventory;
    this.nodes = nodes;
    this.clock = clock;
  }

  @Override
  public Set<String> templates() {
    return Set.of(
        "tier-[01]s/{}/locale-services/{}/interfaces/{}|arp-table",
        "tier-0s/{}|tier-1-interface/arp-table",
        "tier-1s/{}|tier-0-interface/arp-table",
        "segments/{}|arp-table",
        "segments/{}|gateway-interface-arp-table",
        "segments/{}|mac-table",
        "segments/{}/ports/{}|mac-table",
        "tier-1s/{}/segments/{}|arp-table",
        "tier-1s/{}/segments/{}|gateway-interface-arp-table",
        "tier-1s/{}/segments/{}|mac-table",
        "tier-1s/{}/segments/{}/ports/{}|mac-table",
        "vpcs/{}/subnets/{}|arp-table",
        "vpcs/{}/subnets/{}|mac-table",
        "vpcs/{}/subnets/{}/ports/{}|mac-table");
  }

  @Override
  public Table read(Question question) {
    ObjectNode heading = JsonMapper.shared().createObjectNode();
    heading.put("last_update_timestamp", clock.millis());
    if (question.view().equals("mac-table")) {
      return Table.of(heading, macs(question));
    }
    heading.put("enforcement_point_path", POINT);
    List<Interface> own = interfaces(question).toList();
    own.stream()
        .flatMap(end -> end.edge().stream())
        .findFirst()
        .or(() -> question.path("edge_path"))
        .ifPresent(edge -> heading.put("edge_path", edge.value()));
    if (!own.isEmpty()) {
      heading.put("interface_path", question.subject().value());
    }
    return Table.of(heading, entries(question.fabric(), own));
  }

  /** The interfaces that a table is about. */
  private Stream<Interface> interfaces(Question question) {
    Optional<PolicyPath> subject = Optional.of(question.subject());
    Fabric fabric = question.fabric();
    return switch (question.view()) {
      case "tier-1-interface/arp-table" ->
          ends(question, Role.LINK_TO_TIER1)
              .filter(end -> end.path().equals(question.path("tier1_path")));
      case "tier-0-interface/arp-table" -> ends(question, Role.LINK_TO_TIER0);
      case "arp-table" -> interfacesWith(fabric, subject);
      default -> interfacesWith(fabric, subject).filter(end -> end.role() == Role.DOWNLINK);
    };
  }

  private static Stream<Interface> ends(Question question, Role role) {
    return question.device(question.subject()).stream()
        .flatMap(device -> device.interfaces().stream())
        .filter(end -> end.role() == role);
  }

  private static Stream<Interface> interfacesWith(Fabric fabric, Optional<PolicyPath> path) {
    return fabric.devices().values().stream()
        .filter(device -> device.kind().isGateway())
        .flatMap(device -> device.interfaces().stream())
        .filter(end -> end.path().equals(path))
        .filter(end -> end.role() != Role.LINK_TO_TIER0 && end.role() != Role.LINK_TO_TIER1);
  }

  private List<ObjectNode> entries(Fabric fabric, List<Interface> own) {
    Map<IpAddress, Interface> known = new TreeMap<>();
    for (Interface end : own) {
      Link link = fabric.link(end.link());
      for (Map<IpAddress, Interface> there : List.of(link.machines(), link.neighbors())) {
        there.forEach((address, neighbour) -> {
          boolean other = !neighbour.device().equals(end.device());
          if (other && fabric.device(neighbour.device()).running()) {
            known.put(address, neighbour);
          }
        });
      }
    }
    Map<String, String> cards = cards();
    List<ObjectNode> rows = new ArrayList<>();
    known.forEach((address, neighbour) ->
        rows.add(
            JsonMapper.shared()
                .createObjectNode()
                .put("ip", address.toString())
                .put("mac_address", mac(fabric, neighbour, cards))));
    return rows;
  }

  /** MAC addresses of network cards, by the path of their port. */
  private Map<String, String> cards() {
    Map<String, String> cards = new HashMap<>();
    for (VirtualMachine machine : inventory.current().virtualMachines()) {
      machine.interfaces().forEach(card -> cards.put(card.segmentPortPath(), card.macAddress()));
    }
    return cards;
  }

  private static String mac(Fabric fabric, Interface end, Map<String, String> cards) {
    Device device = fabric.device(end.device());
    String path = end.path().map(PolicyPath::value).orElse(end.id());
    if (device.kind().isGateway() && end.role() == Role.DOWNLINK) {
      return DISTRIBUTED_ROUTER_MAC;
    }
    return cards.getOrDefault(path, Identifiers.mac(path));
  }

  private List<ObjectNode> macs(Question question) {
    String prefix = question.subject().value();
    boolean ofPort = prefix.contains("/ports/");
    Map<String, ObjectNode> rows = new TreeMap<>();
    for (VirtualMachine machine : inventory.current().virtualMachines()) {
      for (VirtualMachine.NetworkInterface card : machine.interfaces()) {
        String port = card.segmentPortPath();
        boolean here = ofPort ? port.equals(prefix) : port.startsWith(prefix + "/ports/");
        if (here) {
          rows.put(port, ofPort ? learned(card) : row(machine, card));
        }
      }
    }
    return List.copyOf(rows.values());
  }

  private static ObjectNode learned(VirtualMachine.NetworkInterface card) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("mac_address", card.macAddress())
        .put("mac_type", "STATIC");
  }

  private ObjectNode row(VirtualMachine machine, VirtualMachine.NetworkInterface card) {
    TransportNode host = nodes.hostOf(NodePlacement.machine(machine.id()));
    return JsonMapper.shared()
        .createObjectNode()
        .put("mac_address", card.macAddress())
        .put("vtep_ip", host.tunnelEndpoint())
        .put("vtep_mac_address", Identifiers.mac(host.id()));
  }
}
