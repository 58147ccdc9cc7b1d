package io.nsxsim.catalogue.profiles;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.TreeTest;
import org.junit.jupiter.api.Test;

@Covers({
  "IPFIXDFWCollectorProfile",
  "IPFIXDFWProfile",
  "IPFIXL2CollectorProfile",
  "IPFIXL2Profile",
  "PortMirroringProfile",
  "GroupMonitoringProfileBindingMap",
  "SegmentMonitoringProfileBindingMap",
  "PortMonitoringProfileBindingMap"
})
class MonitoringProfilesTest extends TreeTest {

  private static final String COLLECTOR = "ipfix-dfw-collector-profiles/c";
  private static final String SWITCH_COLLECTOR = "ipfix-l2-collector-profiles/c";

  private void collectors() {
    patch(COLLECTOR, "{'ipfix_dfw_collectors': [{'collector_ip_address': '192.0.2.1'}]}");
    patch(SWITCH_COLLECTOR, "{'ipfix_l2_collectors': [{'collector_ip_address': '192.0.2.1'}]}");
  }

  @Test
  void a_collector_has_an_address() {
    misses("/ipfix_dfw_collectors", COLLECTOR, "{}");
    misses("/ipfix_l2_collectors", SWITCH_COLLECTOR, "{}");
    misses(
        "/ipfix_dfw_collectors/0/collector_ip_address",
        COLLECTOR,
        "{'ipfix_dfw_collectors': [{}]}");
    isInvalid("/ipfix_l2_collectors", SWITCH_COLLECTOR, "{'ipfix_l2_collectors': []}");
    collectors();
    shows(
        COLLECTOR,
        "{'ipfix_dfw_collectors': [{'collector_ip_address': '192.0.2.1',"
            + " 'collector_port': 4739}]}");
    shows(
        SWITCH_COLLECTOR,
        "{'ipfix_l2_collectors': [{'collector_ip_address': '192.0.2.1',"
            + " 'collector_port': 4739}]}");
  }

  @Test
  void flows_of_the_firewall_go_to_a_collector() {
    String field = "ipfix_dfw_collector_profile_path";
    collectors();
    misses("/" + field, "ipfix-dfw-profiles/p", "{}");
    leadsAstray(field, "ipfix-dfw-profiles/p", "{'" + field + "': '/infra/domains/default'}");
    String profile = "{'" + field + "': '/infra/" + COLLECTOR + "'%s}";
    fills(
        "ipfix-dfw-profiles/p",
        profile.formatted(""),
        "{'active_flow_export_timeout': 1, 'observation_domain_id': 0, 'priority': 0}");
    isInvalid("/priority", "ipfix-dfw-profiles/p", profile.formatted(", 'priority': 32001"));
    isInUse(COLLECTOR);
  }

  @Test
  void flows_of_the_switch_go_to_a_collector() {
    String field = "ipfix_collector_profile_path";
    collectors();
    misses("/" + field, "ipfix-l2-profiles/p", "{}");
    leadsAstray(field, "ipfix-l2-profiles/p", "{'" + field + "': '/infra/" + COLLECTOR + "'}");
    String profile = "{'" + field + "': '/infra/" + SWITCH_COLLECTOR + "'%s}";
    fills(
        "ipfix-l2-profiles/p",
        profile.formatted(""),
        "{'active_timeout': 300, 'idle_timeout': 300, 'max_flows': 16384,"
            + " 'observation_domain_id': 0, 'priority': 0, 'export_overlay_flow': true,"
            + " 'packet_sample_probability': 0.1}");
    isInvalid("/idle_timeout", "ipfix-l2-profiles/p", profile.formatted(", 'idle_timeout': 59"));
    isInUse(SWITCH_COLLECTOR);
  }

  @Test
  void a_mirror_shows_both_directions() {
    patch("domains/default/groups/g", "{}");
    String mirror = "{'destination_group': '/infra/domains/default/groups/g'%s}";
    fills(
        "port-mirroring-profiles/m",
        mirror.formatted(""),
        "{'direction': 'BIDIRECTIONAL', 'profile_type': 'REMOTE_L3_SPAN',"
            + " 'encapsulation_type': 'GRE', 'gre_key': 0, 'erspan_id': 0,"
            + " 'tcp_ip_stack': 'Default'}");
    isInvalid("/snap_length", "port-mirroring-profiles/m", mirror.formatted(", 'snap_length': 59"));
    isInvalid("/erspan_id", "port-mirroring-profiles/m", mirror.formatted(", 'erspan_id': 1024"));
    leadsAstray(
        "destination_group",
        "port-mirroring-profiles/m",
        "{'destination_group': '/infra/domains/default'}");
    isInUse("domains/default/groups/g");
  }

  private void watches(String map) {
    String field = "port_mirroring_profile_path";
    leadsAstray(field, map, "{'" + field + "': '/infra/domains/default'}");
    fills(
        map,
        "{'" + field + "': '/infra/port-mirroring-profiles/m'}",
        "{'" + field + "': '/infra/port-mirroring-profiles/m'}");
    isInUse("port-mirroring-profiles/m");
    delete(map);
  }

  @Test
  void groups_segments_and_ports_are_watched() {
    patch("port-mirroring-profiles/m", "{}");
    patch("domains/default/groups/g", "{}");
    patch("segments/s", "{'transport_zone_path': '" + ZONES + "overlay'}");
    patch("segments/s/ports/p", "{}");
    watches("domains/default/groups/g/group-monitoring-profile-binding-maps/b");
    watches("segments/s/segment-monitoring-profile-binding-maps/b");
    watches("segments/s/ports/p/port-monitoring-profile-binding-maps/b");
    delete("port-mirroring-profiles/m");
  }
}
