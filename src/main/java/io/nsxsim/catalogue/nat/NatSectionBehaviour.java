package io.nsxsim.catalogue.nat;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Surroundings;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** A NAT section's id is its type; a client that mentions the section need not say it. */
@Component
final class NatSectionBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("PolicyNat", "TransitGatewayNat");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    document.put("nat_type", document.path("id").asString(""));
  }
}
