package io.nsxsim.catalogue.access;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.path.PolicyPath;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Roles are named by their id, which has small letters only. The built-in ones stay as they are.
 *
 * <p>Source: the API reference on {@code RoleWithFeatures} and on deleting a role.
 */
@Component
final class RoleBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("RoleWithFeatures");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    document.put("role", document.path("id").asString(""));
    for (ObjectNode open : Fields.objects(document.path("features"))) {
      String name = title(open.path("feature").asString(""));
      if (!Fields.isSet(open, "feature_name")) {
        open.put("feature_name", name);
      }
      if (!Fields.isSet(open, "feature_description")) {
        open.put("feature_description", name);
      }
    }
  }

  private static String title(String feature) {
    StringBuilder title = new StringBuilder();
    for (String word : feature.split("_")) {
      if (!word.isEmpty()) {
        title.append(title.isEmpty() ? "" : " ");
        title.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return title.toString();
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    PolicyPath path = new PolicyPath("/aaa/roles/" + document.path("role").asString(""));
    if (around
        .previous(path)
        .filter(role -> role.path("_system_owned").asBoolean(false))
        .isPresent()) {
      problems.accept(
          Problem.of(
              Reason.SYSTEM_OWNED, "The built-in role " + path.id() + " cannot be changed."));
    }
    int index = 0;
    for (JsonNode feature : document.path("features")) {
      if (!Fields.isSet(feature, "feature") || !Fields.isSet(feature, "permission")) {
        problems.accept(
            Problem.missing(
                "/features/" + index, "A feature of a role has a name and a permission."));
      }
      index++;
    }
  }
}
