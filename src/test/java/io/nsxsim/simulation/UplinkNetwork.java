package io.nsxsim.simulation;

/** Two edges with an uplink to each of two physical routers, and a tier-1 with one segment. */
final class UplinkNetwork {

  static final String EDGES = "/infra/sites/default/edge-clusters/c/edge-nodes/";

  /** Two edges with one uplink to each of two physical routers, and a tier-1 with one segment. */
  static final String POLICY =
      """
      {'/infra/tier-0s/core': {ha_mode: 'ACTIVE_ACTIVE'},
       '/infra/tier-0s/core/locale-services/ls': {edge_cluster_path: '/infra/c',
           route_redistribution_config: {redistribution_rules: [
               {route_redistribution_types: ['TIER1_CONNECTED']}]}},
       '/infra/tier-0s/core/locale-services/ls/interfaces/e1a': {edge_path: 'EDGES1',
           subnets: [{ip_addresses: ['192.168.10.1'], prefix_len: 24}]},
       '/infra/tier-0s/core/locale-services/ls/interfaces/e2a': {edge_path: 'EDGES2',
           subnets: [{ip_addresses: ['192.168.10.2'], prefix_len: 24}]},
       '/infra/tier-0s/core/locale-services/ls/interfaces/e1b': {edge_path: 'EDGES1',
           subnets: [{ip_addresses: ['192.168.20.1'], prefix_len: 24}]},
       '/infra/tier-0s/core/locale-services/ls/interfaces/e2b': {edge_path: 'EDGES2',
           subnets: [{ip_addresses: ['192.168.20.2'], prefix_len: 24}]},
       '/infra/tier-0s/core/locale-services/ls/bgp': {local_as_num: '65000'},
       '/infra/tier-0s/core/locale-services/ls/bgp/neighbors/left':
           {neighbor_address: '192.168.10.254', remote_as_num: '65001'},
       '/infra/tier-0s/core/locale-services/ls/bgp/neighbors/right':
           {neighbor_address: '192.168.20.254', remote_as_num: '65001'},
       '/infra/tier-1s/a': {tier0_path: '/infra/tier-0s/core',
           route_advertisement_types: ['TIER1_CONNECTED']},
       '/infra/segments/a1': {connectivity_path: '/infra/tier-1s/a',
           subnets: [{gateway_address: '10.1.1.1/24'}]}}
      """
          .replace("EDGES", EDGES);

  static final String STANDBY = "{'/infra/tier-0s/core': {ha_mode: 'ACTIVE_STANDBY'}}";

  static final String INVENTORY =
      """
      {virtual_machines: [{id: 'a1', interfaces: [{ip_addresses: ['10.1.1.5/24'],
          segment_port_path: '/infra/segments/a1/ports/p', default_gateway: '10.1.1.1'}]}],
       physical_routers: [
          {id: 'left', interfaces: [{address: '192.168.10.254/24'}, {address: '172.16.0.1/24'}],
           routes: [{network: '0.0.0.0/0', next_hops: ['172.16.0.9']}]},
          {id: 'right', interfaces: [{address: '192.168.20.254/24'}, {address: '172.16.0.2/24'}],
           routes: [{network: '0.0.0.0/0', next_hops: ['172.16.0.9']}]},
          {id: 'core', interfaces: [{address: '172.16.0.9/24'}],
           routes: [{network: '10.0.0.0/8', next_hops: ['172.16.0.1']},
                    {network: '198.18.0.0/15', next_hops: []}]}],
       external_hosts: [
          {id: 'web', ip_address: '203.0.113.80', dns_names: ['www.example.com'],
           router_id: 'core', hops: [{ip_address: '203.0.113.1'}, {}]},
          {id: 'jump', ip_address: '192.168.10.77', router_id: 'left', hops: []}],
       router_links: [{tier1_path: '/infra/tier-1s/a', network: '100.64.1.0/31'}]}
      """;

  private UplinkNetwork() {}

  static Network network(String... extra) {
    String[] policies = new String[extra.length + 1];
    policies[0] = POLICY;
    System.arraycopy(extra, 0, policies, 1, extra.length);
    return Network.of(INVENTORY, policies);
  }
}
