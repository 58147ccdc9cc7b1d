package io.nsxsim.simulation;

/**
 * Two VPCs, blue and red, each with a private, a transit and a public subnet, on one transit
 * gateway below a tier-0 with an uplink.
 */
public final class VpcNetwork {

  static final String PROJECT = "/orgs/default/projects/dev";
  static final String BLUE = PROJECT + "/vpcs/blue";
  static final String RED = PROJECT + "/vpcs/red";
  static final String TRANSIT = PROJECT + "/transit-gateways/default";
  static final String PROFILE = PROJECT + "/vpc-connectivity-profiles/default";

  private static final String TIER0 =
      """
      {'/infra/tier-0s/core': {ha_mode: 'ACTIVE_STANDBY'},
       '/infra/tier-0s/core/locale-services/ls': {edge_cluster_path: '/infra/c',
           route_redistribution_config: {redistribution_rules: [
               {route_redistribution_types: ['TGW_STATIC', 'TIER1_CONNECTED', 'TIER1_NAT']}]}},
       '/infra/tier-0s/core/locale-services/ls/interfaces/up':
           {subnets: [{ip_addresses: ['192.168.10.1'], prefix_len: 24}]},
       '/infra/tier-0s/core/locale-services/ls/bgp': {},
       '/infra/tier-0s/core/locale-services/ls/bgp/neighbors/isp': {neighbor_address: '192.168.10.254'},
       '/infra/gateway-connections/out': {tier0_path: '/infra/tier-0s/core'}}
      """;

  private static final String VPCS =
      """
      {'TRANSIT': {transit_subnets: ['100.64.0.0/21']},
       'PROFILE': {transit_gateway_path: 'TRANSIT'},
       'BLUE': {private_ips: ['172.24.11.0/24']},
       'BLUE/attachments/a': {vpc_connectivity_profile: 'PROFILE'},
       'BLUE/subnets/private': {access_mode: 'Private', ip_addresses: ['172.24.11.0/26']},
       'BLUE/subnets/transit': {access_mode: 'Private_TGW', ip_addresses: ['172.24.10.0/27'],
           advanced_config: {gateway_addresses: ['172.24.10.1/27'],
               dhcp_server_addresses: ['172.24.10.2/27']}},
       'BLUE/subnets/public': {access_mode: 'Public', ip_addresses: ['198.51.100.64/26']},
       'RED': {},
       'RED/attachments/a': {vpc_connectivity_profile: 'PROFILE'},
       'RED/subnets/private': {access_mode: 'Private', ip_addresses: ['172.24.12.0/26']},
       'RED/subnets/transit': {access_mode: 'Private_TGW', ip_addresses: ['172.24.10.64/27']},
       'RED/subnets/public': {access_mode: 'Public', ip_addresses: ['198.51.100.128/26']}}
      """;

  public static final String CENTRALIZED =
      """
      {'TRANSIT/attachments/out': {connection_path: '/infra/gateway-connections/out',
           route_advertisement_rules: [{route_advertisement_type: 'PUBLIC'}]}}
      """;

  /** The service gateways, with the translation that private subnets go out by. */
  public static final String SNAT =
      """
      {'PROFILE': {transit_gateway_path: 'TRANSIT', service_gateway: {enable: true}},
       'BLUE/nat/DEFAULT/nat-rules/default': {action: 'SNAT', source_network: '172.24.11.0/24',
           translated_network: '198.51.100.1'}}
      """;

  /** An external address of a private machine. */
  public static final String EXTERNAL =
      """
      {'BLUE/subnets/private/ports/p':
          {external_address_binding: {external_ip_address: '198.51.100.9'}}}
      """;

  /** A way out by a VLAN instead of a tier-0. */
  public static final String DISTRIBUTED =
      """
      {'/infra/distributed-vlan-connections/vlan': {vlan_id: 13,
           gateway_addresses: ['198.51.100.254/24']},
       'TRANSIT/attachments/vlan': {connection_path: '/infra/distributed-vlan-connections/vlan'}}
      """;

  private static final String INVENTORY =
      """
      {virtual_machines: [
         {id: 'blue-private', interfaces: [{segment_port_path: 'BLUE/subnets/private/ports/p',
             ip_addresses: ['172.24.11.5/26']}]},
         {id: 'blue-transit', interfaces: [{segment_port_path: 'BLUE/subnets/transit/ports/p',
             ip_addresses: ['172.24.10.5/27']}]},
         {id: 'blue-public', interfaces: [{segment_port_path: 'BLUE/subnets/public/ports/p',
             ip_addresses: ['198.51.100.70/26']}]},
         {id: 'red-private', interfaces: [{segment_port_path: 'RED/subnets/private/ports/p',
             ip_addresses: ['172.24.12.5/26']}]},
         {id: 'red-transit', interfaces: [{segment_port_path: 'RED/subnets/transit/ports/p',
             ip_addresses: ['172.24.10.70/27']}]},
         {id: 'red-public', interfaces: [{segment_port_path: 'RED/subnets/public/ports/p',
             ip_addresses: ['198.51.100.130/26']}]}],
       physical_routers: [{id: 'isp', interfaces: [{address: '192.168.10.254/24'},
           {address: '172.20.13.254/24'}], routes: [{network: '0.0.0.0/0', next_hops: []}]}],
       external_hosts: [{id: 'web', ip_address: '203.0.113.80', router_id: 'isp', hops: []}],
       router_links: [{tier1_path: 'BLUE', network: '100.64.0.2/31'},
                      {tier1_path: 'RED', network: '100.64.0.4/31'},
                      {tier1_path: 'TRANSIT', network: '169.254.4.8/31'}]}
      """;

  private VpcNetwork() {}

  /** The network with more policies, in which BLUE, RED, TRANSIT and PROFILE stand for paths. */
  public static Network with(String... extra) {
    return of(INVENTORY, extra);
  }

  private static Network of(String inventory, String... extra) {
    String[] policies = new String[extra.length + 2];
    policies[0] = TIER0;
    policies[1] = paths(VPCS);
    for (int i = 0; i < extra.length; i++) {
      policies[i + 2] = paths(extra[i]);
    }
    return Network.of(paths(inventory), policies);
  }

  /** A network in which both VPCs have the same private network, and a machine of one address. */
  public static Network overlapping() {
    return of(
        INVENTORY.replace("172.24.12.5", "172.24.11.5"),
        "{'RED/subnets/private': {access_mode: 'Private', ip_addresses: ['172.24.11.0/26']}}");
  }

  /** The same with the outside router on a VLAN that the public subnets are part of. */
  public static Network onVlan(String... extra) {
    return of(INVENTORY.replace("172.20.13.254", "198.51.100.254"), extra);
  }

  private static String paths(String text) {
    return text.replace("TRANSIT", TRANSIT)
        .replace("PROFILE", PROFILE)
        .replace("BLUE", BLUE)
        .replace("RED", RED);
  }
}
