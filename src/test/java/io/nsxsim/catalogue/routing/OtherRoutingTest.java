package io.nsxsim.catalogue.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.TreeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Covers({
  "OspfRoutingConfig",
  "OspfAreaConfig",
  "EvpnConfig",
  "EvpnTenantConfig",
  "EvpnTunnelEndpointConfig",
  "VniPoolConfig",
  "Tunnel",
  "CommunityList",
  "StaticRouteBfdPeer",
  "PolicyMulticastConfig",
  "PolicyTier1MulticastConfig",
  "PolicyInterVrfRoutingConfig",
  "StaticARPConfig"
})
class OtherRoutingTest extends TreeTest {

  private static final String WAN = "tier-0s/wan";
  private static final String SITE = WAN + "/locale-services/default";
  private static final String AREA = SITE + "/ospf/areas/a";
  private static final String NODE = EDGES + "/edge-nodes/0";

  @BeforeEach
  void gateway() {
    patch(WAN, "{'ha_mode': 'ACTIVE_STANDBY'}");
    patch(SITE, "{'edge_cluster_path': '" + EDGES + "'}");
  }

  @Test
  void ospf_is_there_and_off() {
    shows(
        SITE + "/ospf",
        "{'enabled': false, 'ecmp': true, 'default_originate': false,"
            + " 'graceful_restart_mode': 'HELPER_ONLY'}");
    isInvalid("/graceful_restart_mode", SITE + "/ospf", "{'graceful_restart_mode': 'FULL'}");
    isInvalid(
        "/summary_addresses/0/prefix",
        SITE + "/ospf",
        "{'summary_addresses': [{'prefix': 'all'}]}");
  }

  @Test
  void an_area_has_a_number() {
    misses("/area_id", AREA, "{}");
    isInvalid("/area_id", AREA, "{'area_id': 'backbone'}");
    isInvalid("/area_id", AREA, "{'area_id': '4294967296'}");
    fills(
        AREA,
        "{'area_id': '0.0.0.10'}",
        "{'area_type': 'NSSA', 'authentication': {'mode': 'NONE'}}");
    conflicts("/area_id", SITE + "/ospf/areas/b", "{'area_id': '0.0.0.10'}");
  }

  @Test
  void an_area_keeps_its_secret() {
    String area = "{'area_id': '1', 'authentication': {'mode': '%s'%s}}";
    misses("/authentication/secret_key", AREA, area.formatted("PASSWORD", ""));
    misses("/authentication/key_id", AREA, area.formatted("MD5", ", 'secret_key': 'hush'"));
    patch(AREA, area.formatted("MD5", ", 'key_id': 7, 'secret_key': 'hush'"));
    assertThat(read(AREA).path("authentication").has("secret_key")).isFalse();
    patch(AREA, area.formatted("PASSWORD", ""));
  }

  private void pool() {
    patch("vni-pools/p", "{'start': 75001, 'end': 75100}");
  }

  private static String tenant(String vlans, String vnis) {
    return "{'transport_zone_path': '"
        + ZONES
        + "overlay', 'vni_pool_path': '/infra/vni-pools/p', 'mappings': [{'vlans': '"
        + vlans
        + "', 'vnis': '"
        + vnis
        + "'}]}";
  }

  @Test
  void a_pool_runs_upwards() {
    misses("/end", "vni-pools/p", "{'start': 75001}");
    isInvalid("/start", "vni-pools/p", "{'start': 75000, 'end': 75010}");
    conflicts("/end", "vni-pools/p", "{'start': 75010, 'end': 75001}");
  }

  @Test
  void evpn_is_off_until_its_mode_has_what_it_needs() {
    shows(WAN + "/evpn", "{'mode': 'DISABLE'}");
    misses("/encapsulation_method/vni_pool_path", WAN + "/evpn", "{'mode': 'INLINE'}");
    misses(
        "/encapsulation_method/evpn_tenant_config_path", WAN + "/evpn", "{'mode': 'ROUTE_SERVER'}");
    pool();
    fills(
        WAN + "/evpn",
        "{'mode': 'INLINE', 'encapsulation_method': {'vni_pool_path': '/infra/vni-pools/p'}}",
        "{'mode': 'INLINE'}");
    isInUse("vni-pools/p");
  }

  @Test
  void a_tenant_maps_as_many_vlans_as_identifiers_of_its_pool() {
    pool();
    misses("/mappings", "evpn-tenant-configs/t", "{}");
    isInvalid("/mappings/0/vnis", "evpn-tenant-configs/t", tenant("1-2", "many"));
    isInvalid("/mappings/0/vlans", "evpn-tenant-configs/t", tenant("5000", "75001"));
    conflicts("/mappings/0/vnis", "evpn-tenant-configs/t", tenant("1-2", "75001-75003"));
    conflicts("/mappings/0/vnis", "evpn-tenant-configs/t", tenant("1", "75101"));
    fills("evpn-tenant-configs/t", tenant("1-3", "75001-75003"), "{'id': 't'}");
    isInUse("vni-pools/p");
  }

  @Test
  void an_endpoint_of_tunnels_is_on_an_edge_node() {
    String path = SITE + "/evpn-tunnel-endpoints/e";
    misses("/edge_path", path, "{'local_addresses': ['192.0.2.1']}");
    misses("/local_addresses", path, "{'edge_path': '" + NODE + "'}");
    String endpoint = "{'edge_path': '" + NODE + "', 'local_addresses': ['192.0.2.1']%s}";
    isInvalid("/mtu", path, endpoint.formatted(", 'mtu': 63"));
    leadsAstray("edge_path", path, endpoint.formatted("").replace("nodes/0", "nodes/7"));
    fills(path, endpoint.formatted(""), "{'local_addresses': ['192.0.2.1']}");
  }

  private static String tunnel(String more) {
    return "{'resource_type': 'GreTunnel', 'destination_address': '198.51.100.1',"
        + " 'tunnel_address': [{'edge_path': '"
        + NODE
        + "', 'source_address': '192.0.2.1', 'tunnel_interface_subnet':"
        + " [{'ip_addresses': ['169.254.9.1'], 'prefix_len': 30}]}]"
        + more
        + "}";
  }

  @Test
  void a_tunnel_has_two_ends() {
    String path = SITE + "/tunnels/g";
    misses("/tunnel_address", path, "{'resource_type': 'GreTunnel'}");
    misses(
        "/destination_address",
        path,
        tunnel("").replace("'destination_address': '198.51.100.1',", ""));
    isInvalid("/mtu", path, tunnel(", 'mtu': 63"));
    isInvalid(
        "/tunnel_keepalive/keepalive_interval",
        path,
        tunnel(", 'tunnel_keepalive': {'keepalive_interval': 1}"));
    fills(
        path,
        tunnel(", 'tunnel_keepalive': {}"),
        "{'enabled': true, 'mtu': 1476, 'tunnel_keepalive': {'enabled': false,"
            + " 'enable_keepalive_ack': true, 'keepalive_interval': 10,"
            + " 'dead_time_multiplier': 3}}");
  }

  @Test
  void a_list_names_communities() {
    String path = WAN + "/community-lists/c";
    misses("/communities", path, "{}");
    isInvalid("/communities", path, "{'communities': []}");
    isInvalid("/communities/0", path, "{'communities': ['65001']}");
    fills(
        path,
        "{'communities': ['65001:12', 'NO_EXPORT']}",
        "{'communities': ['65001:12', 'NO_EXPORT']}");
  }

  @Test
  void a_next_hop_is_watched_once() {
    String path = WAN + "/static-routes/bfd-peers/p";
    patch("bfd-profiles/b", "{}");
    misses("/peer_address", path, "{}");
    isInvalid("/peer_address", path, "{'peer_address': 'next'}");
    String peer = "{'peer_address': '192.0.2.9', 'bfd_profile_path': '/infra/bfd-profiles/b'%s}";
    fills(path, peer.formatted(""), "{'enabled': true}");
    conflicts("/peer_address", path + "2", peer.formatted(""));
    conflicts("/source_addresses/0", path, peer.formatted(", 'source_addresses': ['2001:db8::1']"));
    isInUse("bfd-profiles/b");
  }

  @Test
  void multicast_needs_addresses() {
    shows(SITE + "/multicast", "{'enabled': false}");
    misses("/replication_multicast_range", SITE + "/multicast", "{'enabled': true}");
    patch("igmp-profiles/i", "{}");
    fills(
        SITE + "/multicast",
        "{'enabled': true, 'replication_multicast_range': '239.1.0.0/24',"
            + " 'igmp_profile_path': '/infra/igmp-profiles/i'}",
        "{'enabled': true}");
    isInUse("igmp-profiles/i");
  }

  @Test
  void a_tier_1_takes_part_in_multicast_or_not() {
    String multicast = "tier-1s/web/locale-services/default/multicast";
    patch("tier-1s/web", "{}");
    patch("tier-1s/web/locale-services/default", "{'edge_cluster_path': '" + EDGES + "'}");
    shows(multicast, "{'enabled': false}");
    isInvalid("/enabled", multicast, "{'enabled': 'soon'}");
    fills(multicast, "{'enabled': true}", "{'enabled': true}");
  }

  @Test
  void routes_go_from_one_vrf_to_another() {
    patch("tier-0s/red", "{'vrf_config': {'tier0_path': '/infra/" + WAN + "'}}");
    String path = WAN + "/inter-vrf-routing/r";
    misses("/target_path", path, "{}");
    leadsAstray("target_path", path, "{'target_path': '/infra/domains/default'}");
    String routing =
        "{'target_path': '/infra/tier-0s/red', 'static_route_advertisement':"
            + " {'advertisement_rules': [{'name': 'all'%s}]}}";
    patch(path, routing.formatted(""));
    assertThat(read(path).at("/static_route_advertisement/advertisement_rules/0/action").asString())
        .isEqualTo("PERMIT");
    isInvalid(
        "/static_route_advertisement/advertisement_rules/0/subnets/0",
        path,
        routing.formatted(", 'subnets': ['all']"));
    isInUse("tier-0s/red");
  }

  @Test
  void an_address_is_bound_to_a_hardware_address() {
    String path = "tier-1s/web/segments/s/static-arp";
    patch("tier-1s/web", "{}");
    patch("tier-1s/web/segments/s", "{'subnets': [{'gateway_address': '10.1.0.1/24'}]}");
    misses("/mac_address", path, "{'ip_address': '10.1.0.9'}");
    isInvalid("/mac_address", path, "{'ip_address': '10.1.0.9', 'mac_address': 'it'}");
    fills(
        path,
        "{'ip_address': '10.1.0.9', 'mac_address': '00:50:56:01:02:03'}",
        "{'resource_type': 'StaticARPConfig'}");
  }
}
