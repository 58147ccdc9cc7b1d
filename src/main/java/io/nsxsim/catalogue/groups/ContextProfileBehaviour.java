package io.nsxsim.catalogue.groups;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Context profiles: NSX says of their App-IDs whether they have a gateway of their own. Source: the
 * Terraform provider's checks of {@code is_alg_type}.
 */
@Component
final class ContextProfileBehaviour implements Behaviour {

  private final ContextAttributes attributes;

  ContextProfileBehaviour(ContextAttributes attributes) {
    this.attributes = attributes;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("PolicyContextProfile");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    for (JsonNode each : document.path("attributes")) {
      if (each instanceof ObjectNode attribute
          && Fields.is(attribute, "key", "APP_ID")
          && !attribute.has("isALGType")) {
        attribute.put(
            "isALGType", Fields.texts(attribute, "value").stream().anyMatch(attributes::isGateway));
      }
    }
  }
}
