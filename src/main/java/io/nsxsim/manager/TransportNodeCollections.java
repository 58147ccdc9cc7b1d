package io.nsxsim.manager;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Clusters of hosts that are prepared by one profile: named by its id here, by its path there. */
@Component
final class TransportNodeCollections implements Mirror {

  private static final String PROFILE = "transport_node_profile_id";
  private static final List<String> SAME =
      List.of("compute_collection_id", "has_nvds", "network_span_paths");

  @Override
  public PolicyPath collection() {
    return new PolicyPath("/api/v1/transport-node-collections");
  }

  @Override
  public List<PolicyPath> places() {
    return List.of(Twins.fabric("transport-node-collections"));
  }

  @Override
  public void show(JsonNode policy, ObjectNode view, StoredObjects objects) {
    Twins.copy(policy, view, SAME);
    String profile = policy.path(PROFILE).asString("");
    String id = Twins.idAt(profile, objects);
    view.put(PROFILE, id.isEmpty() ? profile : id);
    view.put("resource_type", "TransportNodeCollection");
  }

  @Override
  public void write(JsonNode body, ObjectNode policy, StoredObjects objects) {
    Twins.copy(body, policy, SAME);
    String profile = body.path(PROFILE).asString("");
    if (profile.isEmpty()) {
      policy.remove(PROFILE);
    } else {
      policy.put(PROFILE, Twins.path(TransportNodeProfiles.PLACE, profile, "/" + PROFILE, objects));
    }
  }
}
