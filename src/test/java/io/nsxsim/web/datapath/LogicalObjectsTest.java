package io.nsxsim.web.datapath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** What the Manager API shows of switches, routers and ports, and its traceflow. */
class LogicalObjectsTest extends DatapathHttpTest {

  @Test
  void a_segment_is_a_switch_and_its_ports_are_the_switchs() {
    String segment = uuid("/infra/segments/one");
    manager("/logical-switches/" + segment)
        .statusCode(200)
        .body("display_name", equalTo("one"))
        .body("resource_type", equalTo("LogicalSwitch"));
    manager("/logical-ports?logical_switch_id=" + segment)
        .body("results.id", contains(uuid("/infra/segments/one/ports/a")))
        .body("results[0].attachment.id", equalTo("vif-a"));
    manager("/logical-ports?attachment_id=vif-a").body("result_count", equalTo(1));
    manager("/logical-ports/none").statusCode(404).body("error_code", equalTo(600));
  }

  @Test
  void a_gateway_is_a_router_with_ports_and_routes() {
    String tier0 = uuid("/infra/tier-0s/edge");
    manager("/logical-routers?router_type=TIER0").body("results.id", contains(tier0));
    manager("/logical-router-ports?logical_router_id=" + tier0)
        .body(
            "results.resource_type",
            hasItems("LogicalRouterUpLinkPort", "LogicalRouterLinkPortOnTIER0"))
        .body(
            "results.find { it.resource_type == 'LogicalRouterUpLinkPort' }.id",
            equalTo(uuid("/infra/tier-0s/edge/locale-services/default/interfaces/uplink")));
    manager("/logical-routers/" + tier0 + "/routing/forwarding-table")
        .body("logical_router_id", equalTo(tier0))
        .body("results.network", hasItems("10.1.0.0/24", "203.0.113.0/24"));
    manager("/logical-routers/none/routing/route-table").statusCode(404);
  }

  @Test
  void the_path_between_two_ports_has_all_that_a_packet_meets() {
    String from = uuid("/infra/segments/one/ports/a");
    String to = uuid("/infra/segments/three/ports/c");
    JsonPath path =
        manager("/logical-ports/" + from + "/forwarding-path?peer_port_id=" + to)
            .statusCode(200)
            .body("vms.display_name", contains("a", "c"))
            .body("logical_switches.resource.display_name", contains("one", "three"))
            .body("logical_switches[0].vm_ports.id", contains(from))
            .body("logical_switches[0].vm_vnics.lport_attachment_id", contains("vif-a"))
            .body("routers.resource.display_name", contains("web", "edge", "other"))
            .body("errors", empty())
            .extract()
            .jsonPath();

    assertThat(path.getString("routers[0].downlink_ports[0].id"))
        .isEqualTo(path.getString("logical_switches[0].router_ports[0].id"));
    assertThat(path.getString("routers[0].uplink_ports[0].linked_logical_router_port_id.target_id"))
        .isEqualTo(path.getString("routers[1].downlink_ports[0].id"));
    assertThat(path.getList("edge_node_groups.logical_router_id"))
        .contains(uuid("/infra/tier-1s/web"));
    assertThat(path.getList("tunnels.tunnel_properties.encap")).containsOnly("GENEVE");
  }

  @Test
  void two_segments_of_a_tier1_have_only_that_router_between_them() {
    manager(
            "/logical-ports/vif-a/forwarding-path?peer_port_id="
                + uuid("/infra/segments/two/ports/b"))
        .body("routers.resource.display_name", contains("web"))
        .body("edge_node_groups", empty());
  }

  @Test
  void a_path_that_a_rule_blocks_says_so() {
    patched(
        "/infra/domains/default/security-policies/p",
        "{'category': 'Application', 'rules': [{'id': 'no', 'action': 'DROP',"
            + " 'source_groups': ['ANY'], 'destination_groups': ['ANY'],"
            + " 'services': ['ANY'], 'scope': ['ANY']}]}");
    manager(
            "/logical-ports/vif-a/forwarding-path?peer_port_id="
                + uuid("/infra/segments/two/ports/b"))
        .statusCode(200)
        .body("errors.error_summary", hasItem(containsString("FIREWALL_DROP")));
    manager("/logical-ports/vif-a/forwarding-path").statusCode(400);
    manager("/logical-ports/vif-a/forwarding-path?peer_port_id=x").statusCode(404);
  }

  @Test
  void a_traceflow_of_the_manager_api_is_made_read_and_deleted() {
    String id =
        traceflow("vif-a", "10.3.0.11", "")
            .statusCode(201)
            .body("operation_state", equalTo("FINISHED"))
            .body("lport_id", equalTo(uuid("/infra/segments/one/ports/a")))
            .body("counters.delivered_count", equalTo(1))
            .extract()
            .path("id");
    manager("/traceflows?lport_id=" + uuid("/infra/segments/one/ports/a"))
        .body("results.id", hasItem(id));
    manager("/traceflows/" + id + "/observations")
        .body("results[0].resource_type", equalTo("TraceflowObservationReceivedLogical"))
        .body("results.resource_type", everyItem(startsWith("TraceflowObservation")))
        .body("results.resource_type", hasItem("TraceflowObservationDelivered"));
    manager("/traceflows/" + id + "/observations?component_type=LR")
        .body("results.component_name", hasItems("web", "edge", "other"))
        .body("results.component_type", everyItem(equalTo("LR")));
    admin().delete("/api/v1/traceflows/" + id).then().statusCode(200);
    manager("/traceflows/" + id).statusCode(404);
  }

  @Test
  void a_traceflow_with_a_ttl_is_dropped_at_that_hop() {
    String id = traceflow("vif-a", "10.3.0.11", ", 'ttl': 2").extract().path("id");
    manager("/traceflows/" + id + "/observations?resource_type=TraceflowObservationDroppedLogical")
        .body("results", hasSize(1))
        .body("results[0].reason", equalTo("TTL_ZERO"))
        .body("results[0].component_name", equalTo("edge"));
  }

  @Test
  void a_traceflow_needs_a_port_and_a_packet() {
    traceflow("none", "10.3.0.11", "").statusCode(404);
    admin().body("{}").post("/api/v1/traceflows").then().statusCode(400);
    admin()
        .body(quoted("{'lport_id': 'vif-a', 'packet': {}, 'timeout': 1}"))
        .post("/api/v1/traceflows")
        .then()
        .statusCode(400);
  }

  @Test
  void a_gateway_answers_arp_for_its_translated_addresses_on_the_uplink() {
    patched(
        "/infra/tier-0s/edge/nat/USER/nat-rules/in",
        "{'action': 'DNAT', 'destination_network': '192.0.2.77',"
            + " 'translated_network': '10.1.0.11'}");
    String uplink = "/infra/tier-0s/edge/locale-services/default/interfaces/uplink";
    for (String path : new String[] {"/infra/tier-0s/edge/arp-proxies", uplink + "/arp-proxy"}) {
      get(path)
          .body("results.interface_path", contains(uplink))
          .body("results[0].arp_proxy_entries[0].arp_proxy_ip", contains("192.0.2.77"));
    }
    get("/infra/tier-1s/other/arp-proxies").body("results", empty());
  }

  @Test
  void a_segment_knows_the_tunnel_endpoints_of_its_machines_hosts() {
    get("/infra/segments/one/tep-table")
        .body("results", hasSize(1))
        .body("results[0].tep_ip", startsWith("172.31."));
    get("/infra/segments/uplink/tep-table").body("results", empty());
  }

  private ValidatableResponse traceflow(String port, String to, String more) {
    return admin()
        .body(
            quoted(
                "{'lport_id': '%s', 'timeout': 10000, 'packet': {'resource_type':".formatted(port)
                    + " 'FieldsPacketData', 'routed': 0, 'transport_type': 'UNICAST',"
                    + " 'ip_header': {'src_ip': '10.1.0.11', 'dst_ip': '"
                    + to
                    + "'"
                    + more
                    + "}}}"))
        .post("/api/v1/traceflows")
        .then();
  }

  private ValidatableResponse manager(String path) {
    return admin().get("/api/v1" + path).then();
  }

  private String uuid(String path) {
    return get(path).statusCode(200).extract().path("unique_id");
  }
}
