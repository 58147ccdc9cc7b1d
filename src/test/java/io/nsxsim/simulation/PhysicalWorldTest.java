package io.nsxsim.simulation;

import static io.nsxsim.simulation.UplinkNetwork.INVENTORY;
import static io.nsxsim.simulation.UplinkNetwork.POLICY;
import static io.nsxsim.simulation.UplinkNetwork.STANDBY;
import static io.nsxsim.simulation.UplinkNetwork.network;
import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.path.PolicyPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** BGP, physical routers and the hosts behind them. */
class PhysicalWorldTest {

  @Test
  void a_host_outside_is_reached_over_routers_of_which_one_is_silent() {
    List<String> hops = network(STANDBY).traceroute("a1", "web");

    assertThat(hops.subList(0, 2)).containsExactly("10.1.1.1", "100.64.1.0");
    assertThat(hops.get(2)).isIn("192.168.10.254", "192.168.20.254");
    assertThat(hops.subList(3, 7))
        .containsExactly("172.16.0.9", "203.0.113.1", "*", "203.0.113.80");
  }

  @Test
  void a_loopback_is_redistributed_like_other_networks_of_the_tier0() {
    String loopback =
        """
        {'/infra/tier-0s/core/locale-services/ls': {
             route_redistribution_config: {redistribution_rules: [
                 {route_redistribution_types: ['TYPE', 'TIER1_CONNECTED']}]}},
         '/infra/tier-0s/core/locale-services/ls/interfaces/lo': {type: 'LOOPBACK',
             subnets: [{ip_addresses: ['172.31.255.1'], prefix_len: 32}]}}
        """;

    assertThat(
            network(loopback.replace("TYPE", "TIER0_LOOPBACK_INTERFACE"))
                .ping("jump", "172.31.255.1"))
        .isEqualTo(Verdict.REACHED);
    assertThat(network(loopback.replace("TYPE", "TIER0_SEGMENT")).ping("jump", "172.31.255.1"))
        .isNotEqualTo(Verdict.REACHED);
  }

  @Test
  void what_is_not_redistributed_is_not_found_from_outside() {
    Network network =
        network(
            STANDBY,
            "{'/infra/tier-0s/core/locale-services/ls': {edge_cluster_path: '/c'}}",
            "{'/infra/tier-0s/core/locale-services/ls': {route_redistribution_config: {}}}");

    assertThat(network.trace("jump", "a1").verdict()).isNotEqualTo(Verdict.REACHED);
    assertThat(network.traceroute("a1", "web").subList(2, 5)).containsOnly("*");
  }

  @Test
  void a_neighbor_that_is_switched_off_tells_nothing() {
    Network network =
        network(
            STANDBY,
            "{'/infra/tier-0s/core/locale-services/ls/bgp/neighbors/left': {enabled: false}}");

    assertThat(network.traceroute("a1", "web").get(2)).isEqualTo("192.168.20.254");
    assertThat(network.trace("a1", "web").paths()).hasSize(1);
  }

  @Test
  void bgp_that_is_switched_off_leaves_the_tier0_without_a_default_route() {
    Network network =
        network(STANDBY, "{'/infra/tier-0s/core/locale-services/ls/bgp': {enabled: false}}");

    assertThat(network.trace("a1", "web").verdict()).isEqualTo(Verdict.NO_ROUTE);
    assertThat(network.trace("a1", "web").decidingPath())
        .contains(new PolicyPath("/infra/tier-0s/core"));
  }

  @Test
  void an_inbound_filter_keeps_the_default_route_out() {
    Network network =
        network(
            STANDBY,
            """
            {'/infra/tier-0s/core/prefix-lists/no-default': {prefixes: [
                 {network: '0.0.0.0/0', action: 'DENY'}, {network: 'ANY', action: 'PERMIT'}]},
             '/infra/tier-0s/core/locale-services/ls/bgp/neighbors/left': {route_filtering: [
                 {in_route_filters: ['/infra/tier-0s/core/prefix-lists/no-default']}]},
             '/infra/tier-0s/core/locale-services/ls/bgp/neighbors/right': {in_route_filters:
                 ['/infra/tier-0s/core/prefix-lists/no-default']}}
            """);

    assertThat(network.trace("a1", "web").verdict()).isEqualTo(Verdict.NO_ROUTE);
  }

  @Test
  void an_outbound_filter_hides_a_network_from_one_neighbor() {
    Network network =
        network(
            STANDBY,
            """
            {'/infra/tier-0s/core/prefix-lists/only-20': {prefixes: [
                 {network: '10.20.0.0/16', le: 32, action: 'PERMIT'}]},
             '/infra/tier-0s/core/locale-services/ls/bgp/neighbors/left': {out_route_filters:
                 ['/infra/tier-0s/core/prefix-lists/only-20']}}
            """);

    assertThat(network.trace("jump", "a1").verdict()).isNotEqualTo(Verdict.REACHED);
  }

  @Test
  void a_route_map_decides_what_is_redistributed() {
    String maps =
        """
        {'/infra/tier-0s/core/prefix-lists/ten': {prefixes: [
             {network: '10.0.0.0/8', ge: 24, le: 24, action: 'PERMIT'}]},
         '/infra/tier-0s/core/route-maps/ten': {entries: [
             {action: 'ACTION', prefix_list_matches: ['/infra/tier-0s/core/prefix-lists/ten']}]},
         '/infra/tier-0s/core/locale-services/ls': {route_redistribution_config:
             {redistribution_rules: [{route_redistribution_types: ['TIER1_CONNECTED'],
                 route_map_path: '/infra/tier-0s/core/route-maps/ten'}]}}}
        """;

    assertThat(network(STANDBY, maps.replace("ACTION", "PERMIT")).ping("jump", "a1"))
        .isEqualTo(Verdict.REACHED);
    assertThat(network(STANDBY, maps.replace("ACTION", "DENY")).ping("jump", "a1"))
        .isNotEqualTo(Verdict.REACHED);
  }

  @Test
  void a_summary_stands_for_what_it_covers() {
    Network network =
        network(
            STANDBY,
            """
            {'/infra/tier-0s/core/locale-services/ls/bgp': {route_aggregations: [
                {prefix: '10.1.0.0/16', summary_only: true}]}}
            """);

    assertThat(network.ping("jump", "a1")).isEqualTo(Verdict.REACHED);
    assertThat(network.trace("jump", "10.1.77.1").fate()).isEqualTo(Fate.NULL_ROUTE);
    assertThat(network.traceroute("jump", "10.1.77.1").subList(0, 2))
        .containsExactly("192.168.10.254", "*");
  }

  @Test
  void a_static_route_of_the_tier0_serves_without_bgp() {
    Network network =
        network(
            STANDBY,
            "{'/infra/tier-0s/core/locale-services/ls/bgp': {enabled: false}}",
            """
            {'/infra/tier-0s/core/static-routes/default': {network: '0.0.0.0/0',
                next_hops: [{ip_address: '192.168.10.254'}]}}
            """);
    Trace trace = network.trace("a1", "web");

    assertThat(trace.verdict()).isEqualTo(Verdict.REACHED);
    assertThat(trace.returnPath().orElseThrow().verdict()).isNotEqualTo(Verdict.REACHED);
    assertThat(network.traceroute("a1", "web").get(2)).isEqualTo("*");
  }

  @Test
  void an_address_nobody_modelled_leaves_the_network() {
    Network network =
        Network.of(INVENTORY.replace("'198.18.0.0/15'", "'0.0.0.0/0'"), POLICY, STANDBY);
    Trace trace = network.trace("a1", "8.8.8.8");

    assertThat(trace.verdict()).isEqualTo(Verdict.EXITS_NETWORK);
    assertThat(network.traceroute("a1", "8.8.8.8").getLast()).isEqualTo("*");
  }

  @Test
  void a_physical_router_without_a_route_says_so() {
    List<String> hops = network(STANDBY).traceroute("a1", "8.8.8.8");

    assertThat(hops).hasSize(4).last().isEqualTo("172.16.0.9 !N");
    assertThat(network(STANDBY).trace("a1", "8.8.8.8").verdict()).isEqualTo(Verdict.NO_ROUTE);
  }

  @Test
  void a_machine_on_a_vlan_segment_has_the_physical_router_as_gateway() {
    Network network =
        Network.of(
            INVENTORY.replace(
                "virtual_machines: [",
                """
                virtual_machines: [{id: 'vlan', interfaces: [{ip_addresses: ['192.168.10.50/24'],
                    segment_port_path: '/infra/segments/vlan/ports/p',
                    default_gateway: '192.168.10.254'}]},
                """),
            POLICY,
            STANDBY,
            "{'/infra/segments/vlan': {vlan_ids: ['10']}}");

    assertThat(network.traceroute("vlan", "a1"))
        .containsExactly("192.168.10.254", "192.168.10.1", "100.64.1.1", "10.1.1.5");
    assertThat(network.traceroute("vlan", "jump")).containsExactly("192.168.10.77");
  }
}
