package io.nsxsim.catalogue.fabric;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Surroundings;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the Manager API shows under a UUID has that UUID wherever it was made: an id that is one is
 * the {@code unique_id}, too. Comes first, because others derive ids of their own from it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class FabricIdentityBehaviour implements Behaviour {

  private static final Pattern UUID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  @Override
  public Set<String> kinds() {
    return Set.of(
        "HostTransportNode",
        "HostTransportNodeCollection",
        "IpAddressBlock",
        "IpAddressPool",
        "PolicyBaseHostSwitchProfile",
        "PolicyEdgeCluster",
        "PolicyEdgeHighAvailabilityProfile",
        "PolicyEdgeTransportNode",
        "PolicyHostTransportNodeProfile",
        "PolicyTransportZone",
        "TlsCrl",
        "TlsCsr",
        "TlsTrustData");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    String id = document.path("id").asString("");
    if (document.path("_revision").asLong(0) == 0 && UUID.matcher(id).matches()) {
      document.put("unique_id", id).put("realization_id", id);
    }
  }
}
