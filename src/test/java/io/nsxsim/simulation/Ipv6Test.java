package io.nsxsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import org.junit.jupiter.api.Test;

/** Two tier-1s below a tier-0 with an uplink; machines and interfaces have both families. */
class Ipv6Test {

  private static final String POLICY =
      """
      {'/infra/tier-0s/core': {ha_mode: 'ACTIVE_STANDBY', transit_subnets:
           ['100.64.0.0/16', 'fc00:64::/48']},
       '/infra/tier-0s/core/locale-services/default': {edge_cluster_path: '/infra/edges'},
       '/infra/tier-0s/core/locale-services/default/interfaces/up': {type: 'EXTERNAL',
           edge_path: '/infra/edges/1', subnets: [
             {ip_addresses: ['192.0.2.1'], prefix_len: 24},
             {ip_addresses: ['2001:db8:ff::1'], prefix_len: 64}]},
       '/infra/tier-0s/core/static-routes/out': {network: '::/0',
           next_hops: [{ip_address: '2001:db8:ff::254'}]},
       '/infra/tier-1s/a': {tier0_path: '/infra/tier-0s/core',
           route_advertisement_types: ['TIER1_CONNECTED']},
       '/infra/segments/a1': {connectivity_path: '/infra/tier-1s/a', subnets: [
           {gateway_address: '10.1.1.1/24'}, {gateway_address: '2001:db8:a1::1/64'}]},
       '/infra/tier-1s/b': {tier0_path: '/infra/tier-0s/core',
           route_advertisement_types: ['TIER1_CONNECTED']},
       '/infra/segments/b1': {connectivity_path: '/infra/tier-1s/b',
           subnets: [{gateway_address: '2001:db8:b1::1/64'}]}}
      """;

  private static final String INVENTORY =
      """
      {virtual_machines: [
         {id: 'a1', interfaces: [{segment_port_path: '/infra/segments/a1/ports/p',
             ip_addresses: ['10.1.1.5/24', '2001:db8:a1::5/64'],
             default_gateway: '10.1.1.1'}]},
         {id: 'b1', interfaces: [{segment_port_path: '/infra/segments/b1/ports/p',
             ip_addresses: ['2001:db8:b1::5/64'], default_gateway: '2001:db8:b1::1'}]}],
       physical_routers: [{id: 'isp', interfaces: [{address: '2001:db8:ff::254/64'}],
             routes: [{network: '2001:db8::/32', next_hops: ['2001:db8:ff::1']}]}],
       external_hosts: [{id: 'web', ip_address: '2001:db8:e::80', router_id: 'isp',
             hops: [{ip_address: '2001:db8:e::1'}]}]}
      """;

  @Test
  void another_tier1_is_reached_through_the_tier0() {
    assertThat(network("{}").traceroute("a1", "b1"))
        .hasSize(4)
        .startsWith("2001:db8:a1::1")
        .element(1, STRING)
        .startsWith("fc00:64:0:")
        .endsWith("::1");
    assertThat(network("{}").traceroute("a1", "b1").subList(2, 4))
        .satisfies(hops -> assertThat(hops.getFirst()).startsWith("fc00:64:0:").endsWith("::2"))
        .endsWith("2001:db8:b1::5");
  }

  @Test
  void the_world_outside_is_reached_and_answers() {
    assertThat(network("{}").traceroute("b1", "web"))
        .contains("2001:db8:ff::254", "2001:db8:e::1")
        .endsWith("2001:db8:e::80");
    assertThat(network("{}").ping("b1", "web")).isEqualTo(Verdict.REACHED);
  }

  @Test
  void a_rule_for_ipv4_leaves_ipv6_alone() {
    String rule =
        """
        {'/infra/domains/default/security-policies/p': {category: 'Application'},
         '/infra/domains/default/security-policies/p/rules/r': {action: 'DROP',
             ip_protocol: '%s', source_groups: ['ANY'], destination_groups: ['ANY']}}
        """;

    assertThat(network(rule.formatted("IPV4")).ping("a1", "b1")).isEqualTo(Verdict.REACHED);
    assertThat(network(rule.formatted("IPV6")).ping("a1", "b1")).isEqualTo(Verdict.BLOCKED);
    assertThat(network(rule.formatted("IPV4_IPV6")).ping("a1", "b1")).isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void icmp_of_the_other_family_is_another_protocol() {
    String rules =
        """
        {'/infra/services/ping': {},
         '/infra/services/ping/service-entries/e': {resource_type: 'ICMPTypeServiceEntry',
             protocol: '%s', icmp_type: %d},
         '/infra/domains/default/security-policies/p': {category: 'Application'},
         '/infra/domains/default/security-policies/p/rules/r': {action: 'DROP',
             services: ['/infra/services/ping']}}
        """;

    assertThat(network(rules.formatted("ICMPv4", 8)).ping("a1", "b1")).isEqualTo(Verdict.REACHED);
    assertThat(network(rules.formatted("ICMPv6", 128)).ping("a1", "b1")).isEqualTo(Verdict.BLOCKED);
  }

  private static Network network(String more) {
    return Network.of(INVENTORY, POLICY, more);
  }
}
