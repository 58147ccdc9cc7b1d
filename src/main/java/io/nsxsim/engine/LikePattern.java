package io.nsxsim.engine;

import io.nsxsim.path.PolicyPath;

/** Patterns for SQL's {@code like … escape '!'}. */
final class LikePattern {

  private LikePattern() {}

  /** Everything strictly below a path. */
  static String below(PolicyPath path) {
    String literal = path.value().replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return literal + "/%";
  }
}
