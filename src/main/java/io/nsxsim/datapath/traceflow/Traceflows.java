package io.nsxsim.datapath.traceflow;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The traceflows of the policy tree and what came of them. A config that is written is traced at
 * once; one that got there another way, when it is first asked for.
 */
@Service
public class Traceflows {

  private static final Pattern PROJECT = Pattern.compile("/orgs/[^/]+/projects/[^/]+/");

  private static final int SECONDS = 10;
  private static final long MILLIS = 1000;

  private final StoredObjects stored;
  private final Tracing tracing;
  private final Map<PolicyPath, Kept> runs = new ConcurrentHashMap<>();

  private record Kept(String version, Run run) {}

  Traceflows(StoredObjects stored, Tracing tracing) {
    this.stored = stored;
    this.tracing = tracing;
  }

  /** Traces anew; earlier observations are lost. Refuses a traceflow that is not stored. */
  public void trace(PolicyPath path) {
    JsonNode config = require(path);
    runs.put(path, new Kept(version(config), run(config)));
  }

  /** Forgets what came of a traceflow. */
  public void forget(PolicyPath path) {
    runs.remove(path);
  }

  /** What came of a traceflow. */
  public Run run(PolicyPath path) {
    JsonNode config = require(path);
    String version = version(config);
    Kept kept = runs.get(path);
    if (kept == null || !kept.version().equals(version)) {
      kept = new Kept(version, run(config));
      runs.put(path, kept);
    }
    return kept.run();
  }

  /** NSX's Traceflow: how far it is and what was counted. */
  public ObjectNode status(PolicyPath path) {
    Run run = run(path);
    long seconds = require(path).path("timeout").asLong(SECONDS);
    return status(path.id(), run, seconds * MILLIS);
  }

  /**
   * NSX's Traceflow.
   *
   * @param timeout in milliseconds
   */
  public static ObjectNode status(String id, Run run, long timeout) {
    boolean done = run.request() == Run.Request.SUCCESS;
    ObjectNode status = JsonMapper.shared().createObjectNode();
    status.put("resource_type", "Traceflow");
    status.put("id", id);
    status.put("display_name", id);
    status.put("operation_state", done ? "FINISHED" : "FAILED");
    status.put("request_status", run.request().name());
    status.put("timeout", timeout);
    status.put("result_overflowed", false);
    if (!run.portId().isEmpty()) {
      status.put("lport_id", run.portId());
    }
    counters(status.putObject("counters"), run, "");
    counters(status.putObject("logical_counters"), run, "Logical");
    ArrayNode analysis = status.putArray("analysis");
    run.analysis().forEach(analysis::add);
    return status;
  }

  private static void counters(ObjectNode counters, Run run, String sort) {
    counters.put("received_count", run.count("Received" + sort));
    counters.put("forwarded_count", run.count("Forwarded" + sort));
    counters.put("dropped_count", run.count("Dropped" + sort));
    counters.put("delivered_count", sort.isEmpty() ? run.count("Delivered") : 0);
    counters.put("protected_count", 0);
  }

  private Run run(JsonNode config) {
    String port =
        Optional.of(config.path("source_id").asString(""))
            .filter(text -> !text.isEmpty())
            .orElseGet(() -> config.path("segment_port_path").asString(""));
    Matcher project = PROJECT.matcher(config.path("path").asString(""));
    return tracing.run(port, config.path("packet"), project.lookingAt() ? project.group() : "");
  }

  private static String version(JsonNode config) {
    return config.path("unique_id").asString("") + "@" + config.path("_revision").asString("");
  }

  private JsonNode require(PolicyPath path) {
    return stored
        .find(path)
        .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "There is no traceflow " + path + "."));
  }
}
