package io.nsxsim.catalogue.access;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Users and groups with their roles. A role that is bound cannot be deleted.
 *
 * <p>Source: the API reference on {@code RoleBinding}: the roles of the path {@code /} are repeated
 * in {@code roles}, and a path with {@code delete_path} is taken away.
 */
@Component
final class RoleBindingBehaviour implements Behaviour {

  private static final PolicyPath ROLES = new PolicyPath("/aaa/roles");

  @Override
  public Set<String> kinds() {
    return Set.of("RoleBinding");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    forgetDeletedPaths(document);
    roles(document)
        .forEach(role ->
            role(role, around)
                .ifPresent(known ->
                    ((ObjectNode) role)
                        .put("role_display_name", known.path("display_name").asString(""))));
    if (!document.has("stale")) {
      document.put("stale", "FALSE");
    }
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    if (!Fields.isSet(document, "name")) {
      problems.accept(Problem.missing("/name", "A role binding names a user or a group."));
    }
    if (!Fields.isSet(document, "type")) {
      problems.accept(Problem.missing("/type", "A role binding says what its name stands for."));
    }
    if (roles(document).findAny().isEmpty()) {
      problems.accept(Problem.missing("/roles_for_paths", "A role binding has roles."));
    }
    roles(document)
        .filter(role -> role(role, around).isEmpty())
        .forEach(role ->
            problems.accept(
                Problem.invalid("/roles_for_paths", "There is no role " + name(role) + ".")));
  }

  @Override
  public Map<PolicyPath, String> references(JsonNode document) {
    Map<PolicyPath, String> references = new LinkedHashMap<>();
    roles(document)
        .map(RoleBindingBehaviour::name)
        .filter(name -> !name.isEmpty())
        .forEach(name -> references.put(ROLES.child(name), "roles"));
    return references;
  }

  private static void forgetDeletedPaths(ObjectNode document) {
    if (document.path("roles_for_paths") instanceof ArrayNode paths) {
      paths.removeIf(path -> path.path("delete_path").asBoolean(false));
    }
  }

  private static Stream<JsonNode> roles(JsonNode document) {
    return Stream.concat(
            document.path("roles").valueStream(),
            document
                .path("roles_for_paths")
                .valueStream()
                .flatMap(path -> path.path("roles").valueStream()))
        .filter(JsonNode::isObject);
  }

  private static java.util.Optional<JsonNode> role(JsonNode role, Surroundings around) {
    return name(role).isEmpty() ? java.util.Optional.empty() : around.find(ROLES.child(name(role)));
  }

  private static String name(JsonNode role) {
    String name = role.path("role").asString("");
    return name.matches("[_a-z0-9-]+") ? name : "";
  }
}
