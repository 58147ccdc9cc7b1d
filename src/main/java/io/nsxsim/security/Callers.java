package io.nsxsim.security;

import io.nsxsim.engine.Author;
import jakarta.servlet.http.HttpServletRequest;

/** Who has sent a request that was let in. */
public final class Callers {

  private static final String ATTRIBUTE = "nsxsim.caller";
  private static final String OVERWRITE = "X-Allow-Overwrite";

  private Callers() {}

  /**
   * The author of what a request changes: admin, or the principal identity whose certificate came
   * with it. With the header {@code X-Allow-Overwrite: true} it changes what is another's own.
   */
  public static Author of(HttpServletRequest request) {
    Author caller =
        request.getAttribute(ATTRIBUTE) instanceof Author identity
            ? identity
            : Author.client("admin");
    return Boolean.parseBoolean(request.getHeader(OVERWRITE)) ? caller.overwritingOthers() : caller;
  }

  static void set(HttpServletRequest request, Author identity) {
    request.setAttribute(ATTRIBUTE, identity);
  }
}
