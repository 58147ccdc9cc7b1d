package io.nsxsim.catalogue.fabric;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Companion;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Clusters of virtual network appliances list the appliances below them.
 *
 * <p>Source: public instructions for release 9.1, which look there for the paths of the appliances.
 */
@Component
final class ApplianceClusterBehaviour implements Behaviour {

  private static final String CLUSTER = "VirtualNetworkApplianceCluster";
  private static final String MEMBERS = "members";

  @Override
  public Set<String> kinds() {
    return Set.of(CLUSTER, "BaseNetworkAppliance");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    if (!isCluster(document)) {
      return;
    }
    ArrayNode members = document.arrayNode();
    for (JsonNode appliance :
        around.in(Fields.ownPath(document).child("virtual-network-appliances"))) {
      members
          .addObject()
          .put("appliance_path", Fields.ownPath(appliance).value())
          .put("appliance_unique_id", appliance.path("unique_id").asString(""));
    }
    if (members.isEmpty()) {
      document.remove(MEMBERS);
    } else {
      document.set(MEMBERS, members);
    }
  }

  @Override
  public List<Companion> companions(JsonNode document, Surroundings around) {
    return isCluster(document)
        ? List.of()
        : List.of(new Companion.Refreshed(Fields.parentPath(document)));
  }

  private static boolean isCluster(JsonNode document) {
    return Fields.is(document, "resource_type", CLUSTER);
  }
}
