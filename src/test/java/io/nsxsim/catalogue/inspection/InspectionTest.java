package io.nsxsim.catalogue.inspection;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.TreeTest;
import org.junit.jupiter.api.Test;

@Covers({
  "L7AccessProfile",
  "L7AccessEntry",
  "DnsSecurityProfile",
  "DnsSecurityProfileBindingMap",
  "TlsPolicy",
  "TlsRule",
  "TlsProfile",
  "SecurityFeatures",
  "Tier0SecurityFeatures",
  "DfwFirewallConfiguration",
  "PolicyDraft"
})
class InspectionTest extends TreeTest {

  private static final String PROFILE = "l7-access-profiles/p";
  private static final String ENTRY = PROFILE + "/entries/e";
  private static final String DNS = "dns-security-profiles/d";
  private static final String TLS = "tls-inspection-policies/t";

  @Test
  void access_has_an_action_for_the_rest() {
    misses("/default_action", PROFILE, "{}");
    isInvalid("/default_action", PROFILE, "{'default_action': 'DROP'}");
    fills(PROFILE, "{'default_action': 'ALLOW'}", "{'default_action_logged': false}");
  }

  @Test
  void an_entry_says_what_it_is_about() {
    patch(PROFILE, "{'default_action': 'ALLOW'}");
    misses("/action", ENTRY, "{}");
    misses("/attributes/0/value", ENTRY, "{'action': 'ALLOW', 'attributes': [{'key': 'APP_ID'}]}");
    isInvalid(
        "/attributes/0/key",
        ENTRY,
        "{'action': 'ALLOW', 'attributes': [{'key': 'COLOUR', 'value': ['red']}]}");
    fills(
        ENTRY,
        "{'action': 'REJECT', 'attributes': [{'key': 'APP_ID', 'value': ['SSL']}]}",
        "{'logged': false, 'disabled': false, 'sequence_number': 0,"
            + " 'attributes': [{'key': 'APP_ID', 'value': ['SSL'], 'datatype': 'STRING'}]}");
  }

  @Test
  void a_word_that_is_left_empty_is_unset() {
    patch(PROFILE, "{'default_action': 'ALLOW'}");
    patch(
        ENTRY,
        "{'action': 'ALLOW', 'attributes':"
            + " [{'key': 'APP_ID', 'value': ['SSL'], 'attribute_source': ''}]}");
  }

  @Test
  void answers_of_dns_are_kept_for_an_hour_or_for_ever() {
    patch(DNS, "{'ttl': 0}");
    isInvalid("/ttl", DNS, "{'ttl': 3599}");
    isInvalid("/ttl", DNS, "{'ttl': 864001}");
    fills(DNS, "{'ttl': 3600}", "{'ttl': 3600, 'resource_type': 'DnsSecurityProfile'}");
  }

  @Test
  void a_group_is_bound_to_dns_security() {
    String map = "domains/default/groups/g/dns-security-profile-binding-maps/b";
    patch("domains/default/groups/g", "{}");
    patch(DNS, "{}");
    misses("/profile_path", map, "{}");
    leadsAstray("profile_path", map, "{'profile_path': '/infra/domains/default'}");
    isInvalid(
        "/sequence_number",
        map,
        "{'profile_path': '/infra/" + DNS + "', 'sequence_number': 100000}");
    fills(map, "{'profile_path': '/infra/" + DNS + "'}", "{'id': 'b'}");
    isInUse(DNS);
  }

  @Test
  void tls_is_inspected_by_rules() {
    fills(TLS, "{}", "{'stateful': true, 'locked': false, 'sequence_number': 0}");
    fills(
        TLS + "/rules/r",
        "{}",
        "{'source_groups': ['ANY'], 'destination_groups': ['ANY'], 'services': ['ANY'],"
            + " 'direction': 'IN_OUT', 'logged': false, 'disabled': false}");
    isInvalid("/sequence_number", TLS, "{'sequence_number': -1}");
    isInvalid("/direction", TLS + "/rules/r", "{'direction': 'UP'}");
    conflicts("/source_groups", TLS + "/rules/r", "{'source_groups': ['ANY', '10.0.0.0/8']}");
  }

  @Test
  void an_action_profile_looks_outwards_or_inwards() {
    String path = "tls-inspection-action-profiles/p";
    misses("/resource_type", path, "{}");
    String profile = "{'resource_type': 'TlsInspectionExternalProfile'%s}";
    fills(
        path,
        profile.formatted(""),
        "{'idle_connection_timeout': 5400, 'ocsp_must_staple': false,"
            + " 'tls_config_setting': 'BALANCED'}");
    isInvalid(
        "/idle_connection_timeout", path, profile.formatted(", 'idle_connection_timeout': 0"));
    leadsAstray("crls", path, profile.formatted(", 'crls': ['/infra/crls/none']"));
  }

  @Test
  void gateways_inspect_nothing_at_first() {
    patch("tier-0s/wan", "{'ha_mode': 'ACTIVE_STANDBY'}");
    patch("tier-1s/web", "{}");
    shows(
        "tier-0s/wan/security-config",
        "{'features': [{'feature': 'IDPS', 'enable': false},"
            + " {'feature': 'IDFW', 'enable': false}]}");
    shows(
        "tier-1s/web/security-config",
        "{'features': [{'feature': 'IDPS', 'enable': false}, {'feature': 'TLS', 'enable': false},"
            + " {'feature': 'IDFW', 'enable': false},"
            + " {'feature': 'MALWAREPREVENTION', 'enable': false}]}");
    isInvalid(
        "/features/0/feature",
        "tier-0s/wan/security-config",
        "{'features': [{'feature': 'TLS', 'enable': true}]}");
    for (String gateway : new String[] {"tier-0s/wan", "tier-1s/web"}) {
      misses(
          "/features/0/enable",
          gateway + "/security-config",
          "{'features': [{'feature': 'IDPS'}]}");
      isInvalid(
          "/features/0/feature",
          gateway + "/security-config",
          "{'features': [{'feature': 'MAGIC', 'enable': true}]}");
    }
  }

  @Test
  void the_distributed_firewall_is_on() {
    String path = "settings/firewall/security";
    shows(
        path,
        "{'enable_firewall': true, 'disable_auto_drafts': false, 'idfw_enabled': false,"
            + " 'global_addrset_mode_enabled': true}");
    isInvalid("/enable_firewall", path, "{'enable_firewall': 'partly'}");
  }

  @Test
  void a_draft_is_open() {
    fills("drafts/d", "{}", "{'locked': false, 'is_auto_draft': false}");
    isInvalid("/locked", "drafts/d", "{'locked': 'partly'}");
  }
}
