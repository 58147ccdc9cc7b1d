package io.nsxsim.catalogue.routing;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * A tenant's VLANs and the network identifiers they become: as many of one as of the other, from
 * the tenant's pool.
 *
 * <p>Source: the API reference on {@code VlanVniRangePair}.
 */
@Component
final class EvpnTenantBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("EvpnTenantConfig");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    Optional<JsonNode> pool = Fields.target(document, "vni_pool_path", around);
    JsonNode mappings = document.path("mappings");
    for (int i = 0; i < mappings.size(); i++) {
      String field = "/mappings/" + i + "/vnis";
      Optional<Run> identifiers = Run.parse(mappings.get(i).path("vnis").asString(""));
      Optional<Run> networks = Run.parse(mappings.get(i).path("vlans").asString(""));
      if (identifiers.isEmpty()) {
        problems.accept(Problem.invalid(field, "It is a number, or two with a dash between."));
      } else if (networks.filter(run -> run.size() != identifiers.get().size()).isPresent()) {
        problems.accept(Problem.conflict(field, "There are as many identifiers as VLANs."));
      } else if (pool.filter(found -> !identifiers.get().isIn(found)).isPresent()) {
        problems.accept(Problem.conflict(field, "The pool does not have these identifiers."));
      }
    }
  }

  /** Numbers in a row. */
  private record Run(long first, long last) {

    static Optional<Run> parse(String text) {
      if (!text.matches("\\d{1,9}(-\\d{1,9})?")) {
        return Optional.empty();
      }
      int dash = text.indexOf('-');
      long first = Long.parseLong(dash < 0 ? text : text.substring(0, dash));
      long last = dash < 0 ? first : Long.parseLong(text.substring(dash + 1));
      return first <= last ? Optional.of(new Run(first, last)) : Optional.empty();
    }

    long size() {
      return last - first + 1;
    }

    boolean isIn(JsonNode pool) {
      return first >= pool.path("start").asLong(0) && last <= pool.path("end").asLong(0);
    }
  }
}
