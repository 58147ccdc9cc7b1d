package io.nsxsim.catalogue.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.TreeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Covers({
  "IdsSecurityPolicy",
  "IdsGatewayPolicy",
  "IdsRule",
  "IdsProfile",
  "IdsSettings",
  "IdsClusterConfig"
})
class IntrusionTest extends TreeTest {

  private static final String SERVICES = "settings/firewall/security/intrusion-services";
  private static final String PROFILE = SERVICES + "/profiles/p";
  private static final String POLICY = "domains/default/intrusion-service-policies/d";
  private static final String GATEWAY_POLICY =
      "domains/default/intrusion-service-gateway-policies/g";

  @BeforeEach
  void profile() {
    patch(PROFILE, "{'profile_severity': ['CRITICAL']}");
  }

  private static String rule(String more) {
    return "{'ids_profiles': ['/infra/" + PROFILE + "']" + more + "}";
  }

  @Test
  void a_policy_is_for_threats_everywhere() {
    fills(
        POLICY,
        "{}",
        "{'category': 'ThreatRules', 'stateful': true, 'locked': false, 'sequence_number': 0,"
            + " 'is_default': false, 'scope': ['ANY']}");
    fills(
        GATEWAY_POLICY,
        "{}",
        "{'category': 'LocalGatewayRules', 'stateful': true, 'locked': false}");
    isInvalid("/sequence_number", POLICY, "{'sequence_number': -1}");
    leadsAstray("scope", GATEWAY_POLICY, "{'scope': ['/infra/tier-1s/none']}");
  }

  @Test
  void a_rule_detects_and_has_a_number() {
    patch(POLICY, "{}");
    fills(
        POLICY + "/rules/r",
        rule(""),
        "{'action': 'DETECT', 'direction': 'IN_OUT', 'ip_protocol': 'IPV4_IPV6',"
            + " 'source_groups': ['ANY'], 'destination_groups': ['ANY'], 'services': ['ANY'],"
            + " 'scope': ['ANY'], 'logged': false, 'disabled': false,"
            + " 'sources_excluded': false, 'destinations_excluded': false}");
    assertThat(read(POLICY + "/rules/r").path("rule_id").asLong()).isGreaterThan(0);
  }

  @Test
  void a_rule_says_what_it_means() {
    patch(POLICY, "{}");
    isInvalid("/action", POLICY + "/rules/r", rule(", 'action': 'ALLOW'"));
    leadsAstray("ids_profiles", POLICY + "/rules/r", rule("").replace("/p'", "/none'"));
    leadsAstray(
        "source_groups",
        POLICY + "/rules/r",
        rule(", 'source_groups': ['/infra/domains/default/groups/none']"));
    conflicts(
        "/services", POLICY + "/rules/r", rule(", 'services': ['ANY', '/infra/services/HTTP']"));
  }

  @Test
  void a_profile_in_use_stays() {
    patch(GATEWAY_POLICY, "{}");
    patch(GATEWAY_POLICY + "/rules/r", rule(""));
    isInUse(PROFILE);
    delete(GATEWAY_POLICY);
    delete(PROFILE);
  }

  @Test
  void a_policy_shows_its_rules() {
    patch(POLICY, "{'rules': [" + rule(", 'id': 'r'") + "]}");
    assertThat(read(POLICY).at("/rules/0/id").asString()).isEqualTo("r");
  }

  @Test
  void a_profile_takes_the_signatures_of_the_system() {
    fills(
        PROFILE,
        "{'overridden_signatures': [{'signature_id': '1'}]}",
        "{'include_system_signatures': true, 'include_custom_signatures': false}");
    assertThat(read(PROFILE).at("/overridden_signatures/0/action").asString()).isEqualTo("ALERT");
    misses("/overridden_signatures/0/signature_id", PROFILE, "{'overridden_signatures': [{}]}");
    conflicts(
        "/overridden_signatures/1/signature_id",
        PROFILE,
        "{'overridden_signatures': [{'signature_id': '1'}, {'signature_id': '1'}]}");
    isInvalid("/profile_severity/0", PROFILE, "{'profile_severity': ['BAD']}");
  }

  @Test
  void conditions_and_conjunctions_take_turns() {
    String condition =
        "{'resource_type': 'IdsProfileFilterCriteria', 'filter_name': 'CVSS',"
            + " 'filter_value': ['HIGH']}";
    String and = "{'resource_type': 'IdsProfileConjunctionOperator'}";
    patch(PROFILE, "{'criteria': [" + condition + ", " + and + ", " + condition + "]}");
    assertThat(read(PROFILE).at("/criteria/1/operator").asString()).isEqualTo("AND");
    conflicts("/criteria/1", PROFILE, "{'criteria': [" + condition + ", " + condition + "]}");
    conflicts("/criteria/1", PROFILE, "{'criteria': [" + condition + ", " + and + "]}");
    conflicts("/criteria/0", PROFILE, "{'criteria': [" + and + "]}");
    misses(
        "/criteria/0/filter_value",
        PROFILE,
        "{'criteria': [" + condition.replace("value", "x") + "]}");
  }

  @Test
  void settings_are_there() {
    shows(
        SERVICES,
        "{'auto_update': false, 'ids_events_to_syslog': false, 'oversubscription': 'BYPASSED'}");
    isInvalid("/oversubscription", SERVICES, "{'oversubscription': 'IGNORED'}");
  }

  @Test
  void a_cluster_has_detection_on_or_off() {
    String path = SERVICES + "/cluster-configs/c";
    misses("/ids_enabled", path, "{'cluster': {'target_id': 'c'}}");
    misses("/cluster", path, "{'ids_enabled': true}");
    fills(
        path,
        "{'ids_enabled': true, 'cluster': {'target_id': 'c', 'target_type': 'VC_Cluster'}}",
        "{'ids_enabled': true, 'resource_type': 'IdsClusterConfig'}");
  }
}
