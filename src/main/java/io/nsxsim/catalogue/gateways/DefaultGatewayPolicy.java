package io.nsxsim.catalogue.gateways;

import io.nsxsim.catalogue.Companion;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.path.PolicyPath;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The firewall policy that NSX makes with each gateway: one rule that decides what no other did.
 *
 * <p>Source: {@code Policy_Default_Infra-tier1-web} is the id on managers since 3.1; earlier ones
 * had one policy for all gateways.
 */
final class DefaultGatewayPolicy {

  private static final int LAST = Integer.MAX_VALUE;

  private DefaultGatewayPolicy() {}

  /** The policy of a gateway; none where there is no domain to hold it. */
  static Optional<Companion> of(JsonNode gateway, Surroundings around) {
    PolicyPath path = Fields.ownPath(gateway);
    PolicyPath domain = Fields.parentPath(gateway).child("domains/default");
    if (around.find(domain).isEmpty()) {
      return Optional.empty();
    }
    String tier = path.value().contains("/tier-0s/") ? "tier0" : "tier1";
    String id = "Policy_Default_Infra-" + tier + "-" + path.id();
    return Optional.of(
        new Companion.Created(domain.child("gateway-policies/" + id), policy(id, gateway)));
  }

  private static ObjectNode policy(String name, JsonNode gateway) {
    ObjectNode policy = ((ObjectNode) gateway).objectNode();
    policy.put("display_name", name);
    policy.put("category", "Default");
    policy.put("is_default", true);
    policy.put("sequence_number", LAST);
    policy.putArray("rules").add(rule(gateway));
    return policy;
  }

  private static ObjectNode rule(JsonNode gateway) {
    boolean closed = gateway.path("force_whitelisting").asBoolean(false);
    ObjectNode rule = ((ObjectNode) gateway).objectNode();
    rule.put("id", "default_rule");
    rule.put("is_default", true);
    rule.put("action", closed ? "DROP" : "ALLOW");
    rule.put("sequence_number", LAST);
    rule.put("logged", gateway.path("default_rule_logging").asBoolean(false));
    rule.putArray("scope").add(Fields.ownPath(gateway).value());
    return rule;
  }
}
