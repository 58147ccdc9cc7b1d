package io.nsxsim.catalogue.gateways;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Companion;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tier-0 gateways and VRFs, which are tier-0s with a {@code vrf_config}.
 *
 * <p>Source: the API reference's words on {@code internal_transit_subnets}, {@code transit_subnets}
 * (always inherited by a VRF) and {@code ha_mode} (its change switches inter-SR iBGP).
 */
@Component
final class Tier0Behaviour implements Behaviour {

  private static final List<String> INHERITED =
      List.of("ha_mode", "failover_mode", "transit_subnets", "internal_transit_subnets");

  @Override
  public Set<String> kinds() {
    return Set.of("Tier0");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    parentOf(document, around).ifPresent(parent -> inherit(document, parent));
    if (!Fields.isSet(document, "internal_transit_subnets")) {
      boolean activeActive = Fields.is(document, "ha_mode", "ACTIVE_ACTIVE");
      document
          .putArray("internal_transit_subnets")
          .add(activeActive ? "169.254.0.0/24" : "169.254.0.0/28");
    }
  }

  private static void inherit(ObjectNode vrf, JsonNode parent) {
    for (String field : INHERITED) {
      if (parent.has(field)) {
        vrf.set(field, parent.get(field).deepCopy());
      }
    }
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    if (parentOf(document, around).filter(parent -> parent.has("vrf_config")).isPresent()) {
      problems.accept(
          Problem.conflict(
              "/vrf_config/tier0_path", "A VRF belongs to a tier-0 that is no VRF itself."));
    }
  }

  @Override
  public List<Companion> companions(JsonNode document, Surroundings around) {
    PolicyPath path = Fields.ownPath(document);
    List<Companion> companions = new ArrayList<>(NatSections.of(path, document));
    DefaultGatewayPolicy.of(document, around).ifPresent(companions::add);
    for (JsonNode services : around.in(path.child("locale-services"))) {
      companions.add(new Companion.Refreshed(Fields.ownPath(services).child("bgp")));
    }
    for (JsonNode mention : around.mentioning(path, "tier0_path")) {
      if (mention.has("vrf_config")) {
        companions.add(new Companion.Refreshed(Fields.ownPath(mention)));
      }
    }
    return companions;
  }

  private static Optional<JsonNode> parentOf(JsonNode document, Surroundings around) {
    return Fields.target(document.path("vrf_config"), "tier0_path", around);
  }
}
