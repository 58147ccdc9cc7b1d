package io.nsxsim.web.datapath;

import io.nsxsim.datapath.logical.ForwardingPath;
import io.nsxsim.datapath.logical.LogicalObjects;
import io.nsxsim.datapath.tables.Table;
import io.nsxsim.datapath.tables.Tables;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.web.list.ListQuery;
import io.nsxsim.web.list.ResultPage;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Reads the Manager API's switches, routers and ports; they are written as policy. */
@Hidden
@RestController
@RequestMapping("/api/v1")
class LogicalController {

  private static final Map<String, Function<ObjectNode, String>> ORDERS =
      Map.of(
          "id", each -> each.path("id").asString(""),
          "display_name", each -> each.path("display_name").asString(""));

  private final LogicalObjects objects;
  private final ForwardingPath paths;
  private final Tables tables;

  LogicalController(LogicalObjects objects, ForwardingPath paths, Tables tables) {
    this.objects = objects;
    this.paths = paths;
    this.tables = tables;
  }

  @GetMapping("/logical-switches")
  ResultPage switches(@RequestParam Map<String, String> parameters) {
    return page(objects.switches(), parameters, "transport_zone_id");
  }

  @GetMapping("/logical-switches/{id}")
  ObjectNode logicalSwitch(@PathVariable("id") String id) {
    return one(objects.switches(), "logical switch", id);
  }

  @GetMapping("/logical-ports")
  ResultPage ports(@RequestParam Map<String, String> parameters) {
    List<ObjectNode> all = objects.ports();
    String attachment = parameters.getOrDefault("attachment_id", "");
    return page(
        all.stream()
            .filter(port ->
                attachment.isEmpty()
                    || port.path("attachment").path("id").asString("").equals(attachment))
            .toList(),
        parameters,
        "logical_switch_id");
  }

  @GetMapping("/logical-ports/{id}")
  ObjectNode port(@PathVariable("id") String id) {
    return one(objects.ports(), "logical port", id);
  }

  @GetMapping("/logical-ports/{id}/forwarding-path")
  ObjectNode forwardingPath(
      @PathVariable("id") String id,
      @RequestParam(name = "peer_port_id", defaultValue = "") String peer) {
    if (peer.isEmpty()) {
      throw new Refusal(List.of(Problem.missing("peer_port_id", "peer_port_id is missing.")));
    }
    return paths.between(portAt(id), portAt(peer));
  }

  @GetMapping("/logical-routers")
  ResultPage routers(@RequestParam Map<String, String> parameters) {
    return page(objects.routers(), parameters, "router_type");
  }

  @GetMapping("/logical-routers/{id}")
  ObjectNode router(@PathVariable("id") String id) {
    return one(objects.routers(), "logical router", id);
  }

  @GetMapping("/logical-router-ports")
  ResultPage routerPorts(@RequestParam Map<String, String> parameters) {
    return page(objects.routerPorts(), parameters, "logical_router_id");
  }

  @GetMapping("/logical-router-ports/{id}")
  ObjectNode routerPort(@PathVariable("id") String id) {
    return one(objects.routerPorts(), "logical router port", id);
  }

  /** The routes of one node, which is the active one unless another is named. */
  @GetMapping({
    "/logical-routers/{id}/routing/forwarding-table",
    "/logical-routers/{id}/routing/route-table"
  })
  ObjectNode routes(@PathVariable("id") String id, @RequestParam Map<String, String> parameters) {
    PolicyPath gateway = objects.gatewayAt(id).orElseThrow(() -> missing("logical router", id));
    Map<String, String> asked = new HashMap<>(parameters);
    String node = asked.getOrDefault("transport_node_id", "");
    Table table = tables.read(gateway.child("forwarding-table"), asked).orElseThrow();
    ObjectNode answer = one(objects.routers(), "logical router", id).objectNode();
    answer.put("logical_router_id", id);
    answer.put("logical_router_name", router(id).path("display_name").asString(""));
    var rows = answer.putArray("results");
    table.rows().stream()
        .filter(row -> node.isEmpty() || row.path("edge_node").asString("").endsWith(node))
        .findFirst()
        .ifPresent(row -> row.path("route_entries").forEach(rows::add));
    answer.put("result_count", rows.size());
    return answer;
  }

  private PolicyPath portAt(String id) {
    return objects.portAt(id).orElseThrow(() -> missing("logical port", id));
  }

  private static ResultPage page(
      List<ObjectNode> all, Map<String, String> parameters, String filter) {
    ListQuery query = ListQuery.of(parameters);
    Stream<ObjectNode> some =
        query.filter(all.stream(), filter, each -> each.path(filter).asString(""));
    return query.page(some, ORDERS);
  }

  private static ObjectNode one(List<ObjectNode> all, String kind, String id) {
    return all.stream()
        .filter(each -> each.path("id").asString("").equals(id))
        .findFirst()
        .orElseThrow(() -> missing(kind, id));
  }

  private static Refusal missing(String kind, String id) {
    return new Refusal(Reason.NOT_FOUND, "There is no " + kind + " " + id + ".");
  }
}
