package io.nsxsim.catalogue.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.TreeTest;
import org.junit.jupiter.api.Test;

@Covers({
  "QosProfile",
  "IPDiscoveryProfile",
  "MacDiscoveryProfile",
  "SpoofGuardProfile",
  "SegmentSecurityProfile",
  "SegmentDiscoveryProfileBindingMap",
  "SegmentQosProfileBindingMap",
  "SegmentSecurityProfileBindingMap",
  "PortDiscoveryProfileBindingMap",
  "PortQosProfileBindingMap",
  "PortSecurityProfileBindingMap",
  "GroupDiscoveryProfileBindingMap"
})
class SegmentProfilesTest extends TreeTest {

  private static final String SEGMENT = "segments/s";
  private static final String PORT = SEGMENT + "/ports/p";

  private void segment() {
    patch(SEGMENT, "{'transport_zone_path': '" + ZONES + "overlay'}");
    patch(PORT, "{}");
  }

  @Test
  void quality_of_service_trusts_and_limits_nothing() {
    fills(
        "qos-profiles/q",
        "{}",
        "{'class_of_service': 0, 'dscp': {'mode': 'TRUSTED', 'priority': 0}}");
  }

  @Test
  void a_limiter_is_off_until_it_is_set() {
    String limiters = "{'shaper_configurations': [{'resource_type': 'IngressRateLimiter'%s}]}";
    patch("qos-profiles/q", limiters.formatted(""));
    assertThat(read("qos-profiles/q").at("/shaper_configurations/0/enabled").asBoolean(true))
        .isFalse();
    conflicts(
        "/shaper_configurations/0/peak_bandwidth",
        "qos-profiles/q",
        limiters.formatted(", 'average_bandwidth': 20, 'peak_bandwidth': 10"));
  }

  @Test
  void each_direction_has_one_limiter() {
    String limiter = "{'resource_type': 'EgressRateLimiter'}";
    conflicts(
        "/shaper_configurations/1/resource_type",
        "qos-profiles/q",
        "{'shaper_configurations': [" + limiter + ", " + limiter + "]}");
  }

  @Test
  void quality_of_service_stays_within_bounds() {
    isInvalid("/class_of_service", "qos-profiles/q", "{'class_of_service': 8}");
    isInvalid("/dscp/priority", "qos-profiles/q", "{'dscp': {'priority': 64}}");
    isInvalid("/dscp/mode", "qos-profiles/q", "{'dscp': {'mode': 'SOME'}}");
  }

  @Test
  void addresses_are_discovered_by_arp_dhcp_and_tools() {
    fills(
        "ip-discovery-profiles/i",
        "{}",
        "{'tofu_enabled': true, 'arp_nd_binding_timeout': 10,"
            + " 'duplicate_ip_detection': {'duplicate_ip_detection_enabled': false},"
            + " 'ip_v4_discovery_options': {'dhcp_snooping_enabled': true,"
            + " 'vmtools_enabled': true,"
            + " 'arp_snooping_config': {'arp_snooping_enabled': true, 'arp_binding_limit': 1}},"
            + " 'ip_v6_discovery_options': {'dhcp_snooping_v6_enabled': false,"
            + " 'vmtools_v6_enabled': false,"
            + " 'nd_snooping_config': {'nd_snooping_enabled': false, 'nd_snooping_limit': 3}}}");
  }

  @Test
  void discovery_stays_within_bounds() {
    isInvalid(
        "/arp_nd_binding_timeout", "ip-discovery-profiles/i", "{'arp_nd_binding_timeout': 4}");
    isInvalid(
        "/ip_v4_discovery_options/arp_snooping_config/arp_binding_limit",
        "ip-discovery-profiles/i",
        "{'ip_v4_discovery_options': {'arp_snooping_config': {'arp_binding_limit': 257}}}");
    isInvalid("/mac_limit", "mac-discovery-profiles/m", "{'mac_limit': 4097}");
  }

  @Test
  void hardware_addresses_are_learnt_when_a_client_says_so() {
    misses("/mac_learning_enabled", "mac-discovery-profiles/m", "{}");
    fills(
        "mac-discovery-profiles/m",
        "{'mac_learning_enabled': true}",
        "{'mac_change_enabled': false, 'mac_limit': 4096, 'mac_limit_policy': 'ALLOW',"
            + " 'unknown_unicast_flooding_enabled': true, 'mac_learning_aging_time': 600,"
            + " 'remote_overlay_mac_limit': 2048}");
  }

  @Test
  void a_list_of_addresses_has_two_names() {
    fills(
        "spoofguard-profiles/s",
        "{}",
        "{'address_binding_allowlist': false, 'address_binding_whitelist': false}");
    fills(
        "spoofguard-profiles/s",
        "{'address_binding_whitelist': true}",
        "{'address_binding_allowlist': true, 'address_binding_whitelist': true}");
    fills(
        "spoofguard-profiles/s",
        "{'address_binding_allowlist': true}",
        "{'address_binding_whitelist': true}");
    isInvalid(
        "/address_binding_allowlist",
        "spoofguard-profiles/s",
        "{'address_binding_allowlist': 'perhaps'}");
  }

  @Test
  void segments_are_protected_from_bridges_and_foreign_servers() {
    fills(
        "segment-security-profiles/s",
        "{}",
        "{'bpdu_filter_enable': true, 'dhcp_server_block_enabled': true,"
            + " 'dhcp_server_block_v6_enabled': true, 'dhcp_client_block_enabled': false,"
            + " 'non_ip_traffic_block_enabled': false, 'ra_guard_enabled': false,"
            + " 'rate_limits_enabled': false}");
    isInvalid(
        "/bpdu_filter_allow/0",
        "segment-security-profiles/s",
        "{'bpdu_filter_allow': ['everybody']}");
    isInvalid(
        "/rate_limits/rx_broadcast",
        "segment-security-profiles/s",
        "{'rate_limits': {'rx_broadcast': -1}}");
  }

  private void binds(String map, String field, String profile) {
    leadsAstray(field, map, "{'" + field + "': '/infra/domains/default'}");
    leadsAstray(field, map, "{'" + field + "': '/infra/" + profile + "none'}");
    fills(
        map,
        "{'" + field + "': '/infra/" + profile + "'}",
        "{'" + field + "': '/infra/" + profile + "'}");
    isInUse(profile);
    delete(map);
    delete(profile);
  }

  @Test
  void a_segment_is_bound_to_what_exists() {
    segment();
    String discovery = SEGMENT + "/segment-discovery-profile-binding-maps/b";
    patch("ip-discovery-profiles/i", "{}");
    binds(discovery, "ip_discovery_profile_path", "ip-discovery-profiles/i");
    patch("mac-discovery-profiles/m", "{'mac_learning_enabled': true}");
    binds(discovery, "mac_discovery_profile_path", "mac-discovery-profiles/m");
    patch("qos-profiles/q", "{}");
    binds(SEGMENT + "/segment-qos-profile-binding-maps/b", "qos_profile_path", "qos-profiles/q");
    String security = SEGMENT + "/segment-security-profile-binding-maps/b";
    patch("spoofguard-profiles/g", "{}");
    binds(security, "spoofguard_profile_path", "spoofguard-profiles/g");
    patch("segment-security-profiles/s", "{}");
    binds(security, "segment_security_profile_path", "segment-security-profiles/s");
  }

  @Test
  void a_port_is_bound_to_what_exists() {
    segment();
    patch("ip-discovery-profiles/i", "{}");
    binds(
        PORT + "/port-discovery-profile-binding-maps/b",
        "ip_discovery_profile_path",
        "ip-discovery-profiles/i");
    patch("qos-profiles/q", "{}");
    binds(PORT + "/port-qos-profile-binding-maps/b", "qos_profile_path", "qos-profiles/q");
    patch("segment-security-profiles/s", "{}");
    binds(
        PORT + "/port-security-profile-binding-maps/b",
        "segment_security_profile_path",
        "segment-security-profiles/s");
  }

  @Test
  void a_group_is_bound_to_a_discovery_profile() {
    String map = "domains/default/groups/g/discovery-profile-binding-maps/b";
    patch("domains/default/groups/g", "{}");
    misses("/profile_path", map, "{}");
    patch("ip-discovery-profiles/i", "{}");
    binds(map, "profile_path", "ip-discovery-profiles/i");
  }
}
