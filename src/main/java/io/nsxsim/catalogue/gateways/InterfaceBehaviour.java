package io.nsxsim.catalogue.gateways;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressIndex;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.catalogue.addresses.PrefixedAddress;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
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
    PolicyPath own = Fields.ownPath(document);
    AddressIndex others = interfaces(document, around).index();
    Set<AddressRun> earlier = new HashSet<>();
    JsonNode subnets = document.path("subnets");
    for (int i = 0; i < subnets.size(); i++) {
      List<String> addresses = Fields.texts(subnets.get(i), "ip_addresses");
      String length = subnets.get(i).path("prefix_len").asString("");
      for (int j = 0; j < addresses.size(); j++) {
        String field = "/subnets/" + i + "/ip_addresses/" + j;
        PrefixedAddress.of(addresses.get(j), length)
            .ifPresentOrElse(
                address -> {
                  AddressRun alone = address.alone();
                  boolean taken = !earlier.add(alone) || others.otherUser(alone, own).isPresent();
                  checkAddress(address, field, taken, problems);
                },
                () -> problems.accept(Problem.invalid(field, "The prefix length does not fit.")));
      }
    }
  }

  private static void checkAddress(
      PrefixedAddress address, String field, boolean taken, Consumer<Problem> problems) {
    if (address.isNoHost()) {
      problems.accept(
          Problem.invalid(field, address.address() + " is no host of " + address.networkText()));
    }
    if (taken) {
      problems.accept(
          Problem.conflict(field, "The gateway has " + address.address() + " elsewhere already."));
    }
  }

  /** The addresses of all interfaces of a gateway. */
  private record Interfaces(AddressIndex index) {}

  private static Interfaces interfaces(JsonNode document, Surroundings around) {
    PolicyPath gateway = gateway(document, around);
    return around.remembered(
        gateway,
        Interfaces.class,
        () -> {
          List<AddressIndex.Use> uses = new ArrayList<>();
          for (JsonNode each : GatewayAddresses.interfaces(gateway, around)) {
            PolicyPath user = Fields.ownPath(each);
            GatewayAddresses.ofInterface(each)
                .forEach(address -> uses.add(new AddressIndex.Use(address.alone(), user)));
          }
          return new Interfaces(new AddressIndex(uses));
        });
  }

  private static PolicyPath gateway(JsonNode document, Surroundings around) {
    PolicyPath services = Fields.parentPath(document);
    return around.find(services).map(Fields::parentPath).orElse(services);
  }
}
