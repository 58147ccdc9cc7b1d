package io.nsxsim.datapath.tables;

import io.nsxsim.datapath.NodePlacement;
import io.nsxsim.datapath.NodePlacement.Placed;
import io.nsxsim.datapath.TransportNode;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.net.Cidr;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Role;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RoutingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Routing and forwarding tables of gateways, one for each edge node. A gateway without edge nodes
 * has one on the hosts. With {@code component_type=DR_ROUTES} it is the distributed router's, which
 * sends to the service router what it does not know.
 */
@Component
final class RoutingTables implements TableReader {

  private static final Set<String> SOURCES = Set.of("BGP", "STATIC", "CONNECTED", "OSPF");

  private final NodePlacement nodes;

  RoutingTables(NodePlacement nodes) {
    this.nodes = nodes;
  }

  @Override
  public Set<String> templates() {
    return Set.of(
        "tier-0s/{}|forwarding-table",
        "tier-0s/{}|routing-table",
        "tier-0s/{}|number-of-routes",
        "tier-1s/{}|forwarding-table",
        "vpcs/{}|forwarding-table",
        "transit-gateways/{}|forwarding-table",
        "transit-gateways/{}|routing-table");
  }

  @Override
  public Table read(Question question) {
    Optional<Device> gateway = question.device(question.gateway());
    List<ObjectNode> tables = new ArrayList<>();
    List<ObjectNode> lines = new ArrayList<>();
    if (question.view().equals("number-of-routes")) {
      return numbers(gateway);
    }
    Predicate<RoutingTable.Way> filter = filter(question, gateway);
    for (Placed place : places(question)) {
      ObjectNode table = JsonMapper.shared().createObjectNode();
      boolean edge = place.node().kind() == TransportNode.Kind.EDGE;
      String path = place.node().path().map(PolicyPath::value).orElse("");
      if (!path.isEmpty()) {
        table.put(edge ? "edge_node" : "transport_node_path", path);
      }
      table.put("status", "SUCCESS");
      ArrayNode rows = table.putArray("route_entries");
      gateway.ifPresent(device ->
          ways(question, device, place)
              .filter(filter)
              .map(way -> RouteRows.row(way, device, edge && !isDistributed(question)))
              .forEach(rows::add));
      table.put("count", rows.size());
      tables.add(table);
      rows.forEach(row -> lines.add(line(path, (ObjectNode) row)));
    }
    return new Table(JsonMapper.shared().createObjectNode(), tables, true, lines);
  }

  private static ObjectNode line(String edge, ObjectNode row) {
    ObjectNode line = JsonMapper.shared().createObjectNode();
    line.put("edge_path", edge);
    for (String column :
        List.of(
            "route_type",
            "network",
            "admin_distance",
            "next_hop",
            "interface",
            "lr_component_id",
            "lr_component_type",
            "next_hop_gateway",
            "black_hole")) {
      line.put(column, row.path(column).asString(""));
    }
    return line;
  }

  private static Table numbers(Optional<Device> gateway) {
    List<Route> routes = gateway.map(device -> device.routes().routes()).orElse(List.of());
    long ipv6 = RouteRows.used(routes).stream().filter(w -> w.route().network().ipv6()).count();
    long all = RouteRows.used(routes).size();
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    answer.put("number_of_ipv4", all - ipv6).put("number_of_ipv6", ipv6);
    return new Table(answer, List.of(), false, List.of());
  }

  private List<Placed> places(Question question) {
    List<Placed> places = nodes.of(question.gateway());
    String edge = question.parameter("edge_path");
    String id = question.parameter("edge_id");
    if (places.isEmpty()) {
      TransportNode host = nodes.hostOf(question.gateway().value());
      return edge.isEmpty() && id.isEmpty() ? List.of(new Placed(host, true)) : List.of();
    }
    Optional<TransportNode> wanted =
        Optional.of(edge)
            .filter(PolicyPath::isPolicyPath)
            .map(PolicyPath::new)
            .flatMap(nodes::edge);
    return places.stream()
        .filter(place -> edge.isEmpty() || isSame(place, wanted))
        .filter(place -> id.isEmpty() || place.node().id().equals(id))
        .toList();
  }

  private static boolean isSame(Placed place, Optional<TransportNode> wanted) {
    return wanted.filter(node -> node.id().equals(place.node().id())).isPresent();
  }

  private static boolean isDistributed(Question question) {
    return question.parameter("component_type").equals("DR_ROUTES");
  }

  /** What goes out by another node's uplinks is not in a node's own table. */
  private Stream<RoutingTable.Way> ways(Question question, Device device, Placed place) {
    List<RoutingTable.Way> ways =
        question.view().equals("routing-table")
            ? RouteRows.all(device.routes().routes())
            : RouteRows.used(device.routes().routes());
    boolean distributed = isDistributed(question);
    return ways.stream()
        .filter(way -> RouteRows.out(way).map(out -> isOn(out, place)).orElse(true))
        .filter(
            way -> !distributed || RouteRows.out(way).map(RoutingTables::isOfHosts).orElse(true));
  }

  private boolean isOn(Interface out, Placed place) {
    return out.edge()
        .flatMap(nodes::edge)
        .map(node -> node.id().equals(place.node().id()))
        .orElse(true);
  }

  private static boolean isOfHosts(Interface out) {
    return out.role() == Role.DOWNLINK
        || out.role() == Role.LINK_TO_TIER1
        || out.role() == Role.LINK_TO_TIER0;
  }

  private static Predicate<RoutingTable.Way> filter(Question question, Optional<Device> gateway) {
    String source = question.parameter("route_source");
    if (!source.isEmpty() && !SOURCES.contains(source)) {
      throw refusal("route_source", "One of " + SOURCES + ", not " + source);
    }
    String prefix = question.parameter("network_prefix");
    Optional<Cidr> network = Cidr.parse(prefix);
    if (!prefix.isEmpty() && network.isEmpty()) {
      throw refusal("network_prefix", "A network, not " + prefix);
    }
    return way ->
        (source.isEmpty()
                || gateway
                    .filter(g -> RouteRows.source(way.route().source(), g).equals(source))
                    .isPresent())
            && network.map(wanted -> wanted.network().equals(way.route().network())).orElse(true);
  }

  private static Refusal refusal(String parameter, String message) {
    return new Refusal(List.of(new Problem(Reason.INVALID_PARAMETER, parameter, message)));
  }
}
