package io.nsxsim.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;

/**
 * Logged-in sessions: those of the servlet container, each with the XSRF token that goes with it.
 */
final class Sessions {

  private static final String TOKEN = "nsxsim.xsrf-token";

  private Sessions() {}

  /** Starts a session, which also sets its cookie, and answers the new token. */
  static String start(HttpServletRequest request) {
    end(request);
    String token = UUID.randomUUID().toString();
    request.getSession(true).setAttribute(TOKEN, token);
    return token;
  }

  /** The token of the session that the request's cookie names, empty if there is none. */
  static Optional<String> token(HttpServletRequest request) {
    return session(request).map(session -> (String) session.getAttribute(TOKEN));
  }

  /** Ends the session that the request's cookie names, if there is one. */
  static void end(HttpServletRequest request) {
    session(request).ifPresent(HttpSession::invalidate);
  }

  private static Optional<HttpSession> session(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false));
  }
}
