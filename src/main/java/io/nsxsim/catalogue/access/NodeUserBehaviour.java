package io.nsxsim.catalogue.access;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Accounts of the manager node.
 *
 * <p>Source: the administration guide on passwords: at least twelve characters, among them a small
 * and a capital letter, a digit and another character.
 */
@Component
final class NodeUserBehaviour implements Behaviour {

  private static final PolicyPath USERS = new PolicyPath("/api/v1/node/users");
  private static final int SHORTEST = 12;
  private static final List<String> KINDS_OF_CHARACTER =
      List.of(".*[a-z].*", ".*[A-Z].*", ".*[0-9].*", ".*[^a-zA-Z0-9].*");

  @Override
  public Set<String> kinds() {
    return Set.of("NodeUserProperties");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    if (!document.has("status") || Fields.isSet(document, "password")) {
      document.put("status", Fields.isSet(document, "password") ? "ACTIVE" : "NOT_ACTIVATED");
    }
    if (!document.has("last_password_change")) {
      document.put("last_password_change", 0);
    }
    if (!document.has("password_reset_required")) {
      document.put("password_reset_required", false);
    }
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    String name = document.path("username").asString("");
    if (name.isEmpty()) {
      problems.accept(Problem.missing("/username", "A user has a name."));
    }
    long id = document.path("userid").asLong(-1);
    boolean taken =
        around.in(USERS).stream()
            .anyMatch(other ->
                other.path("userid").asLong(-2) != id && Fields.is(other, "username", name));
    if (taken) {
      problems.accept(Problem.invalid("/username", "There is a user " + name + " already."));
    }
    Fields.text(document, "password")
        .filter(NodeUserBehaviour::isWeak)
        .ifPresent(weak ->
            problems.accept(
                Problem.invalid("/password", "The password is too short or too simple.")));
  }

  private static boolean isWeak(String password) {
    return password.length() < SHORTEST || !KINDS_OF_CHARACTER.stream().allMatch(password::matches);
  }
}
