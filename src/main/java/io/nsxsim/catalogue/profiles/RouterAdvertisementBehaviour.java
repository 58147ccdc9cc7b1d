package io.nsxsim.catalogue.profiles;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What gateways tell IPv6 hosts. An address is preferred no longer than it is valid.
 *
 * <p>Source: the API reference on {@code RAConfig.prefix_preferred_time}.
 */
@Component
final class RouterAdvertisementBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("Ipv6NdraProfile");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    JsonNode advertised = document.path("ra_config");
    if (advertised.path("prefix_preferred_time").asLong(0)
        > advertised.path("prefix_lifetime").asLong(Long.MAX_VALUE)) {
      problems.accept(
          Problem.conflict(
              "/ra_config/prefix_preferred_time", "Preferred longer than the prefix is valid."));
    }
  }
}
