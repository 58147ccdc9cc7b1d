package io.nsxsim.datapath.traceflow;

import io.nsxsim.datapath.TransportNode;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The observations of one packet, as they come in from the nodes that it passes. The sequence
 * number counts nodes: 0 where the packet is injected, one more for each further node.
 */
final class Report {

  private final Parts parts;
  private final long now;
  private final List<ObjectNode> observations = new ArrayList<>();
  private TransportNode node;
  private int sequence;

  Report(Parts parts, TransportNode first, long now) {
    this.parts = parts;
    this.node = first;
    this.now = now;
  }

  List<ObjectNode> observations() {
    return List.copyOf(observations);
  }

  /** Carries the packet to another node, through the tunnel between them. */
  void moveTo(TransportNode next) {
    if (next.id().equals(node.id())) {
      return;
    }
    ObjectNode forwarded = start("Forwarded", wire(node));
    forwarded.put("dst_transport_node_id", next.id());
    forwarded.put("dst_transport_node_name", next.name());
    tunnel(forwarded, node, next);
    TransportNode before = node;
    node = next;
    sequence++;
    tunnel(start("Received", wire(next)), next, before);
  }

  private static Part wire(TransportNode node) {
    boolean edge = node.kind() == TransportNode.Kind.EDGE;
    return new Part(edge ? "EDGE_TUNNEL" : "PHYSICAL", "", "", "Physical", Optional.empty());
  }

  private static void tunnel(ObjectNode observation, TransportNode here, TransportNode there) {
    observation.put("local_ip_address", here.tunnelEndpoint());
    observation.put("remote_ip_address", there.tunnelEndpoint());
    observation.put("uplink_name", "uplink-1");
  }

  /** A component got the packet by a port. */
  ObjectNode received(Part part, Optional<Interface> port) {
    ObjectNode observation = logical("ReceivedLogical", part);
    port.ifPresent(end -> port(observation, end));
    return observation;
  }

  /** A component passed the packet on to another one. */
  ObjectNode forwarded(Part part, Optional<Interface> port, Optional<Part> next) {
    ObjectNode observation = logical("ForwardedLogical", part);
    port.ifPresent(end -> port(observation, end));
    next.ifPresent(to -> {
      observation.put("dst_component_type", to.type());
      observation.put("dst_component_id", to.id());
      observation.put("dst_component_name", to.name());
      to.path().ifPresent(path -> observation.put("dst_component_path", path.value()));
    });
    return observation;
  }

  /** A component threw the packet away. */
  ObjectNode dropped(Part part, Optional<Interface> port, String reason) {
    ObjectNode observation = logical("DroppedLogical", part);
    port.ifPresent(end -> port(observation, end));
    observation.put("reason", reason);
    return observation;
  }

  /** The packet arrived at a port. */
  ObjectNode delivered(Part part, Interface port) {
    ObjectNode observation = start("Delivered", part);
    port(observation, port);
    return observation;
  }

  /** The packet was copied to many. */
  void replicated(Part part) {
    ObjectNode observation = start("ReplicationLogical", part);
    observation.put("local_ip_address", node.tunnelEndpoint());
    observation.put("uplink_name", "uplink-1");
    observation.put("replication_type", "TX_VTEP");
  }

  /** A relay sent the packet on to a server. */
  void relayed(Part part, String relay, String server) {
    ObjectNode observation = start("RelayedLogical", part);
    observation.put("logical_comp_uuid", part.id());
    part.path().ifPresent(path -> observation.put("logical_component_path", path.value()));
    observation.put("relay_server_address", relay);
    observation.put("dst_server_address", server);
    observation.put("message_type", "REQUEST");
  }

  private ObjectNode logical(String kind, Part part) {
    ObjectNode observation = start(kind, part);
    observation.put("component_id", part.id());
    part.path().ifPresent(path -> observation.put("component_path", path.value()));
    if (part.type().equals("LS") && !kind.equals("DroppedLogical")) {
      parts.number(part, "overlay_id").ifPresent(vni -> observation.put("vni", vni));
      parts.number(part, "vlan_ids").ifPresent(vlan -> observation.put("vlan", vlan));
    }
    return observation;
  }

  private ObjectNode start(String kind, Part part) {
    ObjectNode observation = JsonMapper.shared().createObjectNode();
    observation.put("resource_type", resourceType(kind));
    observation.put("sequence_no", sequence);
    observation.put("transport_node_id", node.id());
    observation.put("transport_node_name", node.name());
    observation.put("transport_node_type", node.kind().name());
    observation.put("timestamp", now);
    observation.put("timestamp_micro", now * 1000 + observations.size());
    observation.put("component_type", part.type());
    if (!part.subType().isEmpty()) {
      observation.put("component_sub_type", part.subType());
    }
    observation.put("component_name", part.name());
    observation.put("site_path", "/infra/sites/default");
    observations.add(observation);
    return observation;
  }

  /** The API reference names a policy variant of every type but this one. */
  private static String resourceType(String kind) {
    String type = "TraceflowObservation" + kind;
    return kind.equals("ReplicationLogical") ? type : "Policy" + type;
  }

  private void port(ObjectNode observation, Interface end) {
    observation.put("lport_id", parts.portId(end));
    observation.put("lport_name", parts.portName(end));
    String field = end.role() == Role.NIC ? "segment_port_path" : "interface_path";
    end.path().map(PolicyPath::value).ifPresent(path -> observation.put(field, path));
  }
}
