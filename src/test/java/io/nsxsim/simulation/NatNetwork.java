package io.nsxsim.simulation;

/** One tier-0 with an uplink, a private tier-1 "a" with an edge, and a plain tier-1 "b". */
final class NatNetwork {

  /** One tier-0 with an uplink, a private tier-1 "a" with an edge, and a plain tier-1 "b". */
  static final String POLICY =
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

  static final String SNAT =
      """
      {'/infra/tier-1s/a/nat/USER/nat-rules/snat': {action: 'SNAT', sequence_number: 100,
           source_network: '10.1.0.0/16', translated_network: '198.51.100.7'}}
      """;

  static final String DNAT =
      """
      {'/infra/tier-1s/a/nat/USER/nat-rules/dnat': {action: 'DNAT', sequence_number: 50,
           destination_network: '198.51.100.80', translated_network: '10.1.1.5'}}
      """;

  static final String INVENTORY =
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

  private NatNetwork() {}

  static Network network(String... extra) {
    String[] policies = new String[extra.length + 1];
    policies[0] = POLICY;
    System.arraycopy(extra, 0, policies, 1, extra.length);
    return Network.of(INVENTORY, policies);
  }
}
