package io.nsxsim.web.manager;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Edge nodes that are emptied or fail, as both interfaces show them. */
class EdgeMaintenanceTest extends ManagerHttpTest {

  private static final String EDGE = "5d0f6c3a-8c0e-4a1f-9a57-3f1f0c1d2e41";
  private static final String NODE = MANAGER + "/transport-nodes/" + EDGE;
  private static final String POLICY_NODE = FABRIC + "/edge-transport-nodes/" + EDGE;
  private static final String INVENTORY = "/nsxsim/api/v1/inventory/edge-nodes/";

  @AfterEach
  void the_edge_is_up_again() {
    delete(INVENTORY + EDGE);
  }

  @Test
  void an_edge_enters_and_leaves_maintenance_mode() {
    post(NODE + "?action=enter_maintenance_mode", "{}").statusCode(200);
    get(NODE).body("maintenance_mode", equalTo("ENABLED"));
    get(NODE + "/state").body("maintenance_mode_state", equalTo("ENABLED"));
    get(NODE + "/status").body("node_status.maintenance_mode", equalTo("ON"));
    get(POLICY_NODE + "/state").body("maintenance_mode_state", equalTo("ENABLED"));
    get(INVENTORY + EDGE).body("state", equalTo("MAINTENANCE_MODE"));

    post(POLICY_NODE + "/action/exit-maintenance-mode", "{}").statusCode(200);
    get(NODE).body("maintenance_mode", equalTo("DISABLED"));
    get(NODE + "/state").body("maintenance_mode_state", equalTo("DISABLED"));
    get(NODE + "/status").body("node_status.maintenance_mode", equalTo("OFF"));
    get(POLICY_NODE + "/state").body("maintenance_mode_state", equalTo("DISABLED"));
  }

  @Test
  void leaving_maintenance_mode_does_not_mend_a_node_that_is_down() {
    put(INVENTORY + EDGE, "{'state': 'DOWN'}").statusCode(200);
    post(NODE + "?action=exit_maintenance_mode", "{}").statusCode(200);

    get(NODE + "/status").body("status", equalTo("DOWN"));
    get(NODE).body("maintenance_mode", equalTo("DISABLED"));
  }

  @Test
  void a_gateway_shows_its_part_on_an_edge_in_maintenance_as_down() {
    put(POLICY + "/infra/tier-1s/on-edges", "{}").statusCode(200);
    put(
            POLICY + "/infra/tier-1s/on-edges/locale-services/default",
            "{'edge_cluster_path': '"
                + FABRIC.substring(POLICY.length())
                + "/edge-clusters/5d0f6c3a-8c0e-4a1f-9a57-3f1f0c1d2e40'}")
        .statusCode(200);
    String state = POLICY + "/infra/tier-1s/on-edges/state";
    String all = "tier1_status.per_node_status.high_availability_status";
    get(state).body(all, hasItem("ACTIVE")).body(all, hasItem("STANDBY"));

    post(POLICY_NODE + "/action/enter-maintenance-mode", "{}").statusCode(200);

    get(state).body(all, hasItem("ACTIVE")).body(all, hasItem("DOWN"));
    delete(POLICY + "/infra/tier-1s/on-edges?is_recursive=true");
  }

  @Test
  void a_state_that_is_told_can_be_told_again() {
    put(INVENTORY + EDGE, "{'state': 'DOWN'}").statusCode(200);
    admin().body("{\"state\": \"UP\"}").patch(INVENTORY + EDGE).then().statusCode(200);

    get(INVENTORY + EDGE).body("$", equalTo(Map.of("id", EDGE, "state", "UP")));
  }

  @Test
  void a_node_that_is_not_there_is_refused() {
    isRefused(
        post(MANAGER + "/transport-nodes/nobody?action=enter_maintenance_mode", "{}"), 404, 600);
    isRefused(
        post(FABRIC + "/edge-transport-nodes/nobody/action/exit-maintenance-mode", "{}"), 404, 600);
  }

  @Test
  void a_state_that_there_is_not_is_refused() {
    isRefused(put(INVENTORY + EDGE, "{'state': 'ASLEEP'}"), 400, 255);
  }
}
