package io.nsxsim.catalogue.gateways;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Companion;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tier-1 gateways. One with an edge cluster is a service router and has a mode; one without is
 * distributed and has none. Another mode than the default one was asked for, and stays while the
 * edge cluster is still to come.
 *
 * <p>Source: the API reference on {@code ha_mode}; a client that reads no mode from a gateway with
 * an edge cluster refuses to update it.
 */
@Component
final class Tier1Behaviour implements Behaviour {

  private static final String DEFAULT_MODE = "ACTIVE_STANDBY";

  @Override
  public Set<String> kinds() {
    return Set.of("Tier1");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    if (!hasEdgeCluster(Fields.ownPath(document), around)) {
      if (Fields.is(document, "ha_mode", DEFAULT_MODE)) {
        document.remove("ha_mode");
      }
    } else if (!Fields.isSet(document, "ha_mode")) {
      document.put("ha_mode", DEFAULT_MODE);
    }
  }

  private static boolean hasEdgeCluster(PolicyPath gateway, Surroundings around) {
    return around.in(gateway.child("locale-services")).stream()
        .anyMatch(services -> Fields.isSet(services, "edge_cluster_path"));
  }

  @Override
  public List<Companion> companions(JsonNode document, Surroundings around) {
    List<Companion> companions =
        new ArrayList<>(NatSections.of(Fields.ownPath(document), document));
    DefaultGatewayPolicy.of(document, around).ifPresent(companions::add);
    return companions;
  }
}
