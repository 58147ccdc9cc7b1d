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
 * Route maps: an entry matches by prefixes or by communities.
 *
 * <p>Source: the API reference on {@code RouteMapEntry}.
 */
@Component
final class RouteMapBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("Tier0RouteMap");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    JsonNode entries = document.path("entries");
    for (int i = 0; i < entries.size(); i++) {
      if (Fields.isSet(entries.get(i), "community_list_matches")
          && Fields.isSet(entries.get(i), "prefix_list_matches")) {
        problems.accept(
            Problem.conflict(
                "/entries/" + i + "/prefix_list_matches",
                "An entry matches prefixes or communities, not both."));
      }
    }
  }
}
