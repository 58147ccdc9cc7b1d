package io.nsxsim.catalogue.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.TreeTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Covers("Tier0")
class Tier0Test extends TreeTest {

  private static final String BGP = "tier-0s/a/locale-services/default/bgp";

  @Test
  void the_internal_transit_subnet_depends_on_the_mode() {
    patch("tier-0s/a", "{}");
    patch("tier-0s/s", "{'ha_mode': 'ACTIVE_STANDBY'}");
    assertThat(transitOf("a")).isEqualTo("169.254.0.0/24");
    assertThat(transitOf("s")).isEqualTo("169.254.0.0/28");
  }

  private String transitOf(String id) {
    return read("tier-0s/" + id).path("internal_transit_subnets").path(0).asString();
  }

  @Test
  void a_tier0_comes_with_nat_sections_and_a_policy() {
    patch("tier-0s/a", "{}");
    assertThat(read("tier-0s/a/nat").path("result_count").asInt()).isEqualTo(4);
    assertThat(
            read("domains/default/gateway-policies/Policy_Default_Infra-tier0-a")
                .path("rules")
                .path(0)
                .path("scope")
                .path(0)
                .asString())
        .isEqualTo("/infra/tier-0s/a");
  }

  @Test
  void a_locale_service_comes_with_bgp() {
    patch("tier-0s/a", "{}");
    patch("tier-0s/a/locale-services/default", "{}");
    JsonNode bgp = read(BGP);
    assertThat(bgp.path("local_as_num").asString()).isEqualTo("65000");
    assertThat(bgp.path("inter_sr_ibgp").asBoolean()).isTrue();
    assertThat(bgp.path("graceful_restart_config").path("mode").asString())
        .isEqualTo("HELPER_ONLY");
  }

  @Test
  void service_routers_peer_only_when_all_are_active() {
    patch("tier-0s/a", "{'ha_mode': 'ACTIVE_STANDBY'}");
    patch("tier-0s/a/locale-services/default", "{}");
    assertThat(read(BGP).path("inter_sr_ibgp").asBoolean(true)).isFalse();
    patch("tier-0s/a", "{'ha_mode': 'ACTIVE_ACTIVE'}");
    assertThat(read(BGP).path("inter_sr_ibgp").asBoolean()).isTrue();
  }

  @Test
  void a_switched_off_peering_of_service_routers_stays_off() {
    patch("tier-0s/a", "{}");
    patch("tier-0s/a/locale-services/default", "{}");
    patch(BGP, "{'inter_sr_ibgp': false}");
    patch("tier-0s/a", "{'description': 'changed'}");
    assertThat(read(BGP).path("inter_sr_ibgp").asBoolean(true)).isFalse();
  }

  @Test
  void a_vrf_inherits_from_its_tier0() {
    patch("tier-0s/a", "{'ha_mode': 'ACTIVE_STANDBY', 'transit_subnets': ['100.80.0.0/16']}");
    patch("tier-0s/vrf", "{'vrf_config': {'tier0_path': '/infra/tier-0s/a'}}");
    assertThat(read("tier-0s/vrf").path("ha_mode").asString()).isEqualTo("ACTIVE_STANDBY");
    assertThat(read("tier-0s/vrf").path("transit_subnets").path(0).asString())
        .isEqualTo("100.80.0.0/16");
  }

  @Test
  void a_vrf_follows_its_tier0_whatever_the_order_in_a_body() {
    patchTree(
        """
        {'resource_type': 'ChildTier0', 'Tier0':
          {'id': 'vrf', 'vrf_config': {'tier0_path': '/infra/tier-0s/a'}}},
        {'resource_type': 'ChildTier0', 'Tier0': {'id': 'a', 'ha_mode': 'ACTIVE_STANDBY'}}
        """);
    assertThat(read("tier-0s/vrf").path("ha_mode").asString()).isEqualTo("ACTIVE_STANDBY");
  }

  @Test
  void a_vrf_of_a_vrf_is_refused() {
    patch("tier-0s/a", "{}");
    patch("tier-0s/vrf", "{'vrf_config': {'tier0_path': '/infra/tier-0s/a'}}");
    conflicts(
        "/vrf_config/tier0_path",
        "tier-0s/inner",
        "{'vrf_config': {'tier0_path': '/infra/tier-0s/vrf'}}");
  }

  @Test
  void a_vrf_takes_what_older_clients_say_of_its_route_targets() {
    patch("tier-0s/a", "{}");
    patch(
        "tier-0s/vrf",
        """
        {'vrf_config': {'tier0_path': '/infra/tier-0s/a', 'route_targets': [{
          'resource_type': 'VrfRouteTargets', 'id': 'x', 'description': '', 'tags': null,
          'import_route_targets': ['65000:1'], 'export_route_targets': ['65000:1']}]}}
        """);
    assertThat(read("tier-0s/vrf").at("/vrf_config/route_targets/0/id").asString()).isEqualTo("x");
  }
}
