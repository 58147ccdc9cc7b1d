package io.nsxsim.manager;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.inventory.EdgeNode;
import io.nsxsim.inventory.InventoryReader;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Edges and hosts. Both interfaces describe the switches and the deployment of an edge in their own
 * way, so only name, host name and size of an edge are the same thing; the rest is kept as it was
 * sent.
 */
@Component
final class TransportNodes implements Mirror {

  private static final String EDGES = "edge-transport-nodes";
  private static final String HOSTS = "host-transport-nodes";
  private static final String INFO = "node_deployment_info";

  private final InventoryReader inventory;

  TransportNodes(InventoryReader inventory) {
    this.inventory = inventory;
  }

  @Override
  public PolicyPath collection() {
    return new PolicyPath("/api/v1/transport-nodes");
  }

  @Override
  public List<PolicyPath> places() {
    return List.of(Twins.fabric(EDGES), Twins.fabric(HOSTS));
  }

  @Override
  public PolicyPath place(JsonNode body) {
    return Twins.fabric(isHost(body) ? HOSTS : EDGES);
  }

  private static boolean isHost(JsonNode body) {
    return body.path(INFO).path("resource_type").asString("").equals("HostNode");
  }

  @Override
  public void show(JsonNode policy, ObjectNode view, StoredObjects objects) {
    view.put("resource_type", "TransportNode").put("node_id", Twins.id(policy));
    boolean isEmptied =
        inventory.current().edgeNode(Twins.id(policy)) == EdgeNode.State.MAINTENANCE_MODE;
    view.put("maintenance_mode", isEmptied ? "ENABLED" : "DISABLED").put("is_overridden", false);
    ObjectNode info = view.withObject(INFO);
    info.put("id", Twins.id(policy)).put("display_name", policy.path("display_name").asString(""));
    if (!info.has("external_id")) {
      info.put("external_id", Twins.id(policy));
    }
    if (policy.path("path").asString("").contains("/" + HOSTS + "/")) {
      showHost(policy, info);
      HostSwitches.show(policy, view, objects);
    } else {
      showEdge(policy, info);
    }
    if (!view.has("host_switch_spec")) {
      view.putObject("host_switch_spec")
          .put("resource_type", "StandardHostSwitchSpec")
          .putArray("host_switches");
    }
  }

  private static void showHost(JsonNode policy, ObjectNode info) {
    info.put("resource_type", "HostNode");
    for (String field : List.of("fqdn", "ip_addresses", "os_type", "os_version")) {
      if (policy.path(INFO).has(field)) {
        info.set(field, policy.path(INFO).get(field).deepCopy());
      }
    }
  }

  private static void showEdge(JsonNode policy, ObjectNode info) {
    info.put("resource_type", "EdgeNode");
    info.put("deployment_type", policy.path("deployment_type").asString("VIRTUAL_MACHINE"));
    if (policy.has("hostname")) {
      info.withObject("node_settings").set("hostname", policy.get("hostname"));
    }
    if (policy.has("form_factor")) {
      info.withObject("deployment_config").set("form_factor", policy.get("form_factor"));
    }
  }

  @Override
  public void write(JsonNode body, ObjectNode policy, StoredObjects objects) {
    JsonNode info = body.path(INFO);
    if (isHost(body)) {
      HostSwitches.write(body, policy, objects);
      return;
    }
    policy.put("node_type", "EDGE_NODE");
    Twins.copy(info.path("node_settings"), policy, List.of("hostname"));
    Twins.copy(info.path("deployment_config"), policy, List.of("form_factor"));
    if (!info.path("deployment_type").asString("").isEmpty()) {
      Twins.copy(info, policy, List.of("deployment_type"));
    }
  }
}
