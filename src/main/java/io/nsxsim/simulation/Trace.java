package io.nsxsim.simulation;

import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;

/**
 * Everything there is to say about a flow.
 *
 * @param fate the verdict in detail
 * @param decidingPath the policy object that made it so
 * @param paths all ways that equal routes allow
 * @param taken the one of this flow
 * @param returnPath the way of the answer, where there is one
 * @param assumptions what was assumed or is not modelled along the way
 */
public record Trace(
    Fate fate,
    String reason,
    Optional<PolicyPath> decidingPath,
    List<Hop> hops,
    List<Path> paths,
    Path taken,
    Optional<ReturnPath> returnPath,
    List<String> assumptions) {

  /** The way of an answer; its verdict is REACHED if it comes to the one who asked. */
  public record ReturnPath(
      Verdict verdict, String reason, Optional<PolicyPath> decidingPath, List<Hop> hops) {
    public ReturnPath {
      hops = List.copyOf(hops);
    }
  }

  public Trace {
    hops = List.copyOf(hops);
    paths = List.copyOf(paths);
    assumptions = List.copyOf(assumptions);
  }

  public Verdict verdict() {
    return fate.verdict();
  }
}
