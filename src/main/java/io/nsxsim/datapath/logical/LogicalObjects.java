package io.nsxsim.datapath.logical;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.engine.Tree;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.reader.FabricSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The switches, routers and ports of the Manager API. */
@Component
public class LogicalObjects {

  private static final Set<String> SWITCHES = Set.of("Segment", "VpcSubnet");
  private static final Set<String> PORTS = Set.of("SegmentPort", "VpcSubnetPort");
  private static final Set<String> ROUTERS = Set.of("Tier0", "Tier1");
  private static final Set<Device.Kind> KINDS = Set.of(Device.Kind.TIER0, Device.Kind.TIER1);

  private final Tree tree;
  private final StoredObjects stored;
  private final FabricSource source;

  LogicalObjects(Tree tree, StoredObjects stored, FabricSource source) {
    this.tree = tree;
    this.stored = stored;
    this.source = source;
  }

  /** All logical switches. */
  public List<ObjectNode> switches() {
    return tree.documents(SWITCHES).stream().map(this::logicalSwitch).toList();
  }

  /** All ports of logical switches that machines can be plugged into. */
  public List<ObjectNode> ports() {
    return tree.documents(PORTS).stream().map(this::port).toList();
  }

  /** All logical routers. */
  public List<ObjectNode> routers() {
    return tree.documents(ROUTERS).stream().map(this::router).toList();
  }

  /** All ports of logical routers. */
  public List<ObjectNode> routerPorts() {
    Fabric fabric = source.current();
    RouterPorts ports = new RouterPorts(stored);
    return fabric.devices().values().stream()
        .filter(device -> KINDS.contains(device.kind()))
        .flatMap(device ->
            device.interfaces().stream()
                .map(end -> ports.show(end, id(device.path()), fabric.link(end.link()))))
        .toList();
  }

  /** The segment port that an id means: its own, or that of what is attached to it. */
  public Optional<PolicyPath> portAt(String id) {
    return tree.documents(PORTS).stream()
        .filter(port ->
            port.path("unique_id").asString("").equals(id)
                || port.path("attachment").path("id").asString("").equals(id))
        .map(port -> new PolicyPath(port.path("path").stringValue()))
        .findFirst();
  }

  /** The gateway that a router's id means. */
  public Optional<PolicyPath> gatewayAt(String id) {
    return tree.documents(ROUTERS).stream()
        .filter(gateway -> gateway.path("unique_id").asString("").equals(id))
        .map(gateway -> new PolicyPath(gateway.path("path").stringValue()))
        .findFirst();
  }

  ObjectNode logicalSwitch(JsonNode segment) {
    return LogicalView.logicalSwitch(segment, idAt(segment.path("transport_zone_path")));
  }

  ObjectNode port(JsonNode port) {
    String path = port.path("path").asString("");
    int end = path.lastIndexOf("/ports/");
    return LogicalView.logicalPort(
        port, end < 0 ? "" : id(Optional.of(new PolicyPath(path.substring(0, end)))));
  }

  ObjectNode router(JsonNode gateway) {
    PolicyPath path = new PolicyPath(gateway.path("path").stringValue());
    String cluster =
        stored.in(path.child("locale-services")).stream()
            .map(locale -> idAt(locale.path("edge_cluster_path")))
            .filter(id -> !id.isEmpty())
            .findFirst()
            .orElse("");
    return LogicalView.logicalRouter(gateway, cluster);
  }

  private String idAt(JsonNode path) {
    return id(Optional.of(path.asString("")).filter(PolicyPath::isPolicyPath).map(PolicyPath::new));
  }

  private String id(Optional<PolicyPath> path) {
    return path.flatMap(stored::find).map(each -> each.path("unique_id").asString("")).orElse("");
  }
}
