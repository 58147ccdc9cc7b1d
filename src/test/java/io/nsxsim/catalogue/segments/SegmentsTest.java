package io.nsxsim.catalogue.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.TreeTest;
import io.nsxsim.error.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Covers({"Segment", "SegmentPort"})
class SegmentsTest extends TreeTest {

  private static final String BELOW = "'connectivity_path': '/infra/tier-1s/web', ";
  private static final String SUBNET = "'subnets': [{'gateway_address': '10.0.0.1/24'}]";
  private static final String IN_VLAN = "'transport_zone_path': '" + ZONES + "vlan'";

  @BeforeEach
  void gateways() {
    patch("tier-1s/web", "{}");
    patch("tier-1s/db", "{}");
  }

  @Test
  void the_network_follows_from_the_gateway_address() {
    patch("segments/s", "{'subnets': [{'gateway_address': '10.0.0.33/28', 'network': ''}]}");
    assertThat(read("segments/s").at("/subnets/0/network").asString()).isEqualTo("10.0.0.32/28");
  }

  @Test
  void the_network_follows_in_ipv6_too() {
    patch("segments/s", "{'subnets': [{'gateway_address': '2001:db8::1/64'}]}");
    assertThat(read("segments/s").at("/subnets/0/network").asString()).isEqualTo("2001:db8::/64");
  }

  @Test
  void a_segment_is_routed_when_it_is_below_a_gateway() {
    patch("segments/s", "{}");
    assertThat(read("segments/s").path("type").asString()).isEqualTo("DISCONNECTED");
    patch("segments/s", "{" + BELOW + SUBNET + "}");
    assertThat(read("segments/s").path("type").asString()).isEqualTo("ROUTED");
  }

  @Test
  void a_segment_is_in_the_default_overlay() {
    patch("segments/s", "{}");
    assertThat(read("segments/s").path("transport_zone_path").asString())
        .isEqualTo(ZONES + "overlay");
  }

  @Test
  void a_segment_of_a_tier1_says_so() {
    patch("tier-1s/web/segments/s", "{" + SUBNET + "}");
    assertThat(read("tier-1s/web/segments/s").path("connectivity_path").asString())
        .isEqualTo("/infra/tier-1s/web");
  }

  @Test
  void a_segment_cannot_join_a_missing_tier1() {
    refuses(
        Reason.INVALID_PATH,
        "connectivity_path",
        () -> patch("segments/s", "{'connectivity_path': '/infra/tier-1s/none'}"));
  }

  @Test
  void vlans_and_a_vlan_zone_come_together() {
    patch("segments/s", "{'vlan_ids': ['100', '200-300'], " + IN_VLAN + "}");
    misses("/transport_zone_path", "segments/t", "{'vlan_ids': ['100']}");
    misses("/vlan_ids", "segments/t", "{" + IN_VLAN + "}");
    isInvalid("/vlan_ids/0", "segments/t", "{'vlan_ids': ['5000'], " + IN_VLAN + "}");
  }

  @Test
  void a_segment_in_an_overlay_may_let_vlan_tags_through() {
    patch("segments/s", "{'vlan_ids': ['100'], 'transport_zone_path': '" + ZONES + "overlay'}");
    patch("tier-1s/web/segments/t", "{'vlan_ids': ['101-104'], " + SUBNET + "}");
    assertThat(read("tier-1s/web/segments/t").path("transport_zone_path").asString())
        .isEqualTo(ZONES + "overlay");
  }

  @Test
  void a_vlan_segment_is_below_no_gateway() {
    conflicts(
        "/connectivity_path", "segments/s", "{" + BELOW + "'vlan_ids': ['100'], " + IN_VLAN + "}");
  }

  @Test
  void subnets_below_one_gateway_do_not_overlap() {
    patch("segments/s", "{" + BELOW + SUBNET + "}");
    String inside = "'subnets': [{'gateway_address': '10.0.0.129/25'}]}";
    conflicts("/subnets/0/gateway_address", "segments/t", "{" + BELOW + inside);
    conflicts("/subnets/0/gateway_address", "tier-1s/web/segments/t", "{" + inside);
  }

  @Test
  void subnets_below_different_gateways_may_overlap() {
    patch("segments/s", "{" + BELOW + SUBNET + "}");
    patch("segments/t", "{'connectivity_path': '/infra/tier-1s/db', " + SUBNET + "}");
    assertThat(read("segments").path("result_count").asInt()).isEqualTo(2);
  }

  @Test
  void subnets_can_change_places_in_one_body() {
    String body =
        """
        {'resource_type': 'ChildSegment', 'Segment': {'id': 's',
          'connectivity_path': '/infra/tier-1s/web', 'subnets': [{'gateway_address': '%s'}]}},
        {'resource_type': 'ChildSegment', 'Segment': {'id': 't',
          'connectivity_path': '/infra/tier-1s/web', 'subnets': [{'gateway_address': '%s'}]}}
        """;
    patchTree(body.formatted("10.0.0.1/24", "10.0.1.1/24"));
    patchTree(body.formatted("10.0.1.1/24", "10.0.0.1/24"));
    assertThat(read("segments/s").at("/subnets/0/network").asString()).isEqualTo("10.0.1.0/24");
  }

  @Test
  void a_gateway_is_a_host() {
    isInvalid(
        "/subnets/0/gateway_address",
        "segments/s",
        "{'subnets': [{'gateway_address': '10.0.0.0/24'}]}");
    isInvalid(
        "/subnets/0/gateway_address",
        "segments/s",
        "{'subnets': [{'gateway_address': '10.0.0.255/24'}]}");
    isInvalid(
        "/subnets/0/gateway_address",
        "segments/s",
        "{'subnets': [{'gateway_address': '10.0.0.1'}]}");
  }

  @Test
  void dhcp_stays_in_the_subnet() {
    String subnet = "{'subnets': [{'gateway_address': '10.0.0.1/24', %s}]}";
    patch("segments/s", subnet.formatted("'dhcp_ranges': ['10.0.0.10-10.0.0.20']"));
    conflicts(
        "/subnets/0/dhcp_ranges/0",
        "segments/s",
        subnet.formatted("'dhcp_ranges': ['10.0.0.250-10.0.1.5']"));
    conflicts(
        "/subnets/0/dhcp_config/server_address",
        "segments/s",
        subnet.formatted(
            "'dhcp_config': {'resource_type': 'SegmentDhcpV4Config',"
                + " 'server_address': '10.0.9.2/24'}"));
  }

  @Test
  void a_network_card_is_plugged_in_once() {
    patch("segments/s", "{}");
    patch("tier-1s/web/segments/t", "{}");
    patch("segments/s/ports/p", "{'attachment': {'id': 'card-1'}}");
    patch("segments/s/ports/p", "{'attachment': {'id': 'card-1'}, 'description': 'again'}");
    conflicts(
        "/attachment/id", "tier-1s/web/segments/t/ports/q", "{'attachment': {'id': 'card-1'}}");
    delete("segments/s/ports/p");
    patch("tier-1s/web/segments/t/ports/q", "{'attachment': {'id': 'card-1'}}");
  }

  @Test
  void a_child_names_its_parent_and_a_parent_itself() {
    patch("segments/s", "{}");
    misses("/attachment/context_id", "segments/s/ports/p", "{'attachment': {'type': 'CHILD'}}");
    misses("/attachment/id", "segments/s/ports/p", "{'attachment': {'type': 'PARENT'}}");
  }

  @Test
  void addresses_of_a_port_are_checked() {
    patch("segments/s", "{}");
    isInvalid(
        "/address_bindings/0/mac_address",
        "segments/s/ports/p",
        "{'address_bindings': [{'mac_address': 'nonsense'}]}");
  }

  @Test
  void a_segment_with_ports_cannot_be_deleted() {
    patch("segments/s", "{}");
    patch("segments/s/ports/p", "{}");
    refuses(Reason.IN_USE, "", () -> delete("segments/s"));
  }

  @Test
  void a_stretched_segment_says_so() {
    String stretched = "'l2_extension': {'tunnel_id': 5, 'l2vpn_paths': ['%s']}}";
    String session = "tier-1s/web/l2vpn-services/vpn";
    patch(session, "{}");
    refuses(
        Reason.INVALID_PATH,
        "l2vpn_paths",
        () -> patch("segments/s", "{" + stretched.formatted("/infra/" + session)));
    patch("segments/s", "{'l2_extension': {'tunnel_id': 5}}");
    assertThat(read("segments/s").path("type").asString()).isEqualTo("DISCONNECTED");
  }

  @Test
  void a_network_cannot_be_set() {
    patch("segments/s", "{'subnets': [{'network': '10.9.0.0/24'}]}");
    assertThat(read("segments/s").at("/subnets/0").has("network")).isFalse();
  }
}
