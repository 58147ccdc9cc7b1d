package io.nsxsim.manager;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Address blocks. */
@Component
final class IpBlocks implements Mirror {

  private static final List<String> SAME = List.of("cidr");

  @Override
  public PolicyPath collection() {
    return new PolicyPath("/api/v1/pools/ip-blocks");
  }

  @Override
  public List<PolicyPath> places() {
    return List.of(new PolicyPath("/infra/ip-blocks"));
  }

  @Override
  public void show(JsonNode policy, ObjectNode view, StoredObjects objects) {
    Twins.copy(policy, view, SAME);
    view.put("resource_type", "IpBlock");
  }

  @Override
  public void write(JsonNode body, ObjectNode policy, StoredObjects objects) {
    Twins.copy(body, policy, SAME);
  }
}
