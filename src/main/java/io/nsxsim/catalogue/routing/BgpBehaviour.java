package io.nsxsim.catalogue.routing;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.path.PolicyPath;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tier-0's BGP. Its service routers peer with one another when all of them are active.
 *
 * <p>Source: the API reference on {@code inter_sr_ibgp} and {@code Tier0.ha_mode}: a change of the
 * mode switches it on or off.
 */
@Component
final class BgpBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("BgpRoutingConfig");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    PolicyPath tier0 =
        around
            .find(Fields.parentPath(document))
            .map(Fields::parentPath)
            .orElseGet(() -> Fields.parentPath(document));
    Optional<String> now = around.find(tier0).flatMap(found -> Fields.text(found, "ha_mode"));
    Optional<String> before =
        around.previous(tier0).flatMap(found -> Fields.text(found, "ha_mode"));
    boolean changed = before.isPresent() && !before.equals(now);
    if (now.isPresent() && (changed || !document.has("inter_sr_ibgp"))) {
      document.put("inter_sr_ibgp", now.get().equals("ACTIVE_ACTIVE"));
    }
  }
}
