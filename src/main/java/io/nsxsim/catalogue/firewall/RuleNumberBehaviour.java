package io.nsxsim.catalogue.firewall;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Surroundings;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * The number by which the data path, logs and traces name a rule; it is given once and stays.
 *
 * <p>Source: the API reference on {@code rule_id}: unique over all rules, from 1000 on.
 */
@Component
final class RuleNumberBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("Rule", "IdsRule", "RedirectionRule", "TlsRule");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    if (!document.has("rule_id")) {
      document.put("rule_id", around.nextRuleId());
    }
  }
}
