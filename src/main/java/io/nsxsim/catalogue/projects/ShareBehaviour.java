package io.nsxsim.catalogue.projects;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.path.PolicyPath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What is shared is there, and so is whom it is shared with; it cannot go while it is shared. A
 * project or VPC that goes does not ask who shares with it.
 *
 * <p>Source: the API reference on {@code sharedWith} and {@code resource_path}, which are policy
 * paths.
 */
@Component
final class ShareBehaviour implements Behaviour {

  private static final String WITH = "sharedWith";
  private static final String OBJECTS = "resource_objects";
  private static final String PATH = "resource_path";

  @Override
  public Set<String> kinds() {
    return Set.of("Share", "SharedResource");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    JsonNode before = around.previous(Fields.ownPath(document)).orElse(document.path("-"));
    Set<String> known = Set.copyOf(Fields.texts(before, WITH));
    Fields.texts(document, WITH).stream()
        .filter(path -> !known.contains(path))
        .forEach(path -> check(path, WITH, around, problems));
    for (JsonNode object : document.path(OBJECTS)) {
      check(object.path(PATH).asString(""), PATH, around, problems);
    }
  }

  private static void check(
      String path, String field, Surroundings around, Consumer<Problem> problems) {
    if (PolicyPath.isPolicyPath(path) && around.find(new PolicyPath(path)).isEmpty()) {
      problems.accept(
          new Problem(Reason.INVALID_PATH, field, "The path " + path + " does not exist."));
    }
  }

  @Override
  public Map<PolicyPath, String> references(JsonNode document) {
    Map<PolicyPath, String> shared = new LinkedHashMap<>();
    for (JsonNode object : document.path(OBJECTS)) {
      Fields.path(object, PATH).ifPresent(path -> shared.put(path, PATH));
    }
    return shared;
  }
}
