package io.nsxsim.simulation;

import static io.nsxsim.simulation.FirewallNetwork.INVENTORY;
import static io.nsxsim.simulation.FirewallNetwork.POLICY;
import static io.nsxsim.simulation.FirewallNetwork.distributed;
import static io.nsxsim.simulation.FirewallNetwork.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.path.PolicyPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which rule of the distributed firewall decides. */
class DistributedFirewallOrderTest {

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
  void what_is_open_at_the_first_card_can_still_be_blocked_for_certain_at_the_second() {
    Network network =
        with(
            """
            {'/infra/domains/default/security-policies/p': {category: 'Application', rules: [
                {id: 'q', sequence_number: 1, direction: 'OUT', action: 'DROP',
                 profiles: ['/infra/context-profiles/dns']},
                {id: 'r', sequence_number: 2, direction: 'IN', action: 'DROP'}]}}
            """);

    assertThat(network.ping("web", "db")).isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void a_jump_that_is_open_leaves_open_what_the_rest_would_decide() {
    Network network =
        with(
            """
            {'/infra/domains/default/security-policies/e': {category: 'Environment', rules: [
                 {id: 'jump', sequence_number: 1, action: 'JUMP_TO_APPLICATION',
                  profiles: ['/infra/context-profiles/dns']},
                 {id: 'drop', sequence_number: 2, action: 'DROP'}]}}
            """);

    assertThat(network.ping("web", "db")).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void a_policy_with_hours_or_a_rule_about_contents_leaves_the_verdict_open() {
    String hours =
        """
        {'/infra/domains/default/security-policies/p': {category: 'Application',
            scheduler_path: '/infra/firewall-schedulers/s', rules: [{id: 'r', action: 'ACTION'}]},
         '/infra/domains/default/security-policies/q': {category: 'Application',
            sequence_number: 9, rules: [{id: 'r', action: 'REST'}]}}
        """;

    assertThat(with(hours.replace("ACTION", "DROP").replace("REST", "ALLOW")).ping("web", "db"))
        .isEqualTo(Verdict.UNKNOWN);
    assertThat(with(hours.replace("ACTION", "ALLOW").replace("REST", "DROP")).ping("web", "db"))
        .isEqualTo(Verdict.UNKNOWN);
    assertThat(with(hours.replace("ACTION", "ALLOW").replace("REST", "ALLOW")).ping("web", "db"))
        .isEqualTo(Verdict.REACHED);
    assertThat(with(hours.replace("ACTION", "DROP").replace("REST", "REJECT")).ping("web", "db"))
        .isEqualTo(Verdict.BLOCKED);
    assertThat(
            distributed("{action: 'DROP', profiles: ['/infra/context-profiles/dns']}")
                .trace("web", "db")
                .assumptions())
        .anyMatch(text -> text.contains("security-policies/p/rules/r"));
    assertThat(distributed("{action: 'DROP', profiles: ['ANY']}").ping("web", "db"))
        .isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void a_frame_passes_the_category_ethernet_first_and_then_the_others() {
    String rules =
        """
        {'/infra/domains/default/security-policies/l2': {category: 'Ethernet', rules: [
             {id: 'r', action: 'L2', service_entries: [{resource_type: 'EtherTypeServiceEntry',
                 id: 'e', ether_type: TYPE}]}]},
         '/infra/domains/default/security-policies/l3': {category: 'Emergency', rules: [
             {id: 'r', action: 'L3'}]}}
        """;
    String ipv4 = rules.replace("TYPE", "2048");

    assertThat(with(ipv4.replace("L2", "DROP").replace("L3", "ALLOW")).ping("web", "db"))
        .isEqualTo(Verdict.BLOCKED);
    assertThat(with(ipv4.replace("L2", "ALLOW").replace("L3", "DROP")).ping("web", "db"))
        .isEqualTo(Verdict.BLOCKED);
    assertThat(
            with(rules.replace("TYPE", "34525").replace("L2", "DROP").replace("L3", "ALLOW"))
                .ping("web", "db"))
        .isEqualTo(Verdict.REACHED);
  }

  @Test
  void a_rule_for_the_frames_of_some_leaves_the_verdict_open() {
    Network network =
        with(
            """
            {'/infra/domains/default/security-policies/l2': {category: 'Ethernet', rules: [
                 {id: 'r', action: 'DROP', source_groups: ['10.1.1.5']}]}}
            """);

    assertThat(network.ping("web", "db")).isEqualTo(Verdict.UNKNOWN);
    assertThat(network.ping("far", "db")).isEqualTo(Verdict.REACHED);
  }

  @Test
  void the_emergency_category_comes_first_of_all() {
    String rules = "{";
    int number = 1;
    for (String category : List.of("Application", "Environment", "Infrastructure", "Emergency")) {
      rules +=
          "'/infra/domains/default/security-policies/%s': {category: '%s', sequence_number: %d,"
                  .formatted(category, category, number++)
              + " rules: [{id: 'r', action: 'DROP'}]},";
    }

    assertThat(with(rules + "}").trace("web", "db").decidingPath())
        .contains(new PolicyPath("/infra/domains/default/security-policies/Emergency/rules/r"));
  }

  @Test
  void of_two_policies_of_a_category_the_lower_number_comes_first_then_the_path() {
    String rules =
        """
        {'/infra/domains/default/security-policies/a': {category: 'Application',
             sequence_number: NUMBER, rules: [{id: 'r', action: 'DROP'}]},
         '/infra/domains/default/security-policies/b': {category: 'Application',
             sequence_number: 5, rules: [{id: 'r', action: 'ALLOW'}]}}
        """;

    assertThat(with(rules.replace("NUMBER", "6")).ping("web", "db")).isEqualTo(Verdict.REACHED);
    assertThat(with(rules.replace("NUMBER", "5")).ping("web", "db")).isEqualTo(Verdict.BLOCKED);
    assertThat(with(rules.replace("NUMBER", "5")).trace("web", "db").assumptions())
        .anyMatch(text -> text.contains("one sequence number"));
  }
}
