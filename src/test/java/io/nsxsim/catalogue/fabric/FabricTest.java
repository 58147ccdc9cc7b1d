package io.nsxsim.catalogue.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.TreeTest;
import io.nsxsim.error.Reason;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Covers({"PolicyTransportZone", "PolicyEdgeCluster"})
class FabricTest extends TreeTest {

  private static final String POINT = "/infra/sites/default/enforcement-points/default/";

  @Test
  void the_two_types_of_a_zone_agree() {
    patch(ZONES + "one", "{'tz_type': 'VLAN_BACKED'}");
    patch(ZONES + "two", "{'transport_zone_type': 'OVERLAY'}");
    assertThat(read(ZONES + "one").path("transport_zone_type").asString()).isEqualTo("VLAN");
    assertThat(read(ZONES + "two").path("tz_type").asString()).isEqualTo("OVERLAY_BACKED");
  }

  @Test
  void a_zone_has_an_identity() {
    patch(ZONES + "one", "{'tz_type': 'VLAN_BACKED'}");
    JsonNode zone = read(ZONES + "one");
    assertThat(zone.path("nsx_id").asString()).isEqualTo(zone.path("unique_id").asString());
    assertThat(zone.path("is_default").asBoolean(true)).isFalse();
  }

  @Test
  void a_zone_says_what_it_carries() {
    misses("/tz_type", ZONES + "one", "{}");
    isInvalid("/tz_type", ZONES + "one", "{'tz_type': 'PIGEON'}");
  }

  @Test
  void a_zone_stays_what_it_is() {
    patch(ZONES + "one", "{'tz_type': 'VLAN_BACKED'}");
    conflicts("/tz_type", ZONES + "one", "{'tz_type': 'OVERLAY_BACKED'}");
  }

  @Test
  void only_vlan_zones_name_teaming_policies() {
    patch(ZONES + "one", "{'tz_type': 'VLAN_BACKED', 'uplink_teaming_policy_names': ['a']}");
    conflicts(
        "/uplink_teaming_policy_names",
        ZONES + "two",
        "{'tz_type': 'OVERLAY_BACKED', 'uplink_teaming_policy_names': ['a']}");
  }

  @Test
  void a_zone_in_use_stays() {
    patch(ZONES + "one", "{'tz_type': 'VLAN_BACKED'}");
    patch("segments/s", "{'vlan_ids': ['1'], 'transport_zone_path': '" + ZONES + "one'}");
    refuses(Reason.IN_USE, "", () -> delete(ZONES + "one"));
  }

  @Test
  void members_of_an_edge_cluster_are_its_nodes() {
    String edge = POINT + "edge-transport-nodes/e";
    patch(edge, "{'display_name': 'edge-1'}");
    patch(
        POINT + "edge-clusters/c",
        "{'policy_edge_nodes': [{'edge_transport_node_path': '" + edge + "'}]}");
    JsonNode node = read(POINT + "edge-clusters/c/edge-nodes/0");
    assertThat(node.path("member_index").asInt(-1)).isZero();
    assertThat(node.path("display_name").asString()).isEqualTo("edge-1");
    assertThat(read(POINT + "edge-clusters/c").at("/policy_edge_nodes/0/member_index").asInt(-1))
        .isZero();
  }

  @Test
  void an_edge_node_is_a_member_once() {
    String edge = POINT + "edge-transport-nodes/e";
    patch(edge, "{'display_name': 'edge-1'}");
    String member = "{'edge_transport_node_path': '" + edge + "'}";
    conflicts(
        "/policy_edge_nodes/1/edge_transport_node_path",
        POINT + "edge-clusters/c",
        "{'policy_edge_nodes': [" + member + "," + member + "]}");
  }

  @Test
  void an_edge_cluster_in_use_stays() {
    patch("tier-1s/web", "{}");
    patch("tier-1s/web/locale-services/default", "{'edge_cluster_path': '" + EDGES + "'}");
    refuses(Reason.SYSTEM_OWNED, "", () -> delete(EDGES));
  }

  @Test
  void an_edge_cluster_describes_itself() {
    patch(POINT + "edge-clusters/c", "{}");
    JsonNode cluster = read(POINT + "edge-clusters/c");
    assertThat(cluster.path("member_node_type").asString()).isEqualTo("EDGE_NODE");
    assertThat(cluster.path("deployment_type").asString()).isEqualTo("VIRTUAL_MACHINE");
    assertThat(cluster.path("nsx_id").asString()).isEqualTo(cluster.path("unique_id").asString());
  }

  @Test
  void a_member_keeps_its_index() {
    patch(POINT + "edge-transport-nodes/e", "{'display_name': 'edge-1'}");
    patch(POINT + "edge-transport-nodes/f", "{'display_name': 'edge-2'}");
    String member = "{'edge_transport_node_path': '" + POINT + "edge-transport-nodes/%s'}";
    String both = "{'policy_edge_nodes': [" + member + "," + member + "]}";
    patch(POINT + "edge-clusters/c", both.formatted("e", "f"));
    patch(POINT + "edge-clusters/c", both.formatted("f", "e"));
    assertThat(read(POINT + "edge-clusters/c").at("/policy_edge_nodes/0/member_index").asInt())
        .isEqualTo(1);
    assertThat(read(POINT + "edge-clusters/c/edge-nodes").path("result_count").asInt())
        .isEqualTo(2);
  }

  @Test
  void a_host_says_which_discovered_node_it_is() {
    String node = "5d0f6c3a-8c0e-4a1f-9a57-3f1f0c1d2e60:host-9";
    install(
        "/api/v1/fabric/discovered-nodes/" + node,
        "{'external_id': '" + node + "', 'display_name': 'esx-9', 'os_version': '9.0.0'}");
    String host = POINT + "host-transport-nodes/h";
    patch(host, "{'discovered_node_id_for_create': '" + node + "'}");
    String info =
        "{'node_deployment_info': {'discovered_node_id': '" + node + "', 'fqdn': 'esx-9'}}";
    shows(host, info);
    patch(host, "{'description': 'changed'}");
    shows(host, info);
  }

  @Test
  void a_profile_of_hosts_needs_what_it_names() {
    String uplinks = "/infra/host-switch-profiles/u";
    String profile = "/infra/host-transport-node-profiles/p";
    String body =
        "{'host_switch_spec': {'resource_type': 'StandardHostSwitchSpec', 'host_switches': [{"
            + "'host_switch_profile_ids': [{'key': 'UplinkHostSwitchProfile', 'value': '"
            + uplinks
            + "'}], 'transport_zone_endpoints': [{'transport_zone_id': '"
            + ZONES
            + "one'}]}]}}";
    refuses(Reason.INVALID_PATH, "value", () -> put(profile, body));
    refuses(Reason.INVALID_PATH, "transport_zone_id", () -> put(profile, body));
    patch(ZONES + "one", "{'tz_type': 'OVERLAY_BACKED'}");
    patch(uplinks, uplinkProfile("FAILOVER_ORDER"));
    put(profile, body);
    isInUse(uplinks);
  }

  @Test
  void only_a_failover_order_has_uplinks_standing_by() {
    String uplinks = "/infra/host-switch-profiles/u";
    patch(uplinks, uplinkProfile("FAILOVER_ORDER"));
    conflicts("/teaming/standby_list", uplinks, uplinkProfile("LOADBALANCE_SRCID"));
    isInvalid(
        "/transport_vlan",
        uplinks,
        uplinkProfile("FAILOVER_ORDER").replace("'teaming'", "'transport_vlan': 4095, 'teaming'"));
  }

  private static String uplinkProfile(String policy) {
    return "{'resource_type': 'PolicyUplinkHostSwitchProfile', 'teaming': {'policy': '"
        + policy
        + "', 'active_list': [{'uplink_name': 'one', 'uplink_type': 'PNIC'}],"
        + " 'standby_list': [{'uplink_name': 'two', 'uplink_type': 'PNIC'}]}}";
  }

  @Test
  void a_cluster_of_appliances_lists_them() {
    String cluster = POINT + "virtual-network-appliance-clusters/c";
    String appliance = cluster + "/virtual-network-appliances/one";
    patch(cluster, "{'appliance_form_factor': 'SMALL'}");
    assertThat(read(cluster).has("members")).isFalse();
    patch(appliance, "{'resource_type': 'VirtualNetworkAppliance', 'hostname': 'one.example'}");
    JsonNode members = read(cluster).path("members");
    assertThat(members).hasSize(1);
    assertThat(members.path(0).path("appliance_path").asString()).isEqualTo(appliance);
    assertThat(read(cluster).path("_revision").asInt()).isZero();
    delete(appliance);
    assertThat(read(cluster).has("members")).isFalse();
  }
}
