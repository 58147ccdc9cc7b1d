package io.nsxsim.catalogue.routing;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Multicast: a tier-0 that takes part needs addresses to replicate to; hosts answer a query before
 * the next one.
 *
 * <p>Source: the API reference on {@code replication_multicast_range} and {@code
 * query_max_response_time}.
 */
@Component
final class MulticastBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("PolicyMulticastConfig", "PolicyIgmpProfile");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    if (document.path("enabled").asBoolean(false)
        && !Fields.isSet(document, "replication_multicast_range")) {
      problems.accept(
          Problem.missing("/replication_multicast_range", "Multicast needs addresses."));
    }
    if (document.has("query_interval")
        && document.path("query_max_response_time").asLong(0)
            >= document.path("query_interval").asLong(0)) {
      problems.accept(
          Problem.conflict("/query_max_response_time", "It is shorter than the interval."));
    }
  }
}
