package io.nsxsim.web.manager;

import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.manager.ManagerObjects;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.security.Callers;
import io.nsxsim.web.list.ListQuery;
import io.nsxsim.web.policy.JsonBody;
import io.nsxsim.web.policy.ListQueries;
import io.nsxsim.web.policy.RequestPath;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Manager API, as far as no other controller claims an address: fixed answers, objects that the
 * policy tree has too, and plain objects of the engine. Documented by the files of {@code
 * openapi/}.
 */
@Hidden
@RestController
@RequestMapping({"/api/v1/**", "/policy/api/v1/eula/*"})
class ManagerController {

  private static final String ROOT = "/api/v1";
  private static final Map<String, Function<ObjectNode, String>> ORDERS =
      Map.of(
          "display_name", object -> object.path("display_name").asString(""),
          "id", object -> object.path("id").asString(""));

  private final PolicyEngine engine;
  private final ManagerObjects mirrored;
  private final FixedAnswers answers;

  ManagerController(PolicyEngine engine, ManagerObjects mirrored, FixedAnswers answers) {
    this.engine = engine;
    this.mirrored = mirrored;
    this.answers = answers;
  }

  @GetMapping
  ResponseEntity<?> get(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    PolicyPath path = path(request);
    Optional<FixedAnswers.Found> fixed = answers.find("GET", path, parameters.get("action"));
    if (fixed.isPresent()) {
      return fixed(fixed.get(), request);
    }
    if (mirrored.mirrors(path)) {
      ListQuery query = ListQuery.of(parameters);
      return ResponseEntity.ok(
          query.page(
              mirrored.list(path, parameters).stream().filter(o -> fits(o, parameters)), ORDERS));
    }
    Optional<PolicyPath> collection = mirroredCollection(path);
    if (collection.isPresent()) {
      return ResponseEntity.ok(mirrored.get(collection.get(), path.id()));
    }
    return json(HttpStatus.OK, engine.get(path, ListQueries.read(request)));
  }

  /** Lists of the Manager API can be narrowed down by some of the fields of their objects. */
  private static boolean fits(ObjectNode object, Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .filter(parameter -> object.path(parameter.getKey()).isString())
        .allMatch(
            parameter -> object.path(parameter.getKey()).asString("").equals(parameter.getValue()));
  }

  @PostMapping
  ResponseEntity<?> post(HttpServletRequest request) throws IOException {
    PolicyPath path = path(request);
    String action = request.getParameter("action");
    Optional<FixedAnswers.Found> fixed = answers.find("POST", path, action);
    if (fixed.isPresent()) {
      return fixed(fixed.get(), request);
    }
    if (action != null) {
      throw new Refusal(Reason.METHOD_NOT_ALLOWED, path + " knows no action " + action + ".");
    }
    ObjectNode body = JsonBody.read(request);
    if (mirrored.mirrors(path)) {
      return ResponseEntity.status(HttpStatus.CREATED)
          .body(mirrored.create(path, body, Callers.of(request)));
    }
    PolicyPath place = path.child(UUID.randomUUID().toString());
    return json(HttpStatus.CREATED, engine.create(place, body, Callers.of(request)));
  }

  @PutMapping
  ResponseEntity<?> put(HttpServletRequest request) throws IOException {
    PolicyPath path = path(request);
    ObjectNode body = JsonBody.read(request);
    Optional<PolicyPath> collection = mirroredCollection(path);
    if (collection.isPresent()) {
      return ResponseEntity.ok(
          mirrored.replace(collection.get(), path.id(), body, Callers.of(request)));
    }
    return json(HttpStatus.OK, engine.put(path, body, Callers.of(request)));
  }

  @DeleteMapping
  ResponseEntity<Void> delete(HttpServletRequest request) {
    PolicyPath path = path(request);
    Optional<PolicyPath> collection = mirroredCollection(path);
    if (collection.isPresent()) {
      mirrored.delete(collection.get(), path.id(), Callers.of(request));
    } else {
      engine.delete(path, Callers.of(request));
    }
    return ResponseEntity.ok().build();
  }

  /** What is asked for below an object exists only with the object. */
  private ResponseEntity<?> fixed(FixedAnswers.Found found, HttpServletRequest request) {
    found
        .owner()
        .ifPresent(owner -> {
          Optional<PolicyPath> collection = mirroredCollection(owner);
          if (collection.isPresent()) {
            mirrored.get(collection.get(), owner.id());
          } else {
            engine.get(owner, io.nsxsim.engine.ListQuery.ALL);
          }
        });
    return json(HttpStatus.OK, found.at(request.getServerName() + ":" + request.getServerPort()));
  }

  private Optional<PolicyPath> mirroredCollection(PolicyPath path) {
    int end = path.value().lastIndexOf('/');
    return Optional.of(path.value().substring(0, end))
        .filter(PolicyPath::isPolicyPath)
        .map(PolicyPath::new)
        .filter(mirrored::mirrors);
  }

  /** Roles, their bindings and the agreement have the same address here and in the Policy API. */
  private static PolicyPath path(HttpServletRequest request) {
    String uri = request.getRequestURI().replaceFirst("^/policy/", "/");
    return uri.startsWith(ROOT + "/aaa/") ? RequestPath.below(ROOT, uri) : RequestPath.whole(uri);
  }

  private static ResponseEntity<byte[]> json(HttpStatus status, byte[] text) {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(text);
  }
}
