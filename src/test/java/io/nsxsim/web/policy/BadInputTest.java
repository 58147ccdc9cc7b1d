package io.nsxsim.web.policy;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input is refused with NSX's error body and changes nothing. */
class BadInputTest extends PolicyHttpTest {

  private static final String WEB = "/tier-1s/web";

  @AfterEach
  void nothing_has_changed() {
    get("/tier-1s").statusCode(200).body("result_count", equalTo(0));
    get("/segments").statusCode(200).body("result_count", equalTo(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{'a':", "[]", "'text'", "5", "null", "{} {}"})
  void a_body_is_one_json_object(String body) {
    isRefused(patched(WEB, body), 400, 220, "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'description': 'a\\u0000b'}",
        "{'tags': [{'scope': 'x', 'tag': '\\u0000'}]}",
        "{'tier0_path': '/infra/tier-0s/\\u0000'}",
        "{'\\u0000': 1}"
      })
  void no_text_has_a_nul_character(String body) {
    isRefused(patched(WEB, body), 400, 255, "");
    isRefused(replaced(WEB, body), 400, 255, "");
  }

  @Test
  void an_address_has_no_nul_character() {
    patched("/tier-1s/a%00b", "{}").statusCode(400);
    get("/tier-1s/a%00b").statusCode(400);
    get("/tier-1s?cursor=a%00b").statusCode(400);
  }

  @Test
  void nesting_has_an_end() {
    String deep = "{'tags': " + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    isRefused(patched(WEB, deep), 400, 220, "");
    String nested = "{'resource_type': 'NestedExpression', 'expressions': [".repeat(200);
    isRefused(
        patched(
            "/domains/default/groups/g",
            "{'expression': [" + nested + "{}" + "]}".repeat(200) + "]}"),
        400,
        255,
        "/expression/0" + "/expressions/0".repeat(200) + "/resource_type");
  }

  @Test
  void a_large_description_is_refused_by_its_length() {
    isRefused(
        patched(WEB, "{'description': '" + "x".repeat(1025) + "'}"), 400, 255, "/description");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nonsense/x", "/tier-1s/web/nonsense", "/tier-1s/web/nonsense/x/y"})
  void a_kind_that_is_unknown_is_not_there(String path) {
    isRefused(patched(path, "{}"), 404, 404, "");
    isRefused(get(path), 404, 404, "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'tags': {}} | /tags",
        "{'tags': ['x']} | /tags/0",
        "{'disable_firewall': 'maybe'} | /disable_firewall",
        "{'arp_limit': 5000.5} | /arp_limit",
        "{'arp_limit': 1} | /arp_limit",
        "{'failover_mode': 'SOMETIMES'} | /failover_mode",
        "{'route_advertisement_types': ['TIER1_WISHES']} | /route_advertisement_types/0",
        "{'route_advertisement_rules': [{'name': 'a', 'subnets': ['10.0.0.0/99']}]}"
            + " | /route_advertisement_rules/0/subnets/0",
        "{'route_advertisement_rules': [{'subnets': ['10.0.0.0/9']}]}"
            + " | /route_advertisement_rules/0/name"
      })
  void a_value_is_refused_where_it_stands(String body, String field) {
    isRefused(patched(WEB, body), 400, 255, field);
  }

  @Test
  void a_field_that_is_unknown_is_refused() {
    isRefused(patched(WEB, "{'colour': 'red'}"), 400, 287, "/colour");
    isRefused(patched(WEB, "{'tags': [{'colour': 'red'}]}"), 400, 287, "/tags/0/colour");
  }

  @Test
  void a_group_is_not_told_how_far_it_is() {
    isRefused(
        patched("/domains/default/groups/g", "{'group_state': 'SUCCESS'}"),
        400,
        287,
        "/group_state");
  }

  @Test
  void a_bad_network_is_refused() {
    isRefused(
        patched("/segments/s", "{'subnets': [{'gateway_address': '10.0.0.300/24'}]}"),
        400,
        255,
        "/subnets/0/gateway_address");
  }

  @Test
  void a_reference_leads_to_an_object_of_the_right_kind() {
    isRefused(patched(WEB, "{'tier0_path': '/infra/tier-0s/none'}"), 400, 500012, "tier0_path");
    isRefused(patched(WEB, "{'tier0_path': '/infra/services/HTTP'}"), 400, 500012, "tier0_path");
    isRefused(patched(WEB, "{'tier0_path': 'none'}"), 400, 500012, "/tier0_path");
  }

  @Test
  void a_parent_exists() {
    isRefused(patched("/tier-1s/web/locale-services/x", "{}"), 400, 500012, "");
  }

  @Test
  void an_object_that_is_not_there_is_not_found() {
    isRefused(get(WEB), 404, 600, "");
    isRefused(deleted(WEB), 404, 600, "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%20b", "a%2Fb", "a;b", "a%3Fb", "a%22b", "a*b", "a%0Ab"})
  void an_id_is_refused(String id) {
    patched("/tier-1s/" + id, "{}").statusCode(400).body("error_code", equalTo(500012));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ip-blocks/%2F/usage",
        "/ip-blocks/a%2fb/allocation-state",
        "/tier-1s/%2F/dns-forwarder/nslookup",
        "/domains/%2F/groups/a/members/virtual-machines",
        "/traceflows/%2F/observations"
      })
  void no_address_of_a_view_has_a_slash_in_an_id(String path) {
    get(path).statusCode(400).body("error_code", equalTo(500012));
  }

  @Test
  void an_id_has_at_most_255_characters() {
    isRefused(patched("/tier-1s/" + "x".repeat(256), "{}"), 400, 500012, "id");
  }

  @Test
  void a_collection_is_only_listed() {
    isRefused(patched("/tier-1s", "{}"), 405, 405, "");
    isRefused(replaced("/tier-1s", "{}"), 405, 405, "");
    isRefused(deleted("/tier-1s"), 405, 405, "");
  }

  @Test
  void everything_wrong_is_told_at_once() {
    patched(WEB, "{'failover_mode': 'SOMETIMES', 'arp_limit': 1}")
        .statusCode(400)
        .body("related_errors.size()", equalTo(1));
    patchedTree(
            child("Tier1", "'id': 'web', 'arp_limit': 1")
                + ","
                + child("Segment", "'id': 's', 'type': 5, 'colour': 1"))
        .statusCode(400)
        .body("related_errors.error_code", hasItem(287));
  }

  @Test
  void plain_values_may_come_as_texts_and_texts_as_numbers() {
    patched(
            "/lb-pools/web",
            "{'min_active_members': '2', 'tcp_multiplexing_enabled': 'True', 'tcp_multiplexing_number': '',"
                + " 'members': [{'ip_address': '10.0.0.1', 'port': 80}]}")
        .statusCode(200);
    get("/lb-pools/web")
        .body("min_active_members", equalTo(2))
        .body("tcp_multiplexing_enabled", equalTo(true))
        .body("members[0].port", equalTo("80"));
    isRefused(
        patched("/lb-pools/web", "{'min_active_members': 'two'}"), 400, 255, "/min_active_members");
  }

  @Test
  void a_parameter_that_cannot_be_decoded_is_refused() {
    isRefused(get("/tier-1s?cursor=%FF"), 400, 255, "");
    isRefused(deleted("/tier-1s/web?force=%FF"), 400, 255, "");
  }

  @Test
  void a_number_beyond_all_bounds_is_refused() {
    isRefused(
        patched("/lb-pools/web", "{'min_active_members': 1e30}"), 400, 255, "/min_active_members");
    isRefused(
        patched("/lb-pools/web", "{'min_active_members': 99999999999999999999}"),
        400,
        255,
        "/min_active_members");
    patched("/lb-pools/web", "{}").statusCode(200);
    isRefused(replaced("/lb-pools/web", "{'_revision': 1e30}"), 412, 604, "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/segments/s | subnets",
        "/sites/default/enforcement-points/default/edge-clusters/e | policy_edge_nodes",
        "/domains/default/groups/g | expression",
        "/lb-pools/p | members",
      })
  void a_list_of_objects_has_no_other_elements(String path, String field) {
    for (String element : new String[] {"null", "'x'", "7", "[]"}) {
      patched(path, "{'" + field + "': [" + element + "]}").statusCode(400);
    }
  }
}
