package io.nsxsim.error;

/**
 * One thing that is wrong with a request.
 *
 * @param reason decides status and code
 * @param field a JSON pointer or name of what is wrong, empty when the whole request is
 * @param message for people, names the value and what was expected
 */
public record Problem(Reason reason, String field, String message) {

  /** Fields, or objects around, that contradict the value of a field. */
  public static Problem conflict(String field, String message) {
    return new Problem(Reason.CONFLICTING_VALUES, field, message);
  }

  /** A field that must be there because of what stands in others. */
  public static Problem missing(String field, String message) {
    return new Problem(Reason.MISSING_FIELD, field, message);
  }

  /** A value that cannot stand in a field. */
  public static Problem invalid(String field, String message) {
    return new Problem(Reason.INVALID_VALUE, field, message);
  }

  /** A problem of the request as a whole. */
  public static Problem of(Reason reason, String message) {
    return new Problem(reason, "", message);
  }
}
