package io.nsxsim.simulation;

import static io.nsxsim.simulation.FirewallNetwork.INVENTORY;
import static io.nsxsim.simulation.FirewallNetwork.POLICY;
import static io.nsxsim.simulation.FirewallNetwork.distributed;
import static io.nsxsim.simulation.FirewallNetwork.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The distributed firewall at network cards. */
class DistributedFirewallTest {

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
  void the_policies_of_a_project_leave_other_machines_alone() {
    Network network =
        with(
            "{'/orgs/default/projects/p/infra/domains/default/security-policies/all':"
                + " {category: 'Application', is_default: true,"
                + " rules: [{id: 'r', action: 'DROP', scope: ['ANY']}]}}");

    assertThat(network.trace("web", "far").verdict()).isNotEqualTo(Verdict.BLOCKED);
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
  void the_distributed_firewall_can_be_switched_off() {
    Network network =
        distributed(
            "{action: 'DROP'}",
            """
            {'/infra/settings/firewall/security': {enable_firewall: false,
                resource_type: 'DfwFirewallConfiguration'}}
            """);

    assertThat(network.ping("web", "db")).isEqualTo(Verdict.REACHED);
    assertThat(network.trace("web", "db").assumptions())
        .anyMatch(text -> text.contains("switched off"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/infra/segments/db",
        "/infra/segments/db/ports/db",
        "/infra/domains/default/groups/g",
        "/infra/realized-state/enforcement-points/default/virtual-machines/db"
      })
  void whoever_is_on_the_exclusion_list_is_left_alone(String member) {
    Network network =
        distributed(
            "{action: 'DROP', direction: 'IN'}",
            """
            {'/infra/domains/default/groups/g': {expression: [{resource_type: 'Condition',
                 member_type: 'VirtualMachine', key: 'Tag', operator: 'EQUALS', value: 'tier|db'}]},
             '/infra/settings/firewall/security/exclude-list': {
                 resource_type: 'PolicyExcludeList', members: ['%s']}}
            """
                .formatted(member));

    assertThat(network.ping("web", "db")).isEqualTo(Verdict.REACHED);
    assertThat(network.ping("web", "far")).isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void the_exclusion_list_works_at_the_senders_card_too() {
    Network network =
        distributed(
            "{action: 'DROP', direction: 'OUT'}",
            """
            {'/infra/settings/firewall/security/exclude-list': {resource_type: 'PolicyExcludeList',
                members: ['/infra/segments/web']}}
            """);

    assertThat(network.ping("web", "db")).isEqualTo(Verdict.REACHED);
    assertThat(network.ping("db", "web")).isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void a_stateful_rule_does_not_let_a_connection_back_that_nobody_opened() {
    Network network =
        with(
            """
            {'/infra/domains/default/security-policies/p': {category: 'Application', rules: [
                {id: 'out', sequence_number: 1, action: 'ALLOW', source_groups: ['10.1.1.5']},
                {id: 'rest', sequence_number: 2, action: 'DROP'}]}}
            """);

    assertThat(network.ping("web", "far")).isEqualTo(Verdict.REACHED);
    assertThat(network.ping("far", "web")).isEqualTo(Verdict.BLOCKED);
  }

  private Verdict back(String rules) {
    return Network.of(INVENTORY, POLICY, rules)
        .trace("web", "far", Protocol.TCP, 443)
        .returnPath()
        .orElseThrow()
        .verdict();
  }
}
