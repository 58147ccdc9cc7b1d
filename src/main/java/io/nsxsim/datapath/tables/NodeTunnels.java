package io.nsxsim.datapath.tables;

import io.nsxsim.datapath.NodePlacement;
import io.nsxsim.datapath.TransportNode;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tunnels of a node: one to each other node of the fabric, and all are up. NSX would have none
 * between nodes that share no segment.
 */
@Component
final class NodeTunnels implements TableReader {

  private static final String NODE = "sites/{}/enforcement-points/{}/%s-transport-nodes/{}|";
  private static final String ALL = "tunnels";

  private final NodePlacement nodes;
  private final Clock clock;

  NodeTunnels(NodePlacement nodes, Clock clock) {
    this.nodes = nodes;
    this.clock = clock;
  }

  @Override
  public Set<String> templates() {
    return Set.of(
        NODE.formatted("host") + ALL,
        NODE.formatted("edge") + ALL,
        NODE.formatted("host") + ALL + "/{}",
        NODE.formatted("edge") + ALL + "/{}");
  }

  @Override
  public Table read(Question question) {
    TransportNode own =
        nodes
            .at(question.subject())
            .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, question.subject() + " is no node."));
    List<ObjectNode> tunnels =
        nodes.all().stream()
            .filter(node -> !node.id().equals(own.id()))
            .map(node -> tunnel(own, node))
            .filter(tunnel -> fits(tunnel, question))
            .toList();
    if (question.view().equals(ALL)) {
      ObjectNode list = JsonMapper.shared().createObjectNode();
      list.putArray(ALL).addAll(tunnels);
      return new Table(list.put("result_count", tunnels.size()), List.of(), false, List.of());
    }
    String name = question.view().substring(ALL.length() + 1);
    ObjectNode found =
        tunnels.stream()
            .filter(tunnel -> tunnel.path("name").asString("").equals(name))
            .findFirst()
            .orElseThrow(() ->
                new Refusal(Reason.NOT_FOUND, question.subject() + " has no tunnel " + name + "."));
    return new Table(found, List.of(), false, List.of());
  }

  private static boolean fits(ObjectNode tunnel, Question question) {
    return List.of("status", "encap", "remote_node_id").stream()
        .allMatch(field ->
            question.parameter(field).isEmpty()
                || tunnel.path(field).asString("").equals(question.parameter(field)));
  }

  private ObjectNode tunnel(TransportNode own, TransportNode remote) {
    String address = remote.tunnelEndpoint();
    ObjectNode tunnel = JsonMapper.shared().createObjectNode();
    tunnel.put("name", remote.tunnelName()).put("status", "UP");
    tunnel.put("encap", "GENEVE").put("local_ip", own.tunnelEndpoint()).put("remote_ip", address);
    tunnel.put("remote_node_id", remote.id()).put("remote_node_display_name", remote.name());
    remote.path().ifPresent(path -> tunnel.put("remote_node_path", path.value()));
    tunnel
        .putObject("bfd")
        .put("state", "UP")
        .put("active", true)
        .put("forwarding", true)
        .put("diagnostic", "0")
        .put("remote_state", "UP")
        .put("remote_diagnostic", "0");
    return tunnel.put("last_updated_time", clock.millis());
  }
}
