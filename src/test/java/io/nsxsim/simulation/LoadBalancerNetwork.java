package io.nsxsim.simulation;

/** A load balancer on one tier-1 with three servers, and clients on this and another. */
final class LoadBalancerNetwork {

  static final String VIP = "198.51.100.10";

  /** A tier-1 "shop" with the load balancer and three servers, and a client on another tier-1. */
  static final String POLICY =
      """
      {'/infra/tier-0s/core': {ha_mode: 'ACTIVE_STANDBY'},
       '/infra/tier-1s/shop': {tier0_path: '/infra/tier-0s/core',
           route_advertisement_types: ['TIER1_LB_VIP']},
       '/infra/tier-1s/shop/locale-services/ls': {edge_cluster_path: '/infra/c'},
       '/infra/segments/shop': {connectivity_path: '/infra/tier-1s/shop',
           subnets: [{gateway_address: '10.1.1.1/24'}]},
       '/infra/segments/near': {connectivity_path: '/infra/tier-1s/shop',
           subnets: [{gateway_address: '10.1.2.1/24'}]},
       '/infra/lb-services/lb': {connectivity_path: '/infra/tier-1s/shop'},
       '/infra/lb-pools/pool': {members: [{ip_address: '10.1.1.5', port: '8080'}]},
       '/infra/lb-virtual-servers/vip': {ip_address: '198.51.100.10', ports: ['80', '443'],
           lb_service_path: '/infra/lb-services/lb', pool_path: '/infra/lb-pools/pool'},
       '/infra/tier-1s/client': {tier0_path: '/infra/tier-0s/core',
           route_advertisement_types: ['TIER1_CONNECTED']},
       '/infra/segments/client': {connectivity_path: '/infra/tier-1s/client',
           subnets: [{gateway_address: '10.2.1.1/24'}]}}
      """;

  static final String INVENTORY =
      """
      {virtual_machines: [
         {id: 's5', interfaces: [{segment_port_path: '/infra/segments/shop/ports/s5',
             ip_addresses: ['10.1.1.5/24'], default_gateway: '10.1.1.1'}]},
         {id: 's6', interfaces: [{segment_port_path: '/infra/segments/shop/ports/s6',
             ip_addresses: ['10.1.1.6/24'], default_gateway: '10.1.1.1'}]},
         {id: 's7', interfaces: [{segment_port_path: '/infra/segments/shop/ports/s7',
             ip_addresses: ['10.1.1.7/24'], default_gateway: '10.1.1.1'}]},
         {id: 'near', interfaces: [{segment_port_path: '/infra/segments/near/ports/p',
             ip_addresses: ['10.1.2.5/24'], default_gateway: '10.1.2.1'}]},
         {id: 'client', interfaces: [{segment_port_path: '/infra/segments/client/ports/p',
             ip_addresses: ['10.2.1.5/24'], default_gateway: '10.2.1.1'}]}],
       router_links: [{tier1_path: '/infra/tier-1s/shop', network: '100.64.1.0/31'},
                      {tier1_path: '/infra/tier-1s/client', network: '100.64.2.0/31'}]}
      """;

  static final String THREE =
      """
      {'/infra/lb-pools/pool': {algorithm: 'ALGORITHM', members: [
          {ip_address: '10.1.1.5', port: '8080', weight: 1},
          {ip_address: '10.1.1.6', port: '8080', weight: 8},
          {ip_address: '10.1.1.7', port: '8080', weight: 1}]}}
      """;

  private LoadBalancerNetwork() {}

  static String reached(Trace trace) {
    return trace.hops().getLast().before().destination().toString();
  }

  static String pool(String fields) {
    return "{'/infra/lb-pools/pool': {" + fields + "}}";
  }

  static String members(String list) {
    return pool("members: [" + list + "]");
  }

  static Network network(String... extra) {
    String[] policies = new String[extra.length + 1];
    policies[0] = POLICY;
    System.arraycopy(extra, 0, policies, 1, extra.length);
    return Network.of(INVENTORY, policies);
  }
}
