package io.nsxsim.error;

import java.util.List;

/** Ends a request that is wrong; everything found wrong is told at once and nothing is changed. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  /** Refuses for at least one problem; the first decides the status. */
  public Refusal(List<Problem> problems) {
    super(problems.getFirst().message(), null, false, false);
    this.problems = List.copyOf(problems);
  }

  /** Refuses for a single reason. */
  public Refusal(Reason reason, String message) {
    this(List.of(Problem.of(reason, message)));
  }

  /** What is wrong, the decisive problem first. */
  public List<Problem> problems() {
    return problems;
  }
}
