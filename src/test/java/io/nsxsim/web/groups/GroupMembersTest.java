package io.nsxsim.web.groups;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is in a group. */
class GroupMembersTest extends MembersHttpTest {

  @Test
  void machines_with_a_tag_are_members() {
    group("web", condition("VirtualMachine", "Tag", "EQUALS", "tier|web"));

    members("web", "virtual-machines")
        .body("result_count", equalTo(2))
        .body("results.display_name", contains("web-1", "web-2"))
        .body("results[0].power_state", equalTo("VM_RUNNING"))
        .body("results[0].state", equalTo("REALIZED"));
    members("web", "vifs")
        .body("results.device_name", contains("Network adapter 1", "Network adapter 1"));
    members("web", "ip-addresses").body("results", contains("10.0.0.1", "10.0.0.2", "2001:db8::1"));
    members("web", "segment-ports")
        .body(
            "results.path",
            contains("/infra/segments/front/ports/web-1", "/infra/segments/front/ports/web-2"));
    members("web", "segments").body("results", empty());
  }

  @ParameterizedTest
  @CsvSource({
    "Name, EQUALS, WEB-1, web-1",
    "Name, ENDSWITH, -2, web-2",
    "Name, STARTSWITH, DB, db-1",
    "Name, CONTAINS, par, spare",
    "ComputerName, EQUALS, spare, spare"
  })
  void names_are_compared_without_regard_to_case(
      String key, String operator, String value, String member) {
    group("named", condition("VirtualMachine", key, operator, value));

    members("named", "virtual-machines").body("results.display_name", contains(member));
  }

  @Test
  void a_machine_that_is_plugged_in_nowhere_is_a_member_too() {
    group("others", condition("VirtualMachine", "Tag", "NOTEQUALS", "tier|web"));

    members("others", "virtual-machines")
        .body("results.display_name", containsInAnyOrder("db-1", "spare"));
  }

  @Test
  void a_segment_brings_its_ports_along() {
    group("dmz", condition("Segment", "Tag", "EQUALS", "zone|dmz"));

    members("dmz", "segments").body("results.id", contains("front"));
    members("dmz", "segment-ports").body("results.id", contains("idle", "web-1", "web-2"));
    members("dmz", "ip-addresses").body("results", hasItem("10.0.0.2"));
    members("dmz", "virtual-machines").body("results", empty());
  }

  @Test
  void conjunctions_are_taken_from_left_to_right() {
    String web = condition("VirtualMachine", "Tag", "EQUALS", "tier|web");
    String linux = condition("VirtualMachine", "Tag", "EQUALS", "os|linux");
    String spare = condition("VirtualMachine", "Name", "EQUALS", "spare");
    group("mixed", spare + joinedBy("OR") + web + joinedBy("AND") + linux);

    members("mixed", "virtual-machines").body("results.display_name", contains("web-1"));
  }

  @Test
  void nested_conditions_are_one() {
    group(
        "nested",
        "{'resource_type': 'NestedExpression', 'expressions': ["
            + condition("VirtualMachine", "Tag", "EQUALS", "os|linux")
            + joinedBy("AND")
            + condition("VirtualMachine", "Name", "STARTSWITH", "db")
            + "]}");

    members("nested", "virtual-machines").body("results.display_name", contains("db-1"));
  }

  @Test
  void written_addresses_stay_as_they_are_written() {
    group(
        "addresses",
        "{'resource_type': 'IPAddressExpression', 'ip_addresses':"
            + " ['192.0.2.0/24', '10.0.0.5-10.0.0.9', '2001:db8::/32']}");

    members("addresses", "ip-addresses")
        .body("results", containsInAnyOrder("192.0.2.0/24", "10.0.0.5-10.0.0.9", "2001:db8::/32"));
  }

  @Test
  void machines_are_named_by_their_external_ids() {
    group(
        "ids",
        "{'resource_type': 'ExternalIDExpression', 'member_type': 'VirtualMachine',"
            + " 'external_ids': ['"
            + DATABASE
            + "']}");

    members("ids", "virtual-machines").body("results.id", contains(DATABASE));
    get(GROUPS + "ids/member-types").body("results", contains("VirtualMachine"));
  }

  @Test
  void machines_and_interfaces_are_named_by_their_paths() {
    String point = "/infra/realized-state/enforcement-points/default/";
    group(
        "paths",
        "{'resource_type': 'PathExpression', 'paths': ['"
            + point
            + "virtual-machines/"
            + DATABASE
            + "']}");

    members("paths", "virtual-machines").body("results.id", contains(DATABASE));
    String card = members("paths", "vifs").extract().path("results[0].external_id");
    group(
        "cards",
        "{'resource_type': 'PathExpression', 'paths': ['" + point + "vifs/" + card + "']}");
    members("cards", "vifs").body("results.external_id", contains(card));
    members("cards", "ip-addresses").body("results", contains("10.0.1.1"));
  }

  @Test
  void the_members_of_a_nested_group_are_members() {
    group("inner", condition("VirtualMachine", "Tag", "EQUALS", "tier|web"));
    group(
        "outer",
        "{'resource_type': 'PathExpression', 'paths':"
            + " ['/infra/domains/default/groups/inner', '/infra/segments/back/ports/db-1']}");

    members("outer", "virtual-machines").body("results.display_name", contains("web-1", "web-2"));
    members("outer", "segment-ports").body("results.id", hasItem("db-1"));
    get(GROUPS + "outer/member-types").body("results", contains("SegmentPort", "VirtualMachine"));
    get(GROUPS + "outer/tags")
        .body("results[0].member_type", equalTo("VirtualMachine"))
        .body("results[0].tags", contains("tier|web"));
  }

  @Test
  void members_follow_a_change_at_once() {
    group("web", condition("VirtualMachine", "Tag", "EQUALS", "tier|web"));
    posted(
            "/infra/realized-state/enforcement-points/default/virtual-machines?action=update_tags",
            "{'virtual_machine_id': '" + DATABASE + "', 'tags': [{'scope': 'tier', 'tag': 'web'}]}")
        .statusCode(204);

    members("web", "virtual-machines").body("result_count", equalTo(3));
  }

  @Test
  void members_come_in_pages() {
    group("web", condition("VirtualMachine", "Tag", "EQUALS", "tier|web"));

    members("web", "virtual-machines?page_size=1")
        .body("results.display_name", contains("web-1"))
        .body("result_count", equalTo(2))
        .body("cursor", equalTo("1"));
    members("web", "virtual-machines?page_size=1&cursor=1")
        .body("results.display_name", contains("web-2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/members/virtual-machines",
        "/members/ip-addresses",
        "/member-types",
        "/tags",
        "/statistics/virtual-machines"
      })
  void a_missing_group_has_no_members(String view) {
    get(GROUPS + "nobody" + view).statusCode(404).body("error_code", equalTo(600));
  }

  @Test
  void there_are_no_members_of_unknown_kinds() {
    group("web", "");

    get(GROUPS + "web/members/unicorns").statusCode(404).body("error_code", equalTo(404));
    members("web", "physical-servers").body("result_count", equalTo(0));
  }

  @Test
  void associations_name_the_groups_of_an_object() {
    group("web", condition("VirtualMachine", "Tag", "EQUALS", "tier|web"));
    group("front", "{'resource_type': 'PathExpression', 'paths': ['/infra/segments/front']}");
    group("net", "{'resource_type': 'IPAddressExpression', 'ip_addresses': ['10.0.1.0/24']}");
    group("linux", condition("VirtualMachine", "Tag", "EQUALS", "os|linux"));

    get("/infra/virtual-machine-group-associations?vm_external_id=" + DATABASE)
        .body("results.target_display_name", contains("linux"))
        .body("results[0].path", equalTo(GROUPS + "linux"))
        .body("results[0].target_type", equalTo("Group"));
    get("/infra/ip-address-group-associations?ip_address=10.0.1.1")
        .body("results.target_display_name", containsInAnyOrder("net", "linux"));
    get("/infra/group-associations?intent_path=/infra/segments/front")
        .body("results.target_display_name", contains("front"));
  }

  @Test
  void the_policies_that_use_a_group_are_listed() {
    group("web", condition("VirtualMachine", "Tag", "EQUALS", "tier|web"));
    patched(
        "/infra/domains/default/security-policies/p",
        "{'category': 'Application', 'rules': [{'id': 'r', 'source_groups': ['"
            + GROUPS
            + "web'], 'destination_groups': ['ANY'], 'services': ['ANY'], 'action': 'ALLOW'}]}");

    get("/infra/group-service-associations?intent_path=" + GROUPS + "web")
        .body("results.path", contains("/infra/domains/default/security-policies/p"));
    get("/infra/group-service-associations?intent_path=" + GROUPS + "other")
        .body("result_count", equalTo(0));
  }
}
