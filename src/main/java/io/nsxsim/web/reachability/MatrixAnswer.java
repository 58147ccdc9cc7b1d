package io.nsxsim.web.reachability;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.reachability.ClassMatrix;
import io.nsxsim.reachability.Matrix;
import io.nsxsim.reachability.Request;
import io.nsxsim.simulation.Outcome;
import io.nsxsim.topology.Workload;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A matrix as JSON: classes of workloads that are treated alike, and how their pairs end. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "protocol",
  "port",
  "pairs",
  "reached",
  "outcomes",
  "sources",
  "destinations",
  "classes"
})
record MatrixAnswer(
    @JsonProperty("protocol") String protocol,
    @JsonProperty("port") @Nullable Integer port,
    @JsonProperty("pairs") @Schema(description = "Of two different workloads") long pairs,
    @JsonProperty("reached") @Schema(description = "Pairs that get there and get an answer")
        long reached,
    @JsonProperty("outcomes") List<OutcomeAnswer> outcomes,
    @JsonProperty("sources") List<Member> sources,
    @JsonProperty("destinations") List<Member> destinations,
    @JsonProperty("classes") Classes classes) {

  /** A way for a pair to end. */
  @JsonPropertyOrder({"reached", "verdict", "fate", "deciding_path", "return_verdict", "pairs"})
  record OutcomeAnswer(
      @JsonProperty("reached") boolean reached,
      @JsonProperty("verdict") String verdict,
      @JsonProperty("fate") String fate,
      @JsonProperty("deciding_path") @Nullable String decidingPath,
      @JsonProperty("return_verdict") @Nullable String returnVerdict,
      @JsonProperty("pairs") long pairs) {}

  /** A workload and its classes. */
  @JsonPropertyOrder({"name", "path", "routing", "filtering", "network"})
  record Member(
      @JsonProperty("name") String name,
      @JsonProperty("path") String path,
      @JsonProperty("routing")
          @Schema(description = "Class of those that routes, NAT and gateway firewalls treat alike")
          int routing,
      @JsonProperty("filtering")
          @Schema(description = "Class of those that the distributed firewall treats alike")
          int filtering,
      @JsonProperty("network") @Schema(description = "Within one, packets are not routed")
          int network) {}

  /** How the pairs of two classes end. */
  @JsonPropertyOrder({"between_networks", "within_network", "tables"})
  @Schema(
      description =
          "between_networks[source.routing][destination.routing] is the number t of a table (for"
              + " two workloads of one network within_network); tables[t][source.filtering]"
              + "[destination.filtering] is the number of an outcome. -1: there is no such pair,"
              + " -2: the pairs differ by a hash, see the CSV form")
  record Classes(
      @JsonProperty("between_networks") List<int[]> betweenNetworks,
      @JsonProperty("within_network") List<int[]> withinNetwork,
      @JsonProperty("tables") List<List<int[]>> tables) {}

  static MatrixAnswer of(Matrix matrix) {
    Map<Outcome, Long> counts = matrix.counts();
    ClassMatrix classes = matrix.classes();
    Request request = matrix.request();
    return new MatrixAnswer(
        request.protocol().name(),
        request.protocol().hasPorts() ? request.port() : null,
        counts.values().stream().mapToLong(Long::longValue).sum(),
        counts.entrySet().stream()
            .filter(entry -> entry.getKey().reaches())
            .mapToLong(Map.Entry::getValue)
            .sum(),
        classes.outcomes().stream()
            .map(outcome -> outcome(outcome, counts.getOrDefault(outcome, 0L)))
            .toList(),
        sources(matrix),
        destinations(matrix),
        new Classes(classes.between(), classes.within(), classes.tables()));
  }

  static OutcomeAnswer outcome(Outcome outcome, long pairs) {
    return new OutcomeAnswer(
        outcome.reaches(),
        outcome.verdict().name(),
        outcome.fate().name(),
        outcome.decidedBy().map(PolicyPath::value).orElse(null),
        outcome.back().map(Enum::name).orElse(null),
        pairs);
  }

  private static List<Member> sources(Matrix matrix) {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < matrix.request().from().size(); i++) {
      members.add(member(matrix.request().from().get(i), matrix.placeOfSource(i)));
    }
    return members;
  }

  private static List<Member> destinations(Matrix matrix) {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < matrix.request().to().size(); i++) {
      members.add(member(matrix.request().to().get(i), matrix.placeOfDestination(i)));
    }
    return members;
  }

  private static Member member(Workload workload, Matrix.Place place) {
    return new Member(
        name(workload), workload.device(), place.routing(), place.filtering(), place.network());
  }

  static String name(Workload workload) {
    return workload.names().stream().min(Comparator.naturalOrder()).orElse(workload.label());
  }
}
