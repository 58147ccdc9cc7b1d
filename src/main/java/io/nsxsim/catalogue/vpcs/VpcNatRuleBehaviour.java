package io.nsxsim.catalogue.vpcs;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.catalogue.nat.NatActions;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * NAT rules of VPCs and transit gateways. What a VPC is reached by, or appears as, is an address
 * that it has been given.
 *
 * <p>Source: the API reference on {@code destination_network} and {@code translated_network} of
 * {@code PolicyVpcNatRule}.
 */
@Component
final class VpcNatRuleBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("PolicyVpcNatRule", "TransitGatewayNatRule");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    NatActions.check(document, problems);
    String action = document.path("action").asString("");
    if (action.equals("REFLEXIVE") && Fields.isSet(document, "destination_network")) {
      problems.accept(
          Problem.conflict("/destination_network", "REFLEXIVE has no destination_network."));
    }
    if (Fields.is(document, "resource_type", "PolicyVpcNatRule")) {
      checkExternal(action, document, around, problems);
    }
  }

  private static void checkExternal(
      String action, JsonNode document, Surroundings around, Consumer<Problem> problems) {
    String field =
        switch (action) {
          case "DNAT" -> "destination_network";
          case "SNAT", "REFLEXIVE" -> "translated_network";
          default -> "";
        };
    PolicyPath vpc = around.find(Fields.parentPath(document)).map(Fields::parentPath).orElseThrow();
    Optional<AddressRun> external = Fields.text(document, field).flatMap(AddressRun::element);
    if (field.isEmpty() || external.isEmpty()) {
      return;
    }
    boolean held =
        around.in(vpc.child("ip-address-allocations")).stream()
            .flatMap(one -> AddressRun.list(one.path("allocation_ips").asString("")).stream())
            .anyMatch(run -> run.contains(external.get()));
    if (!held) {
      problems.accept(
          Problem.conflict("/" + field, "The VPC has not been allocated this address."));
    }
  }
}
