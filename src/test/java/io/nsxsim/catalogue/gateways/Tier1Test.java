package io.nsxsim.catalogue.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.TreeTest;
import io.nsxsim.error.Reason;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Covers("Tier1")
class Tier1Test extends TreeTest {

  private static final String POLICY =
      "domains/default/gateway-policies/Policy_Default_Infra-tier1-web";

  @Test
  void a_distributed_tier1_has_no_ha_mode() {
    patch("tier-1s/web", "{'ha_mode': 'ACTIVE_STANDBY'}");
    assertThat(read("tier-1s/web").has("ha_mode")).isFalse();
  }

  @Test
  void an_edge_cluster_gives_a_tier1_its_ha_mode_without_a_new_revision() {
    patch("tier-1s/web", "{}");
    patch("tier-1s/web/locale-services/default", "{'edge_cluster_path': '" + EDGES + "'}");
    assertThat(read("tier-1s/web").path("ha_mode").asString()).isEqualTo("ACTIVE_STANDBY");
    assertThat(read("tier-1s/web").path("_revision").asInt()).isZero();
  }

  @Test
  void a_tier1_loses_its_ha_mode_with_its_edge_cluster() {
    patch("tier-1s/web", "{}");
    patch("tier-1s/web/locale-services/default", "{'edge_cluster_path': '" + EDGES + "'}");
    delete("tier-1s/web/locale-services/default");
    assertThat(read("tier-1s/web").has("ha_mode")).isFalse();
  }

  @Test
  void a_tier1_keeps_the_mode_it_was_given_when_its_edge_cluster_comes() {
    patch("tier-1s/web", "{'ha_mode': 'ACTIVE_ACTIVE'}");
    patch("tier-1s/web/locale-services/default", "{'edge_cluster_path': '" + EDGES + "'}");
    assertThat(read("tier-1s/web").path("ha_mode").asString()).isEqualTo("ACTIVE_ACTIVE");
  }

  @Test
  void a_tier1_comes_with_four_nat_sections() {
    patch("tier-1s/web", "{}");
    assertThat(read("tier-1s/web/nat").path("results"))
        .extracting(section -> section.path("nat_type").asString())
        .containsExactlyInAnyOrder("INTERNAL", "USER", "DEFAULT", "NAT64");
  }

  @Test
  void a_tier1_comes_with_a_policy_of_one_rule() {
    patch("tier-1s/web", "{}");
    JsonNode policy = read(POLICY);
    assertThat(policy.path("category").asString()).isEqualTo("Default");
    assertThat(policy.path("is_default").asBoolean()).isTrue();
    JsonNode rule = policy.path("rules").path(0);
    assertThat(rule.path("action").asString()).isEqualTo("ALLOW");
    assertThat(rule.path("is_default").asBoolean()).isTrue();
    assertThat(rule.path("rule_id").asLong()).isGreaterThanOrEqualTo(1000);
    assertThat(rule.path("scope").path(0).asString()).isEqualTo("/infra/tier-1s/web");
  }

  @Test
  void a_tier1_that_forces_allow_lists_drops_by_default() {
    patch("tier-1s/web", "{'force_whitelisting': true, 'default_rule_logging': true}");
    assertThat(read(POLICY).path("rules").path(0).path("action").asString()).isEqualTo("DROP");
    assertThat(read(POLICY).path("rules").path(0).path("logged").asBoolean()).isTrue();
  }

  @Test
  void a_tier1_takes_its_policy_and_sections_with_it() {
    patch("tier-1s/web", "{}");
    delete("tier-1s/web");
    refuses(Reason.NOT_FOUND, "", () -> read(POLICY));
    assertThat(read("tier-1s/web/nat").path("result_count").asInt()).isZero();
  }

  @Test
  void clients_cannot_delete_the_default_policy() {
    patch("tier-1s/web", "{}");
    refuses(Reason.SYSTEM_OWNED, "", () -> delete(POLICY));
  }

  @Test
  void a_tier1_with_nat_rules_cannot_be_deleted() {
    patch("tier-1s/web", "{}");
    patch(
        "tier-1s/web/nat/USER/nat-rules/out",
        "{'action': 'SNAT', 'source_network': '10.0.0.0/24', 'translated_network': '80.0.0.1'}");
    refuses(Reason.IN_USE, "", () -> delete("tier-1s/web"));
  }

  @Test
  void a_tier1_needs_an_existing_tier0() {
    refuses(
        Reason.INVALID_PATH,
        "tier0_path",
        () -> patch("tier-1s/web", "{'tier0_path': '/infra/tier-0s/none'}"));
    refuses(
        Reason.INVALID_PATH, "/tier0_path", () -> patch("tier-1s/web", "{'tier0_path': 'none'}"));
  }

  @Test
  void an_empty_tier0_path_is_none() {
    patch("tier-1s/web", "{'tier0_path': ''}");
    assertThat(read("tier-1s/web").path("_revision").asInt()).isZero();
  }
}
