package io.nsxsim.simulation;

/** Two tier-1s on a tier-0 that has a segment of its own. */
final class RoutingNetwork {

  /**
   * Two tier-1s on a tier-0 that has a segment of its own; links 100.64.1.0/31 and 100.64.2.0/31.
   */
  static final String POLICY =
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

  static final String INVENTORY =
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

  private RoutingNetwork() {}

  static Network network(String extra) {
    return Network.of(INVENTORY, POLICY, extra);
  }
}
