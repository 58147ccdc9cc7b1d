package io.nsxsim.catalogue.projects;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Companion;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A project has a transit gateway and the profiles that its VPCs use unless told otherwise. */
@Component
final class ProjectBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("Project");
  }

  @Override
  public List<Companion> companions(JsonNode document, Surroundings around) {
    PolicyPath project = new PolicyPath(document.path("path").stringValue());
    PolicyPath transitGateway = project.child("transit-gateways/default");
    return List.of(
        new Companion.Created(transitGateway, named(document, "Default Transit Gateway")),
        new Companion.Created(
            project.child("vpc-connectivity-profiles/default"),
            named(document, "Default VPC Connectivity Profile")
                .put("transit_gateway_path", transitGateway.value())),
        new Companion.Created(
            project.child("vpc-service-profiles/default"),
            named(document, "Default VPC Service Profile")));
  }

  private static ObjectNode named(JsonNode document, String name) {
    return ((ObjectNode) document).objectNode().put("display_name", name).put("is_default", true);
  }
}
