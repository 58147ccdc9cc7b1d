package io.nsxsim.simulation;

import static io.nsxsim.simulation.FirewallNetwork.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.net.Protocol;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a trace tells of each hop, step by step. */
class StepsTest {

  private static final String ADVERTISED =
      """
      {'/infra/tier-1s/a': {tier0_path: '/infra/tier-0s/core',
           route_advertisement_types: ['TIER1_NAT']},
       '/infra/tier-1s/a/nat/USER/nat-rules/out': {action: 'SNAT', source_network: '10.1.0.0/16',
           translated_network: '198.51.100.7'},
       '/infra/tier-1s/a/nat/USER/nat-rules/in': {action: 'DNAT',
           destination_network: '198.51.100.80', translated_network: '10.1.1.5'},
       '/infra/domains/default/gateway-policies/p': {category: 'LocalGatewayRules', rules: [
           {id: 'g', action: 'ALLOW', scope: ['/infra/tier-1s/a']}]},
       '/infra/domains/default/security-policies/p': {category: 'Application', rules: [
           {id: 'd', action: 'ALLOW'}]}}
      """;

  @Test
  void what_leaves_by_an_edge_meets_the_card_the_route_the_edge_the_firewall_and_nat() {
    Trace trace = with(ADVERTISED).trace("web", "far");

    assertThat(steps(trace.hops().getFirst()))
        .containsExactly(
            "DISTRIBUTED_FIREWALL d OUT ALLOW",
            "LINK web /infra/segments/web",
            "RECEIVED web /infra/segments/web 10.1.1.1/24",
            "ROUTE a t0 0.0.0.0/0",
            "SERVICE_ROUTER a a",
            "GATEWAY_FIREWALL g OUT ALLOW",
            "NAT out SNAT 198.51.100.7");
    assertThat(steps(trace.hops().getLast()))
        .containsExactly(
            "LINK far /infra/segments/far",
            "DISTRIBUTED_FIREWALL d IN ALLOW",
            "RECEIVED far eth0",
            "DELIVERED far DELIVERED: far has 10.2.1.5");
  }

  @Test
  void what_comes_in_by_an_edge_meets_nat_the_route_and_the_firewall() {
    Trace trace = with(ADVERTISED).trace("far", "198.51.100.80");

    assertThat(steps(trace.hops().get(2)))
        .containsExactly(
            "LINK a router-link:/infra/tier-1s/a:100.64.1.0/31",
            "RECEIVED a router-link:/infra/tier-1s/a:100.64.1.0/31",
            "NAT in DNAT 10.1.1.5",
            "ROUTE web t1c 10.1.1.0/24",
            "SERVICE_ROUTER a a",
            "GATEWAY_FIREWALL g IN ALLOW");
  }

  @Test
  void an_answer_is_recognized_where_its_session_is_kept() {
    Trace trace = with(ADVERTISED).trace("web", "far", Protocol.ICMP, 0);
    List<Hop> back = trace.returnPath().orElseThrow().hops();

    assertThat(steps(back.get(2)))
        .contains("SESSION a answers a known flow")
        .noneMatch(step -> step.contains("NAT"));
    assertThat(steps(back.getLast())).contains("SESSION web let through as an answer");
    assertThat(back).extracting(Hop::ttl).containsExactly(1, 2, 3, 4);
    assertThat(back.get(2).after().destination()).hasToString("10.1.1.5");
  }

  @Test
  void between_segments_of_one_tier1_there_is_no_edge() {
    assertThat(steps(with(ADVERTISED).trace("web", "db").hops().getFirst()))
        .containsExactly(
            "DISTRIBUTED_FIREWALL d OUT ALLOW",
            "LINK web /infra/segments/web",
            "RECEIVED web /infra/segments/web 10.1.1.1/24",
            "ROUTE db t1c 10.1.2.0/24");
  }

  @Test
  void every_gateway_takes_one_from_the_time_to_live() {
    List<Hop> hops = with(ADVERTISED).trace("web", "far").hops();

    assertThat(hops).extracting(hop -> hop.before().ttl()).containsExactly(64, 63, 62, 61);
    assertThat(hops).extracting(hop -> hop.after().ttl()).containsExactly(63, 62, 61, 61);
  }

  private static List<String> steps(Hop hop) {
    return hop.steps().stream()
        .map(step ->
            (step.kind()
                    + " "
                    + step.path().map(path -> path.id()).orElse("-")
                    + " "
                    + step.detail())
                .strip())
        .toList();
  }
}
