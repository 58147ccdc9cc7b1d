package io.nsxsim.catalogue.fabric;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Transport zones carry overlays or VLANs; two fields say so.
 *
 * <p>Source: the API reference on {@code transport_zone_type}, which fills {@code tz_type} and is
 * filled by it, and on {@code uplink_teaming_policy_names}.
 */
@Component
final class TransportZoneBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("PolicyTransportZone");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    Optional<String> type = Fields.text(document, "tz_type");
    Optional<String> family = Fields.text(document, "transport_zone_type");
    if (type.isEmpty() && family.isPresent()) {
      document.put("tz_type", family.get().equals("VLAN") ? "VLAN_BACKED" : "OVERLAY_BACKED");
    }
    if (type.isPresent() && !type.get().equals("UNKNOWN")) {
      document.put("transport_zone_type", type.get().equals("VLAN_BACKED") ? "VLAN" : "OVERLAY");
    }
    if (!document.has("nsx_id")) {
      document.put("nsx_id", document.path("unique_id").asString(""));
    }
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    if (!Fields.isSet(document, "tz_type")) {
      problems.accept(Problem.missing("/tz_type", "A transport zone is an overlay or of VLANs."));
    }
    boolean vlan = Fields.is(document, "tz_type", "VLAN_BACKED");
    if (!vlan && Fields.isSet(document, "uplink_teaming_policy_names")) {
      problems.accept(
          Problem.conflict(
              "/uplink_teaming_policy_names", "Only VLAN zones have named teaming policies."));
    }
    boolean wasVlan =
        around
            .previous(Fields.ownPath(document))
            .map(before -> Fields.is(before, "tz_type", "VLAN_BACKED"))
            .orElse(vlan);
    if (vlan != wasVlan) {
      problems.accept(Problem.conflict("/tz_type", "A zone stays what it was made for."));
    }
  }
}
