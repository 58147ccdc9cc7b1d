package io.nsxsim.simulation;

import static io.nsxsim.simulation.NatNetwork.DNAT;
import static io.nsxsim.simulation.NatNetwork.SNAT;
import static io.nsxsim.simulation.NatNetwork.network;
import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import org.junit.jupiter.api.Test;

/** Translation of what comes in: destination NAT, and the reflexive one that goes both ways. */
class DestinationNatTest {

  @Test
  void from_outside_a_translated_destination_is_reached_and_hides_what_is_behind_it() {
    Network network = network(SNAT, DNAT);

    assertThat(network.traceroute("web", "198.51.100.80"))
        .containsExactly(
            "203.0.113.1", "192.168.10.254", "192.168.10.1", "198.51.100.80", "198.51.100.80");
    Trace trace = network.trace("web", "198.51.100.80");
    assertThat(trace.verdict()).isEqualTo(Verdict.REACHED);
    assertThat(trace.hops().getLast().before().destination()).isEqualTo(IpAddress.of("10.1.1.5"));
    assertThat(trace.returnPath().orElseThrow().verdict()).isEqualTo(Verdict.REACHED);
  }

  @Test
  void another_tier1_reaches_the_translated_destination_too() {
    assertThat(network(DNAT).connect("b1", "198.51.100.80", 22)).isEqualTo(Verdict.REACHED);
    assertThat(network(DNAT).trace("b1", "198.51.100.80").hops().getLast().device())
        .contains(network(DNAT).fabric().directory().find("a1").getFirst().device());
  }

  @Test
  void a_service_and_translated_ports_say_which_port_is_matched_and_which_is_written() {
    String ports =
        """
        {'/infra/services/web': {service_entries: [{resource_type: 'L4PortSetServiceEntry',
             id: 'e', l4_protocol: 'TCP', destination_ports: ['80']}]},
         '/infra/tier-1s/a/nat/USER/nat-rules/dnat': {service: '/infra/services/web',
             translated_ports: '8080'}}
        """;
    Network network = network(DNAT, ports);
    Trace trace = network.trace("b1", "198.51.100.80", Protocol.TCP, 8080);

    assertThat(trace.hops().getLast().before().destination()).isEqualTo(IpAddress.of("10.1.1.5"));
    assertThat(trace.hops().getLast().before().destinationPort()).isEqualTo(80);
    assertThat(network.trace("b1", "198.51.100.80", Protocol.TCP, 80).hops().getLast().device())
        .contains("/infra/tier-1s/a");
  }

  @Test
  void a_range_of_matched_ports_is_written_one_for_one() {
    String ports =
        """
        {'/infra/services/web': {service_entries: [{resource_type: 'L4PortSetServiceEntry',
             id: 'e', l4_protocol: 'TCP', destination_ports: ['80-89']}]},
         '/infra/tier-1s/a/nat/USER/nat-rules/dnat': {service: '/infra/services/web',
             translated_ports: '8080-8089'}}
        """;
    Network network = network(DNAT, ports);

    assertThat(
            network
                .trace("b1", "198.51.100.80", Protocol.TCP, 8083)
                .hops()
                .getLast()
                .before()
                .destinationPort())
        .isEqualTo(83);
  }

  @Test
  void an_exempted_destination_is_the_gateways_own() {
    Network network =
        network(
            DNAT,
            """
            {'/infra/tier-1s/a/nat/USER/nat-rules/not': {action: 'NO_DNAT', sequence_number: 1,
                 source_network: '10.2.0.0/16', destination_network: '198.51.100.80'}}
            """);

    assertThat(network.trace("b1", "198.51.100.80").hops().getLast().device())
        .contains("/infra/tier-1s/a");
  }

  @Test
  void a_reflexive_rule_works_both_ways_without_sessions() {
    Network network =
        network(
            """
            {'/infra/tier-1s/a/nat/USER/nat-rules/both': {action: 'REFLEXIVE',
                 source_network: '10.1.1.5', translated_network: '198.51.100.5'}}
            """,
            "{'/infra/tier-1s/a': {disable_firewall: true}}");

    assertThat(network.traceroute("a1", "web"))
        .containsExactly("10.1.1.1", "100.64.1.0", "192.168.10.254", "203.0.113.1", "203.0.113.80");
    assertThat(network.trace("web", "198.51.100.5").hops().getLast().before().destination())
        .isEqualTo(IpAddress.of("10.1.1.5"));
    assertThat(network.ping("web", "198.51.100.5")).isEqualTo(Verdict.REACHED);
  }

  @Test
  void a_reset_about_a_reflexive_address_comes_from_that_address() {
    Network network =
        network(
            """
            {'/infra/tier-1s/a/nat/USER/nat-rules/both': {action: 'REFLEXIVE',
                 source_network: '10.1.1.5', translated_network: '198.51.100.5'},
             '/infra/domains/default/gateway-policies/p': {category: 'LocalGatewayRules', rules: [
                 {id: 'r', action: 'REJECT', direction: 'IN', destination_groups: ['10.1.1.5'],
                  scope: ['/infra/tier-1s/a']}]}}
            """);

    Trace trace = network.trace("web", "198.51.100.5", Protocol.TCP, 443);

    assertThat(trace.fate()).isEqualTo(Fate.FIREWALL_REJECT);
    assertThat(trace.hops().getLast().answer())
        .contains(new Answer(AnswerKind.REPLY, IpAddress.of("198.51.100.5")));
  }

  @Test
  void an_active_active_tier0_translates_reflexively_only() {
    String both =
        """
        {'/infra/tier-0s/core': {ha_mode: 'ACTIVE_ACTIVE'},
         '/infra/tier-1s/a': {route_advertisement_types: ['TIER1_CONNECTED']},
         '/infra/tier-0s/core/nat/USER/nat-rules/r': {action: 'ACTION',
             source_network: '10.1.1.5', translated_network: '198.51.100.5'}}
        """;
    Trace reflexive = network(both.replace("ACTION", "REFLEXIVE")).trace("a1", "web");
    Trace snat = network(both.replace("ACTION", "SNAT")).trace("a1", "web");

    assertThat(reflexive.hops().getLast().before().source())
        .isEqualTo(IpAddress.of("198.51.100.5"));
    assertThat(snat.hops().getLast().before().source()).isEqualTo(IpAddress.of("10.1.1.5"));
    assertThat(snat.assumptions()).anyMatch(text -> text.contains("nat-rules/r"));
  }

  @Test
  void without_a_session_reflexive_translation_still_turns_errors_round() {
    Network network =
        network(
            """
            {'/infra/tier-0s/core': {ha_mode: 'ACTIVE_ACTIVE'},
             '/infra/tier-1s/a': {route_advertisement_types: ['TIER1_CONNECTED']},
             '/infra/tier-0s/core/nat/USER/nat-rules/r': {action: 'REFLEXIVE',
                 source_network: '10.1.1.5', translated_network: '198.51.100.5'}}
            """);

    assertThat(network.traceroute("web", "198.51.100.5"))
        .containsExactly(
            "203.0.113.1", "192.168.10.254", "192.168.10.1", "100.64.1.1", "198.51.100.5");
  }
}
