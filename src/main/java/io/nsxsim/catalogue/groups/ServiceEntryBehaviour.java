package io.nsxsim.catalogue.groups;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Companion;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Entries of services; those of a manager's own services stay as they are.
 *
 * <p>Source: the API reference on {@code source_ports} (fifteen values, a range counts as two) and
 * on the ports of an ALG.
 */
@Component
final class ServiceEntryBehaviour implements Behaviour {

  private static final int MOST_PORTS = 15;

  @Override
  public Set<String> kinds() {
    return Set.of("ServiceEntry");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    boolean predefined =
        around
            .find(Fields.parentPath(document))
            .filter(service -> service.path("is_default").asBoolean(false))
            .isPresent();
    if (predefined && !Fields.isUnchanged(document, around)) {
      problems.accept(
          new Problem(
              Reason.SYSTEM_OWNED, "", Fields.parentPath(document) + " belongs to the system."));
    }
    checkPorts("source_ports", document, problems);
    checkPorts("destination_ports", document, problems);
    switch (document.path("resource_type").asString("")) {
      case "ALGTypeServiceEntry" -> checkGatewayOfApplication(document, problems);
      case "ICMPTypeServiceEntry" -> checkIcmp(document, problems);
      case "NestedServiceServiceEntry" -> checkNested(document, problems);
      default -> {
        // The contract says all there is to say of the others.
      }
    }
  }

  private static void checkPorts(String field, JsonNode document, Consumer<Problem> problems) {
    long values =
        Fields.texts(document, field).stream().mapToInt(p -> p.contains("-") ? 2 : 1).sum();
    if (values > MOST_PORTS) {
      problems.accept(
          Problem.invalid("/" + field, "There are at most " + MOST_PORTS + " values of ports."));
    }
  }

  private static void checkGatewayOfApplication(JsonNode document, Consumer<Problem> problems) {
    List<String> ports = Fields.texts(document, "destination_ports");
    if (ports.size() != 1 || ports.getFirst().contains("-")) {
      problems.accept(Problem.invalid("/destination_ports", "An ALG has a single port."));
    }
  }

  private static void checkIcmp(JsonNode document, Consumer<Problem> problems) {
    if (document.has("icmp_code") && !document.has("icmp_type")) {
      problems.accept(Problem.missing("/icmp_type", "A code says nothing without a type."));
    }
  }

  private static void checkNested(JsonNode document, Consumer<Problem> problems) {
    if (Fields.path(document, "nested_service_path")
        .filter(Fields.parentPath(document)::equals)
        .isPresent()) {
      problems.accept(
          Problem.conflict("/nested_service_path", "A service is not nested in itself."));
    }
  }

  @Override
  public List<Companion> companions(JsonNode document, Surroundings around) {
    return List.of(new Companion.Refreshed(Fields.parentPath(document)));
  }
}
