package io.nsxsim.web.simulation;

import io.nsxsim.datapath.Counters;
import io.nsxsim.net.Protocol;
import io.nsxsim.simulation.Flow;
import io.nsxsim.simulation.Options;
import io.nsxsim.simulation.Trace;
import io.nsxsim.simulation.Tracer;
import io.nsxsim.simulation.Traceroute;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.reader.FabricSource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Answers everything there is to say about one flow. */
@RestController
@Tag(name = "Simulation")
class TraceController {

  private static final int SOURCE_PORT = 40000;
  private static final int WEB_PORT = 80;

  private final FabricSource source;
  private final Options options;
  private final Counters counters;

  TraceController(FabricSource source, SimulationSettings settings, Counters counters) {
    this.source = source;
    this.options = settings.options();
    this.counters = counters;
  }

  @Operation(
      summary = "Trace a flow",
      description =
          "Follows the first packet of a flow and the answer to it. Each step names the policy"
              + " object behind it. Nothing is stored.")
  @PostMapping("/nsxsim/api/v1/traces")
  TraceAnswer trace(@RequestBody TraceRequest request) {
    Fabric fabric = source.current();
    Question question = Question.of(fabric, request.from(), request.to(), request.protocol());
    Flow flow = question.flow();
    int standard = flow.protocol() == Protocol.TCP ? WEB_PORT : Traceroute.FIRST_PORT;
    int port = Question.port(request.port()).orElse(standard);
    Trace trace = new Tracer(fabric, options).trace(flow.withPorts(SOURCE_PORT, port));
    counters.count(trace);
    return TraceAnswer.of(trace);
  }
}
