package io.nsxsim.web.policy;

import io.nsxsim.datapath.tables.Table;
import io.nsxsim.datapath.tables.Tables;
import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.engine.PolicyEngine.Deletion;
import io.nsxsim.engine.Position;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.realization.Acknowledgements;
import io.nsxsim.realization.Views;
import io.nsxsim.security.Callers;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries requests to the engine. It is not in the generated API description, because the documents
 * of {@code openapi/} describe every path that it serves.
 */
@Hidden
@RestController
@RequestMapping("/policy/api/v1/**")
class PolicyController {

  private static final String PREFIX = "/policy/api/v1";
  private static final String PARTIAL_PATCH = "nsx-enable-partial-patch";

  private final PolicyEngine engine;
  private final Tables tables;
  private final Views views;
  private final Acknowledgements acknowledgements;

  PolicyController(
      PolicyEngine engine, Tables tables, Views views, Acknowledgements acknowledgements) {
    this.engine = engine;
    this.tables = tables;
    this.views = views;
    this.acknowledgements = acknowledgements;
  }

  @GetMapping
  ResponseEntity<byte[]> get(HttpServletRequest request) {
    PolicyPath path = path(request);
    Map<String, String> parameters = TableAnswer.parameters(request);
    Optional<Table> table = tables.read(path, parameters);
    if (table.isPresent()) {
      return TableAnswer.of(table.get(), parameters);
    }
    Optional<byte[]> view =
        views.answer(path, parameters).map(JsonMapper.shared()::writeValueAsBytes);
    if (view.isPresent()) {
      return json(view.get());
    }
    return json(
        HierarchyQueries.read(request)
            .map(part -> engine.get(path, part))
            .orElseGet(() -> engine.get(path, ListQueries.read(request))));
  }

  @PutMapping
  ResponseEntity<byte[]> put(HttpServletRequest request) throws IOException {
    return json(engine.put(path(request), JsonBody.read(request), Callers.of(request)));
  }

  /** Only a few collections take objects that way; the server chooses the id. */
  @PostMapping(params = "!action")
  ResponseEntity<byte[]> create(HttpServletRequest request) throws IOException {
    Optional<ObjectNode> acknowledged = acknowledgements.answer(path(request), "");
    if (acknowledged.isPresent()) {
      return acknowledged(acknowledged.get());
    }
    PolicyPath place = path(request).child(UUID.randomUUID().toString());
    return ResponseEntity.status(HttpStatus.CREATED)
        .contentType(MediaType.APPLICATION_JSON)
        .body(engine.create(place, JsonBody.read(request), Callers.of(request)));
  }

  @PatchMapping
  ResponseEntity<byte[]> patch(HttpServletRequest request) throws IOException {
    Optional<Boolean> partial =
        Optional.ofNullable(request.getHeader(PARTIAL_PATCH)).map(Boolean::parseBoolean);
    boolean checkRevisions = Boolean.parseBoolean(request.getParameter("enforce_revision_check"));
    return engine
        .patch(path(request), JsonBody.read(request), partial, checkRevisions, Callers.of(request))
        .map(PolicyController::json)
        .orElseGet(() -> ResponseEntity.ok().build());
  }

  /**
   * Moves a policy or rule, or acknowledges; any other action has a controller of its own, or there
   * is none.
   */
  @PostMapping(params = "action")
  ResponseEntity<byte[]> act(
      HttpServletRequest request,
      @RequestParam(name = "action", defaultValue = "") String action,
      @RequestParam(name = "operation", defaultValue = "") String operation,
      @RequestParam(name = "anchor_path", defaultValue = "") String anchor)
      throws IOException {
    PolicyPath path = path(request);
    Optional<ObjectNode> acknowledged = acknowledgements.answer(path, action);
    if (acknowledged.isPresent()) {
      return acknowledged(acknowledged.get());
    }
    if (!action.equals("revise")) {
      throw new Refusal(
          Reason.METHOD_NOT_ALLOWED, "There is no action '" + action + "' on " + path + ".");
    }
    Optional<PolicyPath> beside =
        Optional.of(anchor).filter(PolicyPath::isPolicyPath).map(PolicyPath::new);
    return json(
        engine.revise(
            path, JsonBody.read(request), Position.of(operation), beside, Callers.of(request)));
  }

  @DeleteMapping
  ResponseEntity<Void> delete(HttpServletRequest request) {
    Deletion how =
        new Deletion(
            Boolean.parseBoolean(request.getParameter("is_recursive")),
            Boolean.parseBoolean(request.getParameter("force")),
            Boolean.parseBoolean(request.getParameter("fail_if_subtree_exists")));
    engine.delete(path(request), how, Callers.of(request));
    return ResponseEntity.ok().build();
  }

  private static ResponseEntity<byte[]> acknowledged(ObjectNode answer) {
    return answer.isEmpty()
        ? ResponseEntity.ok().build()
        : json(JsonMapper.shared().writeValueAsBytes(answer));
  }

  private static PolicyPath path(HttpServletRequest request) {
    return RequestPath.below(PREFIX, request.getRequestURI());
  }

  private static ResponseEntity<byte[]> json(byte[] text) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(text);
  }
}
