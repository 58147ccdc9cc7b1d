package io.nsxsim.catalogue;

import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a contract cannot say about some kinds. There are these four hooks and no others. */
public interface Behaviour {

  /** The names of the kinds' schemas. */
  Set<String> kinds();

  /** Fills in what a client left out and what NSX works out itself. */
  default void defaults(ObjectNode document, Surroundings around) {}

  /** Reports what contradicts itself or its surroundings; changes nothing. */
  default void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {}

  /** Mentions of other objects that the contract does not mark: target to name of the field. */
  default Map<PolicyPath, String> references(JsonNode document) {
    return Map.of();
  }

  /** What NSX makes or touches together with the object. */
  default List<Companion> companions(JsonNode document, Surroundings around) {
    return List.of();
  }
}
