package io.nsxsim.web.datapath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A project whose transit gateway is connected to the tier-0, with one VPC, made as users do. */
class VpcDatapathTest extends DatapathHttpTest {

  private static final String PROJECT = "/orgs/default/projects/dev";
  private static final String TRANSIT = PROJECT + "/transit-gateways/default";
  private static final String PROFILE = PROJECT + "/vpc-connectivity-profiles/default";
  private static final String VPC = PROJECT + "/vpcs/shop";
  private static final String TRACE = PROJECT + "/infra/traceflows/t";

  @BeforeEach
  void vpc() {
    install(
        "/org-root",
        "{'resource_type': 'OrgRoot', 'children': [{'resource_type': 'ChildOrg', 'Org':"
            + " {'id': 'default'}}]}");
    install(
        "/infra",
        "{'resource_type': 'Infra', 'children': [{'resource_type': 'ChildNetworkSpan',"
            + " 'NetworkSpan': {'id': 'default', 'is_default': true}}]}");
    patched("/infra/gateway-connections/out", "{'tier0_path': '/infra/tier-0s/edge'}");
    patched("/infra/ip-blocks/public", "{'cidr': '203.0.112.0/24', 'visibility': 'EXTERNAL'}");
    patched(
        PROJECT,
        "{'tgw_external_connections': ['/infra/gateway-connections/out'],"
            + " 'external_ipv4_blocks': ['/infra/ip-blocks/public'], 'site_infos': [{'site_path':"
            + " '/infra/sites/default', 'edge_cluster_paths': ['"
            + clusterPath()
            + "']}]}");
    patched(
        "/infra/tier-0s/edge/locale-services/default",
        "{'edge_cluster_path': '"
            + clusterPath()
            + "', 'route_redistribution_config': {'bgp_enabled': true, 'redistribution_rules': [{"
            + "'route_redistribution_types': ['TGW_STATIC']}]}}");
    patched(TRANSIT + "/attachments/out", "{'connection_path': '/infra/gateway-connections/out'}");
    patched(
        PROFILE,
        "{'transit_gateway_path': '"
            + TRANSIT
            + "', 'external_ip_blocks': ['/infra/ip-blocks/public'], 'service_gateway':"
            + " {'enable': true, 'nat_config': {'enable_default_snat': true}}}");
    patched(VPC, "{'private_ips': ['172.24.11.0/24']}");
    patched(VPC + "/attachments/a", "{'vpc_connectivity_profile': '" + PROFILE + "'}");
    patched(VPC + "/subnets/db", "{'access_mode': 'Private', 'ip_addresses': ['172.24.11.0/28']}");
    patched(VPC + "/subnets/web", "{'access_mode': 'Public', 'ip_addresses': ['203.0.112.32/28']}");
    patched(VPC + "/subnets/db/ports/p", "{'attachment': {'id': 'vif-db'}}");
    patched(VPC + "/subnets/web/ports/p", "{}");
    admin()
        .body(
            quoted(
                """
                {'virtual_machines': [
                  {'id': 'db', 'display_name': 'db', 'interfaces': [{
                    'segment_port_path': '%s/subnets/db/ports/p',
                    'mac_address': '00:50:56:00:00:11', 'ip_addresses': ['172.24.11.5/28']}]},
                  {'id': 'web', 'display_name': 'web', 'interfaces': [{
                    'segment_port_path': '%s/subnets/web/ports/p',
                    'ip_addresses': ['203.0.112.40/28']}]}]}
                """
                    .formatted(VPC, VPC)))
        .patch("/nsxsim/api/v1/inventory")
        .then()
        .statusCode(200);
  }

  @Test
  void a_private_machine_goes_out_by_the_default_translation() {
    JsonPath trace =
        admin()
            .body(quoted("{'from': 'db', 'to': 'dns', 'protocol': 'ICMP'}"))
            .post("/nsxsim/api/v1/traces")
            .jsonPath();

    assertThat(trace.getString("verdict")).isEqualTo("REACHED");
    assertThat(trace.getString("return_path.verdict")).isEqualTo("REACHED");
    String snat =
        get(VPC + "/ip-address-allocations/default-snat-ip").extract().path("allocation_ips");
    assertThat(trace.getString("hops[-1].before.source")).isEqualTo(snat);
    assertThat(trace.getList("hops.device", String.class))
        .containsSubsequence(VPC, TRANSIT, "/infra/tier-0s/edge");
  }

  @Test
  void a_traceflow_of_a_project_starts_at_ports_of_the_project_only() {
    patched(
        TRACE,
        "{'source_id': '/infra/segments/one/ports/a', 'packet': {'resource_type':"
            + " 'FieldsPacketData', 'transport_type': 'UNICAST', 'ip_header':"
            + " {'src_ip': '10.1.0.11', 'dst_ip': '10.2.0.11'}}}");
    get(TRACE + "/status").body("request_status", equalTo("SOURCE_PORT_NOT_FOUND"));
  }

  @Test
  void the_gateways_have_forwarding_tables() {
    get(VPC + "/forwarding-table")
        .statusCode(200)
        .body("results[0].route_entries.network", hasItems("0.0.0.0/0", "172.24.11.0/28"));
    get(TRANSIT + "/forwarding-table")
        .body("results[0].edge_node", startsWith(clusterPath()))
        .body("results[0].route_entries.network", hasItems("0.0.0.0/0", "203.0.112.32/28"))
        .body("results[0].route_entries.network", not(hasItem("172.24.11.0/28")));
    get(TRANSIT + "/routing-table?route_source=STATIC")
        .body("results[0].route_entries.network", contains("0.0.0.0/0"));
    get("/infra/tier-0s/edge/forwarding-table?network_prefix=203.0.112.32/28")
        .body("results[0].route_entries.route_type", contains("tgws"));
    get(PROJECT + "/vpcs/none/forwarding-table").statusCode(404);
  }

  @Test
  void what_is_told_upwards_is_shown() {
    String snat =
        get(VPC + "/ip-address-allocations/default-snat-ip").extract().path("allocation_ips");
    get(VPC + "/advertised-networks")
        .body("results.network", containsInAnyOrder("203.0.112.32/28", snat + "/32"));
    get(TRANSIT + "/attachments/out/advertised-networks")
        .body("results.network", containsInAnyOrder("203.0.112.32/28", snat + "/32"))
        .body("results[0].rule_filter_type", equalTo("TGW_STATIC"));
  }

  @Test
  void their_service_routers_are_on_edge_nodes() {
    for (String gateway : new String[] {VPC, TRANSIT}) {
      get(gateway + "/state")
          .body("per_node_status.edge_path", everyItem(startsWith(clusterPath())))
          .body("per_node_status.high_availability_status", contains("ACTIVE", "STANDBY"));
    }
    patched(PROFILE, "{'transit_gateway_path': '" + TRANSIT + "'}");
    get(VPC + "/state").body("per_node_status", empty());
  }

  @Test
  void neighbours_are_those_of_the_subnet() {
    get(VPC + "/subnets/db/arp-table")
        .body("results.ip", contains("172.24.11.5"))
        .body("results.mac_address", contains("00:50:56:00:00:11"));
    get(VPC + "/subnets/db/mac-table").body("results.mac_address", hasItem("00:50:56:00:00:11"));
    get(VPC + "/subnets/db/ports/p/mac-table")
        .body("results.mac_address", contains("00:50:56:00:00:11"));
  }

  @Test
  void a_traceflow_names_the_routers_of_a_vpc() {
    patched(
        TRACE,
        "{'source_id': '"
            + VPC
            + "/subnets/db/ports/p', 'packet': {'resource_type': 'FieldsPacketData',"
            + " 'transport_type': 'UNICAST', 'ip_header': {'src_ip': '172.24.11.5',"
            + " 'dst_ip': '203.0.113.53'}}}");
    get(TRACE + "/observations")
        .body(
            "results.findAll { it.component_type == 'LR' }.component_sub_type.unique()",
            contains("LR_VPC", "LR_CTGW", "LR_TIER0"))
        .body("results.component_type", hasItem("NAT"))
        .body("results[0].component_name", equalTo("db"));
  }
}
