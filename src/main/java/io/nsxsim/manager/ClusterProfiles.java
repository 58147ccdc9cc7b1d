package io.nsxsim.manager;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Profiles of edge clusters; those of bridge clusters exist in the Manager API only. */
@Component
final class ClusterProfiles implements Mirror {

  private static final String TYPE = "EdgeHighAvailabilityProfile";
  private static final List<String> SAME =
      List.of(
          "bfd_probe_interval",
          "bfd_allowed_hops",
          "bfd_declare_dead_multiple",
          "standby_relocation_config");

  @Override
  public PolicyPath collection() {
    return new PolicyPath("/api/v1/cluster-profiles");
  }

  @Override
  public List<PolicyPath> places() {
    return List.of(Twins.fabric("edge-cluster-high-availability-profiles"));
  }

  @Override
  public boolean mirrors(JsonNode body) {
    return body.path("resource_type").asString(TYPE).equals(TYPE);
  }

  @Override
  public void show(JsonNode policy, ObjectNode view, StoredObjects objects) {
    Twins.copy(policy, view, SAME);
    view.put("resource_type", TYPE);
  }

  @Override
  public void write(JsonNode body, ObjectNode policy, StoredObjects objects) {
    Twins.copy(body, policy, SAME);
  }
}
