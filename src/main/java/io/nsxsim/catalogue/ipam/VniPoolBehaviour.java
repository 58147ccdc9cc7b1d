package io.nsxsim.catalogue.ipam;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Pools of network identifiers run from a lower to a higher one. */
@Component
final class VniPoolBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("VniPoolConfig");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    if (document.path("start").asLong(0) > document.path("end").asLong(0)) {
      problems.accept(Problem.conflict("/end", "The pool ends before it starts."));
    }
  }
}
