package io.nsxsim.catalogue.dhcp;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.catalogue.addresses.PrefixedAddress;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Static bindings: an address of the segment, for one host alone, that neither gateway nor DHCP
 * server has.
 *
 * <p>Source: the API reference on {@code ip_address} and on {@code server_address} of {@code
 * SegmentDhcpConfig}.
 */
@Component
final class StaticBindingBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("DhcpStaticBindingConfig");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    PolicyPath own = Fields.ownPath(document);
    PolicyPath segment = Fields.parentPath(document);
    Bindings bindings = Bindings.of(segment.child("dhcp-static-binding-configs"), around);
    if (bindings.sharesMac(document)) {
      problems.accept(Problem.conflict("/mac_address", "Another binding is for this MAC address."));
    }
    JsonNode subnets = around.find(segment).map(s -> s.path("subnets")).orElse(document.path("-"));
    boolean single = document.has("ip_address");
    List<AddressRun> ips = Bindings.ips(document);
    for (int i = 0; i < ips.size(); i++) {
      String field = single ? "/ip_address" : "/ip_addresses/" + i;
      if (bindings.isElsewhere(ips.get(i), own)) {
        problems.accept(Problem.conflict(field, "Another binding is for this address."));
      }
      checkPlace(ips.get(i), subnets, field, problems);
    }
  }

  private static void checkPlace(
      AddressRun ip, JsonNode subnets, String field, Consumer<Problem> problems) {
    List<AddressRun> networks = new ArrayList<>();
    for (JsonNode subnet : subnets) {
      Fields.text(subnet, "gateway_address")
          .flatMap(PrefixedAddress::parse)
          .filter(gateway -> gateway.network().isSameFamily(ip))
          .ifPresent(gateway -> {
            networks.add(gateway.network());
            checkOwner(ip, gateway.alone(), "gateway", field, problems);
          });
      Fields.text(subnet.path("dhcp_config"), "server_address")
          .flatMap(PrefixedAddress::parse)
          .ifPresent(server -> checkOwner(ip, server.alone(), "DHCP server", field, problems));
    }
    if (!networks.isEmpty() && networks.stream().noneMatch(network -> network.contains(ip))) {
      problems.accept(Problem.conflict(field, ip.firstText() + " is in no subnet of the segment."));
    }
  }

  private static void checkOwner(
      AddressRun ip, AddressRun taken, String owner, String field, Consumer<Problem> problems) {
    if (ip.equals(taken)) {
      problems.accept(Problem.conflict(field, ip.firstText() + " is the " + owner + "'s."));
    }
  }
}
