package io.nsxsim.manager;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Transport zones: {@code transport_type} is the family of {@code tz_type}. */
@Component
final class TransportZones implements Mirror {

  private static final PolicyPath PROFILES = new PolicyPath("/infra/transport-zone-profiles");
  private static final List<String> SAME =
      List.of("is_default", "nested_nsx", "uplink_teaming_policy_names", "authorized_vlans");

  @Override
  public PolicyPath collection() {
    return new PolicyPath("/api/v1/transport-zones");
  }

  @Override
  public List<PolicyPath> places() {
    return List.of(Twins.fabric("transport-zones"));
  }

  @Override
  public void show(JsonNode policy, ObjectNode view, StoredObjects objects) {
    Twins.copy(policy, view, SAME);
    boolean vlan = policy.path("tz_type").asString("").equals("VLAN_BACKED");
    view.put("resource_type", "TransportZone").put("transport_type", vlan ? "VLAN" : "OVERLAY");
    ArrayNode profiles = view.putArray("transport_zone_profile_ids");
    for (JsonNode path : policy.path("transport_zone_profile_paths")) {
      profiles
          .addObject()
          .put("resource_type", "BfdHealthMonitoringProfile")
          .put("profile_id", Twins.idAt(path.asString(""), objects));
    }
  }

  @Override
  public void write(JsonNode body, ObjectNode policy, StoredObjects objects) {
    Twins.copy(body, policy, SAME);
    boolean vlan = body.path("transport_type").asString("").equals("VLAN");
    boolean wasVlan = policy.path("tz_type").asString("").equals("VLAN_BACKED");
    if (!policy.has("tz_type") || vlan != wasVlan) {
      policy.put("tz_type", vlan ? "VLAN_BACKED" : "OVERLAY_BACKED");
    }
    ArrayNode paths = policy.putArray("transport_zone_profile_paths");
    for (JsonNode profile : body.path("transport_zone_profile_ids")) {
      String id = profile.path("profile_id").asString("");
      paths.add(Twins.path(PROFILES, id, "/transport_zone_profile_ids", objects));
    }
  }
}
