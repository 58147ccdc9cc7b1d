package io.nsxsim.realization;

/**
 * How far the realization of an object has come.
 *
 * @param message what went wrong, empty unless it failed
 */
public record Health(Phase phase, String message) {

  /** Nothing is left to do. */
  public static final Health REALIZED = new Health(Phase.REALIZED, "");

  /** Still being worked on. */
  public static final Health IN_PROGRESS = new Health(Phase.IN_PROGRESS, "");

  /** Where a realization can stand. */
  public enum Phase {
    REALIZED,
    IN_PROGRESS,
    FAILED
  }

  /** Something went wrong. */
  public static Health failed(String message) {
    return new Health(Phase.FAILED, message);
  }

  /** Chooses what is said in this phase. */
  public <T> T choose(T realized, T inProgress, T failed) {
    return switch (phase) {
      case REALIZED -> realized;
      case IN_PROGRESS -> inProgress;
      case FAILED -> failed;
    };
  }
}
