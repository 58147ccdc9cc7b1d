package io.nsxsim.web;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses what no controller should have to think of: in an address of the NSX APIs an escaped
 * slash, because ids are parts of paths there and no id has one; anywhere a body of type <code>
 * *&#47;*</code>, which is none.
 */
@Component
@Order(1)
final class RequestChecks extends HttpFilter {

  private static final long serialVersionUID = 1;

  private final transient ErrorAnswers answers;

  RequestChecks(ErrorAnswers answers) {
    this.answers = answers;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Refusal> refusal = check(request);
    if (refusal.isPresent()) {
      answers.write(refusal.get(), response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static Optional<Refusal> check(HttpServletRequest request) {
    String address = request.getRequestURI();
    boolean nsx = address.startsWith("/policy/api/") || address.startsWith("/api/");
    if (nsx && address.toLowerCase(Locale.ROOT).contains("%2f")) {
      return Optional.of(new Refusal(Reason.ILLEGAL_ID, "No id has a slash: " + address + "."));
    }
    String type = request.getContentType();
    if (type != null && type.indexOf('*') >= 0) {
      return Optional.of(
          new Refusal(Reason.UNSUPPORTED_MEDIA_TYPE, "A body is of one type, not " + type + "."));
    }
    return Optional.empty();
  }
}
