package io.nsxsim.web.datapath;

import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;

class CountersTest extends DatapathHttpTest {

  private static final String RULE = "/infra/domains/default/security-policies/p/rules/yes";
  private static final String NAT = "/infra/tier-1s/web/nat/USER/nat-rules/out";
  private static final String UPLINK =
      "/infra/tier-0s/edge/locale-services/default/interfaces/uplink";

  @Test
  void a_traceflow_moves_the_counters_of_all_that_it_meets() {
    allow();
    trace("203.0.113.53", "");
    get(RULE + "/statistics")
        .body("results[0].statistics.packet_count", equalTo(1))
        .body("results[0].statistics.byte_count", equalTo(128));
    get(NAT + "/statistics").body("results[0].rule_statistics[0].total_packets", equalTo(1));
    get("/infra/tier-1s/web/nat/statistics")
        .body("results[0].statistics.total_packets", equalTo(1));
    get(UPLINK + "/statistics").body("per_node_statistics[0].tx.total_packets", equalTo(1));
    get(UPLINK + "/statistics/summary").body("tx.total_bytes", equalTo(128));
    get("/infra/segments/one/ports/a/statistics").body("rx_packets.total", equalTo(1));
    get("/infra/segments/two/ports/b/statistics").body("rx_packets.total", equalTo(0));
  }

  @Test
  void a_drop_is_counted_by_its_reason() {
    trace("10.2.0.11", ", 'ttl': 1");
    trace("172.16.0.1", "");
    get("/infra/tier-0s/edge/tier-1-interface/statistics/summary?tier1_path=/infra/tier-1s/web")
        .body("rx.no_route_dropped_packets", equalTo(1))
        .body("rx.ttl_exceeded_dropped_packets", equalTo(0));
  }

  @Test
  void an_object_that_is_made_again_and_one_that_is_reset_start_at_zero() {
    allow();
    trace("10.2.0.11", "");
    get(RULE + "/statistics").body("results[0].statistics.hit_count", equalTo(2));
    admin()
        .post(POLICY + "/infra/settings/firewall/stats?action=reset&category=DFW")
        .then()
        .statusCode(200);
    get(RULE + "/statistics").body("results[0].statistics.hit_count", equalTo(0));
    admin()
        .post(POLICY + "/infra/settings/firewall/stats?action=reset&category=ALL")
        .then()
        .statusCode(400);
    trace("10.2.0.11", "");
    admin().delete(POLICY + "/infra/domains/default/security-policies/p").then().statusCode(200);
    allow();
    get(RULE + "/statistics").body("results[0].statistics.hit_count", equalTo(0));
  }

  private void allow() {
    patched(
        "/infra/domains/default/security-policies/p",
        "{'category': 'Application', 'rules': [{'id': 'yes', 'action': 'ALLOW',"
            + " 'source_groups': ['ANY'], 'destination_groups': ['ANY'],"
            + " 'services': ['ANY'], 'scope': ['ANY']}]}");
  }

  private void trace(String to, String more) {
    patched(
        "/infra/traceflows/t",
        "{'source_id': '/infra/segments/one/ports/a', 'packet': {'resource_type':"
            + " 'FieldsPacketData', 'ip_header': {'dst_ip': '"
            + to
            + "'"
            + more
            + "}}}");
  }
}
