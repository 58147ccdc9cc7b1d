package io.nsxsim.catalogue.gateways;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.PrefixedAddress;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The addresses of a gateway's interfaces: each fits its prefix and is there once. */
@Component
final class InterfaceBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("Tier0Interface", "Tier1Interface", "ServiceInterface");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    Set<Object> taken = takenByOthers(document, around);
    JsonNode subnets = document.path("subnets");
    for (int i = 0; i < subnets.size(); i++) {
      List<String> addresses = Fields.texts(subnets.get(i), "ip_addresses");
      String length = subnets.get(i).path("prefix_len").asString("");
      for (int j = 0; j < addresses.size(); j++) {
        String field = "/subnets/" + i + "/ip_addresses/" + j;
        PrefixedAddress.of(addresses.get(j), length)
            .ifPresentOrElse(
                address -> checkAddress(address, field, taken, problems),
                () -> problems.accept(Problem.invalid(field, "The prefix length does not fit.")));
      }
    }
  }

  private static void checkAddress(
      PrefixedAddress address, String field, Set<Object> taken, Consumer<Problem> problems) {
    if (address.isNoHost()) {
      problems.accept(
          Problem.invalid(field, address.address() + " is no host of " + address.networkText()));
    }
    if (!taken.add(address.address())) {
      problems.accept(
          Problem.conflict(field, "The gateway has " + address.address() + " elsewhere already."));
    }
  }

  private static Set<Object> takenByOthers(JsonNode document, Surroundings around) {
    PolicyPath own = Fields.ownPath(document);
    Set<Object> taken = new HashSet<>();
    for (JsonNode other : GatewayAddresses.interfaces(gateway(document, around), around)) {
      if (!Fields.ownPath(other).equals(own)) {
        GatewayAddresses.ofInterface(other).forEach(address -> taken.add(address.address()));
      }
    }
    return taken;
  }

  private static PolicyPath gateway(JsonNode document, Surroundings around) {
    PolicyPath services = Fields.parentPath(document);
    return around.find(services).map(Fields::parentPath).orElse(services);
  }
}
