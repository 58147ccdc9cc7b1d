package io.nsxsim.simulation;

import io.nsxsim.path.PolicyPath;
import java.util.Optional;

/**
 * What a trace comes down to.
 *
 * @param fate how the first packet ends
 * @param decidedBy the firewall rule that stops it, if one does
 * @param back how the answer ends, of a packet that is delivered and answered
 */
public record Outcome(Fate fate, Optional<PolicyPath> decidedBy, Optional<Verdict> back) {

  /** The outcome that a trace shows. */
  public static Outcome of(Trace trace) {
    return of(
        trace.fate(), trace.decidingPath(), trace.returnPath().map(Trace.ReturnPath::verdict));
  }

  static Outcome of(Fate fate, Optional<PolicyPath> decidedBy, Optional<Verdict> back) {
    boolean isFiltered = fate == Fate.FIREWALL_DROP || fate == Fate.FIREWALL_REJECT;
    return new Outcome(
        fate,
        isFiltered ? decidedBy : Optional.empty(),
        fate == Fate.DELIVERED ? back : Optional.empty());
  }

  /** The verdict about the first packet. */
  public Verdict verdict() {
    return fate.verdict();
  }

  /** Tells whether the packet arrives and its answer comes back. */
  public boolean reaches() {
    return fate == Fate.DELIVERED && back.filter(Verdict.REACHED::equals).isPresent();
  }
}
