package io.nsxsim.engine;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import java.util.Locale;

/** Where a policy or rule is moved to; the names in lower case are those of the API. */
public enum Position {
  /** Before all others. */
  INSERT_TOP,
  /** Behind all others. */
  INSERT_BOTTOM,
  /** Right before another. */
  INSERT_BEFORE,
  /** Right behind another. */
  INSERT_AFTER;

  /** Reads the parameter {@code operation}; nothing means the top. */
  public static Position of(String operation) {
    for (Position position : values()) {
      if (position.name().toLowerCase(Locale.ROOT).equals(operation)) {
        return position;
      }
    }
    if (operation.isEmpty()) {
      return INSERT_TOP;
    }
    throw new Refusal(
        Reason.INVALID_PARAMETER,
        "operation is insert_top, insert_bottom, insert_before or insert_after, not "
            + operation
            + ".");
  }
}
