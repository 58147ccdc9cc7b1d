package io.nsxsim.manager;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.path.PolicyPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Edge clusters: members and the profile are named by id here and by path there. */
@Component
final class EdgeClusters implements Mirror {

  private static final String PROFILE = "EdgeHighAvailabilityProfile";
  private static final List<String> SAME =
      List.of(
          "deployment_type",
          "member_node_type",
          "allocation_rules",
          "password_managed_by_vcf",
          "core_allocation_profile");

  @Override
  public PolicyPath collection() {
    return new PolicyPath("/api/v1/edge-clusters");
  }

  @Override
  public List<PolicyPath> places() {
    return List.of(Twins.fabric("edge-clusters"));
  }

  @Override
  public void show(JsonNode policy, ObjectNode view, StoredObjects objects) {
    Twins.copy(policy, view, SAME);
    view.put("resource_type", "EdgeCluster");
    view.put(
        "enable_inter_site_forwarding",
        policy.path("inter_site_forwarding_enabled").asBoolean(false));
    showMembers(policy, view, objects);
    String profile = Twins.idAt(policy.path("edge_cluster_profile").asString(""), objects);
    if (!profile.isEmpty()) {
      view.putArray("cluster_profile_bindings")
          .addObject()
          .put("resource_type", PROFILE)
          .put("profile_id", profile);
    }
  }

  private static void showMembers(JsonNode policy, ObjectNode view, StoredObjects objects) {
    JsonNode known = view.path("members");
    ArrayNode members = view.arrayNode();
    Map<String, JsonNode> nodes = new HashMap<>();
    if (!policy.path("policy_edge_nodes").isEmpty()) {
      objects
          .in(Twins.fabric("edge-transport-nodes"))
          .forEach(node -> nodes.put(node.path("path").asString(""), node));
    }
    for (JsonNode member : policy.path("policy_edge_nodes")) {
      JsonNode node = nodes.get(member.path("edge_transport_node_path").asString(""));
      if (node != null) {
        String id = Twins.id(node);
        ObjectNode shown = members.addObject();
        shown.put("member_index", member.path("member_index").asLong(0));
        shown.put("transport_node_id", id);
        shown.put("display_name", sent(known, id, node).asString(""));
      }
    }
    view.set("members", members);
  }

  private static JsonNode sent(JsonNode known, String id, JsonNode node) {
    return known
        .valueStream()
        .filter(member -> member.path("transport_node_id").asString("").equals(id))
        .map(member -> member.path("display_name"))
        .filter(JsonNode::isString)
        .findFirst()
        .orElse(node.path("display_name"));
  }

  @Override
  public void write(JsonNode body, ObjectNode policy, StoredObjects objects) {
    Twins.copy(body, policy, SAME);
    ArrayNode members = policy.putArray("policy_edge_nodes");
    for (JsonNode member : body.path("members")) {
      String id = member.path("transport_node_id").asString("");
      PolicyPath nodes = Twins.fabric("edge-transport-nodes");
      String path = Twins.path(nodes, id, "/members/transport_node_id", objects);
      members.addObject().put("edge_transport_node_path", path);
    }
    policy.remove("edge_cluster_profile");
    for (JsonNode binding : body.path("cluster_profile_bindings")) {
      if (binding.path("resource_type").asString("").equals(PROFILE)) {
        PolicyPath profiles = Twins.fabric("edge-cluster-high-availability-profiles");
        String id = binding.path("profile_id").asString("");
        String path = Twins.path(profiles, id, "/cluster_profile_bindings/profile_id", objects);
        policy.put("edge_cluster_profile", path);
      }
    }
  }
}
