package io.nsxsim.catalogue.nat;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.catalogue.segments.SegmentSubnets;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * NAT rules of gateways. A tier-1 without an edge cluster takes NAT rules; they just do nothing.
 *
 * <p>Source: the API reference on {@code PolicyNatRule}.
 */
@Component
final class NatRuleBehaviour implements Behaviour {

  private static final Set<String> STATEFUL = Set.of("SNAT", "DNAT");

  @Override
  public Set<String> kinds() {
    return Set.of("PolicyNatRule");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    String action = document.path("action").asString("");
    NatActions.check(document, problems);
    checkGateway(action, document, around, problems);
  }

  private static void checkGateway(
      String action, JsonNode document, Surroundings around, Consumer<Problem> problems) {
    PolicyPath gateway =
        around.find(Fields.parentPath(document)).map(Fields::parentPath).orElseThrow();
    boolean stateless =
        around
            .find(gateway)
            .filter(tier0 -> Fields.is(tier0, "resource_type", "Tier0"))
            .filter(tier0 -> Fields.is(tier0, "ha_mode", "ACTIVE_ACTIVE"))
            .filter(tier0 -> !tier0.path("stateful_services").path("enabled").asBoolean(false))
            .isPresent();
    if (stateless && STATEFUL.contains(action)) {
      problems.accept(
          Problem.conflict(
              "/action", "An ACTIVE_ACTIVE tier-0 keeps no state and takes only REFLEXIVE."));
    }
    if (action.equals("DNAT")) {
      checkSegments(document, gateway, around, problems);
    }
  }

  /** Source: a real manager's answer, code 500105, to such a rule. */
  private static void checkSegments(
      JsonNode document, PolicyPath gateway, Surroundings around, Consumer<Problem> problems) {
    for (AddressRun original : NatActions.networks(document, "destination_network")) {
      SegmentSubnets.below(gateway, around)
          .otherUser(original, Fields.ownPath(document))
          .ifPresent(segment ->
              problems.accept(
                  Problem.conflict(
                      "/destination_network", "The address is one of " + segment + ".")));
    }
  }
}
