package io.nsxsim.catalogue.vpcs;

import io.nsxsim.catalogue.Companion;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The firewall policies of a new VPC: its machines reach everybody and get addresses, nobody
 * reaches them; and its gateway lets everything pass.
 *
 * <p>Source: NSX's administration guide on the default firewall rules of a VPC, for the name of the
 * distributed policy and what its three rules do; all ids and the name of the other policy are
 * ours.
 */
final class VpcFirewall {

  private static final int LAST = Integer.MAX_VALUE;
  private static final PolicyPath SERVICES = new PolicyPath("/infra/services");

  private VpcFirewall() {}

  /** Both policies. */
  static List<Companion> of(JsonNode vpc, Surroundings around) {
    PolicyPath path = Fields.ownPath(vpc);
    String name = "ORG-default PROJECT-" + projectName(vpc, around) + " VPC-" + nameOf(vpc);
    return List.of(
        new Companion.Created(
            path.child("security-policies/default-layer3-section"),
            policy(vpc, name + " default-layer3-section", eastWest(vpc, around))),
        new Companion.Created(
            path.child("gateway-policies/default-gateway-section"),
            policy(
                vpc,
                name + " default-gateway-section",
                List.of(
                    rule(vpc, "default-gateway-rule", LAST, "ALLOW").put("is_default", true)))));
  }

  private static List<ObjectNode> eastWest(JsonNode vpc, Surroundings around) {
    ObjectNode outgoing = rule(vpc, "default-rule-outgoing", 10, "ALLOW");
    outgoing.putArray("source_groups").add(Fields.ownPath(vpc).value());
    ObjectNode dhcp = rule(vpc, "default-rule-dhcp", 20, "ALLOW");
    List<String> services =
        List.of("DHCP-Server", "DHCP-Client").stream()
            .map(SERVICES::child)
            .filter(service -> around.find(service).isPresent())
            .map(PolicyPath::value)
            .toList();
    if (!services.isEmpty()) {
      ArrayNode named = dhcp.putArray("services");
      services.forEach(named::add);
    }
    ObjectNode rest = rule(vpc, "default-layer3-rule", LAST, "DROP").put("is_default", true);
    return services.isEmpty() ? List.of(outgoing, rest) : List.of(outgoing, dhcp, rest);
  }

  private static ObjectNode policy(JsonNode vpc, String name, List<ObjectNode> rules) {
    ObjectNode policy = object(vpc).put("display_name", name).put("is_default", true);
    policy.put("sequence_number", LAST).putArray("rules").addAll(rules);
    return policy;
  }

  private static ObjectNode rule(JsonNode vpc, String id, int number, String action) {
    ObjectNode rule = object(vpc).put("id", id).put("action", action);
    rule.put("sequence_number", number);
    for (String field : List.of("source_groups", "destination_groups", "services", "scope")) {
      rule.putArray(field).add("ANY");
    }
    return rule;
  }

  private static String projectName(JsonNode vpc, Surroundings around) {
    PolicyPath project = Fields.parentPath(vpc);
    return around.find(project).map(VpcFirewall::nameOf).orElse(project.id());
  }

  private static String nameOf(JsonNode space) {
    return Fields.text(space, "display_name").orElse(Fields.ownPath(space).id());
  }

  private static ObjectNode object(JsonNode vpc) {
    return ((ObjectNode) vpc).objectNode();
  }
}
