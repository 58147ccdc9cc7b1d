package io.nsxsim.web.realization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ViewsTest extends RealizationHttpTest {

  private static final String NODE = EDGES + "/edge-nodes/";

  @Test
  void a_tier0_shows_the_edge_nodes_of_its_cluster() {
    edgeGateway("'ha_mode': 'ACTIVE_STANDBY'");
    get("/infra/tier-0s/edge/state")
        .statusCode(200)
        .body("tier0_state.state", equalTo("success"))
        .body("tier0_status.per_node_status.edge_path", contains(NODE + "0", NODE + "1"))
        .body(
            "tier0_status.per_node_status.high_availability_status", contains("ACTIVE", "STANDBY"));
  }

  @Test
  void all_nodes_of_an_active_active_gateway_are_active() {
    edgeGateway("'ha_mode': 'ACTIVE_ACTIVE'");
    get("/infra/tier-0s/edge/state")
        .body(
            "tier0_status.per_node_status.high_availability_status", everyItem(equalTo("ACTIVE")));
  }

  @Test
  void a_distributed_gateway_is_on_no_edge_node() {
    patched("/infra/tier-1s/web", "{}");
    get("/infra/tier-1s/web/state")
        .body("tier1_state.state", equalTo("success"))
        .body("tier1_status.per_node_status", empty());
  }

  @Test
  void a_neighbour_that_no_interface_reaches_is_shown_for_each_edge_node() {
    edgeGateway("'ha_mode': 'ACTIVE_ACTIVE'");
    patched(
        "/infra/tier-0s/edge/locale-services/default/bgp/neighbors/core",
        "{'neighbor_address': '192.0.2.1', 'remote_as_num': '65001'}");
    get("/infra/tier-0s/edge/locale-services/default/bgp/neighbors/status")
        .statusCode(200)
        .body("result_count", equalTo(2))
        .body("results.connection_state", everyItem(equalTo("CONNECT")))
        .body("results.neighbor_address", everyItem(equalTo("192.0.2.1")))
        .body("results.remote_as_number", everyItem(equalTo("65001")));
  }

  @Test
  void routers_beside_are_not_there() {
    edgeGateway("'ha_mode': 'ACTIVE_STANDBY'");
    get("/infra/tier-0s/edge/locale-services/default/ospf/neighbors")
        .statusCode(200)
        .body("gateway_path", equalTo("/infra/tier-0s/edge"))
        .body("results", empty());
    get("/infra/tier-0s/none/locale-services/default/ospf/neighbors").statusCode(404);
    get("/infra/tier-0s/edge/locale-services/default/multicast/routes").statusCode(200);
  }

  @Test
  void profiles_are_told_what_they_choose_from() {
    get("/infra/lb-ssl-ciphers-and-protocols")
        .statusCode(200)
        .body("protocols.findAll { it.is_default }.protocol", contains("TLS_V1_1", "TLS_V1_2"));
    get("/infra/url-reputation-severities").body("result_count", equalTo(5));
  }

  @Test
  void what_is_switched_off_is_not_up() {
    edgeGateway("'ha_mode': 'ACTIVE_STANDBY'");
    patched(
        "/infra/tier-0s/edge/locale-services/default/bgp/neighbors/core",
        "{'neighbor_address': '192.0.2.1', 'remote_as_num': '65001', 'enabled': false}");
    get("/infra/tier-0s/edge/locale-services/default/bgp/neighbors/status")
        .body("results.connection_state", everyItem(equalTo("IDLE")));
    patched("/infra/lb-services/lb", "{'enabled': false}");
    get("/infra/lb-services/lb/detailed-status")
        .body("results.service_status", contains("DISABLED"));
  }

  @Test
  void segments_have_their_states_alone_and_together() {
    patched("/infra/segments/a", "{}");
    patched("/infra/segments/b", "{}");
    get("/infra/segments/a/state")
        .body("state", equalTo("success"))
        .body("segment_path", equalTo("/infra/segments/a"));
    get("/infra/segments/state")
        .body("results.segment_path", contains("/infra/segments/a", "/infra/segments/b"));
  }

  @Test
  void a_load_balancer_shows_the_members_of_its_pools() {
    patched("/infra/lb-services/lb", "{'size': 'SMALL'}");
    patched(
        "/infra/lb-pools/web",
        "{'members': [{'ip_address': '10.0.0.1', 'port': '80'}, {'ip_address': '10.0.0.2'}]}");
    patched(
        "/infra/lb-virtual-servers/web",
        "{'ip_address': '192.0.2.80', 'ports': ['80'], 'pool_path': '/infra/lb-pools/web',"
            + " 'application_profile_path': '/infra/lb-app-profiles/http',"
            + " 'lb_service_path': '/infra/lb-services/lb'}");
    get("/infra/lb-services/lb/detailed-status")
        .body("results[0].service_status", equalTo("UP"))
        .body(
            "results[0].virtual_servers.virtual_server_path",
            contains("/infra/lb-virtual-servers/web"))
        .body("results[0].pools[0].members.ip_address", contains("10.0.0.1", "10.0.0.2"));
    get("/infra/lb-services/lb/lb-pools/web/detailed-status")
        .body("results[0].members", hasSize(2))
        .body("results[0].status", equalTo("UNKNOWN"));
    get("/infra/lb-services/lb/lb-pools/none/detailed-status").statusCode(404);
    get("/infra/lb-services/none/lb-pools/web/detailed-status").statusCode(404);
  }

  @Test
  void the_rules_of_a_policy_have_counted_nothing() {
    patched(
        "/infra/domains/default/security-policies/p",
        "{'category': 'Application', 'rules': [{'id': 'r', 'action': 'ALLOW',"
            + " 'source_groups': ['ANY'], 'destination_groups': ['ANY'], 'services': ['ANY'],"
            + " 'scope': ['ANY']}]}");
    get("/infra/domains/default/security-policies/p/statistics")
        .body("results[0].statistics.results[0].hit_count", equalTo(0))
        .body("results[0].statistics.result_count", equalTo(1));
    get("/infra/domains/default/security-policies/p/rules/r/statistics")
        .body("results[0].statistics.packet_count", equalTo(0));
  }

  @Test
  void no_view_is_there_without_its_object() {
    JsonNode index =
        JsonMapper.shared().readTree(ViewsTest.class.getResourceAsStream("/contract/views.json"));
    for (JsonNode view : index.path("views")) {
      String path = view.path("template").stringValue().replace("{}", "none");
      Response answer = admin().get(POLICY + path);
      Map<String, Object> body = answer.jsonPath().getMap("$");
      if (path.contains("/none")) {
        assertThat(answer.statusCode()).as(path).isEqualTo(404);
        assertThat(body.get("error_code")).as(path).isEqualTo(600);
      } else {
        assertThat(List.of(200, 404)).as(path).contains(answer.statusCode());
      }
    }
  }

  private void edgeGateway(String fields) {
    patched("/infra/tier-0s/edge", "{" + fields + "}");
    patched(
        "/infra/tier-0s/edge/locale-services/default", "{'edge_cluster_path': '" + EDGES + "'}");
  }
}
