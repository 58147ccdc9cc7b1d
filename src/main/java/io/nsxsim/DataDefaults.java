package io.nsxsim;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Derives database and certificate file from {@code nsxsim.data}, below every other setting. */
final class DataDefaults implements EnvironmentPostProcessor, Ordered {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    DataLocation location = Binder.get(environment).bindOrCreate("nsxsim", DataLocation.class);
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("nsxsim.data", location.defaults()));
  }

  /** After the configuration files have been read. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
