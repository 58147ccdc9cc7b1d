package io.nsxsim.web;

import static org.springframework.web.accept.ContentNegotiationStrategy.MEDIA_TYPE_ALL_LIST;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How requests meet controllers. */
@Configuration(proxyBeanMethods = false)
class WebSettings implements WebMvcConfigurer {

  private static final Validator NOTHING_TO_VALIDATE =
      Validator.forInstanceOf(Object.class, (target, errors) -> {});

  /** As in NSX, an address decides the format of its answer and no {@code Accept} changes it. */
  @Override
  public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
    configurer.strategies(List.of(request -> MEDIA_TYPE_ALL_LIST));
  }

  /** The contract validates, no annotation does; setting up an unused validator takes its time. */
  @Override
  public Validator getValidator() {
    return NOTHING_TO_VALIDATE;
  }

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addRedirectViewController("/", "/swagger-ui/index.html");
  }
}
