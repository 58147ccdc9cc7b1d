package io.nsxsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Address translation at a tier-1's router link and a tier-0's uplink. */
class NatTest {

  /** One tier-0 with an uplink, a private tier-1 "a" with an edge, and a plain tier-1 "b". */
  private static final String POLICY =
      """
      {'/infra/tier-0s/core': {ha_mode: 'ACTIVE_STANDBY'},
       '/infra/tier-0s/core/locale-services/ls': {edge_cluster_path: '/infra/c',
           route_redistribution_config: {redistribution_rules: [{route_redistribution_types:
               ['TIER1_NAT', 'TIER1_CONNECTED', 'TIER0_NAT']}]}},
       '/infra/tier-0s/core/locale-services/ls/interfaces/up':
           {subnets: [{ip_addresses: ['192.168.10.1'], prefix_len: 24}]},
       '/infra/tier-0s/core/locale-services/ls/bgp': {},
       '/infra/tier-0s/core/locale-services/ls/bgp/neighbors/isp': {neighbor_address: '192.168.10.254'},
       '/infra/tier-1s/a': {tier0_path: '/infra/tier-0s/core',
           route_advertisement_types: ['TIER1_NAT']},
       '/infra/tier-1s/a/locale-services/ls': {edge_cluster_path: '/infra/c'},
       '/infra/segments/a1': {connectivity_path: '/infra/tier-1s/a',
           subnets: [{gateway_address: '10.1.1.1/24'}]},
       '/infra/segments/a2': {connectivity_path: '/infra/tier-1s/a',
           subnets: [{gateway_address: '10.1.2.1/24'}]},
       '/infra/tier-1s/b': {tier0_path: '/infra/tier-0s/core',
           route_advertisement_types: ['TIER1_CONNECTED']},
       '/infra/segments/b1': {connectivity_path: '/infra/tier-1s/b',
           subnets: [{gateway_address: '10.2.1.1/24'}]}}
      """;

  private static final String SNAT =
      """
      {'/infra/tier-1s/a/nat/USER/nat-rules/snat': {action: 'SNAT', sequence_number: 100,
           source_network: '10.1.0.0/16', translated_network: '198.51.100.7'}}
      """;

  private static final String DNAT =
      """
      {'/infra/tier-1s/a/nat/USER/nat-rules/dnat': {action: 'DNAT', sequence_number: 50,
           destination_network: '198.51.100.80', translated_network: '10.1.1.5'}}
      """;

  private static final String INVENTORY =
      """
      {virtual_machines: [
         {id: 'a1', interfaces: [{segment_port_path: '/infra/segments/a1/ports/p',
             ip_addresses: ['10.1.1.5/24'], default_gateway: '10.1.1.1'}]},
         {id: 'a2', interfaces: [{segment_port_path: '/infra/segments/a2/ports/p',
             ip_addresses: ['10.1.2.5/24'], default_gateway: '10.1.2.1'}]},
         {id: 'b1', interfaces: [{segment_port_path: '/infra/segments/b1/ports/p',
             ip_addresses: ['10.2.1.5/24'], default_gateway: '10.2.1.1'}]}],
       physical_routers: [{id: 'isp', interfaces: [{address: '192.168.10.254/24'}],
           routes: [{network: '0.0.0.0/0', next_hops: []}]}],
       external_hosts: [{id: 'web', ip_address: '203.0.113.80', router_id: 'isp',
           hops: [{ip_address: '203.0.113.1'}]}],
       router_links: [{tier1_path: '/infra/tier-1s/a', network: '100.64.1.0/31'},
                      {tier1_path: '/infra/tier-1s/b', network: '100.64.2.0/31'}]}
      """;

  @Test
  void what_leaves_by_the_router_link_carries_the_translated_address() {
    Trace trace = network(SNAT).trace("a1", "web");

    assertThat(network(SNAT).traceroute("a1", "web"))
        .containsExactly("10.1.1.1", "100.64.1.0", "192.168.10.254", "203.0.113.1", "203.0.113.80");
    assertThat(trace.hops().getFirst().before().source()).isEqualTo(IpAddress.of("10.1.1.5"));
    assertThat(trace.hops().getFirst().after().source()).isEqualTo(IpAddress.of("198.51.100.7"));
    assertThat(trace.hops().getFirst().steps())
        .extracting(Step::kind, Step::path, Step::detail)
        .contains(
            tuple(
                Step.Kind.NAT,
                Optional.of(new PolicyPath("/infra/tier-1s/a/nat/USER/nat-rules/snat")),
                "SNAT 198.51.100.7"));
  }

  @Test
  void without_translation_the_private_network_gets_no_answer() {
    Network network = network("{}");

    assertThat(network.traceroute("a1", "b1").subList(0, 4))
        .containsExactly("10.1.1.1", "*", "*", "*");
  }

  @Test
  void between_segments_of_one_tier1_nothing_is_translated() {
    Trace trace = network(SNAT).trace("a1", "a2");

    assertThat(trace.hops().getLast().before().source()).isEqualTo(IpAddress.of("10.1.1.5"));
  }

  @Test
  void an_exemption_with_a_lower_number_wins() {
    String exempt =
        """
        {'/infra/tier-1s/a/nat/USER/nat-rules/not': {action: 'NO_SNAT', sequence_number: 10,
             source_network: '10.1.0.0/16', destination_network: '10.2.0.0/16'}}
        """;

    assertThat(network(SNAT, exempt).trace("a1", "b1").hops().getLast().before().source())
        .isEqualTo(IpAddress.of("10.1.1.5"));
    assertThat(
            network(SNAT, exempt.replace("number: 10", "number: 200"))
                .trace("a1", "b1")
                .hops()
                .getLast()
                .before()
                .source())
        .isEqualTo(IpAddress.of("198.51.100.7"));
  }

  @Test
  void sections_come_before_numbers() {
    String internal =
        """
        {'/infra/tier-1s/a/nat/INTERNAL/nat-rules/first': {action: 'SNAT', sequence_number: 999,
             source_network: '10.1.0.0/16', translated_network: '198.51.100.8'},
         '/infra/tier-1s/a/nat/DEFAULT/nat-rules/last': {action: 'SNAT', sequence_number: 1,
             source_network: '10.1.0.0/16', translated_network: '198.51.100.9'}}
        """;

    assertThat(network(SNAT, internal).trace("a1", "web").hops().getLast().before().source())
        .isEqualTo(IpAddress.of("198.51.100.8"));
  }

  @Test
  void a_rule_that_is_disabled_does_nothing() {
    Network network =
        network(SNAT, "{'/infra/tier-1s/a/nat/USER/nat-rules/snat': {enabled: false}}");

    assertThat(network.trace("a1", "web").hops().getLast().before().source())
        .isEqualTo(IpAddress.of("10.1.1.5"));
  }

  @Test
  void a_pool_gives_a_source_always_the_same_of_its_addresses() {
    Network network =
        network(
            """
            {'/infra/tier-1s/a/nat/USER/nat-rules/snat': {action: 'SNAT', source_network:
                 '10.1.0.0/16', translated_network: '198.51.100.16-198.51.100.19'}}
            """);
    IpAddress first = network.trace("a1", "web").hops().getLast().before().source();

    assertThat(first.folded() & -4).isEqualTo(IpAddress.of("198.51.100.16").folded());
    assertThat(network.trace("a1", "web").hops().getLast().before().source()).isEqualTo(first);
    assertThat(network.traceroute("a1", "web").getLast()).isEqualTo("203.0.113.80");
  }

  @Test
  void a_tier1_without_edge_translates_nothing_and_says_so() {
    Network network =
        network(SNAT, "{'/infra/tier-1s/a/locale-services/ls': {edge_cluster_path: null}}");
    Trace trace = network.trace("a1", "web");

    assertThat(trace.hops().getLast().before().source()).isEqualTo(IpAddress.of("10.1.1.5"));
    assertThat(trace.assumptions()).anyMatch(text -> text.contains("no edge cluster"));
  }

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
  void a_label_stands_for_its_interfaces_in_a_scope() {
    String snat =
        """
        {'/infra/tier-1s/a': {route_advertisement_types: ['TIER1_CONNECTED']},
         '/infra/labels/l': {refs: ['/infra/tier-0s/core/locale-services/ls/interfaces/INTERFACE']},
         '/infra/tier-0s/core/nat/USER/nat-rules/r': {action: 'SNAT',
             source_network: '10.1.0.0/16', translated_network: '192.168.10.99',
             scope: ['/infra/labels/l']}}
        """;

    assertThat(translated(snat.replace("INTERFACE", "up"))).isEqualTo("192.168.10.99");
    assertThat(translated(snat.replace("INTERFACE", "other"))).isEqualTo("10.1.1.5");
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

  @Test
  void a_tier0_translates_at_its_uplink_and_not_between_tier1s() {
    String snat =
        """
        {'/infra/tier-1s/a': {route_advertisement_types: ['TIER1_CONNECTED']},
         '/infra/tier-0s/core/nat/USER/nat-rules/r': {action: 'SNAT',
             source_network: '10.1.0.0/16', translated_network: '192.168.10.99'}}
        """;

    assertThat(network(snat).trace("a1", "b1").hops().getLast().before().source())
        .isEqualTo(IpAddress.of("10.1.1.5"));
    assertThat(network(snat).trace("a1", "web").hops().getLast().before().source())
        .isEqualTo(IpAddress.of("192.168.10.99"));
    assertThat(network(snat).traceroute("a1", "web"))
        .containsExactly("10.1.1.1", "100.64.1.0", "192.168.10.254", "203.0.113.1", "203.0.113.80");
  }

  @Test
  void with_a_scope_a_rule_applies_on_that_interface_only() {
    String snat =
        """
        {'/infra/tier-1s/a': {route_advertisement_types: ['TIER1_CONNECTED']},
         '/infra/tier-0s/core/nat/USER/nat-rules/r': {action: 'SNAT',
             source_network: '10.1.0.0/16', translated_network: '192.168.10.99',
             scope: ['/infra/tier-0s/core/locale-services/ls/interfaces/INTERFACE']}}
        """;

    assertThat(translated(snat.replace("INTERFACE", "up"))).isEqualTo("192.168.10.99");
    assertThat(translated(snat.replace("INTERFACE", "other"))).isEqualTo("10.1.1.5");
  }

  @Test
  void answers_to_what_came_in_are_translated_when_nothing_keeps_their_session() {
    String open =
        """
        {'/infra/tier-1s/a': {route_advertisement_types: ['TIER1_CONNECTED'],
             disable_firewall: DISABLED}}
        """;

    assertThat(
            network(SNAT, open.replace("DISABLED", "false"))
                .trace("b1", "a1", Protocol.TCP, 22)
                .returnPath()
                .orElseThrow()
                .verdict())
        .isEqualTo(Verdict.REACHED);
    assertThat(
            network(SNAT, open.replace("DISABLED", "true"))
                .trace("b1", "a1", Protocol.TCP, 22)
                .returnPath()
                .orElseThrow()
                .verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void the_gateway_owns_its_translated_addresses() {
    assertThat(network(SNAT).traceroute("b1", "198.51.100.7"))
        .containsExactly("10.2.1.1", "100.64.2.0", "198.51.100.7");
  }

  private static String translated(String policy) {
    List<Hop> hops = network(policy).trace("a1", "web").hops();
    return hops.getLast().before().source().toString();
  }

  private static Network network(String... extra) {
    String[] policies = new String[extra.length + 1];
    policies[0] = POLICY;
    System.arraycopy(extra, 0, policies, 1, extra.length);
    return Network.of(INVENTORY, policies);
  }
}
