package io.nsxsim.datapath.tables;

import io.nsxsim.datapath.NodePlacement;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.Interface;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * BGP sessions of a tier-0, one for each edge node with an external interface in the network of the
 * neighbour's address. A session is up when the neighbour and BGP are enabled, the interface is up
 * and a router of the inventory owns the address; the sessions of standby nodes are up, too.
 */
@Component
final class Neighbours {

  private final StoredObjects stored;
  private final NodePlacement nodes;

  Neighbours(StoredObjects stored, NodePlacement nodes) {
    this.stored = stored;
    this.nodes = nodes;
  }

  /**
   * A session.
   *
   * @param place the edge node
   * @param source the node's address, none where no interface reaches the neighbour
   * @param peer the router on the other side
   */
  record Session(
      NodePlacement.Placed place, Optional<IpAddress> source, Optional<Device> peer, boolean up) {}

  /** The sessions with a neighbour. */
  List<Session> of(JsonNode neighbour, PolicyPath gateway, Fabric fabric) {
    Optional<IpAddress> address = IpAddress.parse(neighbour.path("neighbor_address").asString(""));
    Optional<Device> peer = address.flatMap(ip -> router(fabric, ip));
    boolean enabled = neighbour.path("enabled").asBoolean(true) && bgpEnabled(neighbour);
    List<JsonNode> interfaces = interfaces(gateway);
    List<Session> sessions = new ArrayList<>();
    for (NodePlacement.Placed place : nodes.of(gateway)) {
      Optional<IpAddress> source = address.flatMap(ip -> source(interfaces, place, ip, neighbour));
      boolean up = enabled && source.isPresent() && peer.isPresent();
      sessions.add(new Session(place, source, peer, up));
    }
    return sessions;
  }

  private boolean bgpEnabled(JsonNode neighbour) {
    String path = neighbour.path("path").asString("");
    int end = path.lastIndexOf("/neighbors/");
    return end < 0
        || stored
            .find(new PolicyPath(path.substring(0, end)))
            .map(bgp -> bgp.path("enabled").asBoolean(true))
            .orElse(true);
  }

  private List<JsonNode> interfaces(PolicyPath gateway) {
    return stored.in(gateway.child("locale-services")).stream()
        .map(locale -> new PolicyPath(locale.path("path").stringValue()))
        .flatMap(locale -> stored.in(locale.child("interfaces")).stream())
        .filter(each -> !each.path("admin_state").asString("UP").equals("DOWN"))
        .filter(each -> each.path("type").asString("EXTERNAL").equals("EXTERNAL"))
        .toList();
  }

  private Optional<IpAddress> source(
      List<JsonNode> interfaces, NodePlacement.Placed place, IpAddress peer, JsonNode neighbour) {
    Set<String> wanted = new HashSet<>();
    neighbour.path("source_addresses").forEach(each -> wanted.add(each.asString("")));
    for (JsonNode each : interfaces) {
      if (isOn(each, place)) {
        for (Cidr own : addresses(each)) {
          boolean allowed = wanted.isEmpty() || wanted.contains(own.address().toString());
          if (allowed && own.contains(peer)) {
            return Optional.of(own.address());
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean isOn(JsonNode external, NodePlacement.Placed place) {
    return Optional.of(external.path("edge_path").asString(""))
        .filter(PolicyPath::isPolicyPath)
        .flatMap(path -> nodes.edge(new PolicyPath(path)))
        .filter(node -> node.id().equals(place.node().id()))
        .isPresent();
  }

  private static List<Cidr> addresses(JsonNode external) {
    List<Cidr> addresses = new ArrayList<>();
    for (JsonNode subnet : external.path("subnets")) {
      String length = "/" + subnet.path("prefix_len").asString("32");
      subnet
          .path("ip_addresses")
          .forEach(ip -> Cidr.parse(ip.asString("") + length).ifPresent(addresses::add));
    }
    return addresses;
  }

  private static Optional<Device> router(Fabric fabric, IpAddress address) {
    return fabric.devices().values().stream()
        .filter(device -> device.kind() == Device.Kind.PHYSICAL_ROUTER)
        .filter(device ->
            device.interfaces().stream().map(Interface::ip).anyMatch(Optional.of(address)::equals))
        .findFirst();
  }
}
