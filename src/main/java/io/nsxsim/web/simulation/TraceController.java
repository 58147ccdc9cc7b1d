package io.nsxsim.web.simulation;

import io.nsxsim.datapath.Counters;
import io.nsxsim.error.Reason;
import io.nsxsim.net.Protocol;
import io.nsxsim.simulation.Blocker;
import io.nsxsim.simulation.Blockers;
import io.nsxsim.simulation.Flow;
import io.nsxsim.simulation.Options;
import io.nsxsim.simulation.Trace;
import io.nsxsim.simulation.Tracer;
import io.nsxsim.simulation.Traceroute;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.reader.FabricSource;
import io.nsxsim.web.policy.JsonBody;
import io.nsxsim.web.simulation.picture.PathGraph;
import io.nsxsim.web.simulation.picture.PictureFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
              + " object behind it, and blockers every object that stands in the way, not only the"
              + " first. Nothing is stored.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(schema = @Schema(implementation = TraceRequest.class))))
  @ApiResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = TraceAnswer.class)),
        @Content(mediaType = "image/svg+xml"),
        @Content(mediaType = "text/plain")
      })
  @PostMapping("/nsxsim/api/v1/traces")
  @Parameter(
      name = "format",
      in = ParameterIn.QUERY,
      description = "A picture of the path instead of JSON",
      schema =
          @Schema(
              allowableValues = {"json", "mermaid", "dot", "svg"},
              defaultValue = "json"))
  ResponseEntity<Object> trace(@Parameter(hidden = true) HttpServletRequest request)
      throws IOException {
    TraceRequest question = TraceRequest.of(JsonBody.read(request));
    return answer(question, Optional.ofNullable(request.getParameter("format")).orElse("json"));
  }

  @Operation(
      summary = "Look at a trace",
      description = "The same as POST, for a browser: a picture of the path, or JSON.")
  @TracerouteParameters
  @GetMapping("/nsxsim/api/v1/traces")
  ResponseEntity<Object> look(
      @Parameter(hidden = true) @RequestParam Map<String, String> parameters,
      @Parameter(schema = @Schema(allowableValues = {"json", "mermaid", "dot", "svg"}))
          @RequestParam(defaultValue = "json")
          String format) {
    return answer(TraceRequest.of(parameters), format);
  }

  private ResponseEntity<Object> answer(TraceRequest request, String format) {
    if (!format.equals("json") && PictureFormat.of(format).isEmpty()) {
      throw Question.refused(
          Reason.INVALID_PARAMETER, "format", "format must be json, mermaid, dot or svg");
    }
    Fabric fabric = source.current();
    Flow flow = flow(fabric, request);
    Trace trace = new Tracer(fabric, options).trace(flow);
    counters.count(trace);
    return PictureFormat.of(format)
        .map(picture ->
            ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.mediaType() + ";charset=UTF-8"))
                .<Object>body(picture.draw(PathGraph.of(fabric, flow, trace))))
        .orElseGet(() -> {
          List<Blocker> blockers = Blockers.of(fabric, options, flow, trace);
          return ResponseEntity.ok()
              .contentType(MediaType.APPLICATION_JSON)
              .body(TraceAnswer.of(trace, blockers));
        });
  }

  private static Flow flow(Fabric fabric, TraceRequest request) {
    Question question = Question.of(fabric, request.from(), request.to(), request.protocol());
    Flow flow = question.to().map(question.flow()::meantFor).orElseGet(question::flow);
    int standard = flow.protocol() == Protocol.TCP ? WEB_PORT : Traceroute.FIRST_PORT;
    return flow.withPorts(SOURCE_PORT, Question.port(request.port()).orElse(standard));
  }
}
