package io.nsxsim.catalogue.projects;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Transit gateways span what their project spans, or a part of it.
 *
 * <p>Sources: the API reference on {@code span} and {@code span_path}; 100.64.0.0/21 is what a
 * manager of release 9.1 shows of its default transit gateway.
 */
@Component
final class TransitGatewayBehaviour implements Behaviour {

  private static final String SYSTEM_SPAN = "/infra/network-spans/default";

  @Override
  public Set<String> kinds() {
    return Set.of("TransitGateway");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    if (!Fields.isSet(document, "transit_subnets")) {
      document.putArray("transit_subnets").add("100.64.0.0/21");
    }
    if (Fields.isSet(document, "span")) {
      fillPath(document, around);
      return;
    }
    JsonNode scope = scope(document, around);
    if (Fields.isSet(scope, "zone_external_ids")) {
      document
          .putObject("span")
          .put("type", "ZoneBasedSpan")
          .put("use_default_zones", true)
          .set("zone_external_ids", scope.path("zone_external_ids").deepCopy());
    } else {
      document.putObject("span").put("type", "ClusterBasedSpan");
      fillPath(document, around);
    }
  }

  private static void fillPath(ObjectNode document, Surroundings around) {
    if (document.path("span") instanceof ObjectNode span
        && Fields.is(span, "type", "ClusterBasedSpan")
        && !Fields.isSet(span, "span_path")) {
      span.put("span_path", defaultSpan(scope(document, around)));
    }
  }

  private static String defaultSpan(JsonNode scope) {
    for (JsonNode reference : scope.path("span_references")) {
      if (reference.path("is_default").asBoolean(false)) {
        return reference.path("span_path").asString(SYSTEM_SPAN);
      }
    }
    return SYSTEM_SPAN;
  }

  private static JsonNode scope(JsonNode document, Surroundings around) {
    return around.find(Fields.parentPath(document)).orElse(document).path("vpc_deployment_scope");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    Optional<JsonNode> project =
        around
            .find(Fields.parentPath(document))
            .filter(p -> !Fields.ownPath(p).id().equals("default"));
    Optional<String> span = Fields.text(document.path("span"), "span_path");
    if (project.isEmpty() || span.isEmpty()) {
      return;
    }
    boolean shared = span.get().equals(defaultSpan(scope(document, around)));
    for (JsonNode reference : scope(document, around).path("span_references")) {
      shared |= Fields.is(reference, "span_path", span.get());
    }
    if (!shared) {
      problems.accept(
          Problem.conflict("/span/span_path", "The project does not have the span " + span.get()));
    }
  }
}
