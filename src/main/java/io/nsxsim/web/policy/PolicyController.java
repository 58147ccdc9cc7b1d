package io.nsxsim.web.policy;

import io.nsxsim.engine.Author;
import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.realization.Views;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries requests to the engine. It is not in the generated API description, because the documents
 * of {@code openapi/} describe every path that it serves.
 */
@Hidden
@RestController
@RequestMapping("/policy/api/v1/**")
class PolicyController {

  private static final Author ADMIN = Author.client("admin");
  private static final String PARTIAL_PATCH = "nsx-enable-partial-patch";

  private final PolicyEngine engine;
  private final Views views;

  PolicyController(PolicyEngine engine, Views views) {
    this.engine = engine;
    this.views = views;
  }

  @GetMapping
  ResponseEntity<byte[]> get(HttpServletRequest request) {
    PolicyPath path = path(request);
    Optional<byte[]> view = views.answer(path).map(JsonMapper.shared()::writeValueAsBytes);
    return json(view.orElseGet(() -> engine.get(path, ListQueries.read(request))));
  }

  @PutMapping
  ResponseEntity<byte[]> put(HttpServletRequest request) throws IOException {
    return json(engine.put(path(request), JsonBody.read(request), ADMIN));
  }

  @PatchMapping
  ResponseEntity<Void> patch(HttpServletRequest request) throws IOException {
    boolean partial = Boolean.parseBoolean(request.getHeader(PARTIAL_PATCH));
    boolean checkRevisions = Boolean.parseBoolean(request.getParameter("enforce_revision_check"));
    engine.patch(path(request), JsonBody.read(request), partial, checkRevisions, ADMIN);
    return ResponseEntity.ok().build();
  }

  @DeleteMapping
  ResponseEntity<Void> delete(HttpServletRequest request) {
    engine.delete(path(request), ADMIN);
    return ResponseEntity.ok().build();
  }

  private static PolicyPath path(HttpServletRequest request) {
    return RequestPath.read(request.getRequestURI());
  }

  private static ResponseEntity<byte[]> json(byte[] text) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(text);
  }
}
