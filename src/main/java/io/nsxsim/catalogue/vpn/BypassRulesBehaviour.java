package io.nsxsim.catalogue.vpn;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rules of an IPsec service name what goes past all of its sessions.
 *
 * <p>Source: the API reference on {@code IPSecVpnRule.action}.
 */
@Component
final class BypassRulesBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("IPSecVpnService");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    for (ObjectNode rule : Fields.objects(document.path("bypass_rules"))) {
      if (!rule.has("action")) {
        rule.put("action", "BYPASS");
      }
    }
  }
}
