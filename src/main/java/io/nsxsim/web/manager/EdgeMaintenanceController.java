package io.nsxsim.web.manager;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.inventory.EdgeNode;
import io.nsxsim.inventory.EdgeNode.State;
import io.nsxsim.inventory.InventoryReader;
import io.nsxsim.inventory.document.PartList;
import io.nsxsim.inventory.service.InventoryService;
import io.nsxsim.manager.ManagerObjects;
import io.nsxsim.path.PolicyPath;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Maintenance mode of edge nodes: gateways leave an edge that enters it at once. Hosts take the
 * actions too, and nothing changes, as the machines of a host have moved away before. That a node
 * is down only the inventory can tell.
 */
@Hidden
@RestController
class EdgeMaintenanceController {

  private static final PolicyPath NODES = new PolicyPath("/api/v1/transport-nodes");
  private static final String NODE = "/api/v1/transport-nodes/{id}";
  private static final String EDGE =
      "/policy/api/v1/infra/sites/{site}/enforcement-points/{point}/edge-transport-nodes/{id}";

  private final ManagerObjects manager;
  private final StoredObjects stored;
  private final FixedAnswers answers;
  private final InventoryService inventory;
  private final InventoryReader reader;

  EdgeMaintenanceController(
      ManagerObjects manager,
      StoredObjects stored,
      FixedAnswers answers,
      InventoryService inventory,
      InventoryReader reader) {
    this.manager = manager;
    this.stored = stored;
    this.answers = answers;
    this.inventory = inventory;
    this.reader = reader;
  }

  @PostMapping(path = NODE, params = "action=enter_maintenance_mode")
  void enter(@PathVariable("id") String id) {
    change(manager.get(NODES, id), State.MAINTENANCE_MODE);
  }

  @PostMapping(path = NODE, params = "action=forced_enter_maintenance_mode")
  void enterByForce(@PathVariable("id") String id) {
    enter(id);
  }

  @PostMapping(path = NODE, params = "action=exit_maintenance_mode")
  void exit(@PathVariable("id") String id) {
    change(manager.get(NODES, id), State.UP);
  }

  @PostMapping(EDGE + "/action/enter-maintenance-mode")
  void enter(
      @PathVariable("site") String site,
      @PathVariable("point") String point,
      @PathVariable("id") String id) {
    set(uuid(site, point, id), State.MAINTENANCE_MODE);
  }

  @PostMapping(EDGE + "/action/exit-maintenance-mode")
  void exit(
      @PathVariable("site") String site,
      @PathVariable("point") String point,
      @PathVariable("id") String id) {
    set(uuid(site, point, id), State.UP);
  }

  @GetMapping(NODE + "/state")
  ObjectNode state(@PathVariable("id") String id) {
    ObjectNode answer = healthy(id, "state");
    if (reader.current().edgeNode(id) == State.MAINTENANCE_MODE) {
      answer.put("maintenance_mode_state", "ENABLED");
    }
    return answer;
  }

  @GetMapping(NODE + "/status")
  ObjectNode status(@PathVariable("id") String id) {
    ObjectNode answer = healthy(id, "status");
    switch (reader.current().edgeNode(id)) {
      case UP -> {}
      case MAINTENANCE_MODE -> answer.withObject("node_status").put("maintenance_mode", "ON");
      case DOWN -> {
        answer.put("status", "DOWN").put("mgmt_connection_status", "DOWN");
        for (String part : new String[] {"control_connection_status", "tunnel_status"}) {
          answer.withObject(part).put("status", "DOWN").put("up_count", 0).put("down_count", 1);
        }
      }
    }
    return answer;
  }

  private ObjectNode healthy(String id, String what) {
    manager.get(NODES, id);
    String body = answers.find("GET", NODES.child(id).child(what), null).orElseThrow().body();
    return (ObjectNode) JsonMapper.shared().readTree(body);
  }

  private void change(ObjectNode node, State state) {
    if (!node.path("node_deployment_info").path("resource_type").asString("").equals("HostNode")) {
      set(node.path("id").asString(""), state);
    }
  }

  private void set(String id, State state) {
    EdgeNode.State before = reader.current().edgeNode(id);
    if (state == State.UP && before == State.MAINTENANCE_MODE) {
      inventory.delete(PartList.EDGE_NODES, id);
    } else if (state == State.MAINTENANCE_MODE && before == State.UP) {
      inventory.put(
          PartList.EDGE_NODES,
          id,
          JsonMapper.shared().valueToTree(Map.of("state", State.MAINTENANCE_MODE.name())));
    }
  }

  private String uuid(String site, String point, String id) {
    PolicyPath path =
        new PolicyPath(
            "/infra/sites/%s/enforcement-points/%s/edge-transport-nodes/%s"
                .formatted(site, point, id));
    JsonNode node =
        stored
            .find(path)
            .orElseThrow(
                () -> new Refusal(Reason.NOT_FOUND, "The object " + path + " is not present."));
    return node.path("unique_id").asString(id);
  }
}
