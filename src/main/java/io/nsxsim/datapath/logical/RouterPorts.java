package io.nsxsim.datapath.logical;

import io.nsxsim.datapath.Identifiers;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Link;
import io.nsxsim.topology.Role;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The ports of routers; their ids are those that traceflows show. */
final class RouterPorts {

  private final StoredObjects stored;

  RouterPorts(StoredObjects stored) {
    this.stored = stored;
  }

  /** A port of the router with an id. */
  ObjectNode show(Interface end, String router, Link link) {
    Optional<JsonNode> document = end.path().flatMap(stored::find);
    ObjectNode port = JsonMapper.shared().createObjectNode();
    port.put("resource_type", type(end.role()));
    port.put("id", id(end, document));
    port.put("display_name", name(end, document));
    port.put("logical_router_id", router);
    port.put("mac_address", Identifiers.mac(end.path().map(PolicyPath::value).orElse(end.id())));
    end.address()
        .ifPresent(address -> {
          ObjectNode subnet = port.putArray("subnets").addObject();
          subnet.putArray("ip_addresses").add(address.address().toString());
          subnet.put("prefix_length", address.length());
        });
    if (end.role() == Role.LINK_TO_TIER0) {
      peer(link, end)
          .ifPresent(other ->
              port.putObject("linked_logical_router_port_id")
                  .put("target_id", Identifiers.stable("port", other.id()))
                  .put("target_type", "LogicalRouterLinkPortOnTIER0"));
    }
    if (end.role() == Role.LINK_TO_TIER1) {
      peer(link, end)
          .ifPresent(other ->
              port.put("linked_logical_router_port_id", Identifiers.stable("port", other.id())));
    }
    return port;
  }

  private static Optional<Interface> peer(Link link, Interface end) {
    return link.ends().stream().filter(other -> !other.equals(end)).findFirst();
  }

  private static String id(Interface end, Optional<JsonNode> document) {
    boolean own = end.role() == Role.EXTERNAL || end.role() == Role.SERVICE;
    return document
        .filter(each -> own)
        .map(each -> each.path("unique_id").asString(""))
        .filter(id -> !id.isEmpty())
        .orElseGet(() -> Identifiers.stable("port", end.id()));
  }

  private static String name(Interface end, Optional<JsonNode> document) {
    return document
        .map(each -> each.path("display_name").asString(""))
        .filter(name -> !name.isEmpty())
        .orElse(end.name());
  }

  static boolean isUplink(Role role) {
    return role == Role.LINK_TO_TIER0 || role == Role.EXTERNAL;
  }

  private static String type(Role role) {
    return switch (role) {
      case EXTERNAL -> "LogicalRouterUpLinkPort";
      case LINK_TO_TIER0 -> "LogicalRouterLinkPortOnTIER1";
      case LINK_TO_TIER1 -> "LogicalRouterLinkPortOnTIER0";
      case SERVICE -> "LogicalRouterCentralizedServicePort";
      case LOOPBACK -> "LogicalRouterLoopbackPort";
      case DOWNLINK, NIC, POD_GATEWAY, TUNNEL, PHYSICAL -> "LogicalRouterDownLinkPort";
    };
  }
}
