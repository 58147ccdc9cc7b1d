package io.nsxsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Connected, static and advertised routes, and what a device does without one. */
class RoutingTest {

  /**
   * Two tier-1s on a tier-0 that has a segment of its own; links 100.64.1.0/31 and 100.64.2.0/31.
   */
  private static final String POLICY =
      """
      {'/infra/tier-0s/core': {ha_mode: 'ACTIVE_STANDBY'},
       '/infra/segments/shared': {connectivity_path: '/infra/tier-0s/core',
           subnets: [{gateway_address: '10.0.0.1/24'}]},
       '/infra/tier-1s/a': {tier0_path: '/infra/tier-0s/core',
           route_advertisement_types: ['TIER1_CONNECTED', 'TIER1_STATIC_ROUTES']},
       '/infra/segments/a1': {connectivity_path: '/infra/tier-1s/a',
           subnets: [{gateway_address: '10.1.1.1/24'}]},
       '/infra/segments/a2': {connectivity_path: '/infra/tier-1s/a',
           subnets: [{gateway_address: '10.1.2.1/24'}]},
       '/infra/segments/a2/ports/vm-a2': {},
       '/infra/tier-1s/b': {tier0_path: '/infra/tier-0s/core',
           route_advertisement_types: ['TIER1_CONNECTED']},
       '/infra/segments/b1': {connectivity_path: '/infra/tier-1s/b',
           subnets: [{gateway_address: '10.2.1.1/24'}]}}
      """;

  private static final String INVENTORY =
      """
      {virtual_machines: [
         {id: 'shared', interfaces: [{segment_port_path: '/infra/segments/shared/ports/p',
             ip_addresses: ['10.0.0.5/24'], default_gateway: '10.0.0.1'}]},
         {id: 'a1', interfaces: [{segment_port_path: '/infra/segments/a1/ports/p',
             ip_addresses: ['10.1.1.5/24'], default_gateway: '10.1.1.1'}]},
         {id: 'a1-too', interfaces: [{segment_port_path: '/infra/segments/a1/ports/q',
             ip_addresses: ['10.1.1.6/24'], default_gateway: '10.1.1.1'}]},
         {id: 'a2', interfaces: [{segment_port_path: '/infra/segments/a2/ports/vm-a2',
             ip_addresses: ['10.1.2.5/24'], default_gateway: '10.1.2.1'}]},
         {id: 'b1', interfaces: [{segment_port_path: '/infra/segments/b1/ports/p',
             ip_addresses: ['10.2.1.5/24'], default_gateway: '10.2.1.1'}]}],
       router_links: [{tier1_path: '/infra/tier-1s/a', network: '100.64.1.0/31'},
                      {tier1_path: '/infra/tier-1s/b', network: '100.64.2.0/31'}]}
      """;

  @Test
  void neighbors_on_a_segment_need_no_router() {
    assertThat(network("{}").traceroute("a1", "a1-too")).containsExactly("10.1.1.6");
  }

  @Test
  void two_segments_of_a_tier1_are_one_hop_apart() {
    assertThat(network("{}").traceroute("a1", "a2")).containsExactly("10.1.1.1", "10.1.2.5");
  }

  @Test
  void another_tier1_is_reached_through_the_tier0() {
    assertThat(network("{}").traceroute("a1", "b1"))
        .containsExactly("10.1.1.1", "100.64.1.0", "100.64.2.1", "10.2.1.5");
  }

  @Test
  void a_segment_of_the_tier0_is_one_hop_nearer() {
    assertThat(network("{}").traceroute("shared", "b1"))
        .containsExactly("10.0.0.1", "100.64.2.1", "10.2.1.5");
  }

  @Test
  void a_gateway_answers_to_each_of_its_own_addresses() {
    assertThat(network("{}").traceroute("a1", "10.1.1.1")).containsExactly("10.1.1.1");
    assertThat(network("{}").traceroute("a1", "10.1.2.1")).containsExactly("10.1.2.1");
    assertThat(network("{}").traceroute("a1", "10.2.1.1"))
        .containsExactly("10.1.1.1", "100.64.1.0", "10.2.1.1");
    assertThat(network("{}").traceroute("a1", "100.64.2.1"))
        .containsExactly("10.1.1.1", "100.64.1.0", "100.64.2.1");
  }

  @Test
  void without_advertisement_the_tier0_knows_no_way_and_says_nothing() {
    Network network = network("{'/infra/tier-1s/b': {route_advertisement_types: []}}");

    assertThat(network.traceroute("a1", "b1").subList(0, 3)).containsExactly("10.1.1.1", "*", "*");
    assertThat(network.trace("a1", "b1").verdict()).isEqualTo(Verdict.NO_ROUTE);
    assertThat(network.trace("a1", "b1").decidingPath())
        .contains(new PolicyPath("/infra/tier-0s/core"));
  }

  @Test
  void an_answer_that_finds_no_way_back_is_not_seen() {
    Network network = network("{'/infra/tier-1s/a': {route_advertisement_types: []}}");

    assertThat(network.traceroute("a1", "b1").subList(0, 4))
        .containsExactly("10.1.1.1", "*", "*", "*");
    Trace trace = network.trace("a1", "b1");
    assertThat(trace.verdict()).isEqualTo(Verdict.REACHED);
    assertThat(trace.returnPath().orElseThrow().verdict()).isEqualTo(Verdict.NO_ROUTE);
  }

  @Test
  void an_advertisement_rule_keeps_a_network_back() {
    Network network =
        network(
            """
            {'/infra/tier-1s/b': {route_advertisement_rules: [{name: 'not-b1', action: 'DENY',
                subnets: ['10.2.0.0/16'], prefix_operator: 'GE',
                route_advertisement_types: ['TIER1_CONNECTED']}]}}
            """);

    assertThat(network.ping("a1", "b1")).isEqualTo(Verdict.NO_ROUTE);
  }

  @Test
  void an_advertisement_rule_adds_a_network() {
    Network network =
        network(
            """
            {'/infra/tier-1s/b': {route_advertisement_types: [], route_advertisement_rules: [
                {name: 'b1', action: 'PERMIT', subnets: ['10.2.1.0/24'], prefix_operator: 'EQ',
                 route_advertisement_types: ['TIER1_CONNECTED']}]}}
            """);

    assertThat(network.ping("a1", "b1")).isEqualTo(Verdict.REACHED);
  }

  @Test
  void a_tier1_without_tier0_knows_its_own_segments_only() {
    Network network = network("{'/infra/tier-1s/a': {tier0_path: ''}}");

    assertThat(network.ping("a1", "a2")).isEqualTo(Verdict.REACHED);
    assertThat(network.ping("a1", "b1")).isEqualTo(Verdict.NO_ROUTE);
    assertThat(network.traceroute("a1", "b1").getFirst()).isEqualTo("*");
  }

  @Test
  void a_host_that_is_not_there_is_reported_by_the_last_gateway() {
    assertThat(network("{}").traceroute("a1", "10.1.2.99"))
        .containsExactly("10.1.1.1", "10.1.1.1 !H");
    assertThat(network("{}").traceroute("a1", "10.2.1.99"))
        .containsExactly("10.1.1.1", "100.64.1.0", "100.64.2.1", "100.64.2.1 !H");
    assertThat(network("{}").trace("a1", "10.2.1.99").fate()).isEqualTo(Fate.NO_NEIGHBOR);
  }

  @Test
  void a_host_that_is_not_there_on_the_own_segment_is_reported_by_the_sender() {
    assertThat(network("{}").traceroute("a1", "10.1.1.99")).containsExactly("10.1.1.5 !H");
  }

  @Test
  void a_gateway_may_be_told_to_keep_quiet_about_missing_hosts_and_to_report_missing_routes() {
    Network network = network("{}");
    Tracer quiet = new Tracer(network.fabric(), new Options(true, false, false, false, true));

    assertThat(quiet.probe(network.flow("a1", "10.1.2.99", Protocol.UDP, 33434), 2)).isEmpty();
    assertThat(quiet.probe(network.flow("a1", "203.0.113.1", Protocol.UDP, 33434), 2))
        .hasValueSatisfying(
            answer -> assertThat(answer.kind()).isEqualTo(AnswerKind.NETWORK_UNREACHABLE));
  }

  @Test
  void a_static_route_leads_over_a_neighbor_in_its_network() {
    Network network =
        network(
            """
            {'/infra/tier-0s/core/static-routes/r': {network: '172.16.0.0/16',
                next_hops: [{ip_address: '100.64.2.1'}]}}
            """);

    assertThat(network.traceroute("shared", "172.16.0.1").subList(0, 3))
        .containsExactly("10.0.0.1", "100.64.2.1", "100.64.2.0");
    assertThat(network.trace("shared", "172.16.0.1").verdict()).isEqualTo(Verdict.LOOP);
  }

  @Test
  void a_loop_goes_round_until_the_last_hop() {
    Network network =
        network(
            """
            {'/infra/tier-1s/b/static-routes/r': {network: '172.16.0.0/16',
                next_hops: [{ip_address: '100.64.2.0'}]},
             '/infra/tier-0s/core/static-routes/r': {network: '172.16.0.0/16',
                next_hops: [{ip_address: '100.64.2.1'}]}}
            """);

    assertThat(network.traceroute("b1", "172.16.0.1"))
        .containsExactly(
            "10.2.1.1",
            "100.64.2.0",
            "100.64.2.1",
            "100.64.2.0",
            "100.64.2.1",
            "100.64.2.0",
            "100.64.2.1",
            "100.64.2.0");
  }

  @Test
  void a_null_route_swallows_without_a_word() {
    Network network =
        network(
            """
            {'/infra/tier-1s/a/static-routes/hole': {network: '10.2.0.0/16', next_hops: [{}]}}
            """);

    assertThat(network.traceroute("a1", "b1").getFirst()).isEqualTo("*");
    Trace trace = network.trace("a1", "b1");
    assertThat(trace.fate()).isEqualTo(Fate.NULL_ROUTE);
    assertThat(trace.decidingPath())
        .contains(new PolicyPath("/infra/tier-1s/a/static-routes/hole"));
  }

  @Test
  void the_longer_prefix_wins_over_the_better_distance() {
    Network network =
        network(
            """
            {'/infra/tier-1s/a/static-routes/hole': {network: '10.2.0.0/16', next_hops: [{}]},
             '/infra/tier-1s/a/static-routes/way': {network: '10.2.1.0/24',
                next_hops: [{ip_address: '100.64.1.0', admin_distance: 200}]}}
            """);

    assertThat(network.ping("a1", "b1")).isEqualTo(Verdict.REACHED);
  }

  @Test
  void of_equal_prefixes_the_lower_distance_wins() {
    Network network =
        network(
            """
            {'/infra/tier-1s/a/static-routes/hole': {network: '10.2.1.0/24',
                next_hops: [{admin_distance: 5}]},
             '/infra/tier-1s/a/static-routes/way': {network: '10.2.1.0/24',
                next_hops: [{ip_address: '100.64.1.0', admin_distance: 4}]}}
            """);

    assertThat(network.ping("a1", "b1")).isEqualTo(Verdict.REACHED);
  }

  @Test
  void a_static_route_of_a_tier1_is_advertised_and_followed_to_a_machine() {
    Network network =
        network(
            """
            {'/infra/tier-1s/a/static-routes/lab': {network: '172.20.0.0/16',
                next_hops: [{ip_address: '10.1.2.5'}]}}
            """);

    Trace trace = network.trace("b1", "172.20.0.9");
    assertThat(trace.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(trace.fate()).isEqualTo(Fate.NOT_FORWARDED);
    assertThat(trace.assumptions()).isNotEmpty();
  }

  @Test
  void a_next_hop_can_be_held_to_one_interface() {
    String elsewhere =
        """
        {'/infra/tier-1s/a/static-routes/lab': {network: '172.20.0.0/16',
            next_hops: [{ip_address: '10.1.2.5', scope: ['/infra/segments/a1']}]}}
        """;
    String there = elsewhere.replace("/infra/segments/a1", "/infra/segments/a2");

    assertThat(network(elsewhere).trace("a1", "172.20.0.9").fate()).isEqualTo(Fate.NO_ROUTE);
    assertThat(network(there).trace("a1", "172.20.0.9").fate()).isEqualTo(Fate.NOT_FORWARDED);
  }

  @Test
  void a_segment_with_connectivity_off_has_no_gateway() {
    Network network = network("{'/infra/segments/a2': {advanced_config: {connectivity: 'OFF'}}}");

    assertThat(network.traceroute("a2", "a1")).containsExactly("10.1.2.5 !H");
    assertThat(network.ping("a1", "a2")).isEqualTo(Verdict.NO_ROUTE);
  }

  @Test
  void a_port_that_is_down_passes_nothing() {
    Network network = network("{'/infra/segments/a2/ports/vm-a2': {admin_state: 'DOWN'}}");

    Trace trace = network.trace("a1", "a2");
    assertThat(trace.fate()).isEqualTo(Fate.PORT_DOWN);
    assertThat(trace.decidingPath()).contains(new PolicyPath("/infra/segments/a2/ports/vm-a2"));
    assertThat(network.traceroute("a2", "a1").getFirst()).isEqualTo("*");
  }

  @Test
  void a_segment_that_is_down_passes_nothing() {
    Network network = network("{'/infra/segments/a2': {admin_state: 'DOWN'}}");

    assertThat(network.trace("a1", "a2").decidingPath())
        .contains(new PolicyPath("/infra/segments/a2"));
  }

  @Test
  void a_machine_that_is_stopped_neither_sends_nor_answers() {
    String stopped = INVENTORY.replace("{id: 'a2',", "{id: 'a2', power_state: 'VM_STOPPED',");
    Network network = Network.of(stopped, POLICY);

    assertThat(network.trace("a2", "a1").fate()).isEqualTo(Fate.POWERED_OFF);
    assertThat(network.traceroute("a1", "a2")).containsExactly("10.1.1.1", "10.1.1.1 !H");
  }

  @Test
  void a_machine_without_gateway_is_given_that_of_its_segment() {
    String silent = INVENTORY.replace(", default_gateway: '10.1.2.1'", "");
    Network network = Network.of(silent, POLICY);

    assertThat(network.traceroute("a2", "a1")).containsExactly("10.1.2.1", "10.1.1.5");
    assertThat(network.trace("a2", "a1").assumptions()).anyMatch(text -> text.contains("10.1.2.1"));
  }

  @Test
  void of_two_cards_the_one_with_a_gateway_leads_out() {
    Network network =
        Network.of(
            INVENTORY.replace(
                "{id: 'a1',",
                """
                {id: 'two', interfaces: [
                    {segment_port_path: '/infra/segments/a1/ports/two',
                        ip_addresses: ['10.1.1.9/24']},
                    {segment_port_path: '/infra/segments/a2/ports/two',
                        ip_addresses: ['10.1.2.9/24'], default_gateway: '10.1.2.1'}]},
                {id: 'a1',\
                """),
            POLICY);

    assertThat(network.traceroute("two", "b1").getFirst()).isEqualTo("10.1.2.1");
    assertThat(network.trace("two", "b1").paths()).hasSize(1);
  }

  @Test
  void a_service_interface_needs_an_edge_and_then_is_a_gateway() {
    String policy =
        """
        {'/infra/segments/dmz': {},
         '/infra/tier-1s/a/locale-services/ls': {},
         '/infra/tier-1s/a/locale-services/ls/interfaces/dmz': {segment_path: '/infra/segments/dmz',
             subnets: [{ip_addresses: ['10.9.0.1'], prefix_len: 24}]}}
        """;
    String edge =
        "{'/infra/tier-1s/a/locale-services/ls': {edge_cluster_path: '/infra/clusters/c'}}";
    String inventory =
        INVENTORY.replace(
            "virtual_machines: [",
            """
            virtual_machines: [{id: 'dmz', interfaces: [{ip_addresses: ['10.9.0.5/24'],
                segment_port_path: '/infra/segments/dmz/ports/p', default_gateway: '10.9.0.1'}]},
            """);

    assertThat(Network.of(inventory, POLICY, policy, edge).traceroute("dmz", "b1"))
        .containsExactly("10.9.0.1", "100.64.1.0", "100.64.2.1", "10.2.1.5");
    assertThat(Network.of(inventory, POLICY, policy).ping("dmz", "b1")).isEqualTo(Verdict.NO_ROUTE);
  }

  @Test
  void each_tier1_without_a_pinned_link_gets_its_own_and_keeps_it() {
    String unpinned = INVENTORY.substring(0, INVENTORY.indexOf("router_links")) + "}";
    Network before = Network.of(unpinned, POLICY);
    Network after =
        Network.of(
            unpinned,
            POLICY,
            "{'/infra/tier-1s/aa': {tier0_path: '/infra/tier-0s/core'}}",
            "{'/infra/tier-1s/c': {tier0_path: '/infra/tier-0s/core'}}");

    assertThat(before.traceroute("a1", "b1")).hasSize(4).isEqualTo(after.traceroute("a1", "b1"));
    assertThat(before.traceroute("a1", "b1").get(1)).startsWith("100.64.");
  }

  @Test
  void transit_subnets_say_where_links_come_from() {
    String unpinned = INVENTORY.substring(0, INVENTORY.indexOf("router_links")) + "}";
    Network network =
        Network.of(
            unpinned,
            POLICY,
            "{'/infra/tier-0s/core': {ha_mode: 'ACTIVE_STANDBY', transit_subnets: ['172.31.0.0/30']}}");

    assertThat(network.traceroute("a1", "b1"))
        .hasSize(4)
        .allMatch(hop -> !hop.startsWith("100.64."));
    assertThat(network.traceroute("a1", "b1").get(1)).startsWith("172.31.0.");
  }

  @Test
  void a_machine_on_an_unknown_segment_cannot_be_traced_and_says_so() {
    String lost =
        INVENTORY.replace("/infra/segments/a2/ports/vm-a2", "/infra/segments/nowhere/ports/p");
    Network network = Network.of(lost, POLICY);

    assertThat(network.fabric().directory().find("a2")).hasSize(1);
    Flow flow =
        new Flow(
            network.fabric().directory().find("a2").getFirst().device(),
            io.nsxsim.net.IpAddress.of("10.1.2.5"),
            io.nsxsim.net.IpAddress.of("10.1.1.5"),
            Protocol.ICMP,
            0,
            0);
    assertThat(new Tracer(network.fabric()).trace(flow).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void ping_and_tcp_are_answered_by_the_destination() {
    assertThat(network("{}").traceroute("a1", "a2", Protocol.ICMP, Optional.empty()))
        .containsExactly("10.1.1.1", "10.1.2.5");
    assertThat(network("{}").traceroute("a1", "a2", Protocol.TCP, Optional.of(443)))
        .containsExactly("10.1.1.1", "10.1.2.5");
  }

  private static Network network(String extra) {
    return Network.of(INVENTORY, POLICY, extra);
  }
}
