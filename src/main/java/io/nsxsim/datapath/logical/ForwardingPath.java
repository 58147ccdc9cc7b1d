package io.nsxsim.datapath.logical;

import io.nsxsim.datapath.NodePlacement;
import io.nsxsim.datapath.TransportNode;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.inventory.discovered.Discovery;
import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.simulation.Flow;
import io.nsxsim.simulation.Hop;
import io.nsxsim.simulation.Options;
import io.nsxsim.simulation.Step;
import io.nsxsim.simulation.Trace;
import io.nsxsim.simulation.Tracer;
import io.nsxsim.simulation.Verdict;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Workload;
import io.nsxsim.topology.reader.FabricSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The path between two ports, as NSX's port connection shows it (PortConnectionEntities): the
 * machines, switches, routers and nodes that an echo request from the one to the other meets. Where
 * it does not arrive, {@code errors} says why.
 */
@Component
public class ForwardingPath {

  private static final List<String> LISTS =
      List.of(
          "vms",
          "logical_switches",
          "routers",
          "edge_node_groups",
          "hypervisors",
          "tunnels",
          "errors");

  private final LogicalObjects objects;
  private final StoredObjects stored;
  private final FabricSource source;
  private final NodePlacement nodes;
  private final Discovery discovery;
  private final Options options;

  ForwardingPath(
      LogicalObjects objects,
      StoredObjects stored,
      FabricSource source,
      NodePlacement nodes,
      Discovery discovery,
      Options options) {
    this.objects = objects;
    this.stored = stored;
    this.source = source;
    this.nodes = nodes;
    this.discovery = discovery;
    this.options = options;
  }

  /** What a packet from one segment port to another meets. */
  public ObjectNode between(PolicyPath from, PolicyPath to) {
    Fabric fabric = source.current();
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    LISTS.forEach(answer::putArray);
    List<Interface> ends = new ArrayList<>();
    for (PolicyPath port : List.of(from, to)) {
      Optional<Interface> card = card(fabric, port);
      card.ifPresent(ends::add);
      card.ifPresent(end -> machine(fabric, end, answer));
      if (card.isEmpty()) {
        error(answer, "LogicalPort", "No machine with an address is plugged into " + port + ".");
      }
    }
    if (ends.size() == 2) {
      tell(fabric, ends.getFirst(), ends.getLast(), answer);
    }
    return answer;
  }

  private static Optional<Interface> card(Fabric fabric, PolicyPath port) {
    return fabric.directory().find(port.value()).stream()
        .map(Workload::device)
        .map(fabric::device)
        .flatMap(device -> device.interfaces().stream())
        .filter(end -> end.vnic().filter(vnic -> vnic.port().equals(port)).isPresent())
        .filter(end -> end.ip().isPresent())
        .findFirst();
  }

  private void tell(Fabric fabric, Interface from, Interface to, ObjectNode answer) {
    IpAddress source = from.ip().orElseThrow();
    IpAddress destination = to.ip().orElseThrow();
    Flow flow = new Flow(from.device(), source, destination, Protocol.icmp(source.ipv6()), 0, 0);
    Trace trace = new Tracer(fabric, options).trace(flow);
    Map<String, Set<Interface>> routers = new LinkedHashMap<>();
    Set<PolicyPath> edges = new LinkedHashSet<>();
    for (Hop hop : trace.hops()) {
      hop.device()
          .map(fabric::device)
          .filter(device -> device.kind().isGateway())
          .ifPresent(device ->
              routers.computeIfAbsent(device.id(), id -> new LinkedHashSet<>()).addAll(ends(hop)));
      hop.steps().stream()
          .filter(Step.Centralized.class::isInstance)
          .map(step -> ((Step.Centralized) step).gateway())
          .flatMap(gateway -> gateway.path().stream())
          .forEach(edges::add);
    }
    switches(fabric, List.of(from, to), answer);
    routers.forEach((id, ends) -> router(fabric, fabric.device(id), ends, answer));
    List<TransportNode> carriers = new ArrayList<>();
    carriers.add(nodes.hostOf(from.device()));
    edges.forEach(gateway -> carriers.add(edges(gateway, answer)));
    carriers.add(nodes.hostOf(to.device()));
    tunnels(carriers, answer);
    if (trace.verdict() != Verdict.REACHED) {
      error(answer, "LogicalPort", trace.fate().name() + ": " + trace.reason());
    }
  }

  /** The interfaces of a router that the packet came and left by. */
  private static List<Interface> ends(Hop hop) {
    List<Interface> ends = new ArrayList<>();
    for (Step step : hop.steps()) {
      switch (step) {
        case Step.Received(Interface in) -> ends.add(in);
        case Step.Routed routed -> routed.way().nextHop().out().ifPresent(ends::add);
        default -> {}
      }
    }
    return ends;
  }

  private void machine(Fabric fabric, Interface card, ObjectNode answer) {
    Device device = fabric.device(card.device());
    device
        .path()
        .map(PolicyPath::id)
        .flatMap(discovery::find)
        .ifPresent(machine ->
            list(answer, "vms")
                .add(JsonMapper.shared().<ObjectNode>valueToTree(discovery.machine(machine.id()))));
    TransportNode host = nodes.hostOf(card.device());
    boolean known =
        list(answer, "hypervisors")
            .valueStream()
            .anyMatch(each -> each.path("resource").path("id").asString("").equals(host.id()));
    if (!known) {
      ObjectNode entry = list(answer, "hypervisors").addObject();
      entry
          .putObject("resource")
          .put("resource_type", "HostNode")
          .put("id", host.id())
          .put("display_name", host.name());
      entry.putArray("pnics");
      entry.putArray("profiles");
    }
  }

  private void switches(Fabric fabric, List<Interface> cards, ObjectNode answer) {
    Map<PolicyPath, ObjectNode> bySegment = new LinkedHashMap<>();
    RouterPorts routerPorts = new RouterPorts(stored);
    for (Interface card : cards) {
      PolicyPath port = card.vnic().orElseThrow().port();
      PolicyPath segment =
          new PolicyPath(port.value().substring(0, port.value().lastIndexOf("/ports/")));
      ObjectNode entry =
          bySegment.computeIfAbsent(
              segment,
              path -> {
                ObjectNode made = list(answer, "logical_switches").addObject();
                stored.find(path).ifPresent(d -> made.set("resource", objects.logicalSwitch(d)));
                ArrayNode above = made.putArray("router_ports");
                fabric.link(card.link()).ends().stream()
                    .filter(end -> fabric.device(end.device()).kind().isGateway())
                    .forEach(end ->
                        above.add(
                            routerPorts.show(
                                end, gatewayId(fabric, end), fabric.link(end.link()))));
                made.putArray("vm_ports");
                made.putArray("vm_vnics");
                return made;
              });
      stored.find(port).ifPresent(document -> list(entry, "vm_ports").add(objects.port(document)));
      vnic(card, port).ifPresent(list(entry, "vm_vnics")::add);
    }
  }

  private String gatewayId(Fabric fabric, Interface end) {
    return fabric
        .device(end.device())
        .path()
        .flatMap(stored::find)
        .map(gateway -> gateway.path("unique_id").asString(""))
        .orElse("");
  }

  /** The card in a port, as NSX has discovered it. */
  private Optional<JsonNode> vnic(Interface card, PolicyPath port) {
    Optional<VirtualMachine> machine =
        PolicyPath.isPolicyPath(card.device())
            ? discovery.find(new PolicyPath(card.device()).id())
            : Optional.empty();
    return machine.stream()
        .flatMap(each ->
            IntStream.range(0, each.interfaces().size())
                .filter(i -> each.interfaces().get(i).segmentPortPath().equals(port.value()))
                .mapToObj(i -> vnic(each, i)))
        .findFirst();
  }

  private JsonNode vnic(VirtualMachine machine, int position) {
    return JsonMapper.shared().valueToTree(discovery.discovered(machine, position));
  }

  private void router(Fabric fabric, Device gateway, Set<Interface> ends, ObjectNode answer) {
    ObjectNode entry = list(answer, "routers").addObject();
    Optional<JsonNode> document = gateway.path().flatMap(stored::find);
    document.ifPresent(each -> entry.set("resource", objects.router(each)));
    ArrayNode up = entry.putArray("uplink_ports");
    ArrayNode down = entry.putArray("downlink_ports");
    String id = document.map(each -> each.path("unique_id").asString("")).orElse("");
    for (Interface end : ends) {
      ObjectNode port = new RouterPorts(stored).show(end, id, fabric.link(end.link()));
      (RouterPorts.isUplink(end.role()) ? up : down).add(port);
    }
  }

  /** The edge nodes of a gateway; answers the one that forwards. */
  private TransportNode edges(PolicyPath gateway, ObjectNode answer) {
    ObjectNode group = list(answer, "edge_node_groups").addObject();
    group.put(
        "logical_router_id",
        stored.find(gateway).map(each -> each.path("unique_id").asString("")).orElse(""));
    ArrayNode members = group.putArray("edge_nodes");
    for (NodePlacement.Placed placed : nodes.of(gateway)) {
      members
          .addObject()
          .put("resource_type", "TransportNode")
          .put("id", placed.node().id())
          .put("display_name", placed.node().name());
    }
    return nodes.active(gateway);
  }

  private static void tunnels(List<TransportNode> carriers, ObjectNode answer) {
    for (int i = 1; i < carriers.size(); i++) {
      TransportNode one = carriers.get(i - 1);
      TransportNode other = carriers.get(i);
      if (!one.id().equals(other.id())) {
        ObjectNode tunnel = list(answer, "tunnels").addObject();
        tunnel.put("src_node_id", one.id());
        tunnel
            .putObject("tunnel_properties")
            .put("local_ip", one.tunnelEndpoint())
            .put("remote_ip", other.tunnelEndpoint())
            .put("remote_node_id", other.id())
            .put("remote_node_display_name", other.name())
            .put("encap", "GENEVE")
            .put("status", "UP");
      }
    }
  }

  private static void error(ObjectNode answer, String entity, String summary) {
    list(answer, "errors").addObject().put("entity_type", entity).put("error_summary", summary);
  }

  private static ArrayNode list(ObjectNode answer, String name) {
    return (ArrayNode) answer.path(name);
  }
}
