package io.nsxsim.web.policy;

import io.nsxsim.catalogue.Catalogue;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Answers 404 at addresses that came with a later release of NSX than the server is, whichever
 * controller would answer otherwise.
 */
@Configuration(proxyBeanMethods = false)
class OfferedPaths implements WebMvcConfigurer {

  private static final String PREFIX = "/policy/api/v1";

  private final Catalogue catalogue;

  OfferedPaths(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(
            new HandlerInterceptor() {
              @Override
              public boolean preHandle(
                  HttpServletRequest request, HttpServletResponse response, Object handler) {
                check(RequestPath.below(PREFIX, request.getRequestURI()));
                return true;
              }
            })
        .addPathPatterns(PREFIX + "/**");
  }

  private void check(PolicyPath path) {
    if (!catalogue.offers(path)) {
      throw new Refusal(Reason.NO_SUCH_RESOURCE, "This release of NSX knows no " + path + ".");
    }
  }
}
