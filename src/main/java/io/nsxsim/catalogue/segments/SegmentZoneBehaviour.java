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
 * VLANs and transport zones of segments belong together. A segment in a VLAN zone names its VLANs;
 * one in an overlay may, for the tags that its machines set themselves.
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
    if (hasVlans && !hasGateway(document) && !Fields.isSet(document, "transport_zone_path")) {
      problems.accept(
          Problem.missing("/transport_zone_path", "A VLAN segment names its transport zone."));
    }
    if (zone.isEmpty()) {
      return;
    }
    boolean vlanZone = Fields.is(zone.get(), "tz_type", "VLAN_BACKED");
    if (vlanZone && !hasVlans) {
      problems.accept(Problem.missing("/vlan_ids", "A segment in a VLAN zone names its VLANs."));
    }
    if (vlanZone && hasGateway(document)) {
      problems.accept(
          Problem.conflict("/connectivity_path", "A VLAN segment is below no gateway."));
    }
  }

  private static boolean hasGateway(JsonNode segment) {
    return Fields.isSet(segment, "connectivity_path");
  }
}
