package io.nsxsim.catalogue.groups;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.TreeTest;
import io.nsxsim.error.Reason;
import org.junit.jupiter.api.Test;

@Covers({"Group", "Service", "ServiceEntry"})
class GroupsTest extends TreeTest {

  private static final String GROUP = "domains/default/groups/g";
  private static final String TAG =
      "{'resource_type': 'Condition', 'key': 'Tag', 'member_type': 'VirtualMachine',"
          + " 'operator': 'EQUALS', 'value': 'web'}";
  private static final String OR =
      "{'resource_type': 'ConjunctionOperator', 'conjunction_operator': 'OR'}";
  private static final String AND = OR.replace("OR'", "AND'");

  private static String group(String... expressions) {
    return "{'expression': [" + String.join(",", expressions) + "]}";
  }

  private static String nested(String... expressions) {
    return "{'resource_type': 'NestedExpression', 'expressions': ["
        + String.join(",", expressions)
        + "]}";
  }

  @Test
  void a_group_comes_back_in_the_order_in_which_it_was_sent() {
    patch(
        GROUP,
        group(
            "{'resource_type': 'IPAddressExpression', 'ip_addresses': ['10.0.0.1', '10.1.0.0/16']}",
            OR,
            nested(TAG, AND, TAG)));
    assertThat(read(GROUP).path("expression"))
        .extracting(expression -> expression.path("resource_type").asString())
        .containsExactly("IPAddressExpression", "ConjunctionOperator", "NestedExpression");
  }

  @Test
  void criteria_and_operators_alternate() {
    conflicts("/expression", GROUP, group(TAG, OR));
    conflicts("/expression/1", GROUP, group(TAG, TAG, TAG));
    conflicts("/expression/0", GROUP, group(OR, OR, TAG));
  }

  @Test
  void there_are_at_most_five_conditions() {
    patch(GROUP, group(TAG, OR, TAG, OR, TAG, OR, TAG, OR, TAG));
    conflicts("/expression", GROUP, group(TAG, OR, TAG, OR, TAG, OR, TAG, OR, TAG, OR, TAG));
  }

  @Test
  void nested_conditions_are_joined_by_and() {
    conflicts("/expression/0/expressions/1", GROUP, group(nested(TAG, OR, TAG)));
    conflicts("/expression/0/expressions/0", GROUP, group(nested(nested(TAG))));
    conflicts("/expression/0/expressions", GROUP, group(nested(TAG, AND)));
  }

  @Test
  void only_machines_have_an_operating_system() {
    patch(
        GROUP, group(TAG.replace("Tag", "OSVersion").replace("VirtualMachine", "BareMetalServer")));
    patch(GROUP, group(TAG.replace("Tag", "Name").replace("VirtualMachine", "Vpc")));
    patch(GROUP, group(TAG.replace("Tag", "OSName")));
    conflicts(
        "/expression/0/key",
        GROUP,
        group(TAG.replace("Tag", "OSName").replace("VirtualMachine", "Segment")));
  }

  @Test
  void a_condition_is_complete() {
    misses("/expression/0/value", GROUP, group(TAG.replace(", 'value': 'web'", "")));
    isInvalid("/expression/0/key", GROUP, group(TAG.replace("Tag", "Colour")));
  }

  @Test
  void addresses_are_checked() {
    isInvalid(
        "/expression/0/ip_addresses/0",
        GROUP,
        group("{'resource_type': 'IPAddressExpression', 'ip_addresses': ['10.0.0.0/40']}"));
  }

  @Test
  void members_exist_and_are_others() {
    refuses(
        Reason.INVALID_PATH,
        "paths",
        () ->
            patch(
                GROUP,
                group("{'resource_type': 'PathExpression', 'paths': ['/infra/segments/none']}")));
    conflicts(
        "/expression/0/paths",
        GROUP,
        group("{'resource_type': 'PathExpression', 'paths': ['/infra/domains/default/groups/g']}"));
  }

  @Test
  void an_extended_expression_is_one_of_identities() {
    conflicts("/extended_expression", GROUP, "{'extended_expression': [" + TAG + "]}");
  }

  @Test
  void a_service_shows_its_entries() {
    patch(
        "services/s",
        "{'service_entries': [{'id': 'e', 'resource_type': 'L4PortSetServiceEntry',"
            + " 'l4_protocol': 'TCP', 'destination_ports': ['8080', '9000-9100']}]}");
    assertThat(read("services/s").at("/service_entries/0/display_name").asString()).isEqualTo("e");
    assertThat(read("services/s").path("service_type").asString()).isEqualTo("NON_ETHER");
    assertThat(read("services/s").path("is_default").asBoolean(false)).isFalse();
  }

  @Test
  void a_layer_2_service_says_so() {
    String ether = "{'id': 'e', 'resource_type': 'EtherTypeServiceEntry', 'ether_type': 2048}";
    String icmp = "{'id': 'i', 'resource_type': 'ICMPTypeServiceEntry', 'protocol': 'ICMPv4'}";
    patch("services/s", "{'service_entries': [" + ether + "]}");
    assertThat(read("services/s").path("service_type").asString()).isEqualTo("ETHER");
    conflicts(
        "/service_entries", "services/t", "{'service_entries': [" + ether + "," + icmp + "]}");
  }

  @Test
  void entries_are_checked() {
    String entries = "{'service_entries': [{'id': 'e', 'resource_type': '%s', %s}]}";
    isInvalid(
        "/destination_ports/0",
        "services/s",
        entries.formatted(
            "L4PortSetServiceEntry", "'l4_protocol': 'TCP', 'destination_ports': ['70000']"));
    isInvalid(
        "/destination_ports",
        "services/s",
        entries.formatted(
            "L4PortSetServiceEntry",
            "'l4_protocol': 'TCP', 'destination_ports':"
                + " ['1-2','3-4','5-6','7-8','9-10','11-12','13-14','15-16']"));
    isInvalid(
        "/destination_ports",
        "services/s",
        entries.formatted(
            "ALGTypeServiceEntry", "'alg': 'FTP', 'destination_ports': ['21', '22']"));
    misses(
        "/icmp_type",
        "services/s",
        entries.formatted("ICMPTypeServiceEntry", "'protocol': 'ICMPv4', 'icmp_code': 0"));
    conflicts(
        "/nested_service_path",
        "services/s",
        entries.formatted(
            "NestedServiceServiceEntry", "'nested_service_path': '/infra/services/s'"));
  }

  @Test
  void the_services_of_a_manager_stay_as_they_are() {
    refuses(Reason.SYSTEM_OWNED, "", () -> patch("services/HTTP", "{'description': 'mine'}"));
    refuses(Reason.SYSTEM_OWNED, "", () -> delete("services/HTTP"));
    refuses(
        Reason.SYSTEM_OWNED,
        "",
        () ->
            patch(
                "services/HTTP/service-entries/more",
                "{'resource_type': 'L4PortSetServiceEntry', 'l4_protocol': 'TCP'}"));
  }
}
