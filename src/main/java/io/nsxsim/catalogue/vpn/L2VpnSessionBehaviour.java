package io.nsxsim.catalogue.vpn;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Stretched layer-2 networks. They travel in route-based sessions; a client has one server.
 *
 * <p>Source: the API reference on {@code transport_tunnels} and {@code L2VPNService.mode}.
 */
@Component
final class L2VpnSessionBehaviour implements Behaviour {

  private static final String TUNNELS = "transport_tunnels";

  @Override
  public Set<String> kinds() {
    return Set.of("L2VPNSession");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    List<String> tunnels = Fields.texts(document, TUNNELS);
    for (int i = 0; i < tunnels.size(); i++) {
      Optional<JsonNode> session =
          Optional.of(tunnels.get(i))
              .filter(PolicyPath::isPolicyPath)
              .flatMap(path -> around.find(new PolicyPath(path)));
      if (session.filter(L2VpnSessionBehaviour::isPolicyBased).isPresent()) {
        problems.accept(
            Problem.conflict("/" + TUNNELS + "/" + i, "A policy-based session carries no L2 VPN."));
      }
    }
    if (isOfClient(document, around) && hasSibling(document, around)) {
      problems.accept(
          Problem.conflict("/parent_path", "A service in client mode has one session."));
    }
  }

  private static boolean isPolicyBased(JsonNode session) {
    return Fields.is(session, "resource_type", "PolicyBasedIPSecVpnSession");
  }

  private static boolean isOfClient(JsonNode document, Surroundings around) {
    return around
        .find(Fields.parentPath(document))
        .filter(service -> Fields.is(service, "mode", "CLIENT"))
        .isPresent();
  }

  private static boolean hasSibling(JsonNode document, Surroundings around) {
    PolicyPath own = Fields.ownPath(document);
    return around.in(Fields.parentPath(document).child("sessions")).stream()
        .anyMatch(other -> !Fields.ownPath(other).equals(own));
  }
}
