package io.nsxsim.catalogue.fabric;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Companion;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Edge clusters. Each member in {@code policy_edge_nodes} appears as an edge node below the
 * cluster, named by its index.
 */
@Component
final class EdgeClusterBehaviour implements Behaviour {

  private static final String MEMBERS = "policy_edge_nodes";
  private static final String NODE = "edge_transport_node_path";
  private static final String PLACE = "policy_edge_node_path";

  @Override
  public Set<String> kinds() {
    return Set.of("PolicyEdgeCluster");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    if (!document.has("nsx_id")) {
      document.put("nsx_id", document.path("unique_id").asString(""));
    }
    if (!document.has("member_node_type")) {
      document.put("member_node_type", "EDGE_NODE");
    }
    if (!document.has("deployment_type")) {
      document.put("deployment_type", "VIRTUAL_MACHINE");
    }
    number(document, around);
  }

  /** A member keeps its index for as long as it is one. */
  private static void number(ObjectNode document, Surroundings around) {
    PolicyPath path = Fields.ownPath(document);
    Set<Long> taken = new HashSet<>();
    for (JsonNode node : around.in(path.child("edge-nodes"))) {
      taken.add(node.path("member_index").asLong(-1));
    }
    for (ObjectNode open : Fields.objects(document.path(MEMBERS))) {
      Optional<JsonNode> known = node(open, path, around);
      long index = known.map(node -> node.path("member_index").asLong(-1)).orElse(-1L);
      for (long free = 0; index < 0; free++) {
        index = taken.add(free) ? free : -1;
      }
      open.put("member_index", index);
      known.ifPresent(node -> open.set(PLACE, node.get("path")));
      if (!Fields.isSet(open, PLACE)) {
        open.put(PLACE, path.child("edge-nodes/" + index).value());
      }
    }
  }

  /** The edge node of the cluster that a transport node is already. */
  private static Optional<JsonNode> node(JsonNode member, PolicyPath cluster, Surroundings around) {
    String node = member.path(NODE).asString("");
    return around.in(cluster.child("edge-nodes")).stream()
        .filter(known -> Fields.is(known, NODE, node))
        .findFirst();
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    Set<String> seen = new HashSet<>();
    JsonNode members = document.path(MEMBERS);
    for (int i = 0; i < members.size(); i++) {
      String node = members.get(i).path(NODE).asString("");
      if (!node.isEmpty() && !seen.add(node)) {
        problems.accept(
            Problem.conflict("/" + MEMBERS + "/" + i + "/" + NODE, node + " is a member already."));
      }
    }
  }

  @Override
  public List<Companion> companions(JsonNode document, Surroundings around) {
    List<Companion> nodes = new ArrayList<>();
    for (ObjectNode member : Fields.objects(document.path(MEMBERS))) {
      Fields.path(member, PLACE)
          .ifPresent(path -> nodes.add(new Companion.Created(path, node(member, around))));
    }
    return nodes;
  }

  private static ObjectNode node(ObjectNode member, Surroundings around) {
    ObjectNode node = member.objectNode();
    node.put("member_index", member.path("member_index").asLong(0));
    Fields.target(member, NODE, around).ifPresent(edge -> describe(node, edge));
    return node;
  }

  private static void describe(ObjectNode node, JsonNode edge) {
    node.put(NODE, Fields.ownPath(edge).value());
    node.put("display_name", edge.path("display_name").asString(""));
    node.put("nsx_id", edge.path("unique_id").asString(""));
  }
}
