package io.nsxsim.web.simulation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.simulation.PathMtu;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What probes of growing TTL and shrinking size learn. */
@JsonPropertyOrder({"mtu", "local_mtu", "end", "black_hole", "black_hole_path", "probes"})
record PathMtuAnswer(
    @JsonProperty("mtu") @Schema(description = "Bytes from the IP header on") int mtu,
    @JsonProperty("local_mtu") @Schema(description = "What the sender's own interface takes")
        int local,
    @JsonProperty("end") PathMtu.End end,
    @JsonProperty("black_hole")
        @Schema(description = "Where longer packets vanish and nobody tells the sender")
        @Nullable String blackHole,
    @JsonProperty("black_hole_path") @Nullable String blackHolePath,
    @JsonProperty("probes") List<Probe> probes) {

  /** One probe and what came back. */
  @JsonPropertyOrder({"ttl", "from", "answer", "mtu"})
  record Probe(
      @JsonProperty("ttl") int ttl,
      @JsonProperty("from") @Nullable String from,
      @JsonProperty("answer") @Schema(description = "REPLY, or the ICMP error; null for silence")
          @Nullable String answer,
      @JsonProperty("mtu") @Schema(description = "The limit that the answer tells")
          @Nullable Integer mtu) {

    static Probe of(PathMtu.Line line) {
      return new Probe(
          line.ttl(),
          line.answer().map(each -> each.from().toString()).orElse(null),
          line.answer().map(each -> each.kind().name()).orElse(null),
          line.learned().orElse(null));
    }
  }

  static PathMtuAnswer of(PathMtu found) {
    return new PathMtuAnswer(
        found.mtu(),
        found.local(),
        found.end(),
        found.blackHole().map(trace -> trace.reason()).orElse(null),
        found
            .blackHole()
            .flatMap(trace -> trace.decidingPath())
            .map(PolicyPath::value)
            .orElse(null),
        found.lines().stream().map(Probe::of).toList());
  }
}
