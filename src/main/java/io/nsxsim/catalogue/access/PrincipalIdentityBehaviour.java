package io.nsxsim.catalogue.access;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Companion;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Programs that log in with a certificate. Their roles appear among the role bindings, and their
 * certificate cannot be deleted before them.
 */
@Component
final class PrincipalIdentityBehaviour implements Behaviour {

  private static final PolicyPath ROLES = new PolicyPath("/aaa/roles");
  private static final PolicyPath ALL =
      new PolicyPath("/api/v1/trust-management/principal-identities");

  @Override
  public Set<String> kinds() {
    return Set.of("PrincipalIdentity");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    boolean taken =
        around.in(ALL).stream()
            .filter(other -> !other.path("id").equals(document.path("id")))
            .anyMatch(other ->
                other.path("name").equals(document.path("name"))
                    && other.path("node_id").equals(document.path("node_id")));
    if (taken) {
      problems.accept(Problem.invalid("/name", "This node has an identity of that name already."));
    }
    Fields.text(document, "role")
        .filter(role -> around.find(ROLES.child(role)).isEmpty())
        .ifPresent(
            role -> problems.accept(Problem.invalid("/role", "There is no role " + role + ".")));
    if (!Fields.isSet(document, "role") && !Fields.isSet(document, "roles_for_paths")) {
      problems.accept(Problem.missing("/role", "An identity has a role."));
    }
    Fields.text(document, "certificate_id")
        .filter(id -> PolicyPath.isPolicyPath("/infra/certificates/" + id))
        .filter(id -> around.find(new PolicyPath("/infra/certificates/" + id)).isEmpty())
        .ifPresent(id ->
            problems.accept(
                Problem.invalid("/certificate_id", "There is no certificate " + id + ".")));
  }

  @Override
  public Map<PolicyPath, String> references(JsonNode document) {
    return Fields.text(document, "certificate_id")
        .map(id -> "/infra/certificates/" + id)
        .filter(PolicyPath::isPolicyPath)
        .map(path -> Map.of(new PolicyPath(path), "certificate_id"))
        .orElse(Map.of());
  }

  @Override
  public List<Companion> companions(JsonNode document, Surroundings around) {
    ObjectNode binding = ((ObjectNode) document).objectNode();
    binding.put("name", document.path("name").asString("")).put("type", "principal_identity");
    binding.put("display_name", document.path("name").asString(""));
    if (Fields.isSet(document, "roles_for_paths")) {
      binding.set("roles_for_paths", document.path("roles_for_paths").deepCopy());
    }
    binding.putArray("roles");
    Fields.text(document, "role")
        .ifPresent(role -> binding.withArray("roles").addObject().put("role", role));
    PolicyPath path = new PolicyPath("/aaa/role-bindings/" + document.path("id").asString(""));
    return List.of(new Companion.Created(path, binding));
  }
}
