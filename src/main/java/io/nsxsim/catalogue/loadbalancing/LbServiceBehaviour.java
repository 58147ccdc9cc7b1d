package io.nsxsim.catalogue.loadbalancing;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Load balancer services: one on a gateway; a distributed one is on a group. A gateway without an
 * edge cluster is taken: the service is then not realized.
 *
 * <p>Source: the API reference on {@code connectivity_path}.
 */
@Component
final class LbServiceBehaviour implements Behaviour {

  private static final String FIELD = "connectivity_path";

  @Override
  public Set<String> kinds() {
    return Set.of("LBService");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    Optional<JsonNode> place = Fields.target(document, FIELD, around);
    if (place.isEmpty()) {
      return;
    }
    boolean onGroup = Fields.is(place.get(), "resource_type", "Group");
    if (onGroup != Fields.is(document, "size", "DLB")) {
      problems.accept(
          Problem.conflict("/size", "Size DLB is for services on groups, and for them alone."));
    }
    PolicyPath own = Fields.ownPath(document);
    boolean taken =
        around.mentioning(Fields.ownPath(place.get()), FIELD).stream()
            .filter(other -> Fields.is(other, "resource_type", "LBService"))
            .anyMatch(other -> !Fields.ownPath(other).equals(own));
    if (taken && !onGroup) {
      problems.accept(
          Problem.conflict("/" + FIELD, "The gateway has a load balancer service already."));
    }
  }
}
