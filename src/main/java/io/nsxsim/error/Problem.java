package io.nsxsim.error;

/**
 * One thing that is wrong with a request.
 *
 * @param reason decides status and code
 * @param field a JSON pointer or name of what is wrong, empty when the whole request is
 * @param message for people, names the value and what was expected
 */
public record Problem(Reason reason, String field, String message) {

  /** A problem of the request as a whole. */
  public static Problem of(Reason reason, String message) {
    return new Problem(reason, "", message);
  }
}
