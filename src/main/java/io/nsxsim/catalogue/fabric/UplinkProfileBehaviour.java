package io.nsxsim.catalogue.fabric;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Uplink profiles: the uplinks of a link aggregation group are named after the group and counted
 * from 0, as answers of real managers in public documents show.
 */
@Component
final class UplinkProfileBehaviour implements Behaviour {

  private static final int MOST = 32;

  @Override
  public Set<String> kinds() {
    return Set.of("PolicyBaseHostSwitchProfile");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    for (JsonNode lag : document.path("lags")) {
      long count = lag.path("number_of_uplinks").asLong(0);
      if (lag instanceof ObjectNode group && count > 0 && count <= MOST) {
        ArrayNode uplinks = group.putArray("uplinks");
        for (int i = 0; i < count; i++) {
          uplinks
              .addObject()
              .put("uplink_name", lag.path("name").asString("") + "-" + i)
              .put("uplink_type", "PNIC");
        }
      }
    }
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    checkStandby(document.path("teaming"), "/teaming", problems);
    JsonNode named = document.path("named_teamings");
    for (int i = 0; i < named.size(); i++) {
      checkStandby(named.path(i), "/named_teamings/" + i, problems);
    }
  }

  /** Who spreads machines over all uplinks has none to spare. */
  private static void checkStandby(JsonNode teaming, String field, Consumer<Problem> problems) {
    if (Fields.isSet(teaming, "standby_list") && !Fields.is(teaming, "policy", "FAILOVER_ORDER")) {
      problems.accept(
          Problem.conflict(
              field + "/standby_list", "Only a failover order has uplinks standing by."));
    }
  }
}
