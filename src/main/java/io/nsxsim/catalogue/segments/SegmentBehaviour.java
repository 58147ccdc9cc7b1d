package io.nsxsim.catalogue.segments;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.PrefixedAddress;
import io.nsxsim.path.PolicyPath;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What NSX works out of a segment's other fields.
 *
 * <p>Source: the API reference on {@code transport_zone_path} (the default overlay zone where none
 * is named) and {@code type}.
 */
@Component
final class SegmentBehaviour implements Behaviour {

  private static final PolicyPath ZONES =
      new PolicyPath("/infra/sites/default/enforcement-points/default/transport-zones");

  @Override
  public Set<String> kinds() {
    return Set.of("Segment");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    PolicyPath parent = Fields.parentPath(document);
    if (parent.value().contains("/tier-1s/") || parent.value().contains("/tier-0s/")) {
      document.put("connectivity_path", parent.value());
    }
    if (!Fields.isSet(document, "transport_zone_path")) {
      defaultZone(document, around)
          .ifPresent(zone -> document.put("transport_zone_path", zone.value()));
    }
    Fields.objects(document.path("subnets")).forEach(SegmentBehaviour::setNetwork);
    document.put("type", type(document));
  }

  /** The default overlay, or, for VLANs of a project, the default VLAN zone. */
  private static Optional<PolicyPath> defaultZone(JsonNode segment, Surroundings around) {
    if (!Fields.isSet(segment, "vlan_ids") || Fields.isSet(segment, "connectivity_path")) {
      return defaultZone("OVERLAY", around);
    }
    boolean inProject = Fields.ownPath(segment).value().startsWith("/orgs/");
    return inProject ? defaultZone("VLAN", around) : Optional.empty();
  }

  private static Optional<PolicyPath> defaultZone(String type, Surroundings around) {
    return around.in(ZONES).stream()
        .filter(zone -> zone.path("is_default").asBoolean(false))
        .filter(zone -> zone.path("tz_type").asString("").startsWith(type))
        .map(Fields::ownPath)
        .findFirst();
  }

  private static void setNetwork(ObjectNode subnet) {
    subnet.remove("network");
    PrefixedAddress.parse(subnet.path("gateway_address").asString(""))
        .ifPresent(gateway -> subnet.put("network", gateway.networkText()));
  }

  private static String type(JsonNode document) {
    boolean routed = Fields.isSet(document, "connectivity_path");
    JsonNode extension = document.path("l2_extension");
    boolean extended =
        Fields.isSet(extension, "l2vpn_paths") || Fields.isSet(extension, "l2vpn_path");
    if (extended) {
      return routed ? "ROUTED_AND_EXTENDED" : "EXTENDED";
    }
    return routed ? "ROUTED" : "DISCONNECTED";
  }
}
