package io.nsxsim.simulation;

import static io.nsxsim.simulation.FirewallNetwork.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which addresses the gateway firewall sees of what NAT changes, and what it sees at all. */
class NatFirewallTest {

  private static final String NAT =
      """
      {'/infra/tier-1s/a': {tier0_path: '/infra/tier-0s/core',
           route_advertisement_types: ['TIER1_NAT']},
       '/infra/tier-1s/a/nat/USER/nat-rules/out': {action: 'SNAT', source_network: '10.1.0.0/16',
           translated_network: '198.51.100.7', firewall_match: 'MATCH'},
       '/infra/tier-1s/a/nat/USER/nat-rules/in': {action: 'DNAT',
           destination_network: '198.51.100.80', translated_network: '10.1.1.5',
           firewall_match: 'MATCH'}}
      """;

  private static final String DROP =
      """
      {'/infra/domains/default/gateway-policies/p': {category: 'LocalGatewayRules', rules: [
           {id: 'r', action: 'DROP', direction: 'DIRECTION', scope: ['/infra/tier-1s/a'],
            FIELD: ['ADDRESS']}]}}
      """;

  @ParameterizedTest
  @CsvSource({
    "MATCH_EXTERNAL_ADDRESS, 198.51.100.7, BLOCKED",
    "MATCH_EXTERNAL_ADDRESS, 10.1.1.5, REACHED",
    "MATCH_INTERNAL_ADDRESS, 198.51.100.7, REACHED",
    "MATCH_INTERNAL_ADDRESS, 10.1.1.5, BLOCKED",
    "BYPASS, 198.51.100.7, REACHED",
    "BYPASS, 10.1.1.5, REACHED",
  })
  void on_the_way_out_a_rule_sees_the_source_that_the_nat_rule_says(
      String match, String source, Verdict verdict) {
    assertThat(with(nat(match), drop("OUT", "source_groups", source)).ping("web", "far"))
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "MATCH_EXTERNAL_ADDRESS, 198.51.100.80, BLOCKED",
    "MATCH_EXTERNAL_ADDRESS, 10.1.1.5, REACHED",
    "MATCH_INTERNAL_ADDRESS, 198.51.100.80, REACHED",
    "MATCH_INTERNAL_ADDRESS, 10.1.1.5, BLOCKED",
    "BYPASS, 198.51.100.80, REACHED",
    "BYPASS, 10.1.1.5, REACHED",
  })
  void on_the_way_in_a_rule_sees_the_destination_that_the_nat_rule_says(
      String match, String destination, Verdict verdict) {
    Network network = with(nat(match), drop("IN", "destination_groups", destination));

    assertThat(network.ping("far", "198.51.100.80")).isEqualTo(verdict);
  }

  @Test
  void a_rule_about_one_translation_does_not_bypass_the_firewall_for_others() {
    String exempt =
        """
        {'/infra/tier-1s/a/nat/USER/nat-rules/not': {action: 'NO_SNAT', sequence_number: 1,
             source_network: '10.1.1.5'},
         '/infra/tier-1s/a/nat/USER/nat-rules/out': {sequence_number: 10}}
        """;

    assertThat(
            with(nat("BYPASS"), exempt, drop("OUT", "source_groups", "10.1.1.5"))
                .ping("web", "far"))
        .isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void source_nat_for_a_service_leaves_other_services_alone() {
    String ssh =
        """
        {'/infra/tier-1s/a/nat/USER/nat-rules/out': {action: 'SNAT', source_network: '10.1.0.0/16',
             translated_network: '198.51.100.7', service: '/infra/services/ssh'}}
        """;
    Network network = with(ssh);

    assertThat(network.open("web", "far", 22).hops().getLast().before().source())
        .hasToString("198.51.100.7");
    assertThat(network.open("web", "far", 80).hops().getLast().before().source())
        .hasToString("10.1.1.5");
  }

  @Test
  void without_a_service_or_ports_destination_nat_keeps_the_port() {
    Trace trace = with(nat("BYPASS")).open("far", "198.51.100.80", 8443);

    assertThat(trace.hops().getLast().before().destination()).hasToString("10.1.1.5");
    assertThat(trace.hops().getLast().before().destinationPort()).isEqualTo(8443);
  }

  private static String nat(String match) {
    return NAT.replace("MATCH", match);
  }

  private static String drop(String direction, String field, String address) {
    return DROP.replace("DIRECTION", direction).replace("FIELD", field).replace("ADDRESS", address);
  }
}
