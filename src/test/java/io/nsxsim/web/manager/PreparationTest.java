package io.nsxsim.web.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What clients of the Manager API ask for to prepare hosts and to look after the manager. */
class PreparationTest extends ManagerHttpTest {

  private static final String PROFILES = MANAGER + "/transport-node-profiles";
  private static final String COLLECTIONS = MANAGER + "/transport-node-collections";
  private static final String SWITCHES = MANAGER + "/host-switch-profiles";
  private static final String ENABLED_ON = "service_properties.enabled_on";

  @Test
  void a_transport_node_profile_names_zones_by_ids_here_and_by_paths_as_policy() {
    String zone = created(MANAGER + "/transport-zones", "{'transport_type': 'OVERLAY'}");
    String uplink =
        created(
            SWITCHES,
            "{'resource_type': 'UplinkHostSwitchProfile', 'teaming': {'policy': 'FAILOVER_ORDER',"
                + " 'active_list': [{'uplink_name': 'u1', 'uplink_type': 'PNIC'}]}}");
    String id = created(PROFILES, "{'display_name': 'tnp', " + switches(zone, uplink) + "}");
    String first = "host_switch_spec.host_switches[0].";
    get(PROFILES + "/" + id)
        .body("resource_type", equalTo("TransportNodeProfile"))
        .body(first + "transport_zone_endpoints[0].transport_zone_id", equalTo(zone))
        .body(first + "host_switch_profile_ids[0].value", equalTo(uplink));
    String fabric = FABRIC.substring(POLICY.length());
    get(POLICY + "/infra/host-transport-node-profiles/" + id)
        .body("resource_type", equalTo("PolicyHostTransportNodeProfile"))
        .body(
            first + "transport_zone_endpoints[0].transport_zone_id",
            equalTo(fabric + "/transport-zones/" + zone))
        .body(
            first + "host_switch_profile_ids[0].value",
            equalTo("/infra/host-switch-profiles/" + uplink));
    put(
            PROFILES + "/" + id,
            "{'display_name': 'other', '_revision': 0, " + switches(zone, uplink) + "}")
        .statusCode(200)
        .body("_revision", equalTo(1));
    delete(PROFILES + "/" + id).statusCode(200);
    isRefused(get(PROFILES + "/" + id), 404, 600);
  }

  @Test
  void switches_are_of_zones_and_profiles_that_are_there() {
    String zone = created(MANAGER + "/transport-zones", "{'transport_type': 'OVERLAY'}");
    isRefused(post(PROFILES, "{" + switches("nowhere", "") + "}"), 400, 255);
    isRefused(post(PROFILES, "{" + switches(zone, "nothing") + "}"), 400, 255);
  }

  @Test
  void a_host_is_taken_with_the_ids_of_its_transport_zones() {
    String zone = created(MANAGER + "/transport-zones", "{'transport_type': 'OVERLAY'}");
    String id =
        created(
            MANAGER + "/transport-nodes",
            "{'display_name': 'esx', 'node_deployment_info': {'resource_type': 'HostNode',"
                + " 'os_type': 'ESXI', 'ip_addresses': ['10.0.0.9']}, "
                + switches(zone, "")
                + "}");
    get(MANAGER + "/transport-nodes/" + id)
        .body(
            "host_switch_spec.host_switches[0].transport_zone_endpoints[0].transport_zone_id",
            equalTo(zone));
    delete(MANAGER + "/transport-nodes/" + id).statusCode(200);
  }

  private static String switches(String zone, String uplink) {
    String profiles =
        uplink.isEmpty() ? "" : "{'key': 'UplinkHostSwitchProfile', 'value': '" + uplink + "'}";
    return "'host_switch_spec': {'resource_type': 'StandardHostSwitchSpec', 'host_switches': ["
        + "{'host_switch_name': 'one', 'host_switch_mode': 'STANDARD', 'host_switch_profile_ids': ["
        + profiles
        + "], 'transport_zone_endpoints': [{'transport_zone_id': '"
        + zone
        + "'}], 'pnics': [{'device_name': 'vmnic1', 'uplink_name': 'u1'}],"
        + " 'ip_assignment_spec': {'resource_type': 'AssignedByDhcp'}}]}";
  }

  @Test
  void a_collection_of_hosts_names_a_profile_that_exists_and_is_in_use() {
    String profile = created(PROFILES, "{'display_name': 'tnp-2'}");
    String collection = "{'compute_collection_id': 'c1:domain-c9', 'transport_node_profile_id': '";
    isRefused(post(COLLECTIONS, collection + "nobody'}"), 400, 255);
    String id = created(COLLECTIONS, collection + profile + "'}");
    get(COLLECTIONS + "/" + id).body("transport_node_profile_id", equalTo(profile));
    get(COLLECTIONS + "/" + id + "/state").body("state", equalTo("SUCCESS"));
    get(FABRIC + "/transport-node-collections/" + id)
        .body(
            "transport_node_profile_id", equalTo("/infra/host-transport-node-profiles/" + profile));
    isRefused(delete(PROFILES + "/" + profile), 400, 500030);
    delete(COLLECTIONS + "/" + id).statusCode(200);
    isRefused(get(COLLECTIONS + "/" + id + "/state"), 404, 600);
    delete(PROFILES + "/" + profile).statusCode(200);
  }

  @Test
  void profiles_of_the_system_are_listed_on_request() {
    String type = "?hostswitch_profile_type=UplinkHostSwitchProfile";
    String policy = POLICY + "/infra/host-switch-profiles?include_system_owned=";
    get(SWITCHES).body("results._system_owned", not(hasItem(true)));
    get(SWITCHES + type + "&include_system_owned=true")
        .body("results._system_owned", hasItem(true))
        .body("results.findAll { it.resource_type != 'UplinkHostSwitchProfile' }", hasSize(0));
    get(policy + "false").body("results._system_owned", not(hasItem(true)));
    get(policy + "true").body("results._system_owned", hasItem(true));
  }

  @Test
  void a_manager_node_is_deployed_and_taken_back() {
    String deployments = MANAGER + "/cluster/nodes/deployments";
    isRefused(post(deployments, "{'deployment_requests': []}"), 400, 255);
    isRefused(post(deployments, "{'deployment_requests': [5]}"), 400, 255);
    String id =
        post(
                deployments,
                "{'deployment_requests': [{'roles': ['CONTROLLER', 'MANAGER'], 'form_factor':"
                    + " 'SMALL', 'user_settings': {'root_password': 'secret'}, 'deployment_config':"
                    + " {'placement_type': 'VsphereClusterNodeVMDeploymentConfig', 'hostname':"
                    + " 'manager-2', 'vc_id': 'vc'}}]}")
            .statusCode(201)
            .extract()
            .path("results[0].vm_id");
    get(deployments)
        .body(
            "results.find { it.vm_id == '%s' }.deployment_config.hostname".formatted(id),
            equalTo("manager-2"))
        .body("results[0].user_settings.root_password", nullValue());
    get(deployments + "/" + id + "/status").body("status", equalTo("VM_CLUSTERING_SUCCESSFUL"));
    post(deployments + "/" + id + "?action=delete", "").statusCode(200);
    isRefused(get(deployments + "/" + id + "/status"), 404, 600);
    isRefused(post(deployments + "/" + id + "?action=delete", ""), 404, 600);
  }

  @Test
  void an_address_pool_is_written_with_its_subnets() {
    String pools = MANAGER + "/pools/ip-pools";
    String subnet =
        "{'cidr': '172.16.5.0/24', 'gateway_ip': '172.16.5.1',"
            + " 'allocation_ranges': [{'start': '172.16.5.10', 'end': '172.16.5.19'}]}";
    String id = created(pools, "{'display_name': 'tep', 'subnets': [" + subnet + "]}");
    get(pools + "/" + id)
        .body("subnets[0].gateway_ip", equalTo("172.16.5.1"))
        .body("pool_usage.total_ids", equalTo(10));
    String other = subnet.replace("172.16.5", "172.16.6");
    String body = "{'display_name': 'teps', '_revision': 0, 'subnets': [" + other + "]}";
    put(pools + "/" + id, body)
        .statusCode(200)
        .body("display_name", equalTo("teps"))
        .body("subnets.cidr", equalTo(java.util.List.of("172.16.6.0/24")));
    isRefused(put(pools + "/" + id, body), 412, 604);
    isRefused(put(pools + "/" + id, "{'_revision': 1, 'subnets': [{'cidr': 'x'}]}"), 400, 255);
    post(pools + "/" + id + "?action=ALLOCATE", "{}").statusCode(200);
    isRefused(delete(pools + "/" + id), 400, 500030);
    delete(pools + "/" + id + "?force=true").statusCode(200);
    isRefused(get(pools + "/" + id), 404, 600);
  }

  @Test
  void an_address_block_is_one_of_the_policy_tree() {
    String blocks = MANAGER + "/pools/ip-blocks";
    String id = created(blocks, "{'display_name': 'block', 'cidr': '172.17.0.0/16'}");
    get(POLICY + "/infra/ip-blocks/" + id).body("cidr", equalTo("172.17.0.0/16"));
    get(blocks + "/" + id).body("id", equalTo(id)).body("cidr", equalTo("172.17.0.0/16"));
    delete(blocks + "/" + id).statusCode(200);
  }

  @Test
  void the_workspace_one_provider_is_off_until_it_is_set() {
    String provider = MANAGER + "/node/aaa/providers/vidm";
    get(provider).statusCode(200).body("vidm_enable", equalTo(false));
    put(
            provider,
            "{'vidm_enable': true, 'host_name': 'idp.example', 'client_id': 'nsx', 'client_secret':"
                + " 'secret', 'thumbprint': 'ab', 'node_host_name': 'nsx.example'}")
        .statusCode(200);
    get(provider).body("host_name", equalTo("idp.example")).body("client_secret", nullValue());
    put(provider, "{'vidm_enable': false}").statusCode(200);
  }

  @Test
  void the_plan_of_an_upgrade_is_kept_for_each_component() {
    String settings = MANAGER + "/upgrade/plan/HOST/settings";
    get(settings).statusCode(200).body("parallel", equalTo(true));
    put(settings, "{'parallel': false, 'pause_on_error': true, 'pause_after_each_group': true}")
        .statusCode(200);
    get(settings).body("pause_after_each_group", equalTo(true));
    get(MANAGER + "/upgrade/plan/EDGE/settings").body("parallel", equalTo(true));
    post(MANAGER + "/upgrade/plan?action=start", "").statusCode(200);
    get(MANAGER + "/upgrade/eula/content").statusCode(200);
  }

  @Test
  void a_manager_that_is_up_to_date_has_passed_all_checks() {
    post(MANAGER + "/upgrade?action=execute_pre_upgrade_checks", "").statusCode(200);
    get(MANAGER + "/upgrade/status-summary")
        .body("overall_upgrade_status", equalTo("SUCCESS"))
        .body("component_status.pre_upgrade_status.status.unique()", equalTo(List.of("COMPLETED")));
  }

  @Test
  void the_upgrade_is_coordinated_by_the_server_that_was_asked() {
    String address = get(MANAGER + "/node/services/install-upgrade").extract().path(ENABLED_ON);
    assertThat(address).isEqualTo("127.0.0.1:" + port());
  }

  @Test
  void repositories_are_synchronized_at_once() {
    post(MANAGER + "/cluster/node?action=repo_sync", "").statusCode(200);
    String node = get(MANAGER + "/cluster").extract().path("nodes[0].node_uuid");
    get(MANAGER + "/cluster/nodes/" + node + "/repo_sync/status")
        .body("status", equalTo("SUCCESS"));
  }

  @Test
  void a_switch_that_hosts_are_connected_to_is_known_by_its_name() {
    get(MANAGER + "/fabric/virtual-switches").body("results", empty());
    String id =
        created(
            PROFILES,
            "{'display_name': 'vds', 'host_switch_spec': {'resource_type':"
                + " 'StandardHostSwitchSpec', 'host_switches': [{'host_switch_type': 'VDS',"
                + " 'host_switch_name': 'dvs-7', 'host_switch_id': '50 17 4c',"
                + " 'uplinks': [{'vds_uplink_name': 'Uplink 1', 'uplink_name': 'uplink-1'}]}]}}");
    get(MANAGER + "/fabric/virtual-switches")
        .body("results.display_name", equalTo(List.of("dvs-7")))
        .body("results[0].uuid", equalTo("50 17 4c"))
        .body("results[0].uplink_port_names", equalTo(List.of("Uplink 1")));
    delete(PROFILES + "/" + id).statusCode(200);
  }
}
