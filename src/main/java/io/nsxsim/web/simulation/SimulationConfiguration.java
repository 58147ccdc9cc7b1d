package io.nsxsim.web.simulation;

import io.nsxsim.simulation.Options;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the options of the simulation, which all who trace share. */
@Configuration(proxyBeanMethods = false)
class SimulationConfiguration {

  @Bean
  Options simulationOptions(SimulationSettings settings) {
    return settings.options();
  }
}
