package io.nsxsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** VRFs of a tier-0: routes of their own, the parent's edges, and links between them. */
class VrfTest {

  private static final String EDGES = "/infra/sites/default/edge-clusters/c/edge-nodes/";

  /** A VRF "red" beside its parent "core", each with an uplink and one tier-1. */
  private static final String POLICY =
      """
      {'/infra/tier-0s/core': {ha_mode: 'ACTIVE_STANDBY', transit_subnets: ['100.66.0.0/16']},
       '/infra/tier-0s/core/locale-services/ls': {preferred_edge_paths: ['EDGES2']},
       '/infra/tier-0s/core/locale-services/ls/bgp': {local_as_num: '65000'},
       '/infra/tier-0s/red': {vrf_config: {tier0_path: '/infra/tier-0s/core'}},
       '/infra/tier-0s/red/locale-services/ls': {},
       '/infra/tier-0s/red/locale-services/ls/interfaces/one': {edge_path: 'EDGES1',
           subnets: [{ip_addresses: ['192.168.20.1'], prefix_len: 24}]},
       '/infra/tier-0s/red/locale-services/ls/interfaces/two': {edge_path: 'EDGES2',
           subnets: [{ip_addresses: ['192.168.20.2'], prefix_len: 24}]},
       '/infra/tier-0s/red/locale-services/ls/bgp': {ibgp_admin_distance: 201},
       '/infra/tier-0s/red/locale-services/ls/bgp/neighbors/isp':
           {neighbor_address: '192.168.20.254', remote_as_num: 'AS'},
       '/infra/tier-1s/b': {tier0_path: '/infra/tier-0s/red'}}
      """
          .replace("EDGES", EDGES);

  private static final String INVENTORY =
      PlainNetwork.INVENTORY
          .replace(
              "interfaces: [{address: '192.168.10.254/24'}],",
              "interfaces: [{address: '192.168.10.254/24'}, {address: '192.168.20.254/24'}],")
          .replace("{tier1_path: '/infra/tier-1s/b', network: '100.64.2.0/31'}", "");

  private static final String LEAK =
      """
      {'/infra/tier-0s/red/static-routes/r': {network: '10.1.0.0/16',
           next_hops: [{scope: ['/infra/tier-0s/core']}]},
       '/infra/tier-0s/core/static-routes/r': {network: '10.2.0.0/16',
           next_hops: [{scope: ['/infra/tier-0s/red']}]}}
      """;

  @Test
  void a_vrf_knows_nothing_of_its_parents_networks() {
    assertThat(network("65001").ping("a1", "b1")).isNotEqualTo(Verdict.REACHED);
    assertThat(network("65001").trace("b1", "web").verdict()).isEqualTo(Verdict.REACHED);
  }

  @Test
  void it_shares_the_parents_mode_preferred_edge_and_transit_subnets() {
    Trace trace = network("65001").trace("b1", "web");

    assertThat(trace.paths())
        .hasSize(1)
        .allMatch(path -> path.legs().get(1).egress().orElseThrow().id().equals("two"));
    assertThat(network("65001").traceroute("b1", "192.168.20.2").get(1)).isEqualTo("192.168.20.2");
    assertThat(trace.hops().get(1).ingress().orElseThrow().toString()).startsWith("100.66.");
  }

  @ParameterizedTest
  @CsvSource({"65000, 201", "65001, 20"})
  void it_has_the_parents_as_number(String neighbor, int distance) {
    assertThat(network(neighbor).fabric().device("/infra/tier-0s/red").routes().routes())
        .filteredOn(route -> route.source().code().equals("b"))
        .allMatch(route -> route.distance() == distance)
        .isNotEmpty();
  }

  @Test
  void it_keeps_sessions_as_its_parent_does() {
    String snat =
        """
        {'/infra/tier-0s/core': {ha_mode: 'ACTIVE_ACTIVE', stateful_services: {enabled: STATE}},
         '/infra/tier-0s/red/nat/USER/nat-rules/r': {action: 'SNAT',
             source_network: '10.2.0.0/16', translated_network: '192.168.20.99'}}
        """;

    assertThat(sourceAtWeb(snat.replace("STATE", "true"))).isEqualTo("192.168.20.99");
    assertThat(sourceAtWeb(snat.replace("STATE", "false"))).isEqualTo("10.2.1.5");
  }

  private static String sourceAtWeb(String policy) {
    return network("65001", policy)
        .trace("b1", "web")
        .hops()
        .getLast()
        .before()
        .source()
        .toString();
  }

  @Test
  void a_static_route_to_another_tier0_leaks_over_a_link_between_them() {
    Network network = network("65001", LEAK);

    assertThat(network.traceroute("a1", "b1"))
        .hasSize(5)
        .endsWith("10.2.1.5")
        .element(2, org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .startsWith("169.254.2.");
    assertThat(network.trace("b1", "a1").returnPath().orElseThrow().verdict())
        .isEqualTo(Verdict.REACHED);
  }

  @Test
  void the_link_is_cut_from_the_parents_vrf_transit_subnets() {
    Network network =
        network(
            "65001", LEAK, "{'/infra/tier-0s/core': {vrf_transit_subnets: ['169.254.100.0/23']}}");

    assertThat(network.traceroute("a1", "b1").get(2)).startsWith("169.254.100.");
  }

  @Test
  void a_tier0_tells_another_its_networks_where_that_is_configured() {
    String told =
        """
        {'/infra/tier-0s/core/inter-vrf-routing/i': {target_path: '/infra/tier-0s/red',
             static_route_advertisement: {advertisement_rules: [{action: 'PERMIT',
                 route_advertisement_types: ['TYPE'], subnets: ['10.1.0.0/16']}]}}}
        """;

    assertThat(third(told.replace("TYPE", "TIER1_CONNECTED"))).startsWith("169.254.2.");
    assertThat(third(told.replace("TYPE", "TIER1_NAT"))).startsWith("192.168.20.");
    assertThat(third(told.replace("TYPE", "TIER1_CONNECTED").replace("10.1.0", "10.9.0")))
        .startsWith("192.168.20.");
    assertThat(third(told.replace("TYPE", "TIER1_CONNECTED").replace("PERMIT", "DENY")))
        .startsWith("192.168.20.");
  }

  @Test
  void bgp_routes_are_leaked_as_far_as_filters_let_them_pass() {
    String leaks =
        """
        {'/infra/tier-0s/red/inter-vrf-routing/i': {target_path: '/infra/tier-0s/core',
             bgp_route_leaking: [{address_family: 'IPV4', in_filter: [IN], out_filter: [OUT]}]},
         '/infra/tier-0s/red/prefix-lists/all': {prefixes: [{network: 'ANY'}]},
         '/infra/tier-0s/red/locale-services/ls': {route_redistribution_config:
             {redistribution_rules: [{route_redistribution_types: ['TIER1_CONNECTED']}]}},
         '/infra/tier-1s/b': {route_advertisement_types: ['TIER1_CONNECTED']}}
        """;
    String all = "'/infra/tier-0s/red/prefix-lists/all'";

    assertThat(third(leaks.replace("IN]", all + "]").replace("OUT]", all + "]")))
        .startsWith("169.254.2.");
    assertThat(third(leaks.replace("IN]", "]").replace("OUT]", all + "]")))
        .startsWith("192.168.20.");
    assertThat(
            network("65001", leaks.replace("IN]", all + "]").replace("OUT]", all + "]"))
                .ping("a1", "b1"))
        .isEqualTo(Verdict.REACHED);
    assertThat(
            network("65001", leaks.replace("IN]", all + "]").replace("OUT]", "]"))
                .trace("a1", "b1")
                .hops()
                .get(2)
                .ingress()
                .orElseThrow()
                .toString())
        .startsWith("192.168.");
  }

  /** The address that the third device on the way from b1 to a1 is entered by. */
  private static String third(String policy) {
    return network("65001", policy)
        .trace("b1", "a1")
        .hops()
        .get(2)
        .ingress()
        .orElseThrow()
        .toString();
  }

  @ParameterizedTest
  @CsvSource({"INTER_VRF_STATIC, true", "TIER0_STATIC, false"})
  void what_another_tier0_told_is_redistributed_by_a_type_of_its_own(String type, boolean told) {
    Network network =
        network(
            "65001",
            """
            {'/infra/tier-0s/core/inter-vrf-routing/i': {target_path: '/infra/tier-0s/red',
                 static_route_advertisement: {advertisement_rules: [{
                     route_advertisement_types: ['TIER1_CONNECTED'], subnets: ['10.1.0.0/16']}]}},
             '/infra/tier-0s/red/locale-services/ls': {route_redistribution_config:
                 {redistribution_rules: [{route_redistribution_types: ['%s']}]}}}
            """
                .formatted(type));

    assertThat(network.fabric().device("router:isp").routes().routes())
        .filteredOn(route -> route.origin().filter(p -> p.value().contains("red")).isPresent())
        .hasSize(told ? 1 : 0);
  }

  private static Network network(String as, String... more) {
    String[] all = new String[more.length + 1];
    all[0] = POLICY.replace("'AS'", "'" + as + "'");
    System.arraycopy(more, 0, all, 1, more.length);
    return PlainNetwork.of(INVENTORY, all);
  }
}
