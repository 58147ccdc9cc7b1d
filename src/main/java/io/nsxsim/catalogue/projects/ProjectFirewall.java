package io.nsxsim.catalogue.projects;

import io.nsxsim.catalogue.Companion;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The distributed firewall policy of a new project: its machines reach each other and DHCP, and
 * nothing else; and the group of all its machines.
 *
 * <p>Sources: NSX's administration guide on the default rules in a project, for the names of the
 * policy and the group and for what the five rules do; their ids are ours. Switched off by {@code
 * activate_default_dfw_rules} they are disabled.
 */
final class ProjectFirewall {

  private static final int LAST = Integer.MAX_VALUE;
  private static final PolicyPath DOMAIN = new PolicyPath("/infra/domains/default");

  private ProjectFirewall() {}

  /** The policy and the group; none of the project that stands for all of NSX. */
  static List<Companion> of(JsonNode project, Surroundings around) {
    PolicyPath path = Fields.ownPath(project);
    if (path.id().equals("default") || around.find(DOMAIN).isEmpty()) {
      return List.of();
    }
    PolicyPath group = DOMAIN.child("groups/ORG-default-PROJECT-" + path.id());
    PolicyPath policies = path.child("infra/domains/default/security-policies");
    return List.of(
        new Companion.Created(group, group(project)),
        new Companion.Created(
            policies.child("default-layer3-section"), layer3(project, group, around)));
  }

  private static ObjectNode group(JsonNode project) {
    PolicyPath path = Fields.ownPath(project);
    ObjectNode group = object(project).put("display_name", "ORG-default-PROJECT-" + path.id());
    ObjectNode expression = group.putArray("expression").addObject();
    expression.put("resource_type", "PathExpression").putArray("paths").add(path.value());
    return group;
  }

  private static ObjectNode layer3(JsonNode project, PolicyPath group, Surroundings around) {
    String name = Fields.text(project, "display_name").orElse(Fields.ownPath(project).id());
    ObjectNode policy = object(project);
    policy.put("display_name", "ORG-default PROJECT-" + name + " Default Layer 3 section");
    policy.put("category", "Application").put("is_default", true).put("sequence_number", LAST);
    ArrayNode rules = policy.putArray("rules");
    List<String> icmp =
        List.of("IPv6-ICMP_Neighbor_Solicitation", "IPv6-ICMP_Neighbor_Advertisement");
    rules.add(allow(project, "default-rule-icmpv6", 10, icmp, around));
    rules.add(
        allow(project, "default-rule-dhcp", 20, List.of("DHCP-Server", "DHCP-Client"), around));
    rules.add(
        allow(
            project, "default-rule-dhcpv6", 30, List.of("DHCPv6_Server", "DHCPv6_Client"), around));
    ObjectNode within = allow(project, "default-rule-within-project", 40, List.of(), around);
    within.putArray("source_groups").add(group.value());
    within.putArray("destination_groups").add(group.value());
    rules.add(within);
    ObjectNode rest = allow(project, "default-layer3-rule", LAST, List.of(), around);
    rules.add(rest.put("action", "DROP").put("is_default", true));
    return policy;
  }

  private static ObjectNode allow(
      JsonNode project, String id, int number, List<String> services, Surroundings around) {
    ObjectNode rule = object(project).put("id", id).put("action", "ALLOW");
    rule.put("sequence_number", number);
    rule.put("disabled", !project.path("activate_default_dfw_rules").asBoolean(true));
    rule.putArray("source_groups").add("ANY");
    rule.putArray("destination_groups").add("ANY");
    rule.putArray("scope").add("ANY");
    ArrayNode named = rule.putArray("services");
    services.stream()
        .map(service -> new PolicyPath("/infra/services/" + service))
        .filter(path -> around.find(path).isPresent())
        .forEach(path -> named.add(path.value()));
    if (named.isEmpty()) {
      named.add("ANY");
    }
    return rule;
  }

  private static ObjectNode object(JsonNode project) {
    return ((ObjectNode) project).objectNode();
  }
}
