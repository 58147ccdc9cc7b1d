package io.nsxsim.simulation;

import static io.nsxsim.simulation.RoutingNetwork.network;
import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Connected, static and advertised routes, and what a device does without one. */
class RoutingTest {

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
  void ping_and_tcp_are_answered_by_the_destination() {
    assertThat(network("{}").traceroute("a1", "a2", Protocol.ICMP, Optional.empty()))
        .containsExactly("10.1.1.1", "10.1.2.5");
    assertThat(network("{}").traceroute("a1", "a2", Protocol.TCP, Optional.of(443)))
        .containsExactly("10.1.1.1", "10.1.2.5");
  }
}
