package io.nsxsim.realization;

import io.nsxsim.datapath.Counters;
import io.nsxsim.datapath.Identifiers;
import io.nsxsim.datapath.NodePlacement;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.inventory.EdgeNode;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The edge nodes that an object runs on: those of the cluster that it names, or that the gateway
 * names that it belongs or is connected to. A distributed-only gateway runs on none.
 */
final class EdgeNodes {

  private final StoredObjects stored;
  private final NodePlacement placement;

  EdgeNodes(StoredObjects stored, NodePlacement placement) {
    this.stored = stored;
    this.placement = placement;
  }

  /** The nodes whose part of the object has a state of high availability. */
  List<Item> of(Item item, String state) {
    return of(item).stream().filter(node -> node.text("ha_status").equals(state)).toList();
  }

  /** All nodes, or the one that the object names; an interface is on a single one. */
  List<Item> of(Item item) {
    List<Item> nodes = all(item);
    String named = item.document().path("edge_path").asString("");
    List<Item> own = nodes.stream().filter(node -> node.text("edge_path").equals(named)).toList();
    return own.isEmpty() ? nodes : own;
  }

  /** The nodes of the cluster; those of a gateway are active that packets go through. */
  private List<Item> all(Item item) {
    Optional<JsonNode> gateway = gateway(item);
    Set<String> forwarding = forwarding(gateway);
    Map<String, JsonNode> distinct = new LinkedHashMap<>();
    documents(item, gateway).forEach(node -> distinct.putIfAbsent(uuid(node), node));
    List<Item> nodes = new ArrayList<>();
    for (JsonNode node : distinct.values()) {
      boolean active =
          forwarding.isEmpty()
              ? nodes.isEmpty()
              : forwarding.contains(node.path("path").asString(""));
      nodes.add(node(node, item, state(node, active)));
    }
    return nodes;
  }

  private String state(JsonNode node, boolean active) {
    if (placement.state(uuid(node)) != EdgeNode.State.UP) {
      return "DOWN";
    }
    return active ? "ACTIVE" : "STANDBY";
  }

  private Set<String> forwarding(Optional<JsonNode> gateway) {
    return gateway.flatMap(document -> path(document.path("path").asString(""))).stream()
        .flatMap(path -> placement.of(path).stream())
        .filter(NodePlacement.Placed::active)
        .flatMap(placed -> placed.node().path().stream())
        .map(PolicyPath::value)
        .collect(Collectors.toSet());
  }

  private List<JsonNode> documents(Item item, Optional<JsonNode> gateway) {
    if (item.text("path").matches(".*/edge-clusters/[^/]+")) {
      return stored.in(new PolicyPath(item.text("path")).child("edge-nodes"));
    }
    return cluster(item.document())
        .or(() -> gateway.flatMap(this::clusterOfGateway))
        .map(cluster -> stored.in(cluster.child("edge-nodes")))
        .orElseGet(() -> lent(gateway));
  }

  /** The nodes of a VPC or transit gateway, which names no cluster itself. */
  private List<JsonNode> lent(Optional<JsonNode> gateway) {
    return gateway
        .flatMap(document -> path(document.path("path").asString("")))
        .filter(path -> !path.value().startsWith("/infra"))
        .stream()
        .flatMap(path -> placement.of(path).stream())
        .flatMap(placed -> placed.node().path().stream())
        .flatMap(path -> stored.find(path).stream())
        .toList();
  }

  private Optional<JsonNode> gateway(Item item) {
    return path(item.text("gateway_path"))
        .or(() -> path(item.text("connectivity_path")))
        .flatMap(stored::find);
  }

  private Optional<PolicyPath> clusterOfGateway(JsonNode gateway) {
    return path(gateway.path("path").asString("")).stream()
        .flatMap(path -> stored.in(path.child("locale-services")).stream())
        .flatMap(services -> cluster(services).stream())
        .findFirst();
  }

  private static Optional<PolicyPath> cluster(JsonNode document) {
    return path(document.path("edge_cluster_path").asString(""))
        .or(() -> path(document.path("edge_cluster_paths").path(0).asString("")));
  }

  private static Optional<PolicyPath> path(String text) {
    return Optional.of(text).filter(PolicyPath::isPolicyPath).map(PolicyPath::new);
  }

  /** A node keeps the facts and the health of the object that runs on it. */
  private static Item node(JsonNode node, Item item, String state) {
    String path = node.path("path").asString("");
    String uuid = uuid(node);
    Map<String, JsonNode> facts = new HashMap<>(item.facts());
    if (!state.equals("ACTIVE")) {
      Counters.names().forEach(name -> facts.put(name, JsonNodeFactory.instance.numberNode(0)));
    }
    facts.put("transport_node_id", Item.string(uuid));
    facts.put("node_uuid", Item.string(uuid));
    facts.put("node_display_name", node.path("display_name"));
    facts.put("display_name", node.path("display_name"));
    facts.put("edge_path", Item.string(path));
    facts.put("edge_node_path", Item.string(path));
    facts.put("policy_edge_node_path", Item.string(path));
    facts.put("ha_status", Item.string(state));
    String router = item.text("gateway_path") + "@" + path;
    facts.put("service_router_id", Item.string(Identifiers.stable("service router", router)));
    return new Item(item.document(), item.health(), facts);
  }

  /** A cluster shows each node twice, by its index and by its UUID. */
  private static String uuid(JsonNode node) {
    return node.path("nsx_id").asString(node.path("id").asString(""));
  }
}
