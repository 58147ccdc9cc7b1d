package io.nsxsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The distributed firewall at network cards and the gateway firewall at router links and uplinks.
 */
class FirewallTest {

  /** Two tier-1s with edges; web and db on one of them, far on the other. */
  private static final String POLICY =
      """
      {'/infra/tier-0s/core': {ha_mode: 'ACTIVE_STANDBY'},
       '/infra/tier-1s/a': {tier0_path: '/infra/tier-0s/core',
           route_advertisement_types: ['TIER1_CONNECTED']},
       '/infra/tier-1s/a/locale-services/ls': {edge_cluster_path: '/infra/c'},
       '/infra/segments/web': {connectivity_path: '/infra/tier-1s/a',
           tags: [{scope: 'zone', tag: 'front'}], subnets: [{gateway_address: '10.1.1.1/24'}]},
       '/infra/segments/web/ports/web': {tags: [{scope: 'port', tag: 'www'}]},
       '/infra/segments/db': {connectivity_path: '/infra/tier-1s/a',
           subnets: [{gateway_address: '10.1.2.1/24'}]},
       '/infra/tier-1s/b': {tier0_path: '/infra/tier-0s/core',
           route_advertisement_types: ['TIER1_CONNECTED']},
       '/infra/tier-1s/b/locale-services/ls': {edge_cluster_path: '/infra/c'},
       '/infra/segments/far': {connectivity_path: '/infra/tier-1s/b',
           subnets: [{gateway_address: '10.2.1.1/24'}]},
       '/infra/services/ssh': {service_entries: [{resource_type: 'L4PortSetServiceEntry',
           id: 'e', l4_protocol: 'TCP', destination_ports: ['22']}]},
       '/infra/services/ping': {service_entries: [{resource_type: 'ICMPTypeServiceEntry',
           id: 'e', protocol: 'ICMPv4', icmp_type: 8}]}}
      """;

  private static final String INVENTORY =
      """
      {virtual_machines: [
         {id: 'web', tags: [{scope: 'tier', tag: 'web'}], interfaces: [{
             segment_port_path: '/infra/segments/web/ports/web',
             ip_addresses: ['10.1.1.5/24'], default_gateway: '10.1.1.1'}]},
         {id: 'db', display_name: 'Oracle-1', tags: [{scope: 'tier', tag: 'db'}], interfaces: [{
             segment_port_path: '/infra/segments/db/ports/db',
             ip_addresses: ['10.1.2.5/24'], default_gateway: '10.1.2.1'}]},
         {id: 'far', interfaces: [{segment_port_path: '/infra/segments/far/ports/far',
             ip_addresses: ['10.2.1.5/24'], default_gateway: '10.2.1.1'}]}],
       router_links: [{tier1_path: '/infra/tier-1s/a', network: '100.64.1.0/31'},
                      {tier1_path: '/infra/tier-1s/b', network: '100.64.2.0/31'}]}
      """;

  private static final String GATEWAY_RULE = "/infra/domains/default/gateway-policies/p/rules/r";

  @Test
  void a_drop_at_the_destination_hides_only_the_destination() {
    Network network = distributed("{action: 'DROP', destination_groups: ['10.2.1.5']}");
    Trace trace = network.trace("web", "far");

    assertThat(network.traceroute("web", "far").subList(0, 4)).containsExactly("*", "*", "*", "*");
    assertThat(trace.verdict()).isEqualTo(Verdict.BLOCKED);
    assertThat(trace.decidingPath())
        .contains(new PolicyPath("/infra/domains/default/security-policies/p/rules/r"));
  }

  @Test
  void a_drop_of_what_comes_in_leaves_the_routers_visible() {
    Network network =
        distributed("{action: 'DROP', direction: 'IN', destination_groups: ['10.2.1.5']}");

    assertThat(network.traceroute("web", "far").subList(0, 4))
        .containsExactly("10.1.1.1", "100.64.1.0", "100.64.2.1", "*");
  }

  @Test
  void a_drop_of_what_goes_out_hides_everything() {
    Network network =
        distributed("{action: 'DROP', direction: 'OUT', source_groups: ['10.1.1.5']}");

    assertThat(network.traceroute("web", "far")).containsOnly("*");
    assertThat(network.traceroute("far", "web").getLast()).isEqualTo("10.1.1.5");
  }

  @Test
  void a_reject_is_told_by_the_filter_in_the_name_of_the_destination() {
    Network network =
        distributed("{action: 'REJECT', direction: 'IN', destination_groups: ['10.2.1.5']}");

    assertThat(network.traceroute("web", "far"))
        .containsExactly("10.1.1.1", "100.64.1.0", "100.64.2.1", "10.2.1.5 !X");
    assertThat(network.trace("web", "far").fate()).isEqualTo(Fate.FIREWALL_REJECT);
  }

  @Test
  void a_reject_at_the_own_card_is_told_at_once() {
    Network network =
        distributed("{action: 'REJECT', direction: 'OUT', source_groups: ['10.1.1.5']}");

    assertThat(network.traceroute("web", "far")).containsExactly("10.2.1.5 !X");
  }

  @Test
  void an_answer_to_what_was_let_out_needs_no_rule() {
    String rules =
        """
        {'/infra/domains/default/security-policies/p': {category: 'Application', stateful: STATE,
            rules: [{id: 'out', sequence_number: 1, action: 'ALLOW', source_groups: ['10.1.1.5'],
                     destination_groups: ['10.2.1.5']},
                    {id: 'rest', sequence_number: 2, action: 'DROP'}]}}
        """;

    assertThat(back(rules.replace("STATE", "true"))).isEqualTo(Verdict.REACHED);
    assertThat(back(rules.replace("STATE", "false"))).isEqualTo(Verdict.BLOCKED);
  }

  @ParameterizedTest
  @CsvSource({
    "/infra/services/ssh, TCP, 22, BLOCKED",
    "/infra/services/ssh, TCP, 23, REACHED",
    "/infra/services/ssh, UDP, 22, REACHED",
    "/infra/services/ping, ICMP, 0, BLOCKED",
    "/infra/services/ping, TCP, 22, REACHED",
    "/infra/services/unknown, TCP, 22, REACHED",
    "ANY, UDP, 53, BLOCKED"
  })
  void a_rule_means_the_packets_of_its_services(
      String service, Protocol protocol, int port, Verdict verdict) {
    Network network = distributed("{action: 'DROP', services: ['%s']}".formatted(service));

    assertThat(network.trace("web", "db", protocol, port).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{resource_type: 'IPAddressExpression', ip_addresses: ['10.1.2.0/24']}]",
        "[{resource_type: 'IPAddressExpression', ip_addresses: ['10.1.2.1-10.1.2.9']}]",
        "[{resource_type: 'PathExpression', paths: ['/infra/segments/db']}]",
        "[{resource_type: 'PathExpression', paths: ['/infra/segments/db/ports/db']}]",
        "[{resource_type: 'PathExpression', paths: ['/infra/domains/default/groups/inner']}]",
        "[{resource_type: 'ExternalIDExpression', member_type: 'VirtualMachine', external_ids: ['db']}]",
        "[{resource_type: 'Condition', member_type: 'VirtualMachine', key: 'Tag', operator: 'EQUALS', value: 'tier|db'}]",
        "[{resource_type: 'Condition', member_type: 'VirtualMachine', key: 'Tag', operator: 'EQUALS', value: '|DB'}]",
        "[{resource_type: 'Condition', member_type: 'VirtualMachine', key: 'Name', operator: 'STARTSWITH', value: 'oracle'}]",
        "[{resource_type: 'Condition', member_type: 'VirtualMachine', key: 'Tag', operator: 'NOTEQUALS', value: 'tier|web'}]",
        "[{resource_type: 'Condition', member_type: 'Segment', key: 'Name', operator: 'EQUALS', value: 'db'}]",
        """
        [{resource_type: 'NestedExpression', expressions: [
            {resource_type: 'Condition', member_type: 'VirtualMachine', key: 'Name',
             operator: 'CONTAINS', value: 'racle'},
            {resource_type: 'ConjunctionOperator', conjunction_operator: 'AND'},
            {resource_type: 'Condition', member_type: 'VirtualMachine', key: 'Tag',
             operator: 'EQUALS', value: 'tier|db'}]},
         {resource_type: 'ConjunctionOperator', conjunction_operator: 'OR'},
         {resource_type: 'IPAddressExpression', ip_addresses: ['192.0.2.1']}]
        """
      })
  void a_group_has_the_members_that_its_expression_says(String expression) {
    Network network =
        Network.of(
            INVENTORY,
            POLICY,
            """
            {'/infra/domains/default/groups/inner': {expression: [
                 {resource_type: 'IPAddressExpression', ip_addresses: ['10.1.2.5']}]},
             '/infra/domains/default/groups/g': {expression: %s},
             '/infra/domains/default/security-policies/p': {category: 'Application', rules: [
                 {id: 'r', action: 'DROP', destination_groups: ['/infra/domains/default/groups/g']}]}}
            """
                .formatted(expression));

    assertThat(network.ping("web", "db")).isEqualTo(Verdict.BLOCKED);
    assertThat(network.ping("db", "web")).isEqualTo(Verdict.REACHED);
  }

  @Test
  void a_group_of_both_conditions_has_only_who_fulfils_both() {
    Network network =
        distributed(
            "{action: 'DROP', destination_groups: ['/infra/domains/default/groups/g']}",
            """
            {'/infra/domains/default/groups/g': {expression: [
                {resource_type: 'Condition', member_type: 'VirtualMachine', key: 'Tag',
                 operator: 'EQUALS', value: 'tier|db'},
                {resource_type: 'ConjunctionOperator', conjunction_operator: 'AND'},
                {resource_type: 'Condition', member_type: 'VirtualMachine', key: 'Name',
                 operator: 'EQUALS', value: 'web'}]}}
            """);

    assertThat(network.ping("web", "db")).isEqualTo(Verdict.REACHED);
  }

  @Test
  void a_group_that_contains_itself_does_no_harm() {
    Network network =
        distributed(
            "{action: 'DROP', destination_groups: ['/infra/domains/default/groups/g']}",
            """
            {'/infra/domains/default/groups/g': {expression: [{resource_type: 'PathExpression',
                paths: ['/infra/domains/default/groups/g', '/infra/segments/db']}]}}
            """);

    assertThat(network.ping("web", "db")).isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void a_group_that_is_unknown_is_empty_and_said_so() {
    Network network =
        distributed("{action: 'DROP', destination_groups: ['/infra/domains/default/groups/no']}");

    assertThat(network.ping("web", "db")).isEqualTo(Verdict.REACHED);
    assertThat(network.trace("web", "db").assumptions())
        .anyMatch(text -> text.contains("/infra/domains/default/groups/no"));
  }

  @Test
  void excluded_sides_mean_everybody_else() {
    Network network =
        distributed(
            "{action: 'DROP', source_groups: ['10.1.1.5'], sources_excluded: true,"
                + " destination_groups: ['10.1.2.5']}");

    assertThat(network.ping("web", "db")).isEqualTo(Verdict.REACHED);
    assertThat(network.ping("far", "db")).isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void a_scope_says_at_which_cards_a_rule_stands() {
    String scoped = "{action: 'DROP', direction: 'IN', scope: ['/infra/domains/default/groups/g']}";
    String group =
        """
        {'/infra/domains/default/groups/g': {expression: [{resource_type: 'PathExpression',
            paths: ['/infra/segments/db']}]}}
        """;
    Network network = distributed(scoped, group);

    assertThat(network.ping("web", "db")).isEqualTo(Verdict.BLOCKED);
    assertThat(network.ping("web", "far")).isEqualTo(Verdict.REACHED);
  }

  @Test
  void the_scope_of_a_policy_overrides_that_of_its_rules() {
    Network network =
        distributed(
            "{action: 'DROP', direction: 'IN', scope: ['/infra/domains/default/groups/g']}",
            """
            {'/infra/domains/default/groups/g': {expression: [{resource_type: 'PathExpression',
                 paths: ['/infra/segments/db']}]},
             '/infra/domains/default/groups/h': {expression: [{resource_type: 'PathExpression',
                 paths: ['/infra/segments/far']}]},
             '/infra/domains/default/security-policies/p':
                 {scope: ['/infra/domains/default/groups/h']}}
            """);

    assertThat(network.ping("web", "db")).isEqualTo(Verdict.REACHED);
    assertThat(network.ping("web", "far")).isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void cards_on_the_exclusion_list_are_left_alone() {
    Network network =
        distributed(
            "{action: 'DROP', direction: 'IN'}",
            """
            {'/infra/settings/firewall/security/exclude-list': {resource_type: 'PolicyExcludeList',
                members: ['/infra/segments/db']}}
            """);

    assertThat(network.ping("web", "db")).isEqualTo(Verdict.REACHED);
    assertThat(network.ping("web", "far")).isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void categories_come_before_numbers_and_the_first_rule_decides() {
    Network network =
        Network.of(
            INVENTORY,
            POLICY,
            """
            {'/infra/domains/default/security-policies/a': {category: 'Application',
                 sequence_number: 1, rules: [{id: 'r', action: 'DROP'}]},
             '/infra/domains/default/security-policies/b': {category: 'Infrastructure',
                 sequence_number: 99, rules: [
                    {id: 'late', sequence_number: 20, action: 'DROP',
                     destination_groups: ['10.1.2.5']},
                    {id: 'early', sequence_number: 10, action: 'ALLOW',
                     destination_groups: ['10.1.2.5']}]}}
            """);

    assertThat(network.ping("web", "db")).isEqualTo(Verdict.REACHED);
    assertThat(network.ping("web", "far")).isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void a_jump_goes_on_with_the_category_application() {
    Network network =
        Network.of(
            INVENTORY,
            POLICY,
            """
            {'/infra/domains/default/security-policies/e': {category: 'Environment', rules: [
                 {id: 'jump', sequence_number: 1, action: 'JUMP_TO_APPLICATION',
                  destination_groups: ['10.1.2.5']},
                 {id: 'drop', sequence_number: 2, action: 'DROP'}]},
             '/infra/domains/default/security-policies/a': {category: 'Application', rules: [
                 {id: 'r', action: 'ALLOW'}]}}
            """);

    assertThat(network.ping("web", "db")).isEqualTo(Verdict.REACHED);
    assertThat(network.ping("web", "far")).isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void rules_stored_beside_their_policy_count_as_those_inside_it() {
    Network network =
        Network.of(
            INVENTORY,
            POLICY,
            """
            {'/infra/domains/default/security-policies/p': {category: 'Application'},
             '/infra/domains/default/security-policies/p/rules/r': {action: 'DROP',
                 destination_groups: ['10.1.2.5']}}
            """);

    assertThat(network.ping("web", "db")).isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void a_rule_that_is_disabled_does_nothing() {
    assertThat(distributed("{action: 'DROP', disabled: true}").ping("web", "db"))
        .isEqualTo(Verdict.REACHED);
  }

  @Test
  void the_default_rule_comes_last_whatever_its_number() {
    Network network =
        Network.of(
            INVENTORY,
            POLICY,
            """
            {'/infra/domains/default/security-policies/default-layer3-section': {is_default: true,
                 category: 'Application', sequence_number: 0, rules: [
                    {id: 'd', is_default: true, action: 'DROP'}]},
             '/infra/domains/default/security-policies/p': {category: 'Application',
                 sequence_number: 500, rules: [
                    {id: 'r', action: 'ALLOW', destination_groups: ['10.1.2.5']}]}}
            """);

    assertThat(network.ping("web", "db")).isEqualTo(Verdict.REACHED);
    assertThat(network.ping("web", "far")).isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void the_gateway_firewall_drops_behind_the_ttl_check() {
    Network network = gateway("{action: 'DROP', direction: 'IN', scope: ['/infra/tier-1s/b']}");

    assertThat(network.traceroute("web", "far").subList(0, 4))
        .containsExactly("10.1.1.1", "100.64.1.0", "100.64.2.1", "*");
    assertThat(network.trace("web", "far").decidingPath()).contains(new PolicyPath(GATEWAY_RULE));
    assertThat(network.traceroute("far", "web").getLast()).isEqualTo("10.1.1.5");
  }

  @Test
  void the_gateway_firewall_rejects_in_its_own_name() {
    Network network = gateway("{action: 'REJECT', direction: 'IN', scope: ['/infra/tier-1s/b']}");

    assertThat(network.traceroute("web", "far"))
        .containsExactly("10.1.1.1", "100.64.1.0", "100.64.2.1", "100.64.2.1 !X");
    assertThat(network.traceroute("web", "far", Protocol.TCP, Optional.of(80)).getLast())
        .isEqualTo("10.2.1.5");
  }

  @Test
  void what_stays_inside_a_tier1_does_not_meet_its_firewall() {
    Network network = gateway("{action: 'DROP', scope: ['/infra/tier-1s/a']}");

    assertThat(network.ping("web", "db")).isEqualTo(Verdict.REACHED);
    assertThat(network.ping("web", "far")).isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void a_gateway_that_is_in_no_scope_is_not_concerned() {
    assertThat(gateway("{action: 'DROP', scope: ['/infra/tier-1s/other']}").ping("web", "far"))
        .isEqualTo(Verdict.REACHED);
  }

  @Test
  void a_firewall_that_is_disabled_or_has_no_edge_does_nothing() {
    String rule = "{action: 'DROP', scope: ['/infra/tier-1s/b']}";

    assertThat(gateway(rule, "{'/infra/tier-1s/b': {disable_firewall: true}}").ping("web", "far"))
        .isEqualTo(Verdict.REACHED);
    Network noEdge =
        gateway(rule, "{'/infra/tier-1s/b/locale-services/ls': {edge_cluster_path: null}}");
    assertThat(noEdge.ping("web", "far")).isEqualTo(Verdict.REACHED);
    assertThat(noEdge.trace("web", "far").assumptions())
        .anyMatch(text -> text.contains("no edge cluster"));
  }

  @Test
  void a_stateful_gateway_lets_answers_in_and_a_stateless_one_does_not() {
    String allowOut =
        """
        {'/infra/domains/default/gateway-policies/p': {category: 'LocalGatewayRules',
            stateful: STATE, rules: [
               {id: 'out', sequence_number: 1, action: 'ALLOW', direction: 'OUT',
                scope: ['/infra/tier-1s/a']},
               {id: 'in', sequence_number: 2, action: 'DROP', direction: 'IN',
                scope: ['/infra/tier-1s/a']}]}}
        """;

    assertThat(back(allowOut.replace("STATE", "true"))).isEqualTo(Verdict.REACHED);
    assertThat(back(allowOut.replace("STATE", "false"))).isEqualTo(Verdict.BLOCKED);
    assertThat(Network.of(INVENTORY, POLICY, allowOut.replace("STATE", "true")).ping("far", "web"))
        .isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void a_probe_to_the_gateway_itself_meets_its_firewall_too() {
    Network network = gateway("{action: 'DROP', direction: 'IN', scope: ['/infra/tier-1s/b']}");

    assertThat(network.traceroute("web", "10.2.1.1").subList(0, 3))
        .containsExactly("10.1.1.1", "100.64.1.0", "*");
  }

  private Verdict back(String rules) {
    return Network.of(INVENTORY, POLICY, rules)
        .trace("web", "far", Protocol.TCP, 443)
        .returnPath()
        .orElseThrow()
        .verdict();
  }

  private static Network distributed(String rule, String... extra) {
    return policy("security-policies/p': {category: 'Application'", rule, extra);
  }

  private static Network gateway(String rule, String... extra) {
    return policy("gateway-policies/p': {category: 'LocalGatewayRules'", rule, extra);
  }

  private static Network policy(String start, String rule, String... extra) {
    String withId = rule.replaceFirst("\\{", "{id: 'r', ");
    List<String> policies =
        new java.util.ArrayList<>(
            List.of(POLICY, "{'/infra/domains/default/" + start + ", rules: [" + withId + "]}}"));
    policies.addAll(List.of(extra));
    return Network.of(INVENTORY, policies.toArray(String[]::new));
  }
}
