package io.nsxsim.scenario;

import io.nsxsim.error.Problem;
import io.nsxsim.error.Refusal;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words why a scenario stops the server from starting. */
final class StartFailure extends AbstractFailureAnalyzer<Refusal> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, Refusal refusal) {
    String reasons =
        refusal.problems().stream().map(Problem::message).collect(Collectors.joining("\n"));
    return new FailureAnalysis(
        "The scenario cannot be loaded.\n\n" + reasons,
        "Let nsxsim.scenario be vsphere-with-tanzu, none, or the path of a folder or file whose"
            + " JSON a client could send.",
        refusal);
  }
}
