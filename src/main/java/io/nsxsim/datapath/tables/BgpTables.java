package io.nsxsim.datapath.tables;

import io.nsxsim.datapath.tables.Neighbours.Session;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RouteSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How BGP neighbours are, what they tell and what they are told. */
@Component
final class BgpTables implements TableReader {

  private static final String POINT = "/infra/sites/default/enforcement-points/default";
  private static final int PORT = 179;
  private static final int LOCAL_PREFERENCE = 100;

  private final StoredObjects stored;
  private final Neighbours neighbours;
  private final Clock clock;

  BgpTables(StoredObjects stored, Neighbours neighbours, Clock clock) {
    this.stored = stored;
    this.neighbours = neighbours;
    this.clock = clock;
  }

  @Override
  public Set<String> templates() {
    return Set.of(
        "tier-0s/{}/locale-services/{}/bgp|neighbors/status",
        "tier-0s/{}/locale-services/{}/bgp/neighbors/{}|routes",
        "tier-0s/{}/locale-services/{}/bgp/neighbors/{}|advertised-routes");
  }

  @Override
  public Table read(Question question) {
    ObjectNode heading = JsonMapper.shared().createObjectNode();
    if (question.view().equals("neighbors/status")) {
      List<ObjectNode> rows = new ArrayList<>();
      for (JsonNode neighbour : stored.in(question.subject().child("neighbors"))) {
        neighbours
            .of(neighbour, question.gateway(), question.fabric())
            .forEach(session -> rows.add(status(neighbour, session, question)));
      }
      return Table.of(heading, rows);
    }
    return Table.of(heading, List.of(routes(question)));
  }

  private ObjectNode status(JsonNode neighbour, Session session, Question question) {
    ObjectNode row = JsonMapper.shared().createObjectNode();
    session.place().node().path().ifPresent(path -> row.put("edge_path", path.value()));
    session.source().ifPresent(source -> row.put("source_address", source.toString()));
    row.set("neighbor_address", neighbour.path("neighbor_address"));
    row.set("remote_as_number", neighbour.path("remote_as_num"));
    row.put("neighbor_path", neighbour.path("path").asString(""));
    row.put("tier0_path", question.gateway().value());
    row.put("type", "USER");
    row.put("is_dynamic", false);
    row.put("connection_state", state(neighbour, session));
    row.put("hold_time", neighbour.path("hold_down_time").asInt(180));
    row.put("keep_alive_interval", neighbour.path("keep_alive_time").asInt(60));
    row.put("graceful_restart_mode", "HELPER_ONLY");
    row.put("messages_received", 0).put("messages_sent", 0);
    row.put("connection_drop_count", 0);
    row.put("established_connection_count", session.up() ? 1 : 0);
    if (session.up()) {
      long since = neighbour.path("_last_modified_time").asLong(clock.millis());
      row.put("time_since_established", Math.max(0, (clock.millis() - since) / 1000));
      row.put("local_port", PORT).put("remote_port", PORT);
      row.set("neighbor_router_id", neighbour.path("neighbor_address"));
    }
    row.put("total_in_prefix_count", learned(neighbour, session, question).size());
    row.put("total_out_prefix_count", told(neighbour, session).size());
    return row.put("last_update_timestamp", clock.millis());
  }

  /** Who is switched off is idle; who finds nobody keeps trying. */
  private static String state(JsonNode neighbour, Session session) {
    if (session.up()) {
      return "ESTABLISHED";
    }
    return neighbour.path("enabled").asBoolean(true) ? "CONNECT" : "IDLE";
  }

  private ObjectNode routes(Question question) {
    JsonNode neighbour = question.document();
    boolean out = question.view().equals("advertised-routes");
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    answer.put("neighbor_path", question.subject().value());
    answer.put("enforcement_point_path", POINT);
    ArrayNode edges = answer.putArray("edge_node_routes");
    for (Session session : neighbours.of(neighbour, question.gateway(), question.fabric())) {
      ObjectNode edge = edges.addObject();
      edge.put("transport_node_id", session.place().node().id());
      session.source().ifPresent(source -> edge.put("source_address", source.toString()));
      ArrayNode list = edge.putArray("routes");
      List<Route> routes = out ? told(neighbour, session) : learned(neighbour, session, question);
      routes.forEach(route -> list.add(route(route, neighbour, session, out)));
    }
    return answer;
  }

  private ObjectNode route(Route route, JsonNode neighbour, Session session, boolean out) {
    ObjectNode row = JsonMapper.shared().createObjectNode();
    row.put("network", route.network().toString());
    String own = session.source().map(IpAddress::toString).orElse("");
    row.put("next_hop", out ? own : neighbour.path("neighbor_address").asString(""));
    row.put("as_path", out ? localAs(neighbour) : neighbour.path("remote_as_num").asString(""));
    row.put("local_pref", LOCAL_PREFERENCE);
    return row.put("med", 0).put("weight", 0);
  }

  private String localAs(JsonNode neighbour) {
    return Optional.of(neighbour.path("parent_path").asString(""))
        .filter(PolicyPath::isPolicyPath)
        .flatMap(path -> stored.find(new PolicyPath(path)))
        .map(bgp -> bgp.path("local_as_num").asString(""))
        .orElse("");
  }

  /** What the tier-0 has of a neighbour, by the interface of a session. */
  private static List<Route> learned(JsonNode neighbour, Session session, Question question) {
    return question
        .device(question.gateway())
        .filter(device -> session.up())
        .map(device -> ofNeighbour(device, neighbour))
        .orElse(List.of());
  }

  /** What the router on the other side has of this tier-0, by the address of a session. */
  private static List<Route> told(JsonNode neighbour, Session session) {
    return session
        .peer()
        .filter(device -> session.up())
        .map(device -> ofNeighbour(device, neighbour))
        .orElse(List.of())
        .stream()
        .filter(route -> route.nextHops().stream().anyMatch(hop -> isVia(hop, session)))
        .toList();
  }

  private static boolean isVia(NextHop hop, Session session) {
    return !session.place().active()
        || hop instanceof NextHop.Via via && session.source().equals(Optional.of(via.gateway()));
  }

  private static List<Route> ofNeighbour(Device device, JsonNode neighbour) {
    String path = neighbour.path("path").asString("");
    return device.routes().routes().stream()
        .filter(route -> route.source() == RouteSource.BGP)
        .filter(route -> route.origin().filter(origin -> origin.value().equals(path)).isPresent())
        .toList();
  }
}
