package io.nsxsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.net.IpAddress;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.RoutingTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What route maps do to paths, and which of several paths is the best. The tier-0 {@code core} of
 * {@link UplinkNetwork}, AS 65000, has two uplinks; here both lead to one router, AS 65001.
 */
class BgpPolicyTest {

  private static final String BGP = "/infra/tier-0s/core/locale-services/ls/bgp/neighbors/";
  private static final String ONE_ROUTER =
      """
      {virtual_machines: [{id: 'a1', interfaces: [{ip_addresses: ['10.1.1.5/24'],
          segment_port_path: '/infra/segments/a1/ports/p', default_gateway: '10.1.1.1'}]}],
       physical_routers: [{id: 'isp', routes: [{network: '198.18.0.0/15', next_hops: []}],
          interfaces: [{address: '192.168.10.254/24'}, {address: '192.168.20.254/24'},
                       {address: '192.168.30.254/24'}]}]}
      """;

  /** A second tier-0, on the router's third network. */
  private static final String OTHER =
      """
      {'/infra/tier-0s/other': {},
       '/infra/tier-0s/other/locale-services/ls': {edge_cluster_path: '/infra/c'},
       '/infra/tier-0s/other/locale-services/ls/interfaces/up': {
           subnets: [{ip_addresses: ['192.168.30.1'], prefix_len: 24}]},
       '/infra/tier-0s/other/locale-services/ls/bgp': {local_as_num: 'AS'},
       '/infra/tier-0s/other/locale-services/ls/bgp/neighbors/isp':
           {neighbor_address: '192.168.30.254', remote_as_num: '65001'}}
      """;

  @Test
  void equal_paths_share_the_load() {
    assertThat(hops(network(), "/infra/tier-0s/core", "198.18.0.1"))
        .containsOnly("192.168.10.254", "192.168.20.254");
  }

  @ParameterizedTest
  @CsvSource({
    "local_preference: 200, 192.168.10.254",
    "local_preference: 50, 192.168.20.254",
    "weight: 10, 192.168.10.254",
    "med: 50, 192.168.20.254",
    "as_path_prepend: '65001 65001', 192.168.20.254",
  })
  void what_a_route_map_sets_decides_which_path_is_the_best(String set, String best) {
    Network network = network(map("set: {" + set + "}"), filter("left", "in_route_filters"));

    assertThat(hops(network, "/infra/tier-0s/core", "198.18.0.1")).containsOnly(best);
  }

  @Test
  void the_first_entry_that_matches_decides() {
    Network network =
        network(
            map(
                "prefix_list_matches: ['/infra/tier-0s/core/prefix-lists/l'], action: 'DENY'}, {"
                    + "action: 'PERMIT'"),
            "{'/infra/tier-0s/core/prefix-lists/l': {prefixes: [{network: '198.18.0.0/15'}]}}",
            filter("left", "in_route_filters"));

    assertThat(hops(network, "/infra/tier-0s/core", "198.18.0.1")).containsOnly("192.168.20.254");
  }

  @Test
  void a_longer_as_path_keeps_answers_away_from_an_uplink() {
    Network network =
        network(map("set: {as_path_prepend: '65000 65000'}"), filter("left", "out_route_filters"));

    assertThat(hops(network, "router:isp", "10.1.1.5"))
        .containsOnly("192.168.20.1", "192.168.20.2");
  }

  @ParameterizedTest
  @CsvSource({
    "MATCH_ANY, true",
    "MATCH_ALL, false",
    "MATCH_EXACT, false",
  })
  void a_community_that_redistribution_sets_is_matched_by_a_list(String operator, boolean kept) {
    Network network =
        network(
            TAGGED,
            "{'/infra/tier-0s/core/community-lists/c': {communities: ['65000:66', '65000:1']}}",
            map(
                "action: 'DENY', community_list_matches: [{criteria:"
                    + " '/infra/tier-0s/core/community-lists/c', match_operator: '"
                    + operator
                    + "'}]}, {action: 'PERMIT'"),
            filter("left", "out_route_filters"));

    List<String> hops = hops(network, "router:isp", "10.1.1.5");

    assertThat(hops.contains("192.168.10.1")).isNotEqualTo(kept);
    assertThat(hops).contains("192.168.20.1");
  }

  @ParameterizedTest
  @CsvSource({"NO_ADVERTISE, false", "NO_EXPORT, false", "65000:66, true"})
  void a_well_known_community_keeps_a_path_from_other_as(String community, boolean told) {
    Network network = network(TAGGED.replace("65000:66", community));

    assertThat(hops(network, "router:isp", "10.1.1.5").isEmpty()).isNotEqualTo(told);
  }

  @Test
  void a_summary_is_a_null_route_where_it_is_made() {
    Network network =
        network(
            "{'/infra/tier-0s/core/locale-services/ls/bgp': {local_as_num: '65000',"
                + " route_aggregations: [{prefix: '10.1.0.0/16', summary_only: true}]}}");

    assertThat(hops(network, "router:isp", "10.1.9.9")).contains("192.168.10.1");
    assertThat(network.trace("a1", "10.1.9.9").fate()).isEqualTo(Fate.NULL_ROUTE);
    assertThat(network.trace("a1", "10.1.9.9").assumptions())
        .anyMatch(text -> text.contains("10.1.0.0/16"));
    assertThat(network.trace("a1", "10.2.9.9").fate()).isEqualTo(Fate.NO_ROUTE);
  }

  @Test
  void a_community_is_matched_by_an_expression() {
    Network network =
        network(
            TAGGED,
            map(
                "action: 'DENY', community_list_matches: [{criteria: '^65000:6.$',"
                    + " match_operator: 'MATCH_COMMUNITY_REGEX'}]}, {action: 'PERMIT'"),
            filter("left", "out_route_filters"));

    assertThat(hops(network, "router:isp", "10.1.1.5"))
        .containsOnly("192.168.20.1", "192.168.20.2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"65000", "65002"})
  void a_path_through_ones_own_as_is_not_taken(String as) {
    Network network = network(OTHER.replace("'AS'", "'" + as + "'"));

    assertThat(hops(network, "/infra/tier-0s/other", "10.1.1.5").isEmpty())
        .isEqualTo(as.equals("65000"));
    assertThat(network.fabric().notesOn("/infra/tier-0s/other").isEmpty())
        .isNotEqualTo(as.equals("65000"));
  }

  @Test
  void a_path_through_ones_own_as_is_taken_where_that_is_allowed() {
    Network network =
        network(
            OTHER.replace("'AS'", "'65000'"),
            "{'/infra/tier-0s/other/locale-services/ls/bgp/neighbors/isp': {allow_as_in: true}}");

    assertThat(hops(network, "/infra/tier-0s/other", "10.1.1.5")).containsOnly("192.168.30.254");
  }

  private static final String TAGGED =
      """
      {'/infra/tier-0s/core/route-maps/tag': {entries: [{set: {community: '65000:66'}}]},
       '/infra/tier-0s/core/locale-services/ls': {edge_cluster_path: '/infra/c',
           route_redistribution_config: {redistribution_rules: [
               {route_redistribution_types: ['TIER1_CONNECTED'],
                route_map_path: '/infra/tier-0s/core/route-maps/tag'}]}}}
      """;

  private static String map(String entry) {
    return "{'/infra/tier-0s/core/route-maps/m': {entries: [{" + entry + "}]}}";
  }

  private static String filter(String neighbor, String field) {
    return "{'" + BGP + neighbor + "': {" + field + ": ['/infra/tier-0s/core/route-maps/m']}}";
  }

  private static Network network(String... more) {
    String[] all = new String[more.length + 1];
    all[0] = UplinkNetwork.POLICY;
    System.arraycopy(more, 0, all, 1, more.length);
    return Network.of(ONE_ROUTER, all);
  }

  /** The next hops of a device towards an address. */
  private static List<String> hops(Network network, String device, String to) {
    return network.fabric().device(device).routes().lookup(IpAddress.of(to)).stream()
        .flatMap(entry -> entry.ways().stream())
        .map(RoutingTable.Way::nextHop)
        .filter(NextHop.Via.class::isInstance)
        .map(hop -> ((NextHop.Via) hop).gateway().toString())
        .toList();
  }
}
