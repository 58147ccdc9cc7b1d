package io.nsxsim.simulation;

import static io.nsxsim.simulation.FirewallNetwork.INVENTORY;
import static io.nsxsim.simulation.FirewallNetwork.POLICY;
import static io.nsxsim.simulation.FirewallNetwork.distributed;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is meant by a group in a firewall rule. */
class GroupTest {

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{resource_type: 'MACAddressExpression', mac_addresses: ['00:50:56:00:00:01']}",
        "{resource_type: 'IdentityGroupExpression', identity_groups: [{sid: 'S-1'}]}",
        "{resource_type: 'Condition', member_type: 'VirtualMachine', key: 'OSName', operator: 'EQUALS', value: 'Linux'}",
        "{resource_type: 'Condition', member_type: 'Pod', key: 'Name', operator: 'EQUALS', value: 'x'}",
        "{resource_type: 'PathExpression', paths: ['/infra/domains/default/groups/users']}",
        "{resource_type: 'NestedExpression', expressions: [{resource_type: 'PathExpression', paths: ['/infra/domains/default/groups/users']}]}"
      })
  void a_group_of_what_is_not_modelled_leaves_open_who_else_is_in_it(String expression) {
    Network network =
        distributed(
            "{action: 'DROP', destination_groups: ['/infra/domains/default/groups/g']}",
            """
            {'/infra/domains/default/groups/users': {extended_expression: [
                 {resource_type: 'IdentityGroupExpression'}]},
             '/infra/domains/default/groups/g': {expression: [
                 {resource_type: 'IPAddressExpression', ip_addresses: ['10.1.2.5']},
                 {resource_type: 'ConjunctionOperator', conjunction_operator: 'OR'}, %s]}}
            """
                .formatted(expression));

    assertThat(network.ping("web", "db")).isEqualTo(Verdict.BLOCKED);
    assertThat(network.ping("web", "far")).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void everybody_but_a_group_with_open_ends_may_be_nobody() {
    Network network =
        distributed(
            "{action: 'DROP', destination_groups: ['/infra/domains/default/groups/g'],"
                + " destinations_excluded: true}",
            """
            {'/infra/domains/default/groups/g': {expression: [
                 {resource_type: 'IPAddressExpression', ip_addresses: ['10.1.2.5']}],
                 extended_expression: [{resource_type: 'IdentityGroupExpression'}]}}
            """);

    assertThat(network.ping("web", "db")).isEqualTo(Verdict.REACHED);
    assertThat(network.ping("web", "far")).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void a_rule_that_is_applied_to_a_group_with_open_ends_may_stand_anywhere() {
    Network network =
        distributed(
            "{action: 'DROP', direction: 'IN', scope: ['/infra/domains/default/groups/g']}",
            """
            {'/infra/domains/default/groups/g': {expression: [
                 {resource_type: 'PathExpression', paths: ['/infra/segments/db']}],
                 extended_expression: [{resource_type: 'IdentityGroupExpression'}]}}
            """);

    assertThat(network.ping("web", "db")).isEqualTo(Verdict.BLOCKED);
    assertThat(network.ping("web", "far")).isEqualTo(Verdict.UNKNOWN);
  }
}
