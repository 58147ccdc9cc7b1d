package io.nsxsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** IPsec VPNs between two gateways of the network, and to peers outside. */
class VpnTest {

  private static final String ENDS =
      """
      {'/infra/tier-1s/a': {route_advertisement_types: []},
       '/infra/tier-1s/b': {route_advertisement_types: []},
       '/infra/tier-1s/a/ipsec-vpn-services/v': {},
       '/infra/tier-1s/a/ipsec-vpn-services/v/local-endpoints/e': {local_address: '198.51.100.1'},
       '/infra/tier-1s/b/ipsec-vpn-services/v': {},
       '/infra/tier-1s/b/ipsec-vpn-services/v/local-endpoints/e': {local_address: '198.51.100.2'},
       '/infra/tier-1s/a/ipsec-vpn-services/v/sessions/s': {peer_address: '198.51.100.2',
           enabled: true,
           local_endpoint_path: '/infra/tier-1s/a/ipsec-vpn-services/v/local-endpoints/e'},
       '/infra/tier-1s/b/ipsec-vpn-services/v/sessions/s': {peer_address: '198.51.100.1',
           local_endpoint_path: '/infra/tier-1s/b/ipsec-vpn-services/v/local-endpoints/e'}}
      """;

  private static final String ROUTES =
      """
      {'/infra/tier-1s/a/ipsec-vpn-services/v/sessions/s': {tunnel_interfaces: [
           {ip_subnets: [{ip_addresses: ['169.254.31.1'], prefix_length: 30}]}]},
       '/infra/tier-1s/b/ipsec-vpn-services/v/sessions/s': {tunnel_interfaces: [
           {ip_subnets: [{ip_addresses: ['169.254.31.2'], prefix_length: 30}]}]},
       '/infra/tier-1s/a/static-routes/r': {network: '10.2.0.0/16',
           next_hops: [{ip_address: '169.254.31.2'}]},
       '/infra/tier-1s/b/static-routes/r': {network: '10.1.0.0/16',
           next_hops: [{ip_address: '169.254.31.1'}]}}
      """;

  private static final String SOURCE_OF_OTHERS = "sources: [{subnet: '10.9.9.0/24'}]";

  private static final String POLICIES =
      """
      {'/infra/tier-1s/a/ipsec-vpn-services/v/sessions/s': {
           resource_type: 'PolicyBasedIPSecVpnSession', rules: [{action: 'PROTECT',
               sources: [{subnet: '10.1.1.0/24'}], destinations: [{subnet: '10.2.1.0/24'}]}]},
       '/infra/tier-1s/b/ipsec-vpn-services/v/sessions/s': {
           resource_type: 'PolicyBasedIPSecVpnSession', rules: [
               {sources: [{subnet: '10.2.1.0/24'}], destinations: [{subnet: '10.1.1.0/24'}]}]}}
      """;

  @Test
  void a_static_route_leads_through_the_tunnel_interfaces() {
    Network network = PlainNetwork.with(ENDS, ROUTES);

    assertThat(network.traceroute("a1", "b1"))
        .containsExactly("10.1.1.1", "169.254.31.2", "10.2.1.5");
    assertThat(network.trace("a1", "b1").assumptions())
        .anyMatch(text -> text.contains("assumed to be up"));
  }

  @Test
  void a_policy_takes_what_goes_to_its_destinations() {
    Network network = PlainNetwork.with(ENDS, POLICIES);

    assertThat(network.ping("a1", "b1")).isEqualTo(Verdict.REACHED);
    assertThat(network.trace("a1", "b1").hops()).hasSize(3);
  }

  @Test
  void a_policy_leaves_what_comes_from_elsewhere_to_the_routes() {
    String elsewhere = POLICIES.replace("sources: [{subnet: '10.1.1.0/24'}]", SOURCE_OF_OTHERS);

    assertThat(PlainNetwork.with(ENDS, elsewhere).ping("a1", "b1")).isNotEqualTo(Verdict.REACHED);
  }

  @Test
  void a_bypass_with_a_lower_number_exempts_a_part() {
    String exempted =
        POLICIES.replace(
            "rules: [{action: 'PROTECT',",
            "rules: [{action: 'BYPASS', sequence_number: 1, sources: [{subnet: '10.1.1.5/32'}],"
                + " destinations: [{subnet: '10.2.1.0/24'}]}, {sequence_number: 2,");

    assertThat(PlainNetwork.with(ENDS, exempted).ping("a1", "b1")).isNotEqualTo(Verdict.REACHED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"action: 'BYPASS'", "action: 'PROTECT', enabled: false"})
  void a_policy_that_is_bypassed_or_switched_off_takes_nothing(String rule) {
    Network network = PlainNetwork.with(ENDS, POLICIES.replace("action: 'PROTECT'", rule));

    assertThat(network.ping("a1", "b1")).isNotEqualTo(Verdict.REACHED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"enabled: false", "peer_address: '198.51.100.77'"})
  void with_one_end_down_or_elsewhere_nothing_arrives(String field) {
    String down = "{'/infra/tier-1s/a/ipsec-vpn-services/v/sessions/s': {" + field + "}}";

    assertThat(PlainNetwork.with(ENDS, ROUTES, down).ping("a1", "b1"))
        .isNotEqualTo(Verdict.REACHED);
    assertThat(PlainNetwork.with(ENDS, POLICIES, down).ping("a1", "b1"))
        .isNotEqualTo(Verdict.REACHED);
  }

  @Test
  void a_session_with_a_peer_nobody_knows_leads_out() {
    Network network =
        PlainNetwork.with(
            ENDS,
            ROUTES,
            "{'/infra/tier-1s/a/ipsec-vpn-services/v/sessions/s': {peer_address: '203.0.113.9'}}");
    Trace trace = network.trace("a1", "10.2.1.5");

    assertThat(trace.verdict()).isEqualTo(Verdict.EXITS_NETWORK);
    assertThat(trace.assumptions()).anyMatch(text -> text.contains("is not known"));
  }

  @Test
  void a_service_that_is_switched_off_has_no_sessions() {
    Network network =
        PlainNetwork.with(
            ENDS, ROUTES, "{'/infra/tier-1s/a/ipsec-vpn-services/v': {enabled: false}}");

    assertThat(network.ping("a1", "b1")).isNotEqualTo(Verdict.REACHED);
  }
}
