package io.nsxsim.catalogue.groups;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Services: of layer 2 or of the layers above, never both.
 *
 * <p>Source: the API reference on {@code service_type} and {@code is_default}: clients cannot
 * change the services that come with a manager.
 */
@Component
final class ServiceBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("Service");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    boolean ether = entries(document, around).stream().anyMatch(ServiceBehaviour::isEther);
    document.put("service_type", ether ? "ETHER" : "NON_ETHER");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    if (document.path("is_default").asBoolean(false) && !Fields.isUnchanged(document, around)) {
      problems.accept(
          new Problem(
              Reason.SYSTEM_OWNED, "", Fields.ownPath(document) + " belongs to the system."));
    }
    List<JsonNode> entries = entries(document, around);
    if (entries.stream().map(ServiceBehaviour::isEther).distinct().count() > 1) {
      problems.accept(
          Problem.conflict("/service_entries", "Layer 2 entries stand in services of their own."));
    }
  }

  private static List<JsonNode> entries(JsonNode document, Surroundings around) {
    return around.in(Fields.ownPath(document).child("service-entries"));
  }

  private static boolean isEther(JsonNode entry) {
    return Fields.is(entry, "resource_type", "EtherTypeServiceEntry");
  }
}
