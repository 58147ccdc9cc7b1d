package io.nsxsim.web.datapath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.nsxsim.Covers;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Covers("TraceflowConfig")
class TraceflowTest extends DatapathHttpTest {

  private static final String TRACE = "/infra/traceflows/t";
  private static final String PORT = "/infra/segments/one/ports/a";
  private static final String LAST = "results[-1].";

  @Test
  void a_packet_between_segments_is_seen_by_their_gateway() {
    patched(
        "/infra/domains/default/security-policies/p",
        "{'category': 'Application', 'rules': [{'id': 'yes', 'action': 'ALLOW',"
            + " 'source_groups': ['ANY'], 'destination_groups': ['ANY'],"
            + " 'services': ['ANY'], 'scope': ['ANY']}]}");
    trace(PORT, ip("10.2.0.11", ""));
    observations()
        .body(
            "results.resource_type",
            contains(
                "PolicyTraceflowObservationReceivedLogical",
                "PolicyTraceflowObservationReceivedLogical",
                "PolicyTraceflowObservationForwardedLogical",
                "PolicyTraceflowObservationForwardedLogical",
                "PolicyTraceflowObservationReceivedLogical",
                "PolicyTraceflowObservationForwardedLogical",
                "PolicyTraceflowObservationReceivedLogical",
                "PolicyTraceflowObservationForwardedLogical",
                "PolicyTraceflowObservationReceivedLogical",
                "PolicyTraceflowObservationForwardedLogical",
                "PolicyTraceflowObservationDelivered"))
        .body(
            "results.component_type",
            contains("LS", "DFW", "DFW", "LS", "LR", "LR", "LS", "LS", "DFW", "DFW", "LS"))
        .body("results.find { it.route_prefix }.route_prefix", equalTo("10.2.0.0/24"))
        .body("results.find { it.component_type == 'LR' }.component_sub_type", equalTo("LR_TIER1"))
        .body(LAST + "segment_port_path", equalTo("/infra/segments/two/ports/b"))
        .body(LAST + "lport_name", equalTo("b"));
    status()
        .body("operation_state", equalTo("FINISHED"))
        .body("request_status", equalTo("SUCCESS"))
        .body("timeout", equalTo(10000))
        .body("counters.delivered_count", equalTo(1))
        .body("logical_counters.dropped_count", equalTo(0));
  }

  @Test
  void a_packet_to_the_outside_is_translated_on_an_edge_and_delivered_at_its_uplink() {
    trace(PORT, ip("203.0.113.53", ""));
    observations()
        .body(
            "results.find { it.component_type == 'NAT' }.translated_src_ip",
            equalTo("198.51.100.1"))
        .body(
            "results.find { it.component_type == 'NAT' }.nat_rule_path",
            equalTo("/infra/tier-1s/web/nat/USER/nat-rules/out"))
        .body(
            "results.resource_type",
            hasItems("PolicyTraceflowObservationForwarded", "PolicyTraceflowObservationReceived"))
        .body("results.findAll { it.sequence_no == 0 }.transport_node_type", hasItem("ESX"))
        .body("results.findAll { it.sequence_no == 1 }.transport_node_type", hasItem("EDGE"))
        .body(
            "results.find { it.component_sub_type == 'LR_TIER0' }.component_name", equalTo("edge"))
        .body("results.findAll { it.next_hop }.next_hop", hasItem("192.0.2.1"))
        .body(LAST + "resource_type", equalTo("PolicyTraceflowObservationDelivered"))
        .body(LAST + "component_sub_type", equalTo("EDGE_UPLINK"))
        .body(
            LAST + "interface_path",
            equalTo("/infra/tier-0s/edge/locale-services/default/interfaces/uplink"));
  }

  @Test
  void a_time_to_live_ends_at_the_hop_that_a_traceroute_shows() {
    for (int ttl = 1; ttl <= 2; ttl++) {
      trace(PORT, ip("203.0.113.53", ", 'ttl': " + ttl));
      JsonPath seen = observations().extract().jsonPath();
      assertThat(seen.getString(LAST + "reason")).isEqualTo("TTL_ZERO");
      assertThat(seen.getString(LAST + "component_sub_type"))
          .isEqualTo(ttl == 1 ? "LR_TIER1" : "LR_TIER0");
    }
    trace(PORT, ip("203.0.113.53", ", 'ttl': 3"));
    observations().body(LAST + "component_sub_type", equalTo("EDGE_UPLINK"));
  }

  @Test
  void a_firewall_rule_that_drops_is_named_by_path_and_number() {
    patched(
        "/infra/domains/default/security-policies/p",
        "{'category': 'Application', 'rules': [{'id': 'no', 'action': 'DROP',"
            + " 'source_groups': ['10.1.0.11'], 'destination_groups': ['ANY'],"
            + " 'services': ['ANY'], 'scope': ['ANY']}]}");
    String rule = "/infra/domains/default/security-policies/p/rules/no";
    int number = get(rule).extract().path("rule_id");
    trace(PORT, ip("10.2.0.11", ""));
    observations()
        .body(LAST + "resource_type", equalTo("PolicyTraceflowObservationDroppedLogical"))
        .body(LAST + "component_type", equalTo("DFW"))
        .body(LAST + "reason", equalTo("FW_RULE"))
        .body(LAST + "acl_rule_id", equalTo(number))
        .body(LAST + "acl_rule_path", equalTo(rule));
    status().body("logical_counters.dropped_count", equalTo(1));
  }

  @Test
  void observations_are_those_of_the_moment_until_it_is_traced_again() {
    trace(PORT, ip("10.2.0.11", ""));
    admin().delete("/nsxsim/api/v1/inventory/virtual-machines/b");
    admin()
        .body("{\"virtual_machines\": []}")
        .put("/nsxsim/api/v1/inventory")
        .then()
        .statusCode(200);
    status().body("counters.delivered_count", equalTo(1));
    admin().post(POLICY + TRACE + "?action=restart").then().statusCode(200);
    status()
        .body("request_status", equalTo("DATA_PATH_NOT_READY"))
        .body("operation_state", equalTo("FAILED"));
    observations().body("results", empty());
  }

  @Test
  void a_port_may_be_named_by_its_uuid_or_attachment() {
    String uuid = get(PORT).extract().path("unique_id");
    for (String id : List.of(uuid, "vif-a")) {
      trace(id, ip("10.2.0.11", ""));
      status().body("lport_id", equalTo(uuid)).body("request_status", equalTo("SUCCESS"));
    }
    trace("no-such-port", ip("10.2.0.11", ""));
    status()
        .body("request_status", equalTo("SOURCE_PORT_NOT_FOUND"))
        .body("operation_state", equalTo("FAILED"));
  }

  @Test
  void a_host_that_is_not_there_does_not_answer_arp() {
    trace(PORT, ip("10.2.0.99", ""));
    observations()
        .body(LAST + "reason", equalTo("ARP_FAIL"))
        .body(LAST + "arp_fail_reason", equalTo("ARP_TIMEOUT"));
    trace(PORT, ip("172.16.0.1", ""));
    observations()
        .body(LAST + "reason", equalTo("NO_ROUTE"))
        .body(LAST + "component_sub_type", equalTo("LR_TIER0"));
  }

  @Test
  void an_arp_request_is_answered_by_the_owner_of_the_address() {
    trace(
        PORT,
        "{'resource_type': 'FieldsPacketData', 'arp_header': {'op_code': 'ARP_REQUEST',"
            + " 'src_ip': '10.1.0.11', 'dst_ip': '10.1.0.1'}}");
    observations().body(LAST + "resolution_type", equalTo("ARP_LRP"));
  }

  @Test
  void a_broadcast_goes_to_everyone_on_the_segment() {
    trace(
        PORT,
        "{'resource_type': 'FieldsPacketData', 'transport_type': 'BROADCAST',"
            + " 'eth_header': {'dst_mac': 'ff:ff:ff:ff:ff:ff'}}");
    observations()
        .body("results.resource_type", hasItem("TraceflowObservationReplicationLogical"))
        .body("results.resource_type", not(hasItem("PolicyTraceflowObservationDelivered")));
  }

  @Test
  void a_dhcp_request_is_relayed_where_the_segment_says_so() {
    patched("/infra/dhcp-relay-configs/r", "{'server_addresses': ['192.0.2.67']}");
    patched(
        "/infra/segments/one",
        "{'connectivity_path': '/infra/tier-1s/web',"
            + " 'dhcp_config_path': '/infra/dhcp-relay-configs/r',"
            + " 'subnets': [{'gateway_address': '10.1.0.1/24'}]}");
    trace(
        PORT,
        "{'resource_type': 'FieldsPacketData', 'transport_type': 'BROADCAST',"
            + " 'transport_header': {'dhcp_header': {'op_code': 'BOOTREQUEST'}}}");
    observations()
        .body(LAST + "resource_type", equalTo("PolicyTraceflowObservationRelayedLogical"))
        .body(LAST + "relay_server_address", equalTo("10.1.0.1"))
        .body(LAST + "dst_server_address", equalTo("192.0.2.67"))
        .body(LAST + "logical_component_path", equalTo("/infra/tier-1s/web"));
  }

  @Test
  void a_traceflow_is_told_what_is_wrong_with_it() {
    refused("/source_id", "{'packet': " + ip("10.2.0.11", "") + "}");
    refused("/packet", "{'source_id': '" + PORT + "'}");
    refused("/timeout", config(PORT, ip("10.2.0.11", ""), ", 'timeout': 16"));
    refused("/timeout", config(PORT, ip("10.2.0.11", ""), ", 'timeout': 4"));
    refused("/packet/ip_header/ttl", config(PORT, ip("10.2.0.11", ", 'ttl': 256"), ""));
    refused("/packet/ip_header/dst_ip", config(PORT, ip("somewhere", ""), ""));
    refused("/packet/ip_header/dst_ip", config(PORT, "{'resource_type': 'FieldsPacketData'}", ""));
    get(TRACE).statusCode(404);
    get(TRACE + "/status").statusCode(404).body("error_code", equalTo(600));
    get(TRACE + "/observations").statusCode(404);
    admin().post(POLICY + TRACE + "?action=restart").then().statusCode(404);
  }

  @Test
  void what_is_left_out_is_filled_in_and_an_integer_may_say_whether_it_is_routed() {
    String packet =
        "{'resource_type': 'FieldsPacketData', 'routed': 1, 'ip_header': {'dst_ip': '10.2.0.11'}}";
    trace(PORT, packet);
    get(TRACE)
        .body("timeout", equalTo(10))
        .body("is_transient", equalTo(true))
        .body("packet.routed", equalTo(true));
    get("/infra/traceflows").body("results.id", contains("t"));
    admin().delete(POLICY + TRACE).then().statusCode(200);
    get(TRACE + "/status").statusCode(404);
  }

  private void refused(String field, String body) {
    Map<String, Object> answer =
        admin()
            .body(quoted(body))
            .patch(POLICY + TRACE)
            .then()
            .statusCode(400)
            .extract()
            .jsonPath()
            .getMap("$");
    assertThat(answer.toString()).contains(field);
  }

  private void trace(String port, String packet) {
    patched(TRACE, config(port, packet, ""));
  }

  private static String config(String port, String packet, String more) {
    return "{'source_id': '" + port + "', 'packet': " + packet + more + "}";
  }

  private static String ip(String to, String more) {
    return "{'resource_type': 'FieldsPacketData', 'routed': true, 'ip_header': {'src_ip': "
        + "'10.1.0.11', 'dst_ip': '"
        + to
        + "'"
        + more
        + "}, 'transport_header': {'udp_header': {'src_port': 4000, 'dst_port': 33434}}}";
  }

  private ValidatableResponse observations() {
    return get(TRACE + "/observations").statusCode(200);
  }

  private ValidatableResponse status() {
    return get(TRACE + "/status").statusCode(200);
  }
}
