package io.nsxsim.web.access;

import io.nsxsim.engine.Author;
import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.web.policy.JsonBody;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The actions on roles and their bindings; all else is plain objects. */
@Hidden
@RestController
class RoleController {

  private static final Author ADMIN = Author.client("admin");
  private static final String POLICY = "/policy/api/v1/aaa/";
  private static final String MANAGER = "/api/v1/aaa/";
  private static final PolicyPath ROLES = new PolicyPath("/aaa/roles");
  private static final PolicyPath BINDINGS = new PolicyPath("/aaa/role-bindings");

  private final PolicyEngine engine;
  private final StoredObjects objects;

  RoleController(PolicyEngine engine, StoredObjects objects) {
    this.engine = engine;
    this.objects = objects;
  }

  @PostMapping(
      path = {POLICY + "roles", MANAGER + "roles"},
      params = "action=validate")
  JsonNode validate(HttpServletRequest request) throws IOException {
    JsonNode permissions = JsonBody.read(request).path("feature_permissions");
    return AccessController.recommendations(permissions);
  }

  @PostMapping(
      path = {POLICY + "roles/{role}", MANAGER + "roles/{role}"},
      params = "action=clone")
  JsonNode copy(@PathVariable("role") String role, HttpServletRequest request) throws IOException {
    JsonNode original =
        objects
            .find(ROLES.child(role))
            .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "There is no role " + role + "."));
    ObjectNode body = JsonBody.read(request);
    String id = body.path("new_role_id").asString("");
    if (!id.matches("[_a-z0-9-]+")) {
      throw new Refusal(
          List.of(Problem.invalid("/new_role_id", "A role's id has small letters and digits.")));
    }
    if (objects.find(ROLES.child(id)).isPresent()) {
      throw new Refusal(
          List.of(Problem.invalid("/new_role_id", "There is a role " + id + " already.")));
    }
    ObjectNode copy = body.objectNode();
    copy.put("display_name", body.path("new_role_name").asString(id));
    copy.put("description", body.path("new_role_description").asString(""));
    copy.set("features", original.path("features").deepCopy());
    engine.putTogether(List.of(new PolicyEngine.Put(ROLES.child(id), copy, false)), ADMIN);
    return body;
  }

  @PostMapping(
      path = {POLICY + "role-bindings", MANAGER + "role-bindings"},
      params = "action=delete_stale_bindings")
  void deleteStale() {
    List<PolicyPath> stale =
        objects.in(BINDINGS).stream()
            .filter(binding -> binding.path("stale").asString("").equals("TRUE"))
            .map(binding -> BINDINGS.child(binding.path("id").asString("")))
            .toList();
    engine.deleteTogether(stale, ADMIN);
  }

  /** Unlike other objects, a binding may be replaced by one that names no revision. */
  @PutMapping(path = {POLICY + "role-bindings/{binding}", MANAGER + "role-bindings/{binding}"})
  ResponseEntity<byte[]> replace(
      @PathVariable("binding") String binding, HttpServletRequest request) throws IOException {
    PolicyPath path = BINDINGS.child(binding);
    ObjectNode body = JsonBody.read(request);
    if (!body.hasNonNull("_revision")) {
      objects.find(path).ifPresent(stored -> body.set("_revision", stored.path("_revision")));
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(engine.put(path, body, ADMIN));
  }

  /** A project's binding is made or changed by the name of the user or group that it is for. */
  @PatchMapping("/policy/api/v1/orgs/{org}/projects/{project}/aaa/role-bindings")
  ResponseEntity<Void> bind(
      @PathVariable("org") String org,
      @PathVariable("project") String project,
      HttpServletRequest request)
      throws IOException {
    return bind(PolicyPath.of(List.of("orgs", org, "projects", project)), request);
  }

  @PatchMapping("/policy/api/v1/orgs/{org}/projects/{project}/vpcs/{vpc}/aaa/role-bindings")
  ResponseEntity<Void> bind(
      @PathVariable("org") String org,
      @PathVariable("project") String project,
      @PathVariable("vpc") String vpc,
      HttpServletRequest request)
      throws IOException {
    return bind(PolicyPath.of(List.of("orgs", org, "projects", project, "vpcs", vpc)), request);
  }

  private ResponseEntity<Void> bind(PolicyPath owner, HttpServletRequest request)
      throws IOException {
    ObjectNode body = JsonBody.read(request);
    PolicyPath bindings = owner.child("aaa/role-bindings");
    Optional<String> known =
        objects.in(bindings).stream()
            .filter(binding -> binding.path("name").equals(body.path("name")))
            .filter(binding -> binding.path("type").equals(body.path("type")))
            .map(binding -> binding.path("id").asString(""))
            .findFirst();
    PolicyPath place = bindings.child(known.orElseGet(() -> UUID.randomUUID().toString()));
    engine.putTogether(List.of(new PolicyEngine.Put(place, body, false)), ADMIN);
    return ResponseEntity.ok().build();
  }
}
