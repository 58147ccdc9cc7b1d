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
 * How a tier-0 takes part in an EVPN: in line with identifiers of a pool, or as a route server for
 * a tenant.
 *
 * <p>Source: the API reference on {@code EvpnConfig.mode} and {@code EvpnEncapConfig}.
 */
@Component
final class EvpnBehaviour implements Behaviour {

  private static final String ENCAPSULATION = "encapsulation_method";

  @Override
  public Set<String> kinds() {
    return Set.of("EvpnConfig");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    JsonNode encapsulation = document.path(ENCAPSULATION);
    switch (document.path("mode").asString("")) {
      case "INLINE" -> require("vni_pool_path", encapsulation, problems);
      case "ROUTE_SERVER" -> require("evpn_tenant_config_path", encapsulation, problems);
      default -> {}
    }
  }

  private static void require(String field, JsonNode encapsulation, Consumer<Problem> problems) {
    if (!Fields.isSet(encapsulation, field)) {
      problems.accept(
          Problem.missing("/" + ENCAPSULATION + "/" + field, "This mode needs " + field + "."));
    }
  }
}
