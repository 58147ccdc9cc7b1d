package io.nsxsim.web.simulation;

import io.nsxsim.datapath.Counters;
import io.nsxsim.net.Protocol;
import io.nsxsim.simulation.Answer;
import io.nsxsim.simulation.AnswerKind;
import io.nsxsim.simulation.Flow;
import io.nsxsim.simulation.Options;
import io.nsxsim.simulation.Trace;
import io.nsxsim.simulation.Tracer;
import io.nsxsim.simulation.Verdict;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.reader.FabricSource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers what ping and a TCP connection attempt would show in a terminal of a workload. */
@RestController
@Tag(name = "Simulation")
class ProbeController {

  private static final int SOURCE_PORT = 40000;
  private static final int TTL = 64;
  private static final int MOST_PINGS = 100;
  private static final String WHO = "Name, id, policy path or address of a workload";

  private final FabricSource source;
  private final Options options;
  private final Counters counters;

  ProbeController(FabricSource source, SimulationSettings settings, Counters counters) {
    this.source = source;
    this.options = settings.options();
    this.counters = counters;
  }

  @Operation(
      summary = "Ping",
      description = "The text of ping, or JSON with Accept: application/json or format=json.")
  @GetMapping("/nsxsim/api/v1/ping")
  ResponseEntity<Object> ping(
      @Parameter(description = WHO) @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "100"))
          @RequestParam(defaultValue = "4")
          String count,
      @RequestParam(defaultValue = "") String format,
      @RequestHeader(value = "Accept", defaultValue = "") String accept) {
    int times = Question.number("count", count, 1, MOST_PINGS);
    Fabric fabric = source.current();
    Flow flow = Question.of(fabric, from, to, "icmp").flow();
    Tracer tracer = new Tracer(fabric, options);
    Trace trace = tracer.trace(flow);
    counters.count(trace, times);
    Optional<Answer> answer = tracer.probe(flow, TTL);
    int ttl = TTL - trace.returnPath().map(back -> passed(back.hops().size())).orElse(0);
    PingAnswer told = PingAnswer.of(trace, answer, times, ttl);
    return Format.isJson(format, accept)
        ? Format.json(told)
        : Format.text(PingText.print(to, flow, told));
  }

  /** The destination itself takes nothing from the TTL. */
  private static int passed(int devices) {
    return Math.max(0, devices - 1);
  }

  @Operation(
      summary = "Try a TCP connection",
      description =
          "CONNECTED, REFUSED (a reset comes back), UNREACHABLE or TIMEOUT; the text of nc -vz, or JSON with"
              + " Accept: application/json or format=json.")
  @GetMapping("/nsxsim/api/v1/connect")
  ResponseEntity<Object> connect(
      @Parameter(description = WHO) @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "65535"))
          @RequestParam(defaultValue = "")
          String port,
      @RequestParam(defaultValue = "") String format,
      @RequestHeader(value = "Accept", defaultValue = "") String accept) {
    int number = Question.number("port", port, 1, 65535);
    Fabric fabric = source.current();
    Question question = Question.of(fabric, from, to, Protocol.TCP.name());
    Flow flow = question.flow().withPorts(SOURCE_PORT, number);
    Tracer tracer = new Tracer(fabric, options);
    Trace trace = tracer.trace(flow);
    counters.count(trace);
    ConnectAnswer answer =
        ConnectAnswer.of(
            trace, outcome(fabric, question, trace, tracer.probe(flow, TTL)), flow.destination());
    return Format.isJson(format, accept)
        ? Format.json(answer)
        : Format.text(answer.text(to, number));
  }

  private static ConnectAnswer.Result outcome(
      Fabric fabric, Question question, Trace trace, Optional<Answer> answer) {
    if (question.hasNoWay()) {
      return ConnectAnswer.Result.UNREACHABLE;
    }
    if (answer.isEmpty()) {
      return trace.verdict() == Verdict.UNKNOWN
          ? ConnectAnswer.Result.UNKNOWN
          : ConnectAnswer.Result.TIMEOUT;
    }
    if (answer.get().kind() != AnswerKind.REPLY) {
      return ConnectAnswer.Result.UNREACHABLE;
    }
    return switch (trace.fate()) {
      case FIREWALL_REJECT -> ConnectAnswer.Result.REFUSED;
      case UNDECIDED -> ConnectAnswer.Result.UNKNOWN;
      default ->
          endsAtRouter(fabric, trace)
              ? ConnectAnswer.Result.REFUSED
              : ConnectAnswer.Result.CONNECTED;
    };
  }

  /** Machines are taken to listen on every port; routers do so only for virtual servers. */
  private static boolean endsAtRouter(Fabric fabric, Trace trace) {
    return trace.hops().getLast().device().map(fabric::device).stream()
        .anyMatch(device -> device.kind().isRouter());
  }
}
