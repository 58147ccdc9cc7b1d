package io.nsxsim.web.manager;

import io.nsxsim.datapath.NodePlacement;
import io.nsxsim.datapath.TransportNode;
import io.nsxsim.datapath.tables.Tables;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The tunnels of nodes, where releases before 9 have them; monitoring still asks there. */
@Hidden
@RestController
@RequestMapping("/api/v1/transport-nodes/{node}/tunnels")
class TunnelController {

  private final NodePlacement nodes;
  private final Tables tables;

  TunnelController(NodePlacement nodes, Tables tables) {
    this.nodes = nodes;
    this.tables = tables;
  }

  @GetMapping
  ObjectNode list(@PathVariable("node") String node, @RequestParam Map<String, String> parameters) {
    return read(node, "tunnels", parameters);
  }

  @GetMapping("/{tunnel}")
  ObjectNode get(@PathVariable("node") String node, @PathVariable("tunnel") String tunnel) {
    return read(node, "tunnels/" + tunnel, Map.of());
  }

  private ObjectNode read(String id, String view, Map<String, String> parameters) {
    return nodes.all().stream()
        .filter(node -> node.id().equals(id))
        .findFirst()
        .flatMap(TransportNode::path)
        .flatMap(path -> tables.read(path.child(view), parameters))
        .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "There is no transport node " + id + "."))
        .heading();
  }
}
