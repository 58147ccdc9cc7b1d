package io.nsxsim.catalogue.nat;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.TreeTest;
import io.nsxsim.error.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Covers("PolicyNatRule")
class NatRulesTest extends TreeTest {

  private static final String RULE = "tier-1s/web/nat/USER/nat-rules/r";
  private static final String SNAT =
      "{'action': 'SNAT', 'source_network': '10.0.0.0/24', 'translated_network': '80.0.0.1'}";

  @BeforeEach
  void gateway() {
    patch("tier-1s/web", "{}");
  }

  @Test
  void a_tier1_without_an_edge_cluster_takes_nat_rules() {
    patch(RULE, SNAT);
    assertThat(read(RULE).path("firewall_match").asString()).isEqualTo("MATCH_INTERNAL_ADDRESS");
    assertThat(read(RULE).path("enabled").asBoolean()).isTrue();
    assertThat(read(RULE).path("sequence_number").asInt(-1)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "USER, SNAT, translated_network, source_network",
    "USER, DNAT, destination_network, translated_network",
    "USER, DNAT, translated_network, destination_network",
    "USER, REFLEXIVE, source_network, translated_network",
    "USER, REFLEXIVE, translated_network, source_network",
    "USER, NO_DNAT, destination_network, source_network",
    "NAT64, NAT64, translated_network, source_network"
  })
  void an_action_needs_its_networks(String section, String action, String missing, String given) {
    misses(
        "/" + missing,
        "tier-1s/web/nat/" + section + "/nat-rules/r",
        "{'action': '" + action + "', '" + given + "': '10.0.0.1'}");
  }

  @Test
  void an_exemption_translates_nothing() {
    conflicts(
        "/translated_network",
        RULE,
        "{'action': 'NO_SNAT', 'source_network': '10.0.0.1', 'translated_network': '80.0.0.1'}");
  }

  @Test
  void an_empty_translation_is_none() {
    patch(RULE, "{'action': 'NO_SNAT', 'source_network': '10.0.0.1', 'translated_network': ''}");
    assertThat(read(RULE).path("action").asString()).isEqualTo("NO_SNAT");
  }

  @Test
  void a_network_is_an_address_or_a_list() {
    patch(RULE, SNAT.replace("10.0.0.0/24", "10.0.0.0/24,10.0.1.7"));
    isInvalid("/source_network", RULE, SNAT.replace("10.0.0.0/24", "web"));
  }

  @Test
  void a_reflexive_rule_maps_one_to_one() {
    String rule =
        "{'action': 'REFLEXIVE', 'source_network': '10.0.0.0/24', 'translated_network': '%s'}";
    patch(RULE, rule.formatted("80.0.0.0/24"));
    conflicts("/translated_network", RULE, rule.formatted("80.0.0.0/25"));
  }

  @Test
  void nat64_has_a_section_of_its_own() {
    conflicts(
        "/action",
        RULE,
        "{'action': 'NAT64', 'source_network': '2001:db8::/96', 'translated_network': '80.0.0.1'}");
    conflicts("/action", "tier-1s/web/nat/NAT64/nat-rules/r", SNAT);
  }

  @Test
  void a_section_that_is_none_is_refused() {
    refuses(Reason.INVALID_PATH, "", () -> patch("tier-1s/web/nat/MINE/nat-rules/r", SNAT));
  }

  @Test
  void the_small_sections_end_at_1023() {
    String rule = SNAT.replace("{", "{'sequence_number': 1024, ");
    patch(RULE, rule);
    isInvalid("/sequence_number", "tier-1s/web/nat/DEFAULT/nat-rules/r", rule);
  }

  @Test
  void an_active_active_tier0_translates_without_state() {
    patch("tier-0s/a", "{}");
    conflicts("/action", "tier-0s/a/nat/USER/nat-rules/r", SNAT);
    patch("tier-0s/a/nat/USER/nat-rules/r", SNAT.replace("0/24", "1").replace("SNAT", "REFLEXIVE"));
    patch("tier-0s/b", "{'ha_mode': 'ACTIVE_STANDBY'}");
    patch("tier-0s/b/nat/USER/nat-rules/r", SNAT);
  }

  @Test
  void a_destination_is_no_address_of_the_gateways_segments() {
    patch(
        "segments/s",
        "{'connectivity_path': '/infra/tier-1s/web',"
            + " 'subnets': [{'gateway_address': '10.200.10.1/24'}]}");
    String rule =
        "{'action': 'DNAT', 'destination_network': '%s', 'translated_network': '10.200.10.30'}";
    patch(RULE, rule.formatted("80.0.0.30"));
    conflicts("/destination_network", RULE, rule.formatted("10.200.10.30"));
  }

  @Test
  void a_service_exists() {
    patch(RULE, SNAT.replace("{", "{'service': '/infra/services/HTTP', "));
    refuses(
        Reason.INVALID_PATH,
        "service",
        () -> patch(RULE, SNAT.replace("{", "{'service': '/infra/services/none', ")));
  }

  @Test
  void a_section_keeps_its_type_when_a_client_writes_through_it() {
    patchTree(
        """
        {'resource_type': 'ChildTier1', 'Tier1': {'id': 'web', 'children': [
          {'resource_type': 'ChildPolicyNat', 'PolicyNat': {'id': 'USER', 'children': []}}]}}
        """);
    assertThat(read("tier-1s/web/nat").path("results"))
        .extracting(section -> section.path("nat_type").asString())
        .contains("USER");
  }
}
