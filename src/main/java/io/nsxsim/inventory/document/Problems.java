package io.nsxsim.inventory.document;

import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a document, up to a number that a person can still read. */
final class Problems {

  private static final int LIMIT = 100;

  private final List<Problem> found = new ArrayList<>();

  void add(Reason reason, String pointer, String message) {
    if (found.size() < LIMIT) {
      found.add(new Problem(reason, pointer, message));
    }
  }

  void invalid(String pointer, String message) {
    add(Reason.INVALID_VALUE, pointer, message);
  }

  /** Ends the request if anything was wrong. */
  void refuse() {
    if (!found.isEmpty()) {
      throw new Refusal(found);
    }
  }
}
