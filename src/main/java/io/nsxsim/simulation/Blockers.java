package io.nsxsim.simulation;

import io.nsxsim.topology.Fabric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds everything that stops a flow, not only what stops it first: each blocker is taken out of
 * the fabric and the flow is walked again.
 */
public final class Blockers {

  private static final int MOST = 100;

  private Blockers() {}

  /** The blockers of a flow, in the order in which they are met; its own trace is known. */
  public static List<Blocker> of(Fabric fabric, Options options, Flow flow, Trace trace) {
    boolean isAnswered = trace.returnPath().isPresent();
    boolean isStopped =
        trace.verdict() == Verdict.BLOCKED
            || isStopping(trace.fate())
            || isAnswered && trace.returnPath().orElseThrow().verdict() != Verdict.REACHED;
    return isStopped ? find(fabric, options, flow) : List.of();
  }

  private static List<Blocker> find(Fabric start, Options options, Flow flow) {
    List<Blocker> blockers = new ArrayList<>();
    Fabric fabric = start;
    while (blockers.size() < MOST) {
      Tracer tracer = new Tracer(fabric, options);
      Journey there = tracer.walk(flow);
      Optional<Journey> back = tracer.answer(there);
      boolean isBack = there.ending().fate() == Fate.DELIVERED;
      Journey stopped = isBack ? back.orElse(there) : there;
      Ending ending = stopped.ending();
      if (!isStopping(ending.fate())) {
        break;
      }
      blockers.add(new Blocker(ending.fate(), ending.decidedBy(), ending.reason().get(), isBack));
      Optional<Fabric> next = Unblocked.of(fabric, ending, stopped.packet());
      if (next.isEmpty()) {
        break;
      }
      fabric = next.get();
    }
    return List.copyOf(blockers);
  }

  private static boolean isStopping(Fate fate) {
    return fate.verdict() == Verdict.BLOCKED || fate == Fate.NO_NEIGHBOR;
  }
}
