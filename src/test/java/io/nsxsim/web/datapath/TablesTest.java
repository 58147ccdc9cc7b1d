package io.nsxsim.web.datapath;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.path.json.JsonPath;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TablesTest extends DatapathHttpTest {

  private static final String TIER0 = "/infra/tier-0s/edge";
  private static final String LOCALE = TIER0 + "/locale-services/default";
  private static final String NEIGHBORS = LOCALE + "/bgp/neighbors/";

  @Test
  void a_tier0_has_a_table_for_each_edge_node() {
    JsonPath tables = get(TIER0 + "/forwarding-table").statusCode(200).extract().jsonPath();
    assertThat(tables.getList("results.edge_node"))
        .containsExactly(edgePath(clusterPath(), 0), edgePath(clusterPath(), 1));
    assertThat(tables.getList("results[0].route_entries.network", String.class))
        .contains("10.1.0.0/24", "10.2.0.0/24", "10.3.0.0/24", "198.51.100.1/32", "203.0.113.0/24");
    assertThat(tables.getInt("results[0].count"))
        .isEqualTo(tables.getList("results[0].route_entries").size());
    assertThat(tables.getList("results[1].route_entries.route_type")).doesNotContain("b");
    Map<String, Object> learned =
        tables.getMap("results[0].route_entries.find { it.route_type == 'b' }");
    assertThat(learned)
        .containsEntry("next_hop", "192.0.2.1")
        .containsEntry("admin_distance", 20)
        .containsEntry("interface", LOCALE + "/interfaces/uplink")
        .containsEntry("lr_component_type", "SERVICE_ROUTER_TIER0")
        .containsEntry("black_hole", false);
  }

  @Test
  void a_table_is_narrowed_down_by_source_network_and_edge() {
    get(TIER0 + "/routing-table?route_source=BGP")
        .body("results[0].route_entries.network", contains("203.0.113.0/24"));
    get(TIER0 + "/forwarding-table?route_source=STATIC").body("results[0].route_entries", empty());
    get(TIER0 + "/forwarding-table?network_prefix=10.3.0.0/24")
        .body("results[0].route_entries.route_type", contains("t1c"));
    String edge = edgePath(clusterPath(), 1);
    get(TIER0 + "/forwarding-table?edge_path=" + edge).body("results.edge_node", contains(edge));
    get(TIER0 + "/forwarding-table?route_source=RIP")
        .statusCode(400)
        .body("error_code", equalTo(255));
    get(TIER0 + "/forwarding-table?network_prefix=somewhere").statusCode(400);
    get("/infra/tier-0s/none/forwarding-table").statusCode(404).body("error_code", equalTo(600));
  }

  @Test
  void a_table_may_be_read_as_lines() {
    String text =
        admin().get(POLICY + TIER0 + "/routing-table?format=csv").then().extract().asString();
    assertThat(text.lines().findFirst())
        .hasValue(
            "edge_path,route_type,network,admin_distance,next_hop,interface,lr_component_id,"
                + "lr_component_type,next_hop_gateway,black_hole");
    assertThat(text.lines().filter(line -> line.contains(",b,203.0.113.0/24,20,192.0.2.1,")))
        .hasSize(1);
  }

  @Test
  void a_tier1_knows_its_segments_and_the_way_up() {
    get("/infra/tier-1s/web/forwarding-table")
        .body("results[0].status", equalTo("SUCCESS"))
        .body(
            "results[0].route_entries.network", hasItems("0.0.0.0/0", "10.1.0.0/24", "10.2.0.0/24"))
        .body(
            "results[0].route_entries.lr_component_type",
            everyItem(equalTo("SERVICE_ROUTER_TIER1")));
    get("/infra/tier-1s/web/forwarding-table?component_type=DR_ROUTES")
        .body(
            "results[0].route_entries.lr_component_type",
            everyItem(equalTo("DISTRIBUTED_ROUTER_TIER1")));
    get("/infra/tier-1s/other/forwarding-table")
        .body("results", hasSize(1))
        .body("results[0].route_entries.network", hasItem("10.3.0.0/24"));
    get("/infra/tier-1s/web/advertised-networks")
        .body(
            "results.network", containsInAnyOrder("10.1.0.0/24", "10.2.0.0/24", "198.51.100.1/32"));
  }

  @Test
  void every_routing_step_of_a_trace_is_in_the_table_of_its_gateway() {
    for (String to : List.of("10.2.0.11", "10.3.0.11", "203.0.113.53")) {
      patched(
          "/infra/traceflows/t",
          "{'source_id': '/infra/segments/one/ports/a', 'packet': {'resource_type':"
              + " 'FieldsPacketData', 'ip_header': {'dst_ip': '"
              + to
              + "'}}}");
      List<Map<String, String>> steps =
          get("/infra/traceflows/t/observations")
              .extract()
              .jsonPath()
              .getList("results.findAll { it.route_prefix }");
      assertThat(steps).isNotEmpty();
      for (Map<String, String> step : steps) {
        JsonPath table = get(step.get("component_path") + "/forwarding-table").extract().jsonPath();
        List<Map<String, String>> entries = table.getList("results[0].route_entries");
        assertThat(entries)
            .anySatisfy(entry -> {
              assertThat(entry.get("network")).isEqualTo(step.get("route_prefix"));
              assertThat(entry.get("next_hop")).isEqualTo(step.get("next_hop"));
            });
      }
    }
  }

  @Test
  void a_neighbor_is_established_where_a_router_owns_its_address() {
    get(LOCALE + "/bgp/neighbors/status")
        .body("result_count", equalTo(2))
        .body("results[0].connection_state", equalTo("ESTABLISHED"))
        .body("results[0].source_address", equalTo("192.0.2.2"))
        .body("results[0].total_in_prefix_count", equalTo(1))
        .body("results[1].connection_state", equalTo("CONNECT"));
    patched(
        NEIGHBORS + "core",
        "{'neighbor_address': '192.0.2.1', 'remote_as_num': '65001', 'enabled': false}");
    get(LOCALE + "/bgp/neighbors/status")
        .body("results.connection_state", everyItem(equalTo("IDLE")))
        .body("results[0].total_in_prefix_count", equalTo(0));
    get(TIER0 + "/forwarding-table").body("results[0].route_entries.route_type", not(hasItem("b")));
    patched(NEIGHBORS + "core", "{'neighbor_address': '192.0.2.9', 'remote_as_num': '65001'}");
    get(LOCALE + "/bgp/neighbors/status")
        .body("results.connection_state", everyItem(equalTo("CONNECT")));
  }

  @Test
  void what_a_neighbor_tells_and_is_told_can_be_read() {
    get(NEIGHBORS + "core/routes")
        .body("results[0].neighbor_path", equalTo(NEIGHBORS + "core"))
        .body("results[0].edge_node_routes[0].source_address", equalTo("192.0.2.2"))
        .body("results[0].edge_node_routes[0].routes.network", contains("203.0.113.0/24"))
        .body("results[0].edge_node_routes[0].routes[0].as_path", equalTo("65001"));
    get(NEIGHBORS + "core/advertised-routes")
        .body(
            "results[0].edge_node_routes[0].routes.network",
            containsInAnyOrder("10.1.0.0/24", "10.2.0.0/24", "10.3.0.0/24", "198.51.100.1/32"))
        .body("results[0].edge_node_routes[0].routes.next_hop", everyItem(equalTo("192.0.2.2")));
  }

  @Test
  void an_arp_table_has_who_is_on_the_link() {
    get("/infra/segments/one/gateway-interface-arp-table")
        .body("results.ip", contains("10.1.0.11"))
        .body("results.mac_address", contains("00:50:56:00:00:01"));
    get(LOCALE + "/interfaces/uplink/arp-table")
        .body("results.ip", contains("192.0.2.1"))
        .body("edge_path", equalTo(edgePath(clusterPath(), 0)));
    get("/infra/tier-1s/web/tier-0-interface/arp-table")
        .body("results[0].ip", startsWith("100.64."));
    get(TIER0 + "/tier-1-interface/arp-table?tier1_path=/infra/tier-1s/web")
        .body("results[0].ip", startsWith("100.64."));
    get("/infra/segments/one/mac-table").body("results.mac_address", contains("00:50:56:00:00:01"));
    get("/infra/segments/one/ports/a/mac-table")
        .body("results.mac_address", contains("00:50:56:00:00:01"));
    get("/infra/segments/none/mac-table").statusCode(404);
  }

  @Test
  void a_tier0_counts_its_routes() {
    get(TIER0 + "/number-of-routes").body("number_of_ipv4", not(equalTo(0)));
  }

  @Test
  void a_node_has_a_tunnel_to_every_other_node() {
    patched(POINT + "/host-transport-nodes/h1", "{}");
    patched(POINT + "/host-transport-nodes/h2", "{}");
    List<String> nodes = get(POINT + "/host-transport-nodes").extract().path("results.unique_id");
    String tunnels = POINT + "/host-transport-nodes/h1/tunnels";
    JsonPath list = get(tunnels).statusCode(200).extract().jsonPath();
    assertThat(list.getList("tunnels.remote_node_id")).containsExactly(nodes.get(1));
    assertThat(list.getString("tunnels[0].status")).isEqualTo("UP");
    String name = list.getString("tunnels[0].name");
    get(tunnels + "/" + name).body("remote_ip", equalTo(list.getString("tunnels[0].remote_ip")));
    get(tunnels + "/none").statusCode(404).body("error_code", equalTo(600));
    get(POINT + "/host-transport-nodes/feature-opt-in/tunnels").statusCode(404);
    get(tunnels + "?status=DOWN").body("tunnels", empty()).body("result_count", equalTo(0));
    admin()
        .get("/api/v1/transport-nodes/" + nodes.get(0) + "/tunnels")
        .then()
        .body("tunnels.name", contains(name));
    admin().get("/api/v1/transport-nodes/none/tunnels").then().statusCode(404);
  }

  @Test
  void the_other_end_of_a_stretched_network_is_told_how_to_reach_it() {
    String vpn = "/infra/tier-1s/web/ipsec-vpn-services/v";
    String stretched = "/infra/tier-1s/web/l2vpn-services/l";
    patched("/infra/tier-1s/web/ipsec-vpn-services/v", "{}");
    patched(vpn + "/local-endpoints/here", "{'local_address': '10.9.0.1', 'local_id': 'here'}");
    patched(
        vpn + "/sessions/s",
        "{'resource_type': 'RouteBasedIPSecVpnSession', 'peer_address': '203.0.113.9',"
            + " 'peer_id': 'there', 'psk': 'secret', 'local_endpoint_path': '"
            + vpn
            + "/local-endpoints/here', 'tunnel_interfaces': [{'ip_subnets':"
            + " [{'ip_addresses': ['169.254.31.1'], 'prefix_length': 30}]}]}");
    patched(stretched, "{'mode': 'SERVER'}");
    patched(
        stretched + "/sessions/s",
        "{'display_name': 'stretched', 'transport_tunnels': ['"
            + vpn
            + "/sessions/s'], 'tunnel_encapsulation': {'local_endpoint_address': '169.254.64.1',"
            + " 'peer_endpoint_address': '169.254.64.2'}}");
    String code =
        get(stretched + "/sessions/s/peer-config")
            .statusCode(200)
            .body("results[0].peer_codes[0].transport_tunnel_path", equalTo(vpn + "/sessions/s"))
            .extract()
            .path("results[0].peer_codes[0].peer_code");
    String text = new String(Base64.getDecoder().decode(code.split(",", 2)[1]), UTF_8);
    JsonPath told = JsonPath.from(text);
    assertThat(told.getString("srcTapIp")).isEqualTo("169.254.64.2");
    assertThat(told.getString("tunnels[0].localId")).isEqualTo("there");
    assertThat(told.getString("tunnels[0].peerId")).isEqualTo("here");
    assertThat(told.getString("tunnels[0].localVtiIp")).isEqualTo("169.254.31.2/30");
    patched(stretched, "{'mode': 'CLIENT'}");
    get(stretched + "/sessions/s/peer-config").body("results[0].peer_codes", empty());
    get(stretched + "/sessions/none/peer-config").statusCode(404);
  }
}
