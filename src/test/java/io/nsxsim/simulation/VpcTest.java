package io.nsxsim.simulation;

import static io.nsxsim.simulation.VpcNetwork.CENTRALIZED;
import static io.nsxsim.simulation.VpcNetwork.DISTRIBUTED;
import static io.nsxsim.simulation.VpcNetwork.EXTERNAL;
import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(network.answers("blue-public", "red-public")).isTrue();
  }

  @Test
  void a_private_subnet_is_not_known_outside_of_its_vpc() {
    Trace trace = VpcNetwork.with().trace("blue-transit", "red-private");

    assertThat(trace.verdict()).isEqualTo(Verdict.NO_ROUTE);
    assertThat(trace.hops()).hasSize(2);
    assertThat(VpcNetwork.with().answers("red-private", "blue-transit")).isFalse();
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
    assertThat(VpcNetwork.with(CENTRALIZED).answers("blue-transit", "web")).isFalse();
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
    assertThat(VpcNetwork.with(told).answers("blue-transit", "web")).isFalse();
    assertThat(VpcNetwork.with(told, allowed).answers("blue-transit", "web")).isTrue();
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
    assertThat(listed.answers("web", "red-public")).isTrue();
    assertThat(listed.answers("web", "blue-public")).isFalse();
    String ranges =
        blocks.replace(
            "cidrs: ['198.51.100.128/25']",
            "ranges: [{start: '198.51.100.120', end: '198.51.100.200'}]");
    Network ranged = VpcNetwork.with(CENTRALIZED, ranges);
    assertThat(ranged.answers("web", "red-public")).isTrue();
    assertThat(ranged.answers("web", "blue-public")).isFalse();

    String filtered =
        """
        {'/infra/tier-0s/core/prefix-lists/red': {prefixes: [
             {network: '198.51.100.128/26', action: 'PERMIT'}, {network: 'ANY', action: 'DENY'}]},
         '/infra/gateway-connections/out': {tier0_path: '/infra/tier-0s/core',
             advertise_outbound_route_filters: ['/infra/tier-0s/core/prefix-lists/red']}}
        """;
    Network filter = VpcNetwork.with(CENTRALIZED, filtered);
    assertThat(filter.answers("web", "red-public")).isTrue();
    assertThat(filter.answers("web", "blue-public")).isFalse();

    String aggregated =
        """
        {'/infra/gateway-connections/out': {tier0_path: '/infra/tier-0s/core',
             aggregate_routes: ['198.51.100.0/24']}}
        """;
    Network whole = VpcNetwork.with(CENTRALIZED, aggregated);
    assertThat(whole.answers("web", "blue-public")).isTrue();
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
    assertThat(network.answers("blue-public", "web")).isTrue();
    assertThat(network.trace("blue-public", "8.8.8.8").verdict()).isEqualTo(Verdict.NO_ROUTE);
  }

  @Test
  void a_distributed_connection_leads_to_the_vlan_without_edge_nodes() {
    Network network = VpcNetwork.onVlan(DISTRIBUTED, EXTERNAL);

    assertThat(network.traceroute("blue-public", "web"))
        .containsExactly("198.51.100.65", "100.64.0.2", "198.51.100.254", "203.0.113.80");
    assertThat(network.traceroute("web", "blue-public"))
        .containsExactly("192.168.10.254", "*", "100.64.0.3", "198.51.100.70");
    assertThat(network.answers("web", "198.51.100.9")).isTrue();
    assertThat(network.answers("blue-transit", "web")).isFalse();
  }

  @Test
  void nothing_is_said_to_pass_between_vpcs_that_a_connectivity_policy_may_part() {
    String policy = "{'TRANSIT/connectivity-policies/blue': {connectivity_scope: 'COMMUNITY'}}";
    Network network = VpcNetwork.with(CENTRALIZED, policy);

    Trace between = network.trace("blue-transit", "red-transit");
    assertThat(between.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(between.assumptions()).anyMatch(text -> text.contains("connectivity-policies/blue"));
    assertThat(network.answers("blue-public", "web")).isTrue();
    assertThat(network.answers("blue-transit", "blue-public")).isTrue();
  }

  @Test
  void an_isolated_subnet_has_no_gateway() {
    String isolated =
        "{'BLUE/subnets/private': {access_mode: 'Isolated', ip_addresses: ['172.24.11.0/26']}}";
    assertThat(VpcNetwork.with(isolated).answers("blue-private", "blue-transit")).isFalse();
    String apart =
        """
        {'BLUE/subnets/private': {access_mode: 'Private', ip_addresses: ['172.24.11.0/26'],
             advanced_config: {connectivity_state: 'DISCONNECTED'}}}
        """;
    assertThat(VpcNetwork.with(apart).answers("blue-private", "blue-transit")).isFalse();
  }

  @Test
  void a_vpc_without_attachment_is_alone() {
    String away = "{'BLUE/attachments/a': {vpc_connectivity_profile: '/orgs/default/none'}}";
    Network network = VpcNetwork.with(CENTRALIZED, away);

    assertThat(network.answers("blue-private", "blue-public")).isTrue();
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
    assertThat(VpcNetwork.with().answers("blue-transit", "172.24.10.2")).isTrue();
  }
}
