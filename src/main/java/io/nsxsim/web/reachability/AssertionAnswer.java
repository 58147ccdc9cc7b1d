package io.nsxsim.web.reachability;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.nsxsim.reachability.AssertionCheck;
import io.nsxsim.web.simulation.TraceAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How statements fare, as JSON. */
@JsonPropertyOrder({"passed", "total", "failed", "results"})
record AssertionAnswer(
    @JsonProperty("passed") boolean passed,
    @JsonProperty("total") int total,
    @JsonProperty("failed") int failed,
    @JsonProperty("results") List<ResultAnswer> results) {

  /** How one statement fares. */
  @JsonPropertyOrder({"assertion", "passed", "pairs", "failing_pairs", "failures"})
  record ResultAnswer(
      @JsonProperty("assertion") String assertion,
      @JsonProperty("passed") boolean passed,
      @JsonProperty("pairs") long pairs,
      @JsonProperty("failing_pairs") long failingPairs,
      @JsonProperty("failures") List<FailureAnswer> failures) {}

  /** A pair that is not as stated. */
  @JsonPropertyOrder({"from", "to", "protocol", "port", "verdict", "trace"})
  record FailureAnswer(
      @JsonProperty("from") String from,
      @JsonProperty("to") String to,
      @JsonProperty("protocol") String protocol,
      @JsonProperty("port") int port,
      @JsonProperty("verdict") String verdict,
      @JsonProperty("trace") @Nullable TraceAnswer trace) {}

  static AssertionAnswer of(List<AssertionCheck.Result> results) {
    int failed = (int) results.stream().filter(result -> !result.passed()).count();
    return new AssertionAnswer(
        failed == 0,
        results.size(),
        failed,
        results.stream().map(AssertionAnswer::result).toList());
  }

  private static ResultAnswer result(AssertionCheck.Result result) {
    return new ResultAnswer(
        result.assertion().text(),
        result.passed(),
        result.pairs(),
        result.failures(),
        result.examples().stream().map(AssertionAnswer::failure).toList());
  }

  private static FailureAnswer failure(AssertionCheck.Failure failure) {
    return new FailureAnswer(
        MatrixAnswer.name(failure.from()),
        MatrixAnswer.name(failure.to()),
        failure.probe().protocol().name(),
        failure.probe().port(),
        failure.outcome().verdict().name(),
        failure.trace().map(trace -> TraceAnswer.of(trace, List.of())).orElse(null));
  }
}
