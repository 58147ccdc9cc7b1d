package io.nsxsim.catalogue.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.TreeTest;
import io.nsxsim.error.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Covers({"StaticRoutes", "BgpRoutingConfig", "BgpNeighborConfig", "PrefixList", "Tier0RouteMap"})
class RoutingTest extends TreeTest {

  private static final String SERVICES = "tier-0s/a/locale-services/default";
  private static final String BGP = SERVICES + "/bgp";
  private static final String PEER = BGP + "/neighbors/peer";

  @BeforeEach
  void gateway() {
    patch("tier-0s/a", "{}");
    patch(SERVICES, "{}");
  }

  @Test
  void a_neighbor_gets_its_timers() {
    patch(PEER, "{'neighbor_address': '192.168.105.253', 'remote_as_num': '65001'}");
    assertThat(read(PEER).path("hold_down_time").asInt()).isEqualTo(180);
    assertThat(read(PEER).path("keep_alive_time").asInt()).isEqualTo(60);
    assertThat(read(PEER).path("maximum_hop_limit").asInt()).isEqualTo(1);
    assertThat(read(PEER).has("bfd")).isFalse();
  }

  @Test
  void a_neighbors_password_is_never_shown() {
    patch(
        PEER, "{'neighbor_address': '192.168.105.253', 'remote_as_num': '65001', 'password': 'x'}");
    assertThat(read(PEER).has("password")).isFalse();
  }

  @Test
  void a_neighbor_is_somebody_else() {
    patch(
        SERVICES + "/interfaces/lo",
        "{'type': 'LOOPBACK', 'subnets': [{'ip_addresses': ['10.1.1.1'], 'prefix_len': 32}]}");
    conflicts(
        "/neighbor_address", PEER, "{'neighbor_address': '10.1.1.1', 'remote_as_num': '65001'}");
  }

  @Test
  void a_neighbor_is_configured_once() {
    patch(PEER, "{'neighbor_address': '192.168.105.253', 'remote_as_num': '65001'}");
    conflicts(
        "/neighbor_address",
        BGP + "/neighbors/again",
        "{'neighbor_address': '192.168.105.253', 'remote_as_num': '65001'}");
  }

  @ParameterizedTest
  @CsvSource({"0", "4294967296", "1.70000", "mine"})
  void an_as_number_is_refused(String number) {
    isInvalid("/local_as_num", BGP, "{'local_as_num': '" + number + "'}");
    isInvalid(
        "/remote_as_num",
        PEER,
        "{'neighbor_address': '10.9.9.9', 'remote_as_num': '" + number + "'}");
  }

  @ParameterizedTest
  @CsvSource({"65000", "4294967295", "1.10", "''"})
  void an_as_number_is_taken(String number) {
    patch(BGP, "{'local_as_num': '" + number + "'}");
    assertThat(read(BGP).path("local_as_num").asString()).isEqualTo(number);
  }

  @Test
  void a_static_route_needs_a_network_and_a_next_hop() {
    String route = "tier-0s/a/static-routes/out";
    patch(route, "{'network': '0.0.0.0/0', 'next_hops': [{'ip_address': '192.168.105.253'}]}");
    assertThat(read(route).at("/next_hops/0/admin_distance").asInt()).isEqualTo(1);
    misses("/network", route, "{'next_hops': [{'ip_address': '192.168.105.253'}]}");
    misses("/next_hops", route, "{'network': '0.0.0.0/0'}");
    isInvalid("/next_hops", route, "{'network': '0.0.0.0/0', 'next_hops': []}");
    isInvalid("/network", route, "{'network': '0.0.0.0', 'next_hops': [{}]}");
  }

  @Test
  void a_next_hop_is_of_the_networks_family() {
    conflicts(
        "/next_hops/0/ip_address",
        "tier-0s/a/static-routes/out",
        "{'network': '::/0', 'next_hops': [{'ip_address': '192.168.105.253'}]}");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"network\": \"10.0.0.0\"}', network",
    "'{\"network\": \"10.0.0.0/16\", \"ge\": 8}', ge",
    "'{\"network\": \"10.0.0.0/16\", \"ge\": 33}', ge",
    "'{\"network\": \"10.0.0.0/16\", \"le\": 33}', le",
    "'{\"network\": \"10.0.0.0/16\", \"ge\": 24, \"le\": 20}', le"
  })
  void a_prefix_is_refused(String entry, String field) {
    isInvalid("/prefixes/0/" + field, "tier-0s/a/prefix-lists/p", "{'prefixes': [" + entry + "]}");
  }

  @Test
  void a_prefix_list_takes_networks_and_ANY() {
    patch(
        "tier-0s/a/prefix-lists/p",
        "{'prefixes': [{'network': '10.0.0.0/16', 'ge': 24, 'le': 32}, {'network': 'ANY'}]}");
    assertThat(read("tier-0s/a/prefix-lists/p").at("/prefixes/1/action").asString())
        .isEqualTo("PERMIT");
  }

  @Test
  void a_route_map_matches_by_prefixes_or_by_communities() {
    patch("tier-0s/a/prefix-lists/p", "{'prefixes': [{'network': 'ANY'}]}");
    conflicts(
        "/entries/0/prefix_list_matches",
        "tier-0s/a/route-maps/m",
        """
        {'entries': [{'action': 'PERMIT',
          'prefix_list_matches': ['/infra/tier-0s/a/prefix-lists/p'],
          'community_list_matches': [
            {'criteria': '65000:1', 'match_operator': 'MATCH_COMMUNITY_REGEX'}]}]}
        """);
  }

  @Test
  void what_a_route_map_sets_prefers_100() {
    patch("tier-0s/a/route-maps/m", "{'entries': [{'action': 'PERMIT', 'set': {'med': 5}}]}");
    assertThat(read("tier-0s/a/route-maps/m").at("/entries/0/set/local_preference").asInt())
        .isEqualTo(100);
  }

  @Test
  void a_prefix_list_in_use_stays() {
    patch("tier-0s/a/prefix-lists/p", "{'prefixes': [{'network': 'ANY'}]}");
    patch(
        "tier-0s/a/route-maps/m",
        "{'entries': [{'action': 'PERMIT',"
            + " 'prefix_list_matches': ['/infra/tier-0s/a/prefix-lists/p']}]}");
    refuses(Reason.IN_USE, "", () -> delete("tier-0s/a/prefix-lists/p"));
  }

  @Test
  void a_community_has_a_form() {
    patch(
        "tier-0s/a/community-lists/c",
        "{'communities': ['65000:12', '4200000000:1:2', 'NO_EXPORT']}");
    isInvalid("/communities/0", "tier-0s/a/community-lists/c", "{'communities': ['mine']}");
    isInvalid("/communities/0", "tier-0s/a/community-lists/c", "{'communities': ['70000:1']}");
  }

  @Test
  void inter_vrf_routing_may_name_the_lists_that_nsx_keeps() {
    patch("tier-0s/vrf", "{'vrf_config': {'tier0_path': '/infra/tier-0s/a'}}");
    String lists = "'/infra/tier-0s/a/prefix-lists/IPSEC_LOCAL_IP'";
    patch(
        "tier-0s/a/inter-vrf-routing/v",
        "{'target_path': '/infra/tier-0s/vrf',"
            + " 'static_route_advertisement': {'in_filter_prefix_list': ["
            + lists
            + "]}}");
    assertThat(
            read("tier-0s/a/inter-vrf-routing/v")
                .at("/static_route_advertisement/in_filter_prefix_list/0")
                .asString())
        .endsWith("IPSEC_LOCAL_IP");
  }

  @Test
  void a_route_controllers_neighbor_filters_routes() {
    patch("route-controllers/rc", "{}");
    patch("route-controllers/rc/bgp", "{'local_as_num': '65000'}");
    String neighbor = "route-controllers/rc/bgp/neighbors/n";
    patch(
        neighbor,
        "{'neighbor_address': '10.1.1.1', 'remote_as_num': '65001',"
            + " 'route_filtering': [{'address_family': 'IPV4', 'enabled': true}]}");
    assertThat(read(neighbor).at("/route_filtering/0/address_family").asString()).isEqualTo("IPV4");
  }

  @Test
  void a_route_controller_has_bgp_once_it_is_given() {
    patch("route-controllers/rc", "{}");
    refuses(Reason.NOT_FOUND, "", () -> read("route-controllers/rc/bgp"));
    patch("route-controllers/rc/bgp", "{'local_as_num': '65000'}");
    assertThat(read("route-controllers/rc/bgp").path("local_as_num").asString()).isEqualTo("65000");
  }
}
