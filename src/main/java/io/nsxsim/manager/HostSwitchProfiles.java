package io.nsxsim.manager;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Host switch profiles: the types of the policy tree have {@code Policy} in front. */
@Component
final class HostSwitchProfiles implements Mirror {

  private static final String PREFIX = "Policy";
  private static final List<String> SAME =
      List.of(
          "lags",
          "teaming",
          "named_teamings",
          "transport_vlan",
          "overlay_encap",
          "mtu",
          "send_enabled",
          "enabled",
          "host_infra_traffic_res",
          "extra_configs",
          "required_capabilities");

  @Override
  public PolicyPath collection() {
    return new PolicyPath("/api/v1/host-switch-profiles");
  }

  @Override
  public List<PolicyPath> places() {
    return List.of(new PolicyPath("/infra/host-switch-profiles"));
  }

  /** Uplink and other profiles of the system's own are only listed on request. */
  @Override
  public boolean lists(JsonNode view, Map<String, String> parameters) {
    String type = parameters.getOrDefault("hostswitch_profile_type", "");
    boolean owned = view.path("_system_owned").asBoolean(false);
    return (type.isEmpty() || type.equals(view.path("resource_type").asString("")))
        && (!owned || "true".equalsIgnoreCase(parameters.get("include_system_owned")));
  }

  @Override
  public void show(JsonNode policy, ObjectNode view, StoredObjects objects) {
    Twins.copy(policy, view, SAME);
    String type = policy.path("resource_type").asString("");
    view.put("resource_type", type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type);
  }

  @Override
  public void write(JsonNode body, ObjectNode policy, StoredObjects objects) {
    Twins.copy(body, policy, SAME);
    policy.put("resource_type", PREFIX + body.path("resource_type").asString(""));
  }
}
