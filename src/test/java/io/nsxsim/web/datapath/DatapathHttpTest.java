package io.nsxsim.web.datapath;

import io.nsxsim.RunningServer;
import io.nsxsim.catalogue.TreeTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * A network over HTTP; JSON is written with single quotes.
 *
 * <pre>
 * a 10.1.0.11 - segment one 10.1.0.1 - tier-1 web (SNAT to 198.51.100.1) - tier-0 edge - core 192.0.2.1
 * b 10.2.0.11 - segment two 10.2.0.1 -'                       c 10.3.0.11 - segment three 10.3.0.1 -'
 * </pre>
 *
 * <p>The tier-0 is active on edge-1, at 192.0.2.2. The segment three is on tier-1 other.
 */
abstract class DatapathHttpTest extends TreeTest {

  static final String POLICY = "/policy/api/v1";
  static final String POINT = "/infra/sites/default/enforcement-points/default";

  private static final String INVENTORY =
      """
      {'virtual_machines': [
        {'id': 'a', 'display_name': 'a', 'kind': 'VM', 'power_state': 'VM_RUNNING', 'interfaces': [{
          'segment_port_path': '/infra/segments/one/ports/a', 'mac_address': '00:50:56:00:00:01',
          'ip_addresses': ['10.1.0.11/24'], 'default_gateway': '10.1.0.1'}]},
        {'id': 'b', 'display_name': 'b', 'kind': 'VM', 'power_state': 'VM_RUNNING', 'interfaces': [{
          'segment_port_path': '/infra/segments/two/ports/b', 'mac_address': '00:50:56:00:00:02',
          'ip_addresses': ['10.2.0.11/24'], 'default_gateway': '10.2.0.1'}]},
        {'id': 'c', 'display_name': 'c', 'kind': 'VM', 'power_state': 'VM_RUNNING', 'interfaces': [{
          'segment_port_path': '/infra/segments/three/ports/c', 'mac_address': '00:50:56:00:00:03',
          'ip_addresses': ['10.3.0.11/24'], 'default_gateway': '10.3.0.1'}]}],
       'physical_routers': [{'id': 'core', 'interfaces': [{'address': '192.0.2.1/24'}],
          'routes': [{'network': '203.0.113.0/24'}]}],
       'external_hosts': [{'id': 'dns', 'ip_address': '203.0.113.53', 'dns_names': ['dns.example'],
          'router_id': 'core'}]}
      """;

  @Autowired private ApplicationContext context;

  @BeforeEach
  void network() {
    String cluster = clusterPath();
    String edge = edgePath(cluster, 0);
    patched(
        "/infra/segments/uplink", "{'vlan_ids': ['100'], 'transport_zone_path': '" + vlan() + "'}");
    patched("/infra/tier-0s/edge", "{'ha_mode': 'ACTIVE_STANDBY'}");
    String locale = "/infra/tier-0s/edge/locale-services/default";
    patched(
        locale,
        "{'edge_cluster_path': '"
            + cluster
            + "', 'route_redistribution_config': {'bgp_enabled': true, 'redistribution_rules': [{"
            + "'route_redistribution_types': ['TIER1_CONNECTED', 'TIER1_NAT']}]}}");
    patched(
        locale + "/interfaces/uplink",
        "{'type': 'EXTERNAL', 'edge_path': '"
            + edge
            + "', 'segment_path': '/infra/segments/uplink',"
            + " 'subnets': [{'ip_addresses': ['192.0.2.2'], 'prefix_len': 24}]}");
    patched(locale + "/bgp", "{'local_as_num': '65000', 'enabled': true}");
    patched(
        locale + "/bgp/neighbors/core",
        "{'neighbor_address': '192.0.2.1', 'remote_as_num': '65001'}");
    tier1("web", cluster);
    tier1("other", "");
    segment("one", "web", "10.1.0.1/24");
    segment("two", "web", "10.2.0.1/24");
    segment("three", "other", "10.3.0.1/24");
    patched("/infra/segments/one/ports/a", "{'attachment': {'id': 'vif-a'}}");
    patched("/infra/segments/two/ports/b", "{}");
    patched("/infra/segments/three/ports/c", "{}");
    patched(
        "/infra/tier-1s/web/nat/USER/nat-rules/out",
        "{'action': 'SNAT', 'source_network': '10.0.0.0/8', 'translated_network': '198.51.100.1'}");
    admin().body(quoted(INVENTORY)).put("/nsxsim/api/v1/inventory").then().statusCode(200);
  }

  private void tier1(String name, String cluster) {
    String path = "/infra/tier-1s/" + name;
    patched(
        path,
        "{'tier0_path': '/infra/tier-0s/edge',"
            + " 'route_advertisement_types': ['TIER1_CONNECTED', 'TIER1_NAT']}");
    if (!cluster.isEmpty()) {
      patched(path + "/locale-services/default", "{'edge_cluster_path': '" + cluster + "'}");
    }
  }

  private void segment(String name, String tier1, String gateway) {
    patched(
        "/infra/segments/" + name,
        "{'connectivity_path': '/infra/tier-1s/%s', 'subnets': [{'gateway_address': '%s'}]}"
            .formatted(tier1, gateway));
  }

  static String clusterPath() {
    return EDGES;
  }

  String edgePath(String cluster, int index) {
    return get(cluster + "/edge-nodes").extract().path("results[" + index + "].path");
  }

  private String vlan() {
    return get(POINT + "/transport-zones")
        .extract()
        .path("results.find { it.tz_type == 'VLAN_BACKED' }.path");
  }

  RequestSpecification admin() {
    return RunningServer.in(context).plainAdmin().contentType(ContentType.JSON);
  }

  ValidatableResponse get(String path) {
    return admin().get(POLICY + path).then();
  }

  void patched(String path, String body) {
    admin()
        .body(quoted(body))
        .patch(POLICY + path)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200);
  }

  static String quoted(String body) {
    return body.replace('\'', '"');
  }
}
