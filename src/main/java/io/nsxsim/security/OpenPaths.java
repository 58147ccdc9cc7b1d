package io.nsxsim.security;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The addresses that are readable without a login: Swagger UI with the documents it shows, and the
 * health report that a container platform asks for. A real manager wants a login for these too.
 */
final class OpenPaths {

  private static final Set<String> EXACT =
      Set.of(
          "/",
          "/favicon.ico",
          "/swagger-ui",
          "/swagger-ui.html",
          "/v3/api-docs",
          "/api/v1/reverse-proxy/node/health");
  private static final List<String> BELOW = List.of("/swagger-ui/", "/v3/api-docs/", "/openapi/");

  /** No escapes, path parameters or dot segments: such a path means the same to every reader. */
  private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*/?");

  private OpenPaths() {}

  /** Tells whether a path, as it stands in the request line, is open. */
  static boolean isOpen(String path) {
    return EXACT.contains(path)
        || (BELOW.stream().anyMatch(path::startsWith) && PLAIN.matcher(path).matches());
  }
}
