package io.nsxsim.engine;

import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which ids an object may have: what can stand in a path as one segment. */
@Component
final class Ids {

  private static final int LONGEST = 255;
  private static final String FORBIDDEN = "/\\?#%;\"'<>{}|^`*[]";

  /** Says what is wrong with an id, if anything is. */
  Optional<Problem> problem(String id, String field) {
    if (id.isEmpty()) {
      return Optional.of(new Problem(Reason.MISSING_FIELD, field, "An object needs an id."));
    }
    if (id.length() > LONGEST) {
      return illegal(field, "An id has at most " + LONGEST + " characters.");
    }
    if (id.equals(".") || id.equals("..")) {
      return illegal(field, "An id cannot be " + id + ".");
    }
    return id.chars()
        .filter(c -> c < ' ' || c == 0x7f || Character.isWhitespace(c) || FORBIDDEN.indexOf(c) >= 0)
        .boxed()
        .findFirst()
        .flatMap(c -> illegal(field, "The id " + id + " has a character that no id may have."));
  }

  private static Optional<Problem> illegal(String field, String message) {
    return Optional.of(new Problem(Reason.ILLEGAL_ID, field, message));
  }
}
