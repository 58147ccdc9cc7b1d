package io.nsxsim.catalogue.inspection;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Which signatures a profile takes: conditions with a conjunction between every two, and each
 * signature set apart once.
 *
 * <p>Source: the API reference on {@code IdsProfile.criteria} and {@code overridden_signatures}.
 */
@Component
final class IdsProfileBehaviour implements Behaviour {

  private static final String CONJUNCTION = "IdsProfileConjunctionOperator";

  @Override
  public Set<String> kinds() {
    return Set.of("IdsProfile");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    JsonNode criteria = document.path("criteria");
    for (int i = 0; i < criteria.size(); i++) {
      boolean conjunction = Fields.is(criteria.get(i), "resource_type", CONJUNCTION);
      boolean dangling = conjunction && i == criteria.size() - 1;
      if (dangling || conjunction != (i % 2 == 1)) {
        problems.accept(
            Problem.conflict("/criteria/" + i, "Conditions and conjunctions take turns."));
      }
    }
    Set<String> seen = new HashSet<>();
    JsonNode overridden = document.path("overridden_signatures");
    for (int i = 0; i < overridden.size(); i++) {
      if (!seen.add(overridden.get(i).path("signature_id").asString(""))) {
        problems.accept(
            Problem.conflict(
                "/overridden_signatures/" + i + "/signature_id", "The signature is named twice."));
      }
    }
  }
}
