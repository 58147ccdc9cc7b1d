package io.nsxsim.manager;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Profiles of transport nodes, which the Policy API calls profiles of host transport nodes. */
@Component
final class TransportNodeProfiles implements Mirror {

  static final PolicyPath PLACE = new PolicyPath("/infra/host-transport-node-profiles");
  private static final List<String> SAME = List.of("ignore_overridden_hosts");

  @Override
  public PolicyPath collection() {
    return new PolicyPath("/api/v1/transport-node-profiles");
  }

  @Override
  public List<PolicyPath> places() {
    return List.of(PLACE);
  }

  @Override
  public void show(JsonNode policy, ObjectNode view, StoredObjects objects) {
    Twins.copy(policy, view, SAME);
    HostSwitches.show(policy, view, objects);
    view.put("resource_type", "TransportNodeProfile");
  }

  @Override
  public void write(JsonNode body, ObjectNode policy, StoredObjects objects) {
    Twins.copy(body, policy, SAME);
    HostSwitches.write(body, policy, objects);
  }
}
