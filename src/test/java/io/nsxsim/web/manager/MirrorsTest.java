package io.nsxsim.web.manager;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.Test;

/** Objects that both interfaces show. */
class MirrorsTest extends ManagerHttpTest {

  private static final String EDGE = "5d0f6c3a-8c0e-4a1f-9a57-3f1f0c1d2e41";
  private static final String PROFILE = "91bcaa06-47a1-11e4-8316-17ffc770799b";

  @Test
  void a_transport_zone_made_as_policy_is_seen_by_its_unique_id() {
    String policy = FABRIC + "/transport-zones/by-policy";
    admin().body("{\"tz_type\": \"VLAN_BACKED\"}").patch(policy).then().statusCode(200);
    String id = get(policy).extract().path("unique_id");
    get(MANAGER + "/transport-zones/" + id)
        .statusCode(200)
        .body("id", equalTo(id))
        .body("transport_type", equalTo("VLAN"));
    delete(policy).statusCode(200);
    isRefused(get(MANAGER + "/transport-zones/" + id), 404, 600);
  }

  @Test
  void an_edge_cluster_made_here_is_one_of_the_policy_tree() {
    String clusters = MANAGER + "/edge-clusters";
    String id =
        created(
            clusters,
            "{'display_name': 'pair', 'members': [{'transport_node_id': '"
                + EDGE
                + "'}],"
                + " 'cluster_profile_bindings': [{'resource_type': 'EdgeHighAvailabilityProfile',"
                + " 'profile_id': '"
                + PROFILE
                + "'}]}");
    String policy = FABRIC + "/edge-clusters/" + id;
    get(policy)
        .statusCode(200)
        .body("unique_id", equalTo(id))
        .body("nsx_id", equalTo(id))
        .body(
            "policy_edge_nodes[0].edge_transport_node_path",
            equalTo(FABRIC.substring(POLICY.length()) + "/edge-transport-nodes/" + EDGE));
    get(policy + "/edge-nodes/0").statusCode(200).body("nsx_id", equalTo(EDGE));
    put(clusters + "/" + id, "{'display_name': 'renamed', '_revision': 0}").statusCode(200);
    get(policy).body("display_name", equalTo("renamed")).body("_revision", equalTo(1));
    get(clusters + "/" + id).body("members.size()", equalTo(0));
    isRefused(put(clusters + "/" + id, "{'_revision': 0}"), 412, 604);
    delete(clusters + "/" + id).statusCode(200);
    isRefused(get(policy), 404, 600);
  }

  @Test
  void an_edge_cluster_needs_edges_that_exist() {
    isRefused(
        post(MANAGER + "/edge-clusters", "{'members': [{'transport_node_id': 'nobody'}]}"),
        400,
        255);
  }

  @Test
  void an_edge_keeps_what_only_this_side_knows() {
    String nodes = MANAGER + "/transport-nodes";
    String id =
        created(
            nodes,
            "{'display_name': 'edge-9', 'node_deployment_info': {'resource_type': 'EdgeNode',"
                + " 'deployment_config': {'form_factor': 'LARGE', 'node_user_settings':"
                + " {'cli_password': 'secret'}}, 'node_settings': {'hostname': 'e9.example'}},"
                + " 'host_switch_spec': {'resource_type': 'StandardHostSwitchSpec',"
                + " 'host_switches': [{'host_switch_name': 'one'}]}}");
    get(nodes + "/" + id)
        .body("node_id", equalTo(id))
        .body("host_switch_spec.host_switches[0].host_switch_name", equalTo("one"))
        .body(
            "node_deployment_info.deployment_config.node_user_settings.cli_password", nullValue());
    get(nodes + "/" + id + "/state").body("state", equalTo("success"));
    get(FABRIC + "/edge-transport-nodes/" + id)
        .statusCode(200)
        .body("hostname", equalTo("e9.example"))
        .body("form_factor", equalTo("LARGE"));
    delete(FABRIC + "/edge-transport-nodes/" + id).statusCode(200);
    isRefused(get(nodes + "/" + id), 404, 600);
    isRefused(get(nodes + "/" + id + "/state"), 404, 600);
  }

  @Test
  void an_edge_in_a_cluster_stays() {
    String id =
        created(
            MANAGER + "/transport-nodes",
            "{'display_name': 'member', 'node_deployment_info': {'resource_type': 'EdgeNode'}}");
    String cluster =
        created(MANAGER + "/edge-clusters", "{'members': [{'transport_node_id': '" + id + "'}]}");
    isRefused(delete(MANAGER + "/transport-nodes/" + id), 400, 500030);
    delete(MANAGER + "/edge-clusters/" + cluster).statusCode(200);
    delete(MANAGER + "/transport-nodes/" + id).statusCode(200);
  }

  @Test
  void profiles_are_the_same_on_both_sides() {
    get(MANAGER + "/cluster-profiles").body("results.id", hasItem(PROFILE));
    String id =
        created(
            MANAGER + "/host-switch-profiles",
            "{'resource_type': 'UplinkHostSwitchProfile', 'teaming': {'policy': 'FAILOVER_ORDER',"
                + " 'active_list': [{'uplink_name': 'up', 'uplink_type': 'PNIC'}]}}");
    get(POLICY + "/infra/host-switch-profiles/" + id)
        .body("resource_type", equalTo("PolicyUplinkHostSwitchProfile"));
  }

  @Test
  void a_profile_that_policy_does_not_know_is_kept_here() {
    String id =
        created(
            MANAGER + "/cluster-profiles",
            "{'resource_type': 'BridgeHighAvailabilityClusterProfile'}");
    get(MANAGER + "/cluster-profiles").body("results.id", hasItem(id));
    delete(MANAGER + "/cluster-profiles/" + id).statusCode(200);
  }
}
