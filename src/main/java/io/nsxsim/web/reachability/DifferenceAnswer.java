package io.nsxsim.web.reachability;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.nsxsim.reachability.Difference;
import io.nsxsim.reachability.Matrix;
import io.nsxsim.reachability.Pairs;
import io.nsxsim.reachability.Request;
import io.nsxsim.simulation.Blockers;
import io.nsxsim.simulation.Options;
import io.nsxsim.simulation.Tracer;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.Workload;
import io.nsxsim.web.simulation.TraceAnswer;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a change does to pairs of workloads, as JSON. */
@JsonPropertyOrder({"pairs", "gained", "lost", "otherwise_changed", "gone", "changes"})
record DifferenceAnswer(
    @JsonProperty("pairs") long pairs,
    @JsonProperty("gained") long gained,
    @JsonProperty("lost") long lost,
    @JsonProperty("otherwise_changed")
        @Schema(description = "Pairs that do not work before or after, for another reason")
        long otherwiseChanged,
    @JsonProperty("gone") @Schema(description = "Workloads that are not there afterwards")
        List<String> gone,
    @JsonProperty("changes") List<ChangeAnswer> changes) {

  private static final int MOST_NAMES = 100;

  /** Pairs that change alike, of two classes of workloads. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonPropertyOrder({
    "effect",
    "before",
    "after",
    "pairs",
    "from",
    "to",
    "trace_before",
    "trace_after"
  })
  record ChangeAnswer(
      @JsonProperty("effect") @Schema(allowableValues = {"GAINED", "LOST", "CHANGED"})
          String effect,
      @JsonProperty("before") MatrixAnswer.OutcomeAnswer before,
      @JsonProperty("after") MatrixAnswer.OutcomeAnswer after,
      @JsonProperty("pairs") long pairs,
      @JsonProperty("from") @Schema(description = "At most 100 of the senders") List<String> from,
      @JsonProperty("to") @Schema(description = "At most 100 of the destinations") List<String> to,
      @JsonProperty("trace_before")
          @Schema(description = "Of the first pair, where this kind of change is told first")
          @Nullable TraceAnswer traceBefore,
      @JsonProperty("trace_after") @Nullable TraceAnswer traceAfter) {}

  static DifferenceAnswer of(View before, View after, PairsQuestion question, Options options) {
    Request asked = question.resolve(before.sets());
    Map<String, Workload> then =
        after.fabric().directory().workloads().stream()
            .collect(Collectors.toMap(Workload::device, Function.identity(), (a, b) -> a));
    List<String> gone =
        asked.from().stream()
            .filter(each -> !then.containsKey(each.device()))
            .map(MatrixAnswer::name)
            .toList();
    Request was =
        new Request(
            left(asked.from(), then), left(asked.to(), then), asked.protocol(), asked.port());
    Request is =
        new Request(same(was.from(), then), same(was.to(), then), asked.protocol(), asked.port());
    List<Difference.Part> parts =
        Difference.between(
            new Matrix(before.fabric(), options, was), new Matrix(after.fabric(), options, is));
    return new Making(before.fabric(), after.fabric(), then, asked, options)
        .answer((long) was.from().size() * was.to().size(), gone, parts);
  }

  private static List<Workload> left(List<Workload> workloads, Map<String, Workload> then) {
    return workloads.stream().filter(each -> then.containsKey(each.device())).toList();
  }

  private static List<Workload> same(List<Workload> workloads, Map<String, Workload> then) {
    return workloads.stream().map(each -> then.getOrDefault(each.device(), each)).toList();
  }

  /** Puts an answer together. */
  private record Making(
      Fabric before, Fabric after, Map<String, Workload> then, Request asked, Options options) {

    DifferenceAnswer answer(long pairs, List<String> gone, List<Difference.Part> parts) {
      Set<Difference.Change> told = new HashSet<>();
      List<ChangeAnswer> changes = new ArrayList<>();
      parts.forEach(part -> changes.add(change(part, told.add(part.change()))));
      return new DifferenceAnswer(
          pairs,
          sum(parts, Difference.Change::isGain),
          sum(parts, Difference.Change::isLoss),
          sum(parts, change -> !change.isGain() && !change.isLoss()),
          gone,
          changes);
    }

    private static long sum(
        List<Difference.Part> parts, java.util.function.Predicate<Difference.Change> which) {
      return parts.stream()
          .filter(part -> which.test(part.change()))
          .mapToLong(Difference.Part::pairs)
          .sum();
    }

    private ChangeAnswer change(Difference.Part part, boolean isFirst) {
      Difference.Change change = part.change();
      Workload from = part.firstFrom();
      Workload to = part.firstTo();
      return new ChangeAnswer(
          change.isGain() ? "GAINED" : change.isLoss() ? "LOST" : "CHANGED",
          MatrixAnswer.outcome(change.before(), part.pairs()),
          MatrixAnswer.outcome(change.after(), part.pairs()),
          part.pairs(),
          names(part.from()),
          names(part.to()),
          isFirst ? trace(before, from, to) : null,
          isFirst ? trace(after, renamed(from), renamed(to)) : null);
    }

    private Workload renamed(Workload workload) {
      return then.getOrDefault(workload.device(), workload);
    }

    private static List<String> names(List<Workload> workloads) {
      return workloads.stream().limit(MOST_NAMES).map(MatrixAnswer::name).toList();
    }

    private @Nullable TraceAnswer trace(Fabric fabric, Workload from, Workload to) {
      return Pairs.flow(fabric, from, to, asked.protocol(), asked.port())
          .map(flow -> {
            io.nsxsim.simulation.Trace trace = new Tracer(fabric, options).trace(flow);
            return TraceAnswer.of(trace, Blockers.of(fabric, options, flow, trace));
          })
          .orElse(null);
    }
  }
}
