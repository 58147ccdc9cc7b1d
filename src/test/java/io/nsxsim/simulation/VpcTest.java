package io.nsxsim.simulation;

import static io.nsxsim.simulation.VpcNetwork.CENTRALIZED;
import static io.nsxsim.simulation.VpcNetwork.DISTRIBUTED;
import static io.nsxsim.simulation.VpcNetwork.EXTERNAL;
import static io.nsxsim.simulation.VpcNetwork.SNAT;
import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.net.Protocol;
import org.junit.jupiter.api.Test;

/** VPCs and the transit gateway between them, with and without a way out. */
class VpcTest {

  @Test
  void the_gateway_of_a_vpc_routes_between_its_subnets() {
    assertThat(VpcNetwork.with().traceroute("blue-private", "blue-transit"))
        .containsExactly("172.24.11.1", "172.24.10.5");
  }

  @Test
  void transit_and_public_subnets_reach_each_other_through_the_transit_gateway() {
    Network network = VpcNetwork.with();

    assertThat(network.traceroute("blue-transit", "red-transit"))
        .containsExactly("172.24.10.1", "100.64.0.2", "100.64.0.5", "172.24.10.70");
    assertThat(network.traceroute("red-public", "blue-transit"))
        .containsExactly("198.51.100.129", "100.64.0.4", "100.64.0.3", "172.24.10.5");
    assertThat(isAnswered(network, "blue-public", "red-public")).isTrue();
  }

  @Test
  void a_private_subnet_is_not_known_outside_of_its_vpc() {
    Trace trace = VpcNetwork.with().trace("blue-transit", "red-private");

    assertThat(trace.verdict()).isEqualTo(Verdict.NO_ROUTE);
    assertThat(trace.hops()).hasSize(2);
    assertThat(isAnswered(VpcNetwork.with(), "red-private", "blue-transit")).isFalse();
  }

  @Test
  void public_subnets_go_out_through_transit_gateway_and_tier0() {
    Network network = VpcNetwork.with(CENTRALIZED);

    assertThat(network.traceroute("blue-public", "web"))
        .containsExactly(
            "198.51.100.65", "100.64.0.2", "169.254.4.8", "192.168.10.254", "203.0.113.80");
    assertThat(network.traceroute("web", "blue-public"))
        .containsExactly(
            "192.168.10.254", "192.168.10.1", "169.254.4.9", "100.64.0.3", "198.51.100.70");
  }

  @Test
  void networks_that_are_private_to_the_transit_gateway_are_not_told_outwards() {
    assertThat(isAnswered(VpcNetwork.with(CENTRALIZED), "blue-transit", "web")).isFalse();
    String told =
        """
        {'TRANSIT/attachments/out': {connection_path: '/infra/gateway-connections/out',
             route_advertisement_rules: [{route_advertisement_type: 'TGW_PRIVATE'}]}}
        """;
    String allowed =
        """
        {'/infra/gateway-connections/out': {tier0_path: '/infra/tier-0s/core',
             advertise_outbound_networks: {allow_private: true}}}
        """;
    assertThat(isAnswered(VpcNetwork.with(told), "blue-transit", "web")).isFalse();
    assertThat(isAnswered(VpcNetwork.with(told, allowed), "blue-transit", "web")).isTrue();
  }

  @Test
  void a_tier0_redistributes_what_transit_gateways_tell_only_if_it_is_told_to() {
    String without =
        """
        {'/infra/tier-0s/core/locale-services/ls': {edge_cluster_path: '/infra/c',
             route_redistribution_config: {redistribution_rules: [
                 {route_redistribution_types: ['TIER1_CONNECTED', 'TIER0_STATIC']}]}}}
        """;
    assertThat(VpcNetwork.with(CENTRALIZED, without).trace("web", "blue-public").verdict())
        .isEqualTo(Verdict.EXITS_NETWORK);
  }

  @Test
  void a_connection_may_list_blocks_and_filters_and_aggregates() {
    String blocks =
        """
        {'/infra/ip-blocks/other': {visibility: 'EXTERNAL', cidrs: ['198.51.100.128/25']},
         '/infra/gateway-connections/out': {tier0_path: '/infra/tier-0s/core',
             advertise_outbound_networks: {allow_external_blocks: ['/infra/ip-blocks/other']}}}
        """;
    Network listed = VpcNetwork.with(CENTRALIZED, blocks);
    assertThat(isAnswered(listed, "web", "red-public")).isTrue();
    assertThat(isAnswered(listed, "web", "blue-public")).isFalse();
    String ranges =
        blocks.replace(
            "cidrs: ['198.51.100.128/25']",
            "ranges: [{start: '198.51.100.120', end: '198.51.100.200'}]");
    Network ranged = VpcNetwork.with(CENTRALIZED, ranges);
    assertThat(isAnswered(ranged, "web", "red-public")).isTrue();
    assertThat(isAnswered(ranged, "web", "blue-public")).isFalse();

    String filtered =
        """
        {'/infra/tier-0s/core/prefix-lists/red': {prefixes: [
             {network: '198.51.100.128/26', action: 'PERMIT'}, {network: 'ANY', action: 'DENY'}]},
         '/infra/gateway-connections/out': {tier0_path: '/infra/tier-0s/core',
             advertise_outbound_route_filters: ['/infra/tier-0s/core/prefix-lists/red']}}
        """;
    Network filter = VpcNetwork.with(CENTRALIZED, filtered);
    assertThat(isAnswered(filter, "web", "red-public")).isTrue();
    assertThat(isAnswered(filter, "web", "blue-public")).isFalse();

    String aggregated =
        """
        {'/infra/gateway-connections/out': {tier0_path: '/infra/tier-0s/core',
             aggregate_routes: ['198.51.100.0/24']}}
        """;
    Network whole = VpcNetwork.with(CENTRALIZED, aggregated);
    assertThat(isAnswered(whole, "web", "blue-public")).isTrue();
    assertThat(whole.trace("web", "198.51.100.250").fate()).isEqualTo(Fate.NULL_ROUTE);
  }

  @Test
  void a_connection_that_lists_remote_networks_leads_to_no_others() {
    String remote =
        """
        {'/infra/gateway-connections/out': {tier0_path: '/infra/tier-0s/core',
             inbound_remote_networks: ['203.0.113.0/24']}}
        """;
    Network network = VpcNetwork.with(CENTRALIZED, remote);
    assertThat(isAnswered(network, "blue-public", "web")).isTrue();
    assertThat(network.trace("blue-public", "8.8.8.8").verdict()).isEqualTo(Verdict.NO_ROUTE);
  }

  @Test
  void private_subnets_go_out_translated_where_the_service_gateway_is_on() {
    Network network = VpcNetwork.with(CENTRALIZED, SNAT);

    Trace trace = network.open("blue-private", "web", 443);
    assertThat(trace.verdict()).isEqualTo(Verdict.REACHED);
    assertThat(last(trace).source()).hasToString("198.51.100.1");
    assertThat(isAnswered(network, "blue-private", "red-transit")).isTrue();
    assertThat(isAnswered(network, "red-private", "web")).isFalse();
  }

  @Test
  void without_service_gateway_nothing_is_translated_and_that_is_said() {
    String off = "{'PROFILE': {transit_gateway_path: 'TRANSIT', service_gateway: {enable: false}}}";
    Trace trace = VpcNetwork.with(CENTRALIZED, SNAT, off).open("blue-private", "web", 443);

    assertThat(Outcome.of(trace).reaches()).isFalse();
    assertThat(trace.assumptions())
        .contains(VpcNetwork.BLUE + " has no service gateway: its NAT is not active");
  }

  @Test
  void a_port_with_an_external_address_is_reached_by_it_and_appears_as_it() {
    Network network = VpcNetwork.with(CENTRALIZED, SNAT, EXTERNAL);

    assertThat(isAnswered(network, "web", "198.51.100.9")).isTrue();
    assertThat(last(network.open("blue-private", "web", 443)).source()).hasToString("198.51.100.9");
    assertThat(isAnswered(network, "red-transit", "198.51.100.9")).isTrue();
  }

  @Test
  void rules_of_a_vpc_and_of_its_transit_gateway_translate_by_port() {
    String rules =
        """
        {'BLUE/nat/USER/nat-rules/dnat': {action: 'DNAT', destination_network: '198.51.100.20',
             translated_network: '172.24.11.5', service_entry: {protocol: 'TCP',
                 destination_ports: '8443', translated_ports: '443'}},
         'TRANSIT/nat/USER/nat-rules/snat': {action: 'SNAT', source_network: '172.24.10.0/24',
             translated_network: '198.51.100.30'}}
        """;
    Network network = VpcNetwork.with(CENTRALIZED, SNAT, rules);

    Trace in = network.open("web", "198.51.100.20", 8443);
    assertThat(in.verdict()).isEqualTo(Verdict.REACHED);
    assertThat(last(in).destination()).hasToString("172.24.11.5");
    assertThat(last(in).destinationPort()).isEqualTo(443);
    assertThat(last(network.open("web", "198.51.100.20", 8444)).destination())
        .hasToString("198.51.100.20");
    Trace out = network.open("blue-transit", "web", 443);
    assertThat(out.verdict()).isEqualTo(Verdict.REACHED);
    assertThat(last(out).source()).hasToString("198.51.100.30");
  }

  @Test
  void the_gateway_policies_of_a_vpc_are_about_what_enters_and_leaves_it() {
    String drop =
        """
        {'BLUE/gateway-policies/p': {category: 'LocalGatewayRules', rules: [
             {id: 'r', action: 'DROP', source_groups: ['ANY'], destination_groups: ['ANY'],
              services: ['ANY'], scope: ['ANY'], direction: 'IN'}]}}
        """;
    Network network = VpcNetwork.with(CENTRALIZED, SNAT, drop);

    assertThat(isAnswered(network, "web", "blue-public")).isFalse();
    assertThat(isAnswered(network, "web", "red-public")).isTrue();
    assertThat(isAnswered(network, "blue-private", "blue-public")).isTrue();
    assertThat(isAnswered(network, "blue-public", "web")).isTrue();
    String off =
        "{'/orgs/default/projects/dev/vpc-security-profiles/default': "
            + "{north_south_firewall: {enabled: false}}}";
    assertThat(isAnswered(VpcNetwork.with(CENTRALIZED, SNAT, drop, off), "web", "blue-public"))
        .isTrue();
  }

  @Test
  void the_default_policy_of_a_vpc_comes_before_that_of_its_project() {
    String policies =
        """
        {'BLUE/security-policies/default-layer3-section': {is_default: true,
             category: 'Application', rules: [
                 {id: 'out', action: 'ALLOW', sequence_number: 10, source_groups: ['BLUE'],
                  destination_groups: ['ANY'], services: ['ANY'], scope: ['ANY']},
                 {id: 'rest', action: 'DROP', is_default: true, sequence_number: 2147483647,
                  source_groups: ['ANY'], destination_groups: ['ANY'], services: ['ANY'],
                  scope: ['ANY']}]},
         '/orgs/default/projects/dev/infra/domains/default/security-policies/default-layer3-section':
             {is_default: true, category: 'Application', rules: [
                 {id: 'rest', action: 'DROP', is_default: true, sequence_number: 2147483647,
                  source_groups: ['ANY'], destination_groups: ['ANY'], services: ['ANY'],
                  scope: ['ANY']}]}}
        """;
    Network network = VpcNetwork.with(CENTRALIZED, policies);

    assertThat(isAnswered(network, "blue-public", "web")).isTrue();
    assertThat(isAnswered(network, "blue-private", "blue-public")).isTrue();
    assertThat(isAnswered(network, "web", "blue-public")).isFalse();
    assertThat(isAnswered(network, "red-public", "web")).isFalse();
  }

  @Test
  void a_load_balancer_of_a_vpc_is_at_its_gateway() {
    String balancer =
        """
        {'BLUE/vpc-lbs/lb': {size: 'SMALL'},
         'BLUE/vpc-lb-pools/pool': {members: [{ip_address: '172.24.11.5', port: '443'}]},
         'BLUE/vpc-lb-virtual-servers/vip': {lb_service_path: 'BLUE/vpc-lbs/lb',
             ip_address: '198.51.100.40', ports: ['443'], pool_path: 'BLUE/vpc-lb-pools/pool',
             application_profile_path: '/infra/lb-app-profiles/tcp'}}
        """;
    Network network = VpcNetwork.with(CENTRALIZED, SNAT, balancer);

    Trace trace = network.open("web", "198.51.100.40", 443);
    assertThat(trace.verdict()).isEqualTo(Verdict.REACHED);
    assertThat(last(trace).destination()).hasToString("172.24.11.5");
    assertThat(Outcome.of(trace).reaches()).isTrue();
    assertThat(network.open("red-transit", "198.51.100.40", 443).verdict())
        .isEqualTo(Verdict.REACHED);
  }

  @Test
  void a_distributed_connection_leads_to_the_vlan_without_edge_nodes() {
    Network network = VpcNetwork.onVlan(DISTRIBUTED, EXTERNAL);

    assertThat(network.traceroute("blue-public", "web"))
        .containsExactly("198.51.100.65", "100.64.0.2", "198.51.100.254", "203.0.113.80");
    assertThat(network.traceroute("web", "blue-public"))
        .containsExactly("192.168.10.254", "*", "100.64.0.3", "198.51.100.70");
    assertThat(isAnswered(network, "web", "198.51.100.9")).isTrue();
    assertThat(isAnswered(network, "blue-transit", "web")).isFalse();
  }

  @Test
  void nothing_is_said_to_pass_between_vpcs_that_a_connectivity_policy_may_part() {
    String policy = "{'TRANSIT/connectivity-policies/blue': {connectivity_scope: 'COMMUNITY'}}";
    Network network = VpcNetwork.with(CENTRALIZED, policy);

    Trace between = network.trace("blue-transit", "red-transit");
    assertThat(between.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(between.assumptions()).anyMatch(text -> text.contains("connectivity-policies/blue"));
    assertThat(isAnswered(network, "blue-public", "web")).isTrue();
    assertThat(isAnswered(network, "blue-transit", "blue-public")).isTrue();
  }

  @Test
  void an_isolated_subnet_has_no_gateway() {
    String isolated =
        "{'BLUE/subnets/private': {access_mode: 'Isolated', ip_addresses: ['172.24.11.0/26']}}";
    assertThat(isAnswered(VpcNetwork.with(isolated), "blue-private", "blue-transit")).isFalse();
    String apart =
        """
        {'BLUE/subnets/private': {access_mode: 'Private', ip_addresses: ['172.24.11.0/26'],
             advanced_config: {connectivity_state: 'DISCONNECTED'}}}
        """;
    assertThat(isAnswered(VpcNetwork.with(apart), "blue-private", "blue-transit")).isFalse();
  }

  @Test
  void a_vpc_without_attachment_is_alone() {
    String away = "{'BLUE/attachments/a': {vpc_connectivity_profile: '/orgs/default/none'}}";
    Network network = VpcNetwork.with(CENTRALIZED, away);

    assertThat(isAnswered(network, "blue-private", "blue-public")).isTrue();
    assertThat(network.trace("blue-public", "web").verdict()).isEqualTo(Verdict.NO_ROUTE);
  }

  @Test
  void a_vpc_of_the_older_form_hangs_below_its_tier0() {
    String older =
        """
        {'/orgs/default/projects/dev/vpcs/old': {default_gateway_path: '/infra/tier-0s/core',
             service_gateway: {auto_snat: true}},
         '/orgs/default/projects/dev/vpcs/old/subnets/s':
             {access_mode: 'Public', ip_addresses: ['198.51.100.192/28']}}
        """;
    Network network = VpcNetwork.with(CENTRALIZED, older);

    assertThat(network.traceroute("web", "198.51.100.193"))
        .containsExactly("192.168.10.254", "192.168.10.1", "198.51.100.193");
  }

  @Test
  void the_dhcp_server_of_a_subnet_answers() {
    assertThat(isAnswered(VpcNetwork.with(), "blue-transit", "172.24.10.2")).isTrue();
  }

  private static boolean isAnswered(Network network, String from, String to) {
    return Outcome.of(network.trace(from, to, Protocol.ICMP, 0)).reaches();
  }

  private static Packet last(Trace trace) {
    return trace.hops().getLast().before();
  }
}
