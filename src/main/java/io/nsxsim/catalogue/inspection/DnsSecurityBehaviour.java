package io.nsxsim.catalogue.inspection;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * How long the answers of DNS are remembered: for ever (0), or an hour and more.
 *
 * <p>Source: the API reference on {@code DnsSecurityProfile.ttl}.
 */
@Component
final class DnsSecurityBehaviour implements Behaviour {

  private static final int SHORTEST = 3600;

  @Override
  public Set<String> kinds() {
    return Set.of("DnsSecurityProfile");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    long seconds = document.path("ttl").asLong(0);
    if (seconds > 0 && seconds < SHORTEST) {
      problems.accept(Problem.invalid("/ttl", "It is 0 or from " + SHORTEST + " on."));
    }
  }
}
