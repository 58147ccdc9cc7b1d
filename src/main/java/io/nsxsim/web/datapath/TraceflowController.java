package io.nsxsim.web.datapath;

import io.nsxsim.datapath.traceflow.Traceflows;
import io.nsxsim.engine.Author;
import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.web.list.ListQuery;
import io.nsxsim.web.list.ResultPage;
import io.nsxsim.web.policy.JsonBody;
import io.nsxsim.web.policy.RequestPath;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
import tools.jackson.databind.node.ObjectNode;

/**
 * Traceflows of the Policy API. Their configs are kinds like others; but writing one injects its
 * packet, and what was seen of it can be read. The action of a POST is not an enum in the SDK, so
 * any one traces again.
 */
@Hidden
@RestController
@RequestMapping({
  "/policy/api/v1/infra/traceflows",
  "/policy/api/v1/orgs/{org}/projects/{project}/infra/traceflows"
})
class TraceflowController {

  private static final String PREFIX = "/policy/api/v1";
  private static final String POINT = "/infra/sites/default/enforcement-points/default";
  private static final Author ADMIN = Author.client("admin");
  private static final Map<String, Function<ObjectNode, String>> ORDERS =
      Map.of(
          "resource_type", each -> each.path("resource_type").asString(""),
          "sequence_no", each -> each.path("sequence_no").asString(""));

  private final PolicyEngine engine;
  private final Traceflows traceflows;

  TraceflowController(PolicyEngine engine, Traceflows traceflows) {
    this.engine = engine;
    this.traceflows = traceflows;
  }

  @PutMapping("/{id}")
  ResponseEntity<byte[]> put(HttpServletRequest request) throws IOException {
    PolicyPath path = path(request, 0);
    byte[] config = engine.put(path, JsonBody.read(request), ADMIN);
    traceflows.trace(path);
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(config);
  }

  @PatchMapping("/{id}")
  void patch(HttpServletRequest request) throws IOException {
    PolicyPath path = path(request, 0);
    Optional<Boolean> partial =
        Optional.ofNullable(request.getHeader("nsx-enable-partial-patch"))
            .map(Boolean::parseBoolean);
    engine.patch(path, JsonBody.read(request), partial, false, ADMIN);
    traceflows.trace(path);
  }

  @PostMapping("/{id}")
  ResponseEntity<byte[]> traceAgain(
      HttpServletRequest request, @RequestParam(name = "action", defaultValue = "") String action) {
    PolicyPath path = path(request, 0);
    traceflows.trace(path);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(engine.get(path, io.nsxsim.engine.ListQuery.ALL));
  }

  @DeleteMapping("/{id}")
  void delete(HttpServletRequest request) {
    PolicyPath path = path(request, 0);
    engine.delete(path, ADMIN);
    traceflows.forget(path);
  }

  @GetMapping("/{id}/status")
  ObjectNode status(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    checkPoint(parameters);
    return traceflows.status(path(request, 1));
  }

  @GetMapping("/{id}/observations")
  ResultPage observations(
      HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    checkPoint(parameters);
    return ListQuery.of(parameters)
        .page(traceflows.run(path(request, 1)).observations().stream(), ORDERS);
  }

  private static void checkPoint(Map<String, String> parameters) {
    String point = parameters.getOrDefault("enforcement_point_path", POINT);
    if (!point.isEmpty() && !point.equals(POINT)) {
      throw new Refusal(Reason.INVALID_PATH, "There is no enforcement point " + point + ".");
    }
  }

  /** The path of the traceflow that an address is about, some segments of which are not its own. */
  private static PolicyPath path(HttpServletRequest request, int tail) {
    PolicyPath path = RequestPath.below(PREFIX, request.getRequestURI());
    int end = path.segments().size() - tail;
    return tail == 0 ? path : PolicyPath.of(path.segments().subList(0, end));
  }
}
