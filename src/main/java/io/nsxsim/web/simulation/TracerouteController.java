package io.nsxsim.web.simulation;

import io.nsxsim.datapath.Counters;
import io.nsxsim.error.Reason;
import io.nsxsim.simulation.Options;
import io.nsxsim.simulation.Trace;
import io.nsxsim.simulation.Tracer;
import io.nsxsim.simulation.Traceroute;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.reader.FabricSource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers what traceroute would print in a terminal of a workload. */
@RestController
@Tag(name = "Simulation", description = "How packets travel through what is configured")
class TracerouteController {

  private static final int SOURCE_PORT = 40000;
  private static final int PROBE_BYTES = 60;
  private static final int MOST_HOPS = 255;
  private static final int MOST_QUERIES = 10;

  private final FabricSource source;
  private final Options options;
  private final Counters counters;

  TracerouteController(FabricSource source, SimulationSettings settings, Counters counters) {
    this.source = source;
    this.options = settings.options();
    this.counters = counters;
  }

  @Operation(
      summary = "Print a traceroute",
      description =
          "The text that a terminal of the source would show. Times are made up, all else follows"
              + " from the configuration. A star is a probe whose answer does not come back.")
  @TracerouteParameters
  @GetMapping(path = "/nsxsim/api/v1/traceroute", produces = MediaType.TEXT_PLAIN_VALUE)
  String traceroute(@Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
    Fabric fabric = source.current();
    String to = parameters.getOrDefault("to", "");
    Question question =
        Question.of(
            fabric,
            parameters.getOrDefault("from", ""),
            to,
            parameters.getOrDefault("protocol", "udp"));
    Traceroute.Request request = request(question, parameters);
    Tracer tracer = new Tracer(fabric, options);
    Traceroute traceroute = Traceroute.run(tracer, request);
    count(tracer.trace(request.flow().withPorts(SOURCE_PORT, Traceroute.FIRST_PORT)), traceroute);
    return TracerouteText.print(fabric.directory(), request, to, traceroute);
  }

  /** Counts all probes as if they had taken the way of the first. */
  private void count(Trace trace, Traceroute traceroute) {
    traceroute
        .lines()
        .forEach(line -> counters.count(trace, line.ttl(), line.probes().size(), PROBE_BYTES));
  }

  private static Traceroute.Request request(Question question, Map<String, String> parameters) {
    String maxHops = parameters.getOrDefault("max_hops", "30");
    String queries = parameters.getOrDefault("queries", "3");
    return new Traceroute.Request(
        question.flow(),
        Question.port(parameters.getOrDefault("port", "")),
        Question.number("max_hops", maxHops, 1, MOST_HOPS),
        Question.number("queries", queries, 1, MOST_QUERIES),
        style(parameters.getOrDefault("style", ""), question.from()));
  }

  /** A pod has busybox's traceroute, everything else Linux's. */
  private static Traceroute.Style style(String text, Device from) {
    return switch (text) {
      case "" -> from.kind() == Device.Kind.POD ? Traceroute.Style.BUSYBOX : Traceroute.Style.LINUX;
      case "linux" -> Traceroute.Style.LINUX;
      case "busybox" -> Traceroute.Style.BUSYBOX;
      default ->
          throw Question.refused(
              Reason.INVALID_PARAMETER, "style", "style must be linux or busybox, not " + text);
    };
  }
}
