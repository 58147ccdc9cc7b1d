package io.nsxsim.catalogue.firewall;

import io.nsxsim.catalogue.Fields;
import io.nsxsim.error.Problem;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The word ANY in lists of groups, services and places. */
final class Words {

  private Words() {}

  static boolean isAny(String text) {
    return text.equalsIgnoreCase("ANY");
  }

  /** Source: the API reference: ANY in any case is the only element or an error. */
  static void checkAnyStandsAlone(String field, JsonNode document, Consumer<Problem> problems) {
    List<String> elements = Fields.texts(document, field);
    if (elements.size() > 1 && elements.stream().anyMatch(Words::isAny)) {
      problems.accept(Problem.conflict("/" + field, "ANY stands alone in " + field + "."));
    }
  }
}
