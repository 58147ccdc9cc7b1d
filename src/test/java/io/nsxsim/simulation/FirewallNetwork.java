package io.nsxsim.simulation;

import java.util.ArrayList;
import java.util.List;

/** The network that the firewall tests have in common. */
final class FirewallNetwork {

  /** Two tier-1s with edges; web and db on one of them, far on the other. */
  static final String POLICY =
      """
      {'/infra/tier-0s/core': {ha_mode: 'ACTIVE_STANDBY'},
       '/infra/tier-1s/a': {tier0_path: '/infra/tier-0s/core',
           route_advertisement_types: ['TIER1_CONNECTED']},
       '/infra/tier-1s/a/locale-services/ls': {edge_cluster_path: '/infra/c'},
       '/infra/segments/web': {connectivity_path: '/infra/tier-1s/a',
           tags: [{scope: 'zone', tag: 'front'}], subnets: [{gateway_address: '10.1.1.1/24'}]},
       '/infra/segments/web/ports/web': {tags: [{scope: 'port', tag: 'www'}]},
       '/infra/segments/db': {connectivity_path: '/infra/tier-1s/a',
           subnets: [{gateway_address: '10.1.2.1/24'}]},
       '/infra/tier-1s/b': {tier0_path: '/infra/tier-0s/core',
           route_advertisement_types: ['TIER1_CONNECTED']},
       '/infra/tier-1s/b/locale-services/ls': {edge_cluster_path: '/infra/c'},
       '/infra/segments/far': {connectivity_path: '/infra/tier-1s/b',
           subnets: [{gateway_address: '10.2.1.1/24'}]},
       '/infra/services/ssh': {service_entries: [{resource_type: 'L4PortSetServiceEntry',
           id: 'e', l4_protocol: 'TCP', destination_ports: ['22']}]},
       '/infra/services/ping': {service_entries: [{resource_type: 'ICMPTypeServiceEntry',
           id: 'e', protocol: 'ICMPv4', icmp_type: 8}]}}
      """;

  static final String INVENTORY =
      """
      {virtual_machines: [
         {id: 'web', tags: [{scope: 'tier', tag: 'web'}], interfaces: [{
             segment_port_path: '/infra/segments/web/ports/web',
             ip_addresses: ['10.1.1.5/24'], default_gateway: '10.1.1.1'}]},
         {id: 'db', display_name: 'Oracle-1', tags: [{scope: 'tier', tag: 'db'}], interfaces: [{
             segment_port_path: '/infra/segments/db/ports/db',
             ip_addresses: ['10.1.2.5/24'], default_gateway: '10.1.2.1'}]},
         {id: 'far', interfaces: [{segment_port_path: '/infra/segments/far/ports/far',
             ip_addresses: ['10.2.1.5/24'], default_gateway: '10.2.1.1'}]}],
       router_links: [{tier1_path: '/infra/tier-1s/a', network: '100.64.1.0/31'},
                      {tier1_path: '/infra/tier-1s/b', network: '100.64.2.0/31'}]}
      """;

  private FirewallNetwork() {}

  static Network distributed(String rule, String... extra) {
    return policy("security-policies/p': {category: 'Application'", rule, extra);
  }

  static Network gateway(String rule, String... extra) {
    return policy("gateway-policies/p': {category: 'LocalGatewayRules'", rule, extra);
  }

  private static Network policy(String start, String rule, String... extra) {
    String withId = rule.replaceFirst("\\{", "{id: 'r', ");
    List<String> policies =
        new ArrayList<>(
            List.of(POLICY, "{'/infra/domains/default/" + start + ", rules: [" + withId + "]}}"));
    policies.addAll(List.of(extra));
    return Network.of(INVENTORY, policies.toArray(String[]::new));
  }

  /** The network with these policies and nothing else. */
  static Network with(String... policies) {
    List<String> all = new ArrayList<>(List.of(POLICY));
    all.addAll(List.of(policies));
    return Network.of(INVENTORY, all.toArray(String[]::new));
  }
}
