package io.nsxsim.catalogue.firewall;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rules of distributed and gateway firewalls; much depends on the policy that a rule is in.
 *
 * <p>Source: the API reference on {@code Rule}. That a gateway rule names its gateways is what
 * every client takes for granted: the field is required in theirs.
 */
@Component
final class RuleBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("Rule");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    if (isOfEthernet(policy(document, around))) {
      document.remove("ip_protocol");
    }
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    for (String field :
        List.of("source_groups", "destination_groups", "services", "profiles", "scope")) {
      Words.checkAnyStandsAlone(field, document, problems);
    }
    Optional<JsonNode> policy = policy(document, around);
    checkAction(document, policy, problems);
    boolean ofGateway =
        policy.filter(found -> Fields.is(found, "resource_type", "GatewayPolicy")).isPresent()
            && Fields.parentPath(document).value().contains("/domains/");
    if (ofGateway && namesNoPlace(document) && namesNoPlace(policy.orElseThrow())) {
      problems.accept(
          Problem.missing("/scope", "A gateway's rule names gateways or interfaces in scope."));
    }
  }

  private static void checkAction(
      JsonNode document, Optional<JsonNode> policy, Consumer<Problem> problems) {
    String action = document.path("action").asString("");
    if (action.equals("JUMP_TO_APPLICATION") && !isJumpPossible(policy)) {
      problems.accept(Problem.conflict("/action", "Only rules of category Environment can jump."));
    }
    if (action.equals("REJECT") && isOfEthernet(policy)) {
      problems.accept(Problem.conflict("/action", "A layer 2 rule cannot reject, but drop."));
    }
  }

  private static boolean isJumpPossible(Optional<JsonNode> policy) {
    return policy
        .filter(found -> Fields.is(found, "resource_type", "SecurityPolicy"))
        .filter(found -> Fields.is(found, "category", "Environment"))
        .isPresent();
  }

  private static boolean namesNoPlace(JsonNode document) {
    return Fields.texts(document, "scope").stream().allMatch(Words::isAny);
  }

  private static boolean isOfEthernet(Optional<JsonNode> policy) {
    return policy.filter(found -> Fields.is(found, "category", "Ethernet")).isPresent();
  }

  private static Optional<JsonNode> policy(JsonNode document, Surroundings around) {
    return around.find(Fields.parentPath(document));
  }
}
