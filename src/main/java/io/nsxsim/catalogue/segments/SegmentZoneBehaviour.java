package io.nsxsim.catalogue.segments;

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
 * VLANs and transport zones of segments belong together.
 *
 * <p>Source: the API reference on {@code vlan_ids}, {@code transport_zone_path} and {@code
 * connectivity_path}.
 */
@Component
final class SegmentZoneBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("Segment");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    boolean hasVlans = Fields.isSet(document, "vlan_ids");
    Optional<JsonNode> zone = Fields.target(document, "transport_zone_path", around);
    if (hasVlans && !Fields.isSet(document, "transport_zone_path")) {
      problems.accept(
          Problem.missing("/transport_zone_path", "A VLAN segment names its transport zone."));
    }
    if (zone.isEmpty()) {
      return;
    }
    boolean vlanZone = Fields.is(zone.get(), "tz_type", "VLAN_BACKED");
    if (hasVlans && !vlanZone) {
      problems.accept(Problem.conflict("/vlan_ids", "The transport zone is an overlay."));
    }
    if (vlanZone && !hasVlans) {
      problems.accept(Problem.missing("/vlan_ids", "A segment in a VLAN zone names its VLANs."));
    }
    if (vlanZone && Fields.isSet(document, "connectivity_path")) {
      problems.accept(
          Problem.conflict("/connectivity_path", "A VLAN segment is below no gateway."));
    }
  }
}
