package io.nsxsim.web.simulation;

import io.nsxsim.datapath.Counters;
import io.nsxsim.simulation.Options;
import io.nsxsim.simulation.PathMtu;
import io.nsxsim.simulation.Tracer;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.reader.FabricSource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers how long packets may be on a path. */
@RestController
@Tag(name = "Simulation")
class PathMtuController {

  private static final int MOST_HOPS = 255;

  private final FabricSource source;
  private final Options options;
  private final Counters counters;

  PathMtuController(FabricSource source, SimulationSettings settings, Counters counters) {
    this.source = source;
    this.options = settings.options();
    this.counters = counters;
  }

  @Operation(
      summary = "Find the path MTU",
      description =
          "The text of tracepath -n, or JSON with Accept: application/json or format=json. Probes"
              + " must not be fragmented; each answer that a packet is too long makes the next one"
              + " shorter. black_hole names where long packets vanish because that answer does not"
              + " come back.")
  @GetMapping("/nsxsim/api/v1/path-mtu")
  ResponseEntity<Object> pathMtu(
      @Parameter(description = "Name, id, policy path or address of a workload")
          @RequestParam(defaultValue = "")
          String from,
      @RequestParam(defaultValue = "") String to,
      @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "255"))
          @RequestParam(name = "max_hops", defaultValue = "30")
          String maxHops,
      @RequestParam(defaultValue = "") String format,
      @RequestHeader(value = "Accept", defaultValue = "") String accept) {
    int most = Question.number("max_hops", maxHops, 1, MOST_HOPS);
    boolean json = Format.isJson(format, accept);
    Fabric fabric = source.current();
    Question question = Question.of(fabric, from, to, "udp");
    Tracer tracer = new Tracer(fabric, options);
    int local = localMtu(question);
    PathMtu found = PathMtu.run(tracer, question.flow(), local, most);
    counters.count(tracer.trace(question.flow().withSize(found.mtu(), true)));
    return json ? Format.json(PathMtuAnswer.of(found)) : Format.text(PathMtuText.print(found));
  }

  /** What the interface takes that the sender's route leads out by. */
  private static int localMtu(Question question) {
    Device device = question.from();
    return device.routes().lookup(question.flow().destination()).stream()
        .flatMap(entry -> entry.ways().stream())
        .flatMap(way -> way.nextHop().out().stream())
        .mapToInt(Interface::mtu)
        .findFirst()
        .orElse(Interface.ANY_SIZE);
  }
}
