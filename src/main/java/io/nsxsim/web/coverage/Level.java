package io.nsxsim.web.coverage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How well an operation is served. */
enum Level {
  /** As NSX does it: defaults, rules, references; a test shows what is refused and filled in. */
  FULL,
  /** Checked against the contract, stored and given back, and no more. */
  STORED,
  /** Answered as a system in good health answers, whatever is configured. */
  HEALTHY,
  /** Not served: 404 or 405. */
  ABSENT;

  @JsonValue
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
