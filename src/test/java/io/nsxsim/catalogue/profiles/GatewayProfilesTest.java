package io.nsxsim.catalogue.profiles;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.TreeTest;
import org.junit.jupiter.api.Test;

@Covers({
  "GatewayQosProfile",
  "BfdProfile",
  "Ipv6NdraProfile",
  "Ipv6DadProfile",
  "L2BridgeEndpointProfile",
  "MetadataProxyConfig",
  "PolicyIgmpProfile",
  "PolicyPimProfile"
})
class GatewayProfilesTest extends TreeTest {

  private static final String BRIDGE =
      "sites/default/enforcement-points/default/edge-bridge-profiles/b";

  @Test
  void a_gateway_drops_what_is_too_much() {
    fills("gateway-qos-profiles/q", "{}", "{'burst_size': 1, 'excess_action': 'DROP'}");
    isInvalid("/burst_size", "gateway-qos-profiles/q", "{'burst_size': 0}");
    isInvalid("/excess_action", "gateway-qos-profiles/q", "{'excess_action': 'KEEP'}");
  }

  @Test
  void a_bandwidth_is_read_by_both_of_its_names() {
    fills(
        "gateway-qos-profiles/q",
        "{'committed_bandwitdth': 100}",
        "{'committed_bandwidth': 100, 'committed_bandwitdth': 100}");
  }

  @Test
  void a_peer_is_asked_twice_a_second() {
    fills("bfd-profiles/b", "{}", "{'interval': 500, 'multiple': 3}");
    isInvalid("/interval", "bfd-profiles/b", "{'interval': 49}");
    isInvalid("/multiple", "bfd-profiles/b", "{'multiple': 17}");
  }

  @Test
  void hosts_configure_themselves() {
    fills(
        "ipv6-ndra-profiles/n",
        "{}",
        "{'ra_mode': 'SLAAC_DNS_THROUGH_RA', 'reachable_timer': 0, 'retransmit_interval': 1000,"
            + " 'ra_config': {'ra_interval': 600, 'hop_limit': 64, 'router_lifetime': 1800,"
            + " 'prefix_lifetime': 2592000, 'prefix_preferred_time': 604800,"
            + " 'router_preference': 'MEDIUM'}}");
  }

  @Test
  void an_address_is_not_preferred_longer_than_valid() {
    conflicts(
        "/ra_config/prefix_preferred_time",
        "ipv6-ndra-profiles/n",
        "{'ra_config': {'prefix_lifetime': 100, 'prefix_preferred_time': 200}}");
    isInvalid(
        "/ra_config/ra_interval", "ipv6-ndra-profiles/n", "{'ra_config': {'ra_interval': 3}}");
    isInvalid("/ra_mode", "ipv6-ndra-profiles/n", "{'ra_mode': 'ENABLED'}");
  }

  @Test
  void double_addresses_are_looked_for() {
    fills("ipv6-dad-profiles/d", "{}", "{'dad_mode': 'LOOSE', 'wait_time': 1, 'ns_retries': 3}");
    isInvalid("/wait_time", "ipv6-dad-profiles/d", "{'wait_time': 61}");
    isInvalid("/ns_retries", "ipv6-dad-profiles/d", "{'ns_retries': 11}");
  }

  @Test
  void a_profile_that_a_gateway_uses_stays() {
    patch("ipv6-dad-profiles/d", "{}");
    patch("tier-1s/web", "{'ipv6_profile_paths': ['/infra/ipv6-dad-profiles/d']}");
    isInUse("ipv6-dad-profiles/d");
  }

  @Test
  void a_bridge_runs_on_edge_nodes() {
    String nodes = "{'edge_paths': ['" + EDGES + "/edge-nodes/%s']}";
    fills(
        BRIDGE,
        nodes.formatted("0"),
        "{'ha_mode': 'ACTIVE_STANDBY', 'failover_mode': 'PREEMPTIVE'}");
    leadsAstray("edge_paths", BRIDGE, nodes.formatted("7"));
    isInvalid("/failover_mode", BRIDGE, "{'failover_mode': 'NEVER'}");
  }

  private static String proxy(String more) {
    return "{'edge_cluster_path': '"
        + EDGES
        + "', 'server_address': 'http://192.0.2.1:5000', 'secret': 'hush'"
        + more
        + "}";
  }

  @Test
  void a_proxy_runs_in_a_cluster() {
    misses("/server_address", "metadata-proxies/m", "{'edge_cluster_path': '" + EDGES + "'}");
    misses(
        "/edge_cluster_path", "metadata-proxies/m", "{'server_address': 'http://192.0.2.1:5000'}");
    isInvalid(
        "/server_address", "metadata-proxies/m", proxy("").replace("http://192.0.2.1", "nova"));
    leadsAstray("edge_cluster_path", "metadata-proxies/m", proxy("").replace("edges", "none"));
    fills(
        "metadata-proxies/m",
        proxy(""),
        "{'enable_standby_relocation': false, 'crypto_protocols': ['TLS_V1_1', 'TLS_V1_2']}");
  }

  @Test
  void a_proxy_with_preferred_nodes_is_not_moved() {
    String preferred = ", 'preferred_edge_paths': ['" + EDGES + "/edge-nodes/0']";
    patch("metadata-proxies/m", proxy(preferred));
    conflicts(
        "/enable_standby_relocation",
        "metadata-proxies/m",
        proxy(preferred + ", 'enable_standby_relocation': true"));
  }

  @Test
  void hosts_answer_before_they_are_asked_again() {
    fills(
        "igmp-profiles/i",
        "{}",
        "{'query_interval': 30, 'query_max_response_time': 10,"
            + " 'last_member_query_interval': 10, 'robustness_variable': 2}");
    conflicts(
        "/query_max_response_time",
        "igmp-profiles/i",
        "{'query_interval': 5, 'query_max_response_time': 5}");
    isInvalid("/robustness_variable", "igmp-profiles/i", "{'robustness_variable': 8}");
  }

  @Test
  void a_rendezvous_point_has_an_address() {
    fills("pim-profiles/p", "{}", "{'bsm_enabled': true}");
    isInvalid("/rp_address", "pim-profiles/p", "{'rp_address': 'paris'}");
    misses(
        "/rp_address_multicast_ranges/0/rp_address",
        "pim-profiles/p",
        "{'rp_address_multicast_ranges': [{'multicast_ranges': ['224.1.0.0/16']}]}");
  }
}
