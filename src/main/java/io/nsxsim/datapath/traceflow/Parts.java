package io.nsxsim.datapath.traceflow;

import io.nsxsim.datapath.Identifiers;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** The components that a packet meets, by what the fabric says; reads each object at most once. */
final class Parts {

  private static final String PORTS = "/ports/";

  private final StoredObjects stored;
  private final Map<PolicyPath, Optional<JsonNode>> read = new HashMap<>();

  Parts(StoredObjects stored) {
    this.stored = stored;
  }

  /** The document at a path. */
  Optional<JsonNode> document(PolicyPath path) {
    return read.computeIfAbsent(path, stored::find);
  }

  /** A gateway as a router. */
  Part router(Device gateway) {
    String subType =
        switch (gateway.kind()) {
          case TIER1 -> "LR_TIER1";
          case VPC_GATEWAY -> "LR_VPC";
          case TRANSIT_GATEWAY -> gateway.services().central() ? "LR_CTGW" : "LR_DTGW";
          default -> tier0(gateway);
        };
    return new Part(
        "LR", subType, id(gateway.path(), gateway.id()), gateway.name(), gateway.path());
  }

  private String tier0(Device gateway) {
    return gateway.path().flatMap(this::document).filter(d -> d.has("vrf_config")).isPresent()
        ? "LR_VRF_TIER0"
        : "LR_TIER0";
  }

  /** A service of a gateway: its firewall, NAT or load balancer. */
  Part service(String type, Device gateway) {
    Part router = router(gateway);
    return new Part(type, "", router.id(), router.name(), router.path());
  }

  /** The distributed firewall at a network card. */
  Part firewall(Interface card) {
    return new Part(
        "DFW", "", id(card.path(), card.id()), "Distributed Firewall", Optional.empty());
  }

  /** The switch that an interface is plugged into. */
  Part network(Interface end) {
    Optional<PolicyPath> segment = segment(end);
    if (segment.isPresent()) {
      PolicyPath path = segment.get();
      return new Part("LS", "", id(segment, path.value()), name(path), segment);
    }
    boolean transit = end.role() == Role.LINK_TO_TIER0 || end.role() == Role.LINK_TO_TIER1;
    String name = end.path().map(path -> "transit-rl-" + path.id()).orElse(end.link());
    String id = Identifiers.stable("switch", end.link());
    return new Part("LS", transit ? "LS_TRANSIT" : "", id, name, Optional.empty());
  }

  /** The segment that an interface is in. */
  Optional<PolicyPath> segment(Interface end) {
    return switch (end.role()) {
      case DOWNLINK -> end.path();
      case NIC -> end.vnic().flatMap(vnic -> segmentOf(vnic.port()));
      case EXTERNAL, SERVICE ->
          end.path()
              .flatMap(this::document)
              .map(document -> document.path("segment_path").asString(""))
              .filter(PolicyPath::isPolicyPath)
              .map(PolicyPath::new);
      case LINK_TO_TIER0, LINK_TO_TIER1, LOOPBACK, POD_GATEWAY, TUNNEL, PHYSICAL ->
          Optional.empty();
    };
  }

  /** The segment of a port. */
  static Optional<PolicyPath> segmentOf(PolicyPath port) {
    int end = port.value().lastIndexOf(PORTS);
    return end < 0 ? Optional.empty() : Optional.of(new PolicyPath(port.value().substring(0, end)));
  }

  /** The UUID of a port of a switch or router. */
  String portId(Interface end) {
    boolean own =
        end.role() == Role.NIC || end.role() == Role.EXTERNAL || end.role() == Role.SERVICE;
    return own ? id(end.path(), end.id()) : Identifiers.stable("port", end.id());
  }

  /** The name of a port of a switch or router. */
  String portName(Interface end) {
    return end.path().map(this::name).orElse(end.name());
  }

  /** The UUID of an object, made up where it is not stored. */
  String id(Optional<PolicyPath> path, String otherwise) {
    return path.flatMap(this::document)
        .map(document -> document.path("unique_id").asString(""))
        .filter(id -> !id.isEmpty())
        .orElseGet(() -> Identifiers.stable("component", otherwise));
  }

  String name(PolicyPath path) {
    return document(path).map(document -> document.path("display_name").asString("")).stream()
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(path.id());
  }

  /** The number of a firewall or NAT rule. */
  OptionalLong ruleId(PolicyPath rule) {
    return document(rule)
        .map(document -> document.path("rule_id"))
        .filter(JsonNode::isIntegralNumber)
        .map(id -> OptionalLong.of(id.longValue()))
        .orElse(OptionalLong.empty());
  }

  /** The overlay's or VLAN's number of a segment. */
  OptionalLong number(Part network, String field) {
    return network
        .path()
        .flatMap(this::document)
        .map(document -> document.path(field))
        .map(value -> value.isArray() ? value.path(0) : value)
        .map(value -> value.asString(""))
        .filter(text -> text.matches("\\d{1,9}"))
        .map(text -> OptionalLong.of(Long.parseLong(text)))
        .orElse(OptionalLong.empty());
  }
}
