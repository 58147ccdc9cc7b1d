package io.nsxsim.catalogue.profiles;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Quality of service of ports: a limiter for each direction at most, whose peak is not below its
 * average.
 *
 * <p>Source: the API reference on {@code shaper_configurations} and {@code peak_bandwidth}.
 */
@Component
final class QosProfileBehaviour implements Behaviour {

  private static final String LIMITERS = "shaper_configurations";

  @Override
  public Set<String> kinds() {
    return Set.of("QosProfile");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    Set<String> seen = new HashSet<>();
    JsonNode limiters = document.path(LIMITERS);
    for (int i = 0; i < limiters.size(); i++) {
      String field = "/" + LIMITERS + "/" + i;
      JsonNode limiter = limiters.get(i);
      if (!seen.add(limiter.path("resource_type").asString(""))) {
        problems.accept(
            Problem.conflict(field + "/resource_type", "There is such a limiter already."));
      }
      if (limiter.path("peak_bandwidth").asLong(0) < limiter.path("average_bandwidth").asLong(0)) {
        problems.accept(
            Problem.conflict(field + "/peak_bandwidth", "The peak is below the average."));
      }
    }
  }
}
