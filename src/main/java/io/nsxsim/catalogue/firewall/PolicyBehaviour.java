package io.nsxsim.catalogue.firewall;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Categories of policies and what follows from them.
 *
 * <p>Source: the API reference on {@code category}, {@code stateful} and {@code
 * connectivity_preference}.
 */
@Component
final class PolicyBehaviour implements Behaviour {

  private static final Map<String, Set<String>> CATEGORIES =
      Map.of(
          "SecurityPolicy",
          Set.of(
              "Ethernet",
              "Emergency",
              "Infrastructure",
              "Environment",
              "Application",
              "Default",
              "SystemRules"),
          "GatewayPolicy",
          Set.of(
              "Emergency",
              "SystemRules",
              "SharedPreRules",
              "SharedExternalRules",
              "LocalGatewayRules",
              "AutoServiceRules",
              "Default"));

  @Override
  public Set<String> kinds() {
    return CATEGORIES.keySet();
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    if (Fields.is(document, "category", "Ethernet")) {
      document.put("stateful", false);
      document.put("tcp_strict", false);
    }
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    String category = document.path("category").asString("");
    String type = document.path("resource_type").asString("");
    boolean isDefault = document.path("is_default").asBoolean(false);
    if (!CATEGORIES.getOrDefault(type, Set.of()).contains(category)) {
      problems.accept(Problem.invalid("/category", "A " + type + " cannot be " + category + "."));
    }
    if (category.equals("Default") && !isDefault) {
      problems.accept(Problem.invalid("/category", "NSX makes the default policies itself."));
    }
    if (!isDefault) {
      checkStrategy("connectivity_strategy", document, problems);
      checkStrategy("connectivity_preference", document, problems);
    }
    Words.checkAnyStandsAlone("scope", document, problems);
  }

  private static void checkStrategy(String field, JsonNode document, Consumer<Problem> problems) {
    boolean chosen =
        Fields.text(document, field).filter(strategy -> !strategy.equals("NONE")).isPresent();
    List<String> scope = Fields.texts(document, "scope");
    if (chosen && scope.stream().allMatch(Words::isAny)) {
      problems.accept(Problem.missing("/scope", "A " + field + " needs a scope of groups."));
    }
  }
}
