package io.nsxsim.datapath.logical;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How objects of the policy tree look in the Manager API. */
final class LogicalView {

  private static final List<String> ENVELOPE =
      List.of(
          "display_name",
          "description",
          "tags",
          "_create_time",
          "_create_user",
          "_last_modified_time",
          "_last_modified_user",
          "_system_owned",
          "_revision");

  private LogicalView() {}

  /** The fields that all objects have. */
  static ObjectNode envelope(JsonNode policy, String type) {
    ObjectNode view = JsonMapper.shared().createObjectNode();
    ENVELOPE.stream()
        .filter(policy::has)
        .forEach(field -> view.set(field, policy.get(field).deepCopy()));
    return view.put("resource_type", type)
        .put("id", policy.path("unique_id").asString(""))
        .put("_protection", "REQUIRE_OVERRIDE");
  }

  static ObjectNode logicalSwitch(JsonNode segment, String zone) {
    ObjectNode view = envelope(segment, "LogicalSwitch");
    view.put("admin_state", segment.path("admin_state").asString("UP"));
    if (!zone.isEmpty()) {
      view.put("transport_zone_id", zone);
    }
    String vlan = segment.path("vlan_ids").path(0).asString("");
    if (vlan.matches("\\d{1,4}")) {
      view.put("vlan", Integer.parseInt(vlan));
    } else if (segment.has("overlay_id")) {
      view.put("vni", segment.path("overlay_id").asLong());
    }
    if (segment.has("replication_mode")) {
      view.put("replication_mode", segment.path("replication_mode").asString());
    }
    return view;
  }

  static ObjectNode logicalPort(JsonNode port, String switchId) {
    ObjectNode view = envelope(port, "LogicalPort");
    view.put("logical_switch_id", switchId);
    view.put("admin_state", port.path("admin_state").asString("UP"));
    String attachment = port.path("attachment").path("id").asString("");
    if (!attachment.isEmpty()) {
      view.putObject("attachment").put("attachment_type", "VIF").put("id", attachment);
    }
    ArrayNode bindings = view.putArray("address_bindings");
    for (JsonNode binding : port.path("address_bindings")) {
      bindings.add(binding.deepCopy());
    }
    return view;
  }

  static ObjectNode logicalRouter(JsonNode gateway, String edgeCluster) {
    boolean tier0 = gateway.path("path").asString("").contains("/tier-0s/");
    boolean vrf = gateway.has("vrf_config");
    ObjectNode view = envelope(gateway, "LogicalRouter");
    view.put("router_type", vrf ? "VRF" : tier0 ? "TIER0" : "TIER1");
    if (!edgeCluster.isEmpty()) {
      view.put("edge_cluster_id", edgeCluster);
      view.put(
          "high_availability_mode",
          gateway.path("ha_mode").asString(tier0 ? "ACTIVE_ACTIVE" : "ACTIVE_STANDBY"));
    }
    if (gateway.has("failover_mode")) {
      view.put("failover_mode", gateway.path("failover_mode").asString());
    }
    return view;
  }
}
