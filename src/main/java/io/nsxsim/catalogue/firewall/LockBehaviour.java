package io.nsxsim.catalogue.firewall;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who locked or unlocked a policy or a draft last, and when. A lock hinders nobody who may do
 * everything, as the administrator may.
 *
 * <p>Source: the API reference on {@code lock_modified_by} and {@code lock_modified_time}.
 */
@Component
final class LockBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of(
        "SecurityPolicy",
        "GatewayPolicy",
        "BridgeFirewallPolicy",
        "IdsSecurityPolicy",
        "IdsGatewayPolicy",
        "RedirectionPolicy",
        "TlsPolicy",
        "PolicyDraft");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    Optional<JsonNode> before = around.previous(Fields.ownPath(document));
    boolean copied = before.isEmpty() && document.has("lock_modified_by");
    if (copied || isLocked(document) == before.filter(this::isLocked).isPresent()) {
      return;
    }
    document.set("lock_modified_by", document.path("_last_modified_user"));
    document.set("lock_modified_time", document.path("_last_modified_time"));
  }

  private boolean isLocked(JsonNode document) {
    return document.path("locked").asBoolean(false);
  }
}
