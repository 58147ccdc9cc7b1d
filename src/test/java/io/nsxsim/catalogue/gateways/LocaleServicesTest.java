package io.nsxsim.catalogue.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.TreeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Covers("LocaleServices")
class LocaleServicesTest extends TreeTest {

  private static final String TIER0 = "tier-0s/a/locale-services/default";
  private static final String TIER1 = "tier-1s/web/locale-services/default";

  @BeforeEach
  void gateways() {
    patch("tier-0s/a", "{}");
    patch("tier-1s/web", "{}");
  }

  @Test
  void a_tier0_takes_the_only_edge_cluster() {
    patch(TIER0, "{}");
    assertThat(read(TIER0).path("edge_cluster_path").asString()).isEqualTo(EDGES);
  }

  @Test
  void a_tier1_takes_no_edge_cluster_by_itself() {
    patch(TIER1, "{}");
    assertThat(read(TIER1).has("edge_cluster_path")).isFalse();
  }

  @Test
  void the_edge_cluster_stays_when_a_patch_leaves_it_out() {
    patch(TIER1, "{'edge_cluster_path': '" + EDGES + "'}");
    patch(TIER1, "{'description': 'changed'}");
    assertThat(read(TIER1).path("edge_cluster_path").asString()).isEqualTo(EDGES);
  }

  @Test
  void the_edge_cluster_goes_when_a_put_leaves_it_out() {
    patch(TIER1, "{'edge_cluster_path': '" + EDGES + "'}");
    put(TIER1, "{'_revision': 0}");
    assertThat(read(TIER1).has("edge_cluster_path")).isFalse();
  }

  @Test
  void redistribution_goes_when_a_patch_leaves_it_out() {
    patch(TIER0, "{'route_redistribution_config': {'bgp_enabled': true}}");
    patch(TIER0, "{}");
    assertThat(read(TIER0).has("route_redistribution_config")).isFalse();
  }

  @Test
  void a_tier1_may_say_what_it_redistributes() {
    patch(TIER1, "{'route_redistribution_config': {'bgp_enabled': true}}");
    assertThat(read(TIER1).has("route_redistribution_config")).isTrue();
  }

  @Test
  void an_active_active_tier0_has_no_virtual_address() {
    patch(TIER0, "{}");
    String loopback =
        "{'type': 'LOOPBACK', 'subnets': [{'ip_addresses': ['10.1.1.%d'], 'prefix_len': 32}]}";
    patch(TIER0 + "/interfaces/one", loopback.formatted(1));
    patch(TIER0 + "/interfaces/two", loopback.formatted(2));
    conflicts(
        "/ha_vip_configs",
        TIER0,
        """
        {'ha_vip_configs': [{
          'external_interface_paths': [
            '/infra/tier-0s/a/locale-services/default/interfaces/one',
            '/infra/tier-0s/a/locale-services/default/interfaces/two'],
          'vip_subnets': [{'ip_addresses': ['10.1.1.3'], 'prefix_len': 24}]}]}
        """);
  }
}
