package io.nsxsim.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nsxsim.engine.Author;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets nobody in without a login and answers the two session addresses.
 *
 * <p>A valid {@code Authorization} header is enough by itself, whatever cookie comes along. Without
 * one, a request needs the TLS certificate of a principal identity, or the cookie of a session
 * together with the session's {@code X-XSRF-TOKEN}. As NSX does, both missing and wrong credentials
 * are 403 with code 403, a bad token 403 with code 98.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LoginFilter extends HttpFilter {

  private static final long serialVersionUID = 1;
  private static final String CREATE = "/api/session/create";
  private static final String DESTROY = "/api/session/destroy";
  private static final String TOKEN_HEADER = "X-XSRF-TOKEN";

  /** Far more than any name and password; what is longer is no login. */
  private static final int LONGEST_FORM = 16 * 1024;

  private final transient AdminAccount account;
  private final transient PrincipalIdentities identities;
  private final transient RefusalWriter refusals;

  LoginFilter(AdminAccount account, PrincipalIdentities identities, RefusalWriter refusals) {
    this.account = account;
    this.identities = identities;
    this.refusals = refusals;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Refusal> refusal = isLogin(request) ? logIn(request, response) : refusalOf(request);
    if (refusal.isPresent()) {
      refusals.write(refusal.get(), response);
    } else if (isLogout(request)) {
      Sessions.end(request);
    } else if (!isLogin(request)) {
      chain.doFilter(request, response);
    }
  }

  private static boolean isLogin(HttpServletRequest request) {
    return request.getRequestURI().equals(CREATE) && request.getMethod().equals("POST");
  }

  private static boolean isLogout(HttpServletRequest request) {
    return request.getRequestURI().equals(DESTROY) && request.getMethod().equals("POST");
  }

  /**
   * Only the form counts: the Terraform provider sends a Basic header with it whose name and
   * password are percent-escaped and match nothing.
   */
  private Optional<Refusal> logIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String form = new String(request.getInputStream().readNBytes(LONGEST_FORM), UTF_8);
    if (!account.acceptsForm(form)) {
      return Optional.of(wrongCredentials());
    }
    response.setHeader(TOKEN_HEADER, Sessions.start(request));
    return Optional.empty();
  }

  private Optional<Refusal> refusalOf(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    if (authorization != null && account.acceptsHeader(authorization)) {
      return Optional.empty();
    }
    if (OpenPaths.isOpen(request.getRequestURI())) {
      return Optional.empty();
    }
    Optional<Author> identity = identities.of(request);
    if (identity.isPresent()) {
      Callers.set(request, identity.get());
      return Optional.empty();
    }
    Optional<String> token = Sessions.token(request);
    if (token.isEmpty()) {
      return Optional.of(wrongCredentials());
    }
    return hasToken(request, token.get())
        ? Optional.empty()
        : Optional.of(
            new Refusal(Reason.BAD_XSRF_TOKEN, "The X-XSRF-TOKEN header is not the session's"));
  }

  private static boolean hasToken(HttpServletRequest request, String expected) {
    String given = request.getHeader(TOKEN_HEADER);
    return given != null && MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
  }

  private static Refusal wrongCredentials() {
    return new Refusal(
        Reason.UNAUTHENTICATED,
        "Log in as admin: with a Basic header, or with a session of POST " + CREATE);
  }
}
