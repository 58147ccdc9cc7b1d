package io.nsxsim.web.manager;

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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Accounts of the manager node, each with a role binding that comes and goes with it. They are kept
 * but cannot log in here: the one account that can is set by properties.
 */
@Hidden
@RestController
@RequestMapping("/api/v1/node/users")
class NodeUserController {

  private static final Author ADMIN = Author.client("admin");
  private static final PolicyPath USERS = new PolicyPath("/api/v1/node/users");

  private static final PolicyPath BINDINGS = new PolicyPath("/aaa/role-bindings");

  /** Numbers below are those of the accounts that a manager has from the start. */
  private static final long FIRST_OWN = 10_100;

  private final PolicyEngine engine;
  private final StoredObjects objects;

  NodeUserController(PolicyEngine engine, StoredObjects objects) {
    this.engine = engine;
    this.objects = objects;
  }

  @PostMapping(params = "action=create_user")
  @ResponseStatus(HttpStatus.CREATED)
  JsonNode create(HttpServletRequest request) throws IOException {
    ObjectNode body = JsonBody.read(request).without("status");
    long id =
        objects.in(USERS).stream()
            .mapToLong(user -> user.path("userid").asLong(0) + 1)
            .reduce(FIRST_OWN, Math::max);
    engine.putTogether(
        List.of(
            new PolicyEngine.Put(path(id), body.put("userid", id), false),
            new PolicyEngine.Put(
                BINDINGS.child(UUID.randomUUID().toString()), auditor(body), false)),
        ADMIN);
    return user(id);
  }

  /** The role that an account has until it is given another one. */
  private static ObjectNode auditor(ObjectNode user) {
    String name = user.path("username").asString("");
    ObjectNode binding = user.objectNode().put("display_name", name);
    binding.put("name", name).put("type", "local_user");
    binding.putArray("roles").addObject().put("role", "auditor");
    ObjectNode everywhere = binding.putArray("roles_for_paths").addObject().put("path", "/");
    everywhere.putArray("roles").addObject().put("role", "auditor");
    return binding;
  }

  @PutMapping("/{id}")
  JsonNode replace(@PathVariable("id") long id, HttpServletRequest request) throws IOException {
    ObjectNode user = user(id);
    ObjectNode body = JsonBody.read(request).without("status");
    boolean own = user.path("username").asString("").equals("admin");
    if (own && body.has("password") && !body.has("old_password")) {
      throw new Refusal(
          List.of(Problem.missing("/old_password", "Your own password changes with the old one.")));
    }
    user.setAll(body);
    return save(id, user);
  }

  @PostMapping(path = "/{id}", params = "action=activate")
  JsonNode activate(@PathVariable("id") long id, HttpServletRequest request) throws IOException {
    return changePassword(id, JsonBody.read(request));
  }

  @PostMapping(path = "/{id}", params = "action=reset_password")
  JsonNode reset(@PathVariable("id") long id, HttpServletRequest request) throws IOException {
    return changePassword(id, JsonBody.read(request));
  }

  private JsonNode changePassword(long id, ObjectNode body) {
    ObjectNode user = user(id);
    String password = body.path("password").asString("");
    if (password.isEmpty()) {
      throw new Refusal(List.of(Problem.missing("/password", "A password is needed.")));
    }
    return save(id, user.put("password", password).put("status", "ACTIVE"));
  }

  @PostMapping(path = "/{id}", params = "action=deactivate")
  JsonNode deactivate(@PathVariable("id") long id) {
    ObjectNode user = user(id);
    refuseBuiltIn(id, 10_002, "deactivated");
    return save(id, user.put("status", "NOT_ACTIVATED"));
  }

  @DeleteMapping("/{id}")
  void delete(@PathVariable("id") long id) {
    String name = user(id).path("username").asString("");
    refuseBuiltIn(id, FIRST_OWN, "deleted");
    List<PolicyPath> gone = new ArrayList<>(List.of(path(id)));
    objects.in(BINDINGS).stream()
        .filter(binding -> binding.path("type").asString("").equals("local_user"))
        .filter(binding -> binding.path("name").asString("").equals(name))
        .forEach(binding -> gone.add(BINDINGS.child(binding.path("id").asString(""))));
    engine.deleteTogether(gone, ADMIN);
  }

  private static void refuseBuiltIn(long id, long first, String what) {
    if (id < first) {
      throw new Refusal(Reason.SYSTEM_OWNED, "The built-in user " + id + " cannot be " + what);
    }
  }

  private JsonNode save(long id, ObjectNode user) {
    user.put("userid", id);
    engine.putTogether(List.of(new PolicyEngine.Put(path(id), user, false)), ADMIN);
    return user(id);
  }

  private ObjectNode user(long id) {
    return objects
        .find(path(id))
        .map(ObjectNode.class::cast)
        .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "There is no user " + id + "."));
  }

  private static PolicyPath path(long id) {
    return USERS.child(String.valueOf(id));
  }
}
