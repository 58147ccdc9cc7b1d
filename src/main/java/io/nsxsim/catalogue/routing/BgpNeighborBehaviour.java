package io.nsxsim.catalogue.routing;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.catalogue.addresses.PrefixedAddress;
import io.nsxsim.catalogue.gateways.GatewayAddresses;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * BGP peers: an address that is not the gateway's own and no other peer's.
 *
 * <p>Source: the API reference on {@code source_addresses}, which a peer more than one hop away
 * needs. Whether they are the gateway's is not checked: they may come from a VPN's tunnel.
 */
@Component
final class BgpNeighborBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("BgpNeighborConfig");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    if (document.path("maximum_hop_limit").asLong(1) > 1
        && !Fields.isSet(document, "source_addresses")) {
      problems.accept(
          Problem.missing("/source_addresses", "A peer beyond one hop needs source_addresses."));
    }
    AddressRun.address(document.path("neighbor_address").asString(""))
        .ifPresent(address -> checkAddress(address, document, around, problems));
  }

  private static void checkAddress(
      AddressRun address, JsonNode document, Surroundings around, Consumer<Problem> problems) {
    if (ownAddresses(document, around).contains(address)) {
      problems.accept(Problem.conflict("/neighbor_address", "The neighbor is the gateway itself."));
    }
    PolicyPath own = Fields.ownPath(document);
    List<JsonNode> neighbors = around.in(Fields.parentPath(document).child("neighbors"));
    boolean taken =
        neighbors.stream()
            .filter(other -> !Fields.ownPath(other).equals(own))
            .flatMap(other -> Fields.text(other, "neighbor_address").stream())
            .anyMatch(other -> AddressRun.address(other).filter(address::equals).isPresent());
    if (taken) {
      problems.accept(
          Problem.conflict("/neighbor_address", "The address is a neighbor's already."));
    }
  }

  private static Set<AddressRun> ownAddresses(JsonNode document, Surroundings around) {
    return around
        .find(Fields.parentPath(document))
        .flatMap(bgp -> around.find(Fields.parentPath(bgp)))
        .map(services -> GatewayAddresses.interfaces(Fields.parentPath(services), around))
        .orElse(List.of())
        .stream()
        .flatMap(found -> GatewayAddresses.ofInterface(found).stream())
        .map(PrefixedAddress::alone)
        .collect(Collectors.toSet());
  }
}
