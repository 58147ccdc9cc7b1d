package io.nsxsim.catalogue.gateways;

import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.PrefixedAddress;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The addresses that a gateway has on its interfaces. */
public final class GatewayAddresses {

  private GatewayAddresses() {}

  /** The addresses in an interface's {@code subnets}; what cannot be read is left out. */
  public static List<PrefixedAddress> ofInterface(JsonNode document) {
    List<PrefixedAddress> addresses = new ArrayList<>();
    for (JsonNode subnet : document.path("subnets")) {
      for (String address : Fields.texts(subnet, "ip_addresses")) {
        PrefixedAddress.of(address, subnet.path("prefix_len").asString(""))
            .ifPresent(addresses::add);
      }
    }
    return addresses;
  }

  /** All interfaces of a gateway, at every site. */
  public static List<JsonNode> interfaces(PolicyPath gateway, Surroundings around) {
    List<JsonNode> interfaces = new ArrayList<>();
    for (JsonNode services : around.in(gateway.child("locale-services"))) {
      PolicyPath path = Fields.ownPath(services);
      interfaces.addAll(around.in(path.child("interfaces")));
      interfaces.addAll(around.in(path.child("service-interfaces")));
    }
    return interfaces;
  }
}
