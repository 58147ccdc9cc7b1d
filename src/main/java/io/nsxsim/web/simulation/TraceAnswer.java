package io.nsxsim.web.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.simulation.Answer;
import io.nsxsim.simulation.Blocker;
import io.nsxsim.simulation.Hop;
import io.nsxsim.simulation.Packet;
import io.nsxsim.simulation.Path;
import io.nsxsim.simulation.Step;
import io.nsxsim.simulation.Trace;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/** A trace as JSON. */
@JsonPropertyOrder({
  "verdict",
  "reason",
  "deciding_path",
  "hops",
  "paths",
  "taken",
  "return_path",
  "blockers",
  "assumptions"
})
public record TraceAnswer(
    @JsonProperty("verdict") String verdict,
    @JsonProperty("reason") String reason,
    @JsonProperty("deciding_path") @Schema(description = "The policy object that made it so")
        @Nullable String decidingPath,
    @JsonProperty("hops") List<HopAnswer> hops,
    @JsonProperty("paths") @Schema(description = "All ways that equal routes allow")
        List<PathAnswer> paths,
    @JsonProperty("taken") @Schema(description = "The one of this flow") PathAnswer taken,
    @JsonProperty("return_path") @Nullable ReturnAnswer returnPath,
    @JsonProperty("blockers")
        @Schema(description = "Every object in the way, in the order in which a packet meets them")
        List<BlockerAnswer> blockers,
    @JsonProperty("assumptions") List<String> assumptions) {

  /** What a probe with this TTL meets, and what happens there to packets that go on. */
  @JsonSerialize(using = HopWriter.class)
  @JsonPropertyOrder({"ttl", "address", "mark", "device", "ingress", "steps", "before", "after"})
  public record HopAnswer(
      @JsonProperty("ttl") int ttl,
      @JsonProperty("address") @Schema(description = "Who answers; null for silence")
          @Nullable String address,
      @JsonProperty("mark") @Schema(description = "!N, !H, !X or empty") String mark,
      @JsonProperty("device") @Nullable String device,
      @JsonProperty("ingress") @Schema(description = "The address it is entered by")
          @Nullable String ingress,
      @JsonProperty("steps") List<StepAnswer> steps,
      @JsonProperty("before") Headers before,
      @JsonProperty("after") Headers after) {}

  /** One thing that happened. */
  @JsonPropertyOrder({"kind", "path", "detail"})
  public record StepAnswer(
      @JsonProperty("kind") String kind,
      @JsonProperty("path") @Nullable String path,
      @JsonProperty("detail") String detail) {}

  /** A packet's headers; ports or ICMP type and code, as the protocol has them. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonPropertyOrder({
    "source",
    "destination",
    "protocol",
    "source_port",
    "destination_port",
    "icmp_type",
    "icmp_code",
    "ttl"
  })
  public record Headers(
      @JsonProperty("source") String source,
      @JsonProperty("destination") String destination,
      @JsonProperty("protocol") String protocol,
      @JsonProperty("source_port") @Nullable Integer sourcePort,
      @JsonProperty("destination_port") @Nullable Integer destinationPort,
      @JsonProperty("icmp_type") @Nullable Integer icmpType,
      @JsonProperty("icmp_code") @Nullable Integer icmpCode,
      @JsonProperty("ttl") int ttl) {}

  /** One of the ways that equal routes allow. */
  @JsonPropertyOrder({"verdict", "hops"})
  public record PathAnswer(
      @JsonProperty("verdict") String verdict, @JsonProperty("hops") List<LegAnswer> hops) {}

  /** One device of a way. */
  @JsonPropertyOrder({"address", "device", "egress"})
  public record LegAnswer(
      @JsonProperty("address") @Nullable String address,
      @JsonProperty("device") String device,
      @JsonProperty("egress") @Schema(description = "The policy object it is left by")
          @Nullable String egress) {}

  /** The way of the answer. */
  @JsonPropertyOrder({"verdict", "reason", "deciding_path", "hops"})
  public record ReturnAnswer(
      @JsonProperty("verdict") String verdict,
      @JsonProperty("reason") String reason,
      @JsonProperty("deciding_path") @Nullable String decidingPath,
      @JsonProperty("hops") List<HopAnswer> hops) {}

  /** An object that has to change before the flow works. */
  @JsonPropertyOrder({"direction", "fate", "path", "reason"})
  public record BlockerAnswer(
      @JsonProperty("direction") @Schema(description = "FORWARD, or RETURN for the answer's way")
          String direction,
      @JsonProperty("fate") String fate,
      @JsonProperty("path") @Nullable String path,
      @JsonProperty("reason") String reason) {}

  /** The answer for a trace, with what stands in its way. */
  public static TraceAnswer of(Trace trace, List<Blocker> blockers) {
    return new TraceAnswer(
        trace.verdict().name(),
        trace.fate().name() + ": " + trace.reason(),
        text(trace.decidingPath()),
        trace.hops().stream().map(TraceAnswer::hop).toList(),
        trace.paths().stream().map(TraceAnswer::path).toList(),
        path(trace.taken()),
        trace.returnPath().map(TraceAnswer::back).orElse(null),
        blockers.stream().map(TraceAnswer::blocker).toList(),
        trace.assumptions());
  }

  private static BlockerAnswer blocker(Blocker blocker) {
    return new BlockerAnswer(
        blocker.onTheWayBack() ? "RETURN" : "FORWARD",
        blocker.fate().name(),
        text(blocker.path()),
        blocker.reason());
  }

  private static ReturnAnswer back(Trace.ReturnPath back) {
    return new ReturnAnswer(
        back.verdict().name(),
        back.reason(),
        text(back.decidingPath()),
        back.hops().stream().map(TraceAnswer::hop).toList());
  }

  private static HopAnswer hop(Hop hop) {
    return new HopAnswer(
        hop.ttl(),
        hop.answer().map(Answer::from).map(IpAddress::toString).orElse(null),
        hop.answer().map(answer -> answer.kind().mark()).orElse(""),
        hop.device().orElse(null),
        hop.ingress().map(IpAddress::toString).orElse(null),
        hop.steps().stream().map(TraceAnswer::step).toList(),
        headers(hop.before()),
        headers(hop.after()));
  }

  private static StepAnswer step(Step step) {
    return new StepAnswer(step.kind().name(), text(step.path()), step.detail());
  }

  private static Headers headers(Packet packet) {
    boolean isIcmp = !packet.protocol().hasPorts();
    return new Headers(
        packet.source().toString(),
        packet.destination().toString(),
        packet.protocol().name(),
        isIcmp ? null : packet.sourcePort(),
        isIcmp ? null : packet.destinationPort(),
        isIcmp ? packet.sourcePort() : null,
        isIcmp ? packet.destinationPort() : null,
        packet.ttl());
  }

  private static PathAnswer path(Path path) {
    return new PathAnswer(
        path.verdict().name(),
        path.legs().stream()
            .map(leg ->
                new LegAnswer(
                    leg.address().map(IpAddress::toString).orElse(null),
                    leg.device(),
                    text(leg.egress())))
            .toList());
  }

  private static @Nullable String text(Optional<PolicyPath> path) {
    return path.map(PolicyPath::value).orElse(null);
  }
}
