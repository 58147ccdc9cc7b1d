package io.nsxsim.web.datapath;

import io.nsxsim.datapath.traceflow.ManagerWords;
import io.nsxsim.datapath.traceflow.Run;
import io.nsxsim.datapath.traceflow.Traceflows;
import io.nsxsim.datapath.traceflow.Tracing;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.web.list.ListQuery;
import io.nsxsim.web.list.ResultPage;
import io.nsxsim.web.policy.JsonBody;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Traceflows of the Manager API, which are kept in memory. A port is named by its UUID; one that is
 * not there is refused here, while the Policy API only says so in the status.
 */
@Hidden
@RestController
@RequestMapping("/api/v1/traceflows")
class ManagerTraceflowController {

  private static final int USUAL = 10_000;
  private static final int SHORTEST = 5_000;
  private static final int LONGEST = 15_000;
  private static final List<String> FILTERS =
      List.of("component_name", "component_type", "resource_type", "transport_node_name");
  private static final Map<String, Function<ObjectNode, String>> ORDERS =
      Map.of(
          "id", each -> each.path("id").asString(""),
          "lport_id", each -> each.path("lport_id").asString(""),
          "resource_type", each -> each.path("resource_type").asString(""));

  private final Tracing tracing;
  private final Map<String, Kept> kept = new ConcurrentSkipListMap<>();

  private record Kept(Run run, ObjectNode shown) {}

  ManagerTraceflowController(Tracing tracing) {
    this.tracing = tracing;
  }

  @GetMapping
  ResultPage list(@RequestParam Map<String, String> parameters) {
    ListQuery query = ListQuery.of(parameters);
    Stream<ObjectNode> all = kept.values().stream().map(Kept::shown);
    return query.page(
        query.filter(all, "lport_id", each -> each.path("lport_id").asString("")), ORDERS);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ObjectNode create(HttpServletRequest request) throws IOException {
    ObjectNode body = JsonBody.read(request);
    String port = body.path("lport_id").asString("");
    if (port.isEmpty()) {
      throw new Refusal(List.of(Problem.missing("/lport_id", "A traceflow starts at a port.")));
    }
    if (!body.path("packet").isObject()) {
      throw new Refusal(List.of(Problem.missing("/packet", "A traceflow needs a packet.")));
    }
    int timeout = body.path("timeout").asInt(USUAL);
    if (timeout < SHORTEST || timeout > LONGEST) {
      String message = "The timeout is 5000 to 15000 milliseconds, not " + timeout;
      throw new Refusal(List.of(Problem.invalid("/timeout", message)));
    }
    Run run = tracing.run(port, body.path("packet"));
    if (run.request() == Run.Request.SOURCE_PORT_NOT_FOUND) {
      throw new Refusal(Reason.NOT_FOUND, "There is no logical port " + port + ".");
    }
    String id = UUID.randomUUID().toString();
    ObjectNode shown = Traceflows.status(id, run, timeout);
    kept.put(id, new Kept(run, shown));
    return shown;
  }

  @GetMapping("/{id}")
  ObjectNode read(@PathVariable("id") String id) {
    return find(id).shown();
  }

  @DeleteMapping("/{id}")
  void delete(@PathVariable("id") String id) {
    find(id);
    kept.remove(id);
  }

  @GetMapping("/{id}/observations")
  ResultPage observations(
      @PathVariable("id") String id, @RequestParam Map<String, String> parameters) {
    ListQuery query = ListQuery.of(parameters);
    Stream<ObjectNode> seen = ManagerWords.of(find(id).run()).stream();
    for (String filter : FILTERS) {
      seen = query.filter(seen, filter, each -> each.path(filter).asString(""));
    }
    return query.page(seen, ORDERS);
  }

  private Kept find(String id) {
    Kept found = kept.get(id);
    if (found == null) {
      throw new Refusal(Reason.NOT_FOUND, "There is no traceflow " + id + ".");
    }
    return found;
  }
}
