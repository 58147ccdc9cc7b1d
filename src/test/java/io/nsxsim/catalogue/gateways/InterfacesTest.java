package io.nsxsim.catalogue.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.TreeTest;
import io.nsxsim.error.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Covers({"Tier0Interface", "Tier1Interface"})
class InterfacesTest extends TreeTest {

  private static final String INTERFACES = "tier-0s/a/locale-services/default/interfaces/";
  private static final String SEGMENT = "'segment_path': '/infra/segments/uplink'";
  private static final String EDGE = "'edge_path': '" + EDGES + "/edge-nodes/0'";
  private static final String SUBNETS =
      "'subnets': [{'ip_addresses': ['192.168.105.1'], 'prefix_len': 24}]";

  @BeforeEach
  void gateway() {
    patch("tier-0s/a", "{}");
    patch("tier-0s/a/locale-services/default", "{}");
    patch("segments/uplink", "{'vlan_ids': ['105'], 'transport_zone_path': '" + ZONES + "vlan'}");
  }

  @Test
  void an_external_interface_is_on_a_segment_and_may_name_its_edge_node() {
    patch(INTERFACES + "up", "{" + SEGMENT + ", " + EDGE + ", " + SUBNETS + "}");
    assertThat(read(INTERFACES + "up").path("type").asString()).isEqualTo("EXTERNAL");
    misses("/segment_path", INTERFACES + "other", "{" + EDGE + ", " + SUBNETS + "}");
    patch(INTERFACES + "up", "{" + SEGMENT + ", " + SUBNETS + "}");
    assertThat(read(INTERFACES + "up").has("edge_path")).isFalse();
  }

  @Test
  void an_edge_node_of_another_cluster_is_refused() {
    String other = EDGES.replace("edges", "others").replace("edge-clusters", "edge-clusters");
    refuses(
        Reason.INVALID_PATH,
        "edge_path",
        () ->
            patch(
                INTERFACES + "up",
                "{'edge_path': '" + other + "/edge-nodes/0', " + SEGMENT + ", " + SUBNETS + "}"));
  }

  @Test
  void a_loopback_is_on_no_segment() {
    patch(INTERFACES + "lo", "{'type': 'LOOPBACK', " + SUBNETS + "}");
    conflicts(
        "/segment_path",
        INTERFACES + "lo",
        "{'type': 'LOOPBACK', " + SEGMENT + ", " + SUBNETS + "}");
  }

  @Test
  void a_service_interface_names_an_edge_node_only_where_all_are_active() {
    String service = "{'type': 'SERVICE', " + SEGMENT + ", " + SUBNETS + "}";
    misses("/edge_path", INTERFACES + "svc", service);
    patch("tier-0s/a", "{'ha_mode': 'ACTIVE_STANDBY'}");
    patch(INTERFACES + "svc", service);
    assertThat(read(INTERFACES + "svc").path("urpf_mode").asString()).isEqualTo("STRICT");
  }

  @Test
  void an_address_is_on_one_interface_only() {
    patch(INTERFACES + "one", "{'type': 'LOOPBACK', " + SUBNETS + "}");
    conflicts(
        "/subnets/0/ip_addresses/0", INTERFACES + "two", "{'type': 'LOOPBACK', " + SUBNETS + "}");
  }

  @Test
  void an_address_is_a_host_of_its_network() {
    isInvalid(
        "/subnets/0/ip_addresses/0",
        INTERFACES + "lo",
        "{'type': 'LOOPBACK', 'subnets': [{'ip_addresses': ['10.0.0.255'], 'prefix_len': 24}]}");
    isInvalid(
        "/subnets/0/ip_addresses/0",
        INTERFACES + "lo",
        "{'type': 'LOOPBACK', 'subnets': [{'ip_addresses': ['10.0.0.1'], 'prefix_len': 64}]}");
  }
}
