package io.nsxsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Uplinks, BGP, equal paths, physical routers and the hosts behind them. */
class PhysicalWorldTest {

  private static final String EDGES = "/infra/sites/default/edge-clusters/c/edge-nodes/";

  /** Two edges with one uplink to each of two physical routers, and a tier-1 with one segment. */
  private static final String POLICY =
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

  private static final String STANDBY = "{'/infra/tier-0s/core': {ha_mode: 'ACTIVE_STANDBY'}}";

  private static final String INVENTORY =
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

  @Test
  void a_host_outside_is_reached_over_routers_of_which_one_is_silent() {
    List<String> hops = network(STANDBY).traceroute("a1", "web");

    assertThat(hops.subList(0, 2)).containsExactly("10.1.1.1", "100.64.1.0");
    assertThat(hops.get(2)).isIn("192.168.10.254", "192.168.20.254");
    assertThat(hops.subList(3, 7))
        .containsExactly("172.16.0.9", "203.0.113.1", "*", "203.0.113.80");
  }

  @Test
  void equal_paths_are_all_told_and_one_is_taken() {
    Trace trace = network("{}").trace("a1", "web");

    assertThat(trace.paths()).hasSize(4).contains(trace.taken()).doesNotHaveDuplicates();
    assertThat(trace.paths()).allMatch(path -> path.verdict() == Verdict.REACHED);
  }

  @Test
  void of_very_many_paths_the_one_taken_is_listed() {
    String uplinks =
        numbered(
            "'/infra/tier-0s/core/locale-services/ls/interfaces/u%d':"
                + " {subnets: [{ip_addresses: ['192.168.30.%d'], prefix_len: 24}]},");
    String nearHops = numbered("'172.16.1.%2$d',");
    String farHops = numbered("'172.16.2.%2$d',");
    String near =
        numbered(
            "{id: 'near%d', interfaces: [{address: '172.16.1.%d/24'}, {address: '172.16.2.10%1$d/24'}],"
                + " routes: [{network: '0.0.0.0/0', next_hops: [HOPS]}]},");
    String far =
        numbered(
            "{id: 'far%d', interfaces: [{address: '172.16.2.%d/24'}],"
                + " routes: [{network: '0.0.0.0/0', next_hops: []}]},");
    String inventory =
        INVENTORY.replace(
            "physical_routers: [",
            "physical_routers: [{id: 'first', interfaces: [{address: '192.168.30.254/24'},"
                + " {address: '172.16.1.100/24'}], routes: [{network: '0.0.0.0/0',"
                + " next_hops: [%s]}]},".formatted(nearHops)
                + near.replace("HOPS", farHops)
                + far);
    Network network =
        Network.of(
            inventory,
            POLICY,
            "{%s '/infra/tier-0s/core/static-routes/s': {network: '198.18.0.0/15',"
                    .formatted(uplinks)
                + " next_hops: [{ip_address: '192.168.30.254'}]}}");

    for (int port = 1; port <= 20; port++) {
      Trace trace = network.trace("a1", "198.18.0.1", Protocol.TCP, port);
      assertThat(trace.paths()).hasSize(64).contains(trace.taken());
      assertThat(trace.assumptions()).anyMatch(text -> text.contains("more paths"));
    }
  }

  private static String numbered(String template) {
    return IntStream.rangeClosed(1, 8)
        .mapToObj(number -> template.formatted(number, number))
        .collect(Collectors.joining(" "));
  }

  @Test
  void over_many_flows_every_path_is_taken_and_each_flow_keeps_its_own() {
    Network network = network("{}");
    Set<Path> taken = new HashSet<>();
    for (int port = 1; port <= 100; port++) {
      Trace trace = network.trace("a1", "web", Protocol.TCP, port);
      assertThat(network.trace("a1", "web", Protocol.TCP, port).taken()).isEqualTo(trace.taken());
      taken.add(trace.taken());
    }

    assertThat(taken).containsExactlyInAnyOrderElementsOf(network.trace("a1", "web").paths());
  }

  @Test
  void a_hash_of_the_destination_gives_all_flows_to_it_one_path() {
    Network network =
        Network.of(
            INVENTORY.replace(
                "router_links:", "ecmp: {hash: 'DESTINATION', seed: 5}, router_links:"),
            POLICY);

    assertThat(
            List.of(1, 22, 80, 443, 8080).stream()
                .map(port -> network.trace("a1", "web", Protocol.TCP, port).taken())
                .distinct())
        .hasSize(1);
  }

  @Test
  void an_active_standby_tier0_uses_the_uplinks_of_one_edge() {
    Trace trace = network(STANDBY).trace("a1", "web");

    assertThat(trace.paths()).hasSize(2);
    assertThat(trace.paths())
        .allMatch(path -> path.legs().get(1).egress().orElseThrow().id().startsWith("e1"));
  }

  @Test
  void the_preferred_edge_is_the_active_one() {
    Network network =
        network(
            STANDBY,
            "{'/infra/tier-0s/core/locale-services/ls': {preferred_edge_paths: ['%s2']}}"
                .formatted(EDGES));

    assertThat(network.trace("a1", "web").paths())
        .isNotEmpty()
        .allMatch(path -> path.legs().get(1).egress().orElseThrow().id().startsWith("e2"));
  }

  @Test
  void from_outside_the_tier0_is_entered_by_an_uplink() {
    List<String> hops = network(STANDBY).traceroute("jump", "a1");

    assertThat(hops).containsExactly("192.168.10.254", "192.168.10.1", "100.64.1.1", "10.1.1.5");
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
    assertThat(network.traceroute("jump", "10.1.77.1").subList(0, 2))
        .containsExactly("192.168.10.254", "192.168.10.1");
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
  void a_next_hop_with_a_scope_uses_that_uplink_only() {
    Network network =
        network(
            """
            {'/infra/tier-0s/core/static-routes/web': {network: '203.0.113.0/24', next_hops: [
                {ip_address: '192.168.10.254',
                 scope: ['/infra/tier-0s/core/locale-services/ls/interfaces/e2a']}]}}
            """);

    assertThat(network.trace("a1", "web").paths()).hasSize(1);
    assertThat(network.trace("a1", "web").taken().legs().get(1).egress())
        .contains(new PolicyPath("/infra/tier-0s/core/locale-services/ls/interfaces/e2a"));
  }

  @Test
  void an_uplink_that_is_down_carries_nothing() {
    Network network =
        network(
            """
            {'/infra/tier-0s/core/locale-services/ls/interfaces/e1a': {admin_state: 'DOWN'},
             '/infra/tier-0s/core/locale-services/ls/interfaces/e1b': {admin_state: 'DOWN'}}
            """);

    assertThat(network.trace("a1", "web").paths())
        .hasSize(2)
        .allMatch(path -> path.legs().get(1).egress().orElseThrow().id().startsWith("e2"));
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
  void an_uplink_to_a_router_nobody_modelled_leads_out_of_the_network() {
    Network network =
        network(
            """
            {'/infra/tier-0s/core/static-routes/dark': {network: '198.51.100.0/24',
                next_hops: [{ip_address: '192.168.10.99'}]}}
            """);
    Trace trace = network.trace("a1", "198.51.100.1");

    assertThat(trace.verdict()).isEqualTo(Verdict.EXITS_NETWORK);
    assertThat(trace.assumptions()).anyMatch(text -> text.contains("192.168.10.99"));
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

  @Test
  void an_address_that_two_edges_share_leads_to_the_active_one() {
    Network network =
        Network.of(
            INVENTORY
                .replace("'172.16.0.1'", "'192.168.10.3'")
                .replace("{address: '172.16.0.9/24'}", "{address: '192.168.10.9/24'}"),
            POLICY,
            STANDBY,
            """
            {'/infra/tier-0s/core/locale-services/ls': {ha_vip_configs: [{
                external_interface_paths: [
                   '/infra/tier-0s/core/locale-services/ls/interfaces/e1a',
                   '/infra/tier-0s/core/locale-services/ls/interfaces/e2a'],
                vip_subnets: [{ip_addresses: ['192.168.10.3'], prefix_len: 24}]}]}}
            """);

    assertThat(network.ping("web", "a1")).isEqualTo(Verdict.REACHED);
  }

  @Test
  void a_tier0_that_is_cut_off_reaches_nothing() {
    Network network = network("{'/infra/tier-0s/core': {advanced_config: {connectivity: 'OFF'}}}");

    assertThat(network.trace("a1", "web").verdict()).isEqualTo(Verdict.NO_ROUTE);
  }

  private static Network network(String... extra) {
    String[] policies = new String[extra.length + 1];
    policies[0] = POLICY;
    System.arraycopy(extra, 0, policies, 1, extra.length);
    return Network.of(INVENTORY, policies);
  }
}
