package io.nsxsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a load balancer's address answers itself. */
class LoadBalancerTest {

  private static final String POLICY =
      """
      {'/infra/tier-0s/core': {ha_mode: 'ACTIVE_STANDBY'},
       '/infra/tier-1s/shop': {tier0_path: '/infra/tier-0s/core',
           route_advertisement_types: ['TIER1_LB_VIP']},
       '/infra/tier-1s/shop/locale-services/ls': {edge_cluster_path: '/infra/c'},
       '/infra/segments/shop': {connectivity_path: '/infra/tier-1s/shop',
           subnets: [{gateway_address: '10.1.1.1/24'}]},
       '/infra/lb-services/lb': {connectivity_path: '/infra/tier-1s/shop'},
       '/infra/lb-pools/pool': {members: [{ip_address: '10.1.1.5', port: '8080'}]},
       '/infra/lb-virtual-servers/vip': {ip_address: '198.51.100.10', ports: ['80', '443'],
           lb_service_path: '/infra/lb-services/lb', pool_path: '/infra/lb-pools/pool'},
       '/infra/tier-1s/client': {tier0_path: '/infra/tier-0s/core',
           route_advertisement_types: ['TIER1_CONNECTED']},
       '/infra/segments/client': {connectivity_path: '/infra/tier-1s/client',
           subnets: [{gateway_address: '10.2.1.1/24'}]}}
      """;

  private static final String INVENTORY =
      """
      {virtual_machines: [
         {id: 'shop', interfaces: [{segment_port_path: '/infra/segments/shop/ports/p',
             ip_addresses: ['10.1.1.5/24'], default_gateway: '10.1.1.1'}]},
         {id: 'client', interfaces: [{segment_port_path: '/infra/segments/client/ports/p',
             ip_addresses: ['10.2.1.5/24'], default_gateway: '10.2.1.1'}]}],
       router_links: [{tier1_path: '/infra/tier-1s/client', network: '100.64.2.0/31'}]}
      """;

  @Test
  void a_probe_to_a_closed_port_is_answered_by_the_address_itself() {
    assertThat(network("{}").traceroute("client", "198.51.100.10"))
        .containsExactly("10.2.1.1", "100.64.2.0", "198.51.100.10");
  }

  @Test
  void from_its_own_segment_the_address_is_one_hop_away() {
    assertThat(network("{}").traceroute("shop", "198.51.100.10")).containsExactly("198.51.100.10");
  }

  @Test
  void a_connection_to_an_open_port_names_the_virtual_server() {
    Trace trace = network("{}").trace("client", "198.51.100.10", Protocol.TCP, 443);

    assertThat(trace.verdict()).isEqualTo(Verdict.REACHED);
    assertThat(trace.hops().get(2).steps())
        .extracting(Step::path)
        .contains(Optional.of(new PolicyPath("/infra/lb-virtual-servers/vip")));
  }

  @Test
  void without_an_enabled_member_a_connection_fails() {
    Network network =
        network(
            """
            {'/infra/lb-pools/pool': {members: [{ip_address: '10.1.1.5', port: '8080',
                admin_state: 'DISABLED'}]}}
            """);
    Trace trace = network.trace("client", "198.51.100.10", Protocol.TCP, 80);

    assertThat(trace.fate()).isEqualTo(Fate.NO_POOL_MEMBER);
    assertThat(trace.decidingPath()).contains(new PolicyPath("/infra/lb-virtual-servers/vip"));
  }

  @Test
  void a_monitored_member_whose_machine_is_stopped_takes_no_connection() {
    String monitored = "{'/infra/lb-pools/pool': {active_monitor_paths: ['/infra/m']}}";
    String stopped = INVENTORY.replace("{id: 'shop',", "{id: 'shop', power_state: 'VM_STOPPED',");

    assertThat(network(monitored).connect("client", "198.51.100.10", 80))
        .isEqualTo(Verdict.REACHED);
    assertThat(
            Network.of(stopped, POLICY, monitored)
                .trace("client", "198.51.100.10", Protocol.TCP, 80)
                .fate())
        .isEqualTo(Fate.NO_POOL_MEMBER);
    assertThat(Network.of(stopped, POLICY).open("client", "198.51.100.10", 80).fate())
        .isEqualTo(Fate.NO_NEIGHBOR);
  }

  @Test
  void a_virtual_server_that_is_disabled_is_not_there() {
    assertThat(
            network("{'/infra/lb-virtual-servers/vip': {enabled: false}}")
                .ping("client", "198.51.100.10"))
        .isEqualTo(Verdict.NO_ROUTE);
    assertThat(
            network("{'/infra/lb-services/lb': {enabled: false}}").ping("client", "198.51.100.10"))
        .isEqualTo(Verdict.NO_ROUTE);
  }

  @Test
  void an_address_that_is_not_advertised_is_not_found() {
    assertThat(
            network("{'/infra/tier-1s/shop': {route_advertisement_types: ['TIER1_CONNECTED']}}")
                .ping("client", "198.51.100.10"))
        .isEqualTo(Verdict.NO_ROUTE);
  }

  @Test
  void with_one_arm_the_address_is_found_in_the_network_of_the_service_interface() {
    Network network =
        Network.of(
            """
            {virtual_machines: [{id: 'vm', interfaces: [{ip_addresses: ['192.168.9.50/24'],
                segment_port_path: '/infra/segments/vlan/ports/p'}]}]}
            """,
            """
            {'/infra/segments/vlan': {vlan_ids: ['9']},
             '/infra/tier-1s/arm': {},
             '/infra/tier-1s/arm/locale-services/ls': {edge_cluster_path: '/infra/c'},
             '/infra/tier-1s/arm/locale-services/ls/interfaces/s': {
                 segment_path: '/infra/segments/vlan',
                 subnets: [{ip_addresses: ['192.168.9.2'], prefix_len: 24}]},
             '/infra/lb-services/lb': {connectivity_path: '/infra/tier-1s/arm'},
             '/infra/lb-virtual-servers/vip': {ip_address: '192.168.9.200', ports: ['80'],
                 lb_service_path: '/infra/lb-services/lb'}}
            """);

    assertThat(network.traceroute("vm", "192.168.9.200")).containsExactly("192.168.9.200");
  }

  @Test
  void without_an_edge_there_is_no_load_balancer() {
    Network network =
        network("{'/infra/tier-1s/shop/locale-services/ls': {edge_cluster_path: null}}");

    assertThat(network.ping("client", "198.51.100.10")).isEqualTo(Verdict.NO_ROUTE);
  }

  @Test
  void a_firewall_in_front_silences_the_address() {
    Network network =
        network(
            """
            {'/infra/domains/default/gateway-policies/p': {category: 'LocalGatewayRules', rules: [
                {id: 'r', action: 'DROP', direction: 'IN', scope: ['/infra/tier-1s/shop']}]}}
            """);

    assertThat(network.traceroute("client", "198.51.100.10").subList(0, 3))
        .containsExactly("10.2.1.1", "100.64.2.0", "*");
  }

  private static Network network(String extra) {
    return Network.of(INVENTORY, POLICY, extra);
  }
}
