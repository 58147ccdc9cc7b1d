package io.nsxsim.web.realization;

import io.nsxsim.realization.Faults;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The header {@code nsxsim-realization} says what becomes of all that its request writes. */
@Component
class RequestFaults implements HandlerInterceptor, WebMvcConfigurer {

  private static final String HEADER = "nsxsim-realization";

  private final Faults faults;

  RequestFaults(Faults faults) {
    this.faults = faults;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/policy/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String header = request.getHeader(HEADER);
    if (header != null) {
      faults.beginRequest(Effects.read(header));
    }
    return true;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    if (request.getHeader(HEADER) != null) {
      faults.endRequest();
    }
  }
}
