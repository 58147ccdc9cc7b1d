package io.nsxsim.catalogue.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.TreeTest;
import io.nsxsim.error.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Covers({"SecurityPolicy", "GatewayPolicy", "Rule"})
class FirewallTest extends TreeTest {

  private static final String POLICY = "domains/default/security-policies/p";
  private static final String GATEWAY_POLICY = "domains/default/gateway-policies/p";

  private static String rule(String fields) {
    return "{'rules': [{'id': 'r', 'action': 'ALLOW', " + fields + "}]}";
  }

  @Test
  void policies_have_categories_of_their_own() {
    patch(POLICY, "{}");
    patch(GATEWAY_POLICY, "{}");
    assertThat(read(POLICY).path("category").asString()).isEqualTo("Application");
    assertThat(read(GATEWAY_POLICY).path("category").asString()).isEqualTo("LocalGatewayRules");
  }

  @ParameterizedTest
  @CsvSource({
    "security-policies, LocalGatewayRules",
    "security-policies, Anything",
    "gateway-policies, Application",
    "gateway-policies, Default"
  })
  void a_category_is_refused(String collection, String category) {
    isInvalid(
        "/category", "domains/default/" + collection + "/p", "{'category': '" + category + "'}");
  }

  @ParameterizedTest
  @ValueSource(strings = {POLICY, GATEWAY_POLICY, "drafts/d"})
  void who_locks_is_written_down_until_somebody_unlocks(String policy) {
    patch(policy, "{'display_name': 'p'}");
    assertThat(read(policy).has("lock_modified_by")).isFalse();
    patch(policy, "{'locked': true, 'lock_modified_by': 'nobody'}");
    JsonNode locked = read(policy);
    assertThat(locked.path("lock_modified_by")).isEqualTo(locked.path("_last_modified_user"));
    assertThat(locked.path("lock_modified_time")).isEqualTo(locked.path("_last_modified_time"));
    patch(policy, "{'locked': true, 'description': 'still locked'}");
    assertThat(read(policy).path("lock_modified_time"))
        .isEqualTo(locked.path("lock_modified_time"));
    patch(policy, "{'locked': false}");
    JsonNode open = read(policy);
    assertThat(open.path("lock_modified_time")).isEqualTo(open.path("_last_modified_time"));
  }

  @Test
  void a_rule_gets_a_number_once() {
    patch(POLICY, rule("'logged': false"));
    long number = read(POLICY).at("/rules/0/rule_id").asLong();
    patch(POLICY, rule("'logged': true"));
    JsonNode rule = read(POLICY).at("/rules/0");
    assertThat(number).isGreaterThanOrEqualTo(1000);
    assertThat(rule.path("rule_id").asLong()).isEqualTo(number);
    assertThat(rule.path("logged").asBoolean()).isTrue();
  }

  @Test
  void rules_have_different_numbers() {
    patch(POLICY, "{'rules': [{'id': 'a', 'action': 'ALLOW'}, {'id': 'b', 'action': 'DROP'}]}");
    assertThat(read(POLICY).at("/rules/0/rule_id"))
        .isNotEqualTo(read(POLICY).at("/rules/1/rule_id"));
  }

  @Test
  void a_rule_matches_everything_by_itself() {
    patch(POLICY, rule("'logged': false"));
    JsonNode rule = read(POLICY + "/rules/r");
    for (String field : new String[] {"source_groups", "destination_groups", "services"}) {
      assertThat(rule.path(field).path(0).asString()).isEqualTo("ANY");
    }
    assertThat(rule.path("direction").asString()).isEqualTo("IN_OUT");
    assertThat(rule.path("ip_protocol").asString()).isEqualTo("IPV4_IPV6");
  }

  @Test
  void a_rule_names_groups_and_addresses() {
    patch("domains/default/groups/g", "{}");
    patch(
        POLICY,
        rule(
            "'source_groups': ['/infra/domains/default/groups/g', '10.0.0.0/8', '10.1.1.1-10.1.1.9'],"
                + " 'destination_groups': ['any'], 'services': ['/infra/services/HTTP']"));
    refuses(Reason.IN_USE, "", () -> delete("domains/default/groups/g"));
  }

  @Test
  void groups_and_services_of_a_rule_exist() {
    refuses(
        Reason.INVALID_PATH,
        "source_groups",
        () -> patch(POLICY, rule("'source_groups': ['/infra/domains/default/groups/none']")));
    refuses(
        Reason.INVALID_PATH,
        "/destination_groups/0",
        () -> patch(POLICY, rule("'destination_groups': ['nonsense']")));
    refuses(
        Reason.INVALID_PATH, "/services/0", () -> patch(POLICY, rule("'services': ['10.0.0.1']")));
  }

  @Test
  void any_stands_alone() {
    refuses(
        Reason.CONFLICTING_VALUES,
        "/source_groups",
        () -> patch(POLICY, rule("'source_groups': ['ANY', '10.0.0.1']")));
    refuses(
        Reason.CONFLICTING_VALUES,
        "/services",
        () -> patch(POLICY, rule("'services': ['/infra/services/HTTP', 'any']")));
  }

  @Test
  void only_environment_rules_jump() {
    String jump = "'rules': [{'id': 'r', 'action': 'JUMP_TO_APPLICATION'}]}";
    patch(POLICY, "{'category': 'Environment', " + jump);
    refuses(
        Reason.CONFLICTING_VALUES,
        "/action",
        () -> patch("domains/default/security-policies/q", "{" + jump));
  }

  @Test
  void layer_2_rules_keep_no_state_and_reject_nothing() {
    patch(POLICY, "{'category': 'Ethernet', 'rules': [{'id': 'r', 'action': 'DROP'}]}");
    assertThat(read(POLICY).path("stateful").asBoolean(true)).isFalse();
    assertThat(read(POLICY + "/rules/r").has("ip_protocol")).isFalse();
    conflicts("/action", POLICY + "/rules/r", "{'action': 'REJECT'}");
  }

  @Test
  void a_gateway_rule_names_its_gateways() {
    patch("tier-1s/web", "{}");
    refuses(Reason.MISSING_FIELD, "/scope", () -> patch(GATEWAY_POLICY, rule("'logged': false")));
    patch(GATEWAY_POLICY, rule("'scope': ['/infra/tier-1s/web']"));
    refuses(Reason.IN_USE, "", () -> delete("tier-1s/web"));
  }

  @Test
  void a_scope_exists() {
    refuses(
        Reason.INVALID_PATH,
        "scope",
        () -> patch(GATEWAY_POLICY, rule("'scope': ['/infra/tier-1s/none']")));
  }

  @Test
  void the_default_rule_can_be_changed_but_not_deleted() {
    patch("tier-1s/web", "{}");
    String policy = "domains/default/gateway-policies/Policy_Default_Infra-tier1-web";
    String number = read(policy + "/rules/default_rule").path("rule_id").asString();
    patch(policy + "/rules/default_rule", "{'action': 'DROP', 'scope': ['/infra/tier-1s/web']}");
    JsonNode rule = read(policy + "/rules/default_rule");
    assertThat(rule.path("action").asString()).isEqualTo("DROP");
    assertThat(rule.path("is_default").asBoolean()).isTrue();
    assertThat(rule.path("rule_id").asString()).isEqualTo(number);
    refuses(Reason.SYSTEM_OWNED, "", () -> delete(policy + "/rules/default_rule"));
  }

  @Test
  void a_default_policy_can_be_sent_back() {
    patch("tier-1s/web", "{}");
    String policy = "domains/default/gateway-policies/Policy_Default_Infra-tier1-web";
    patch(policy, "{'category': 'Default', 'is_default': true, 'description': 'changed'}");
    assertThat(read(policy).path("is_default").asBoolean()).isTrue();
    assertThat(read(policy).path("rules").size()).isEqualTo(1);
  }

  @Test
  void a_connectivity_preference_needs_a_scope() {
    misses("/scope", POLICY, "{'connectivity_preference': 'ALLOWLIST'}");
    patch("domains/default/groups/g", "{}");
    patch(
        POLICY,
        "{'connectivity_preference': 'ALLOWLIST', 'scope': ['/infra/domains/default/groups/g']}");
  }

  @Test
  void a_patch_adds_rules_and_a_put_says_that_there_are_no_others() {
    patch(POLICY, "{'rules': [{'id': 'a', 'action': 'ALLOW'}]}");
    patch(POLICY, "{'rules': [{'id': 'b', 'action': 'ALLOW'}]}");
    assertThat(read(POLICY).path("rules").size()).isEqualTo(2);
    put(POLICY, "{'_revision': 0, 'rules': [{'id': 'b', 'action': 'ALLOW', '_revision': 0}]}");
    assertThat(read(POLICY).path("rules").size()).isEqualTo(1);
  }

  @Test
  void rules_are_shown_in_the_order_in_which_they_apply() {
    patch(
        POLICY,
        "{'rules': [{'id': 'a', 'action': 'DROP', 'sequence_number': 20},"
            + " {'id': 'b', 'action': 'ALLOW', 'sequence_number': 10}]}");
    assertThat(read(POLICY).path("rules"))
        .extracting(rule -> rule.path("id").asString())
        .containsExactly("b", "a");
  }

  @Test
  void rules_of_other_firewalls_are_numbered_too() {
    patch(
        "domains/default/intrusion-service-policies/p",
        "{'rules': [{'id': 'r', 'action': 'DETECT'}]}");
    assertThat(read("domains/default/intrusion-service-policies/p").at("/rules/0/rule_id").asLong())
        .isGreaterThanOrEqualTo(1000);
  }

  @Test
  void a_number_cannot_be_set() {
    patch(POLICY, rule("'rule_id': 5, 'is_default': true"));
    assertThat(read(POLICY).at("/rules/0/rule_id").asLong()).isNotEqualTo(5);
    assertThat(read(POLICY).at("/rules/0/is_default").asBoolean(false)).isFalse();
  }

  @Test
  void rules_of_a_body_are_a_list_of_objects() {
    isInvalid("/rules", POLICY, "{'rules': {'id': 'r', 'action': 'ALLOW'}}");
    isInvalid("/rules/1", POLICY, "{'rules': [{'id': 'r', 'action': 'ALLOW'}, 'x']}");
  }

  @Test
  void a_rule_in_a_body_needs_an_id_that_a_path_can_hold() {
    refuses(
        Reason.ILLEGAL_ID,
        "/rules/0/id",
        () -> patch(POLICY, "{'rules': [{'id': 'a/b', 'action': 'ALLOW'}]}"));
  }
}
