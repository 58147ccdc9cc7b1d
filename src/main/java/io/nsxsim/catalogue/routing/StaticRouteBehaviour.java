package io.nsxsim.catalogue.routing;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.error.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Static routes: their next hops are of the network's family. One without address is a null route.
 */
@Component
final class StaticRouteBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("StaticRoutes");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    Optional<AddressRun> network = AddressRun.network(document.path("network").asString(""));
    JsonNode hops = document.path("next_hops");
    for (int i = 0; i < hops.size(); i++) {
      String field = "/next_hops/" + i + "/ip_address";
      Fields.text(hops.get(i), "ip_address")
          .flatMap(AddressRun::address)
          .filter(hop -> network.isPresent() && !hop.isSameFamily(network.get()))
          .ifPresent(hop ->
              problems.accept(
                  Problem.conflict(
                      field,
                      "Such a next hop cannot lead to " + document.path("network").asString(""))));
    }
  }
}
