package io.nsxsim.realization;

import io.nsxsim.datapath.Counters;
import io.nsxsim.datapath.LoadBalancers;
import io.nsxsim.datapath.NodePlacement;
import io.nsxsim.inventory.EdgeNode;
import io.nsxsim.path.PolicyPath;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes items of stored objects: their health, and what follows from their document. */
@Component
final class Items {

  private static final Pattern GATEWAY =
      Pattern.compile(".*/(tier-[01]s|vpcs|transit-gateways)/[^/]+");

  private final Realization realization;
  private final Clock clock;
  private final Counters counters;
  private final LoadBalancers balancers;
  private final NodePlacement placement;

  Items(
      Realization realization,
      Clock clock,
      Counters counters,
      LoadBalancers balancers,
      NodePlacement placement) {
    this.placement = placement;
    this.balancers = balancers;
    this.realization = realization;
    this.clock = clock;
    this.counters = counters;
  }

  /** An item for a stored object. */
  Item of(JsonNode document) {
    return of(document, document.path("path").asString(""));
  }

  /** An item for a stored object, with what was counted under a name. */
  Item of(JsonNode document, String counted) {
    Map<String, JsonNode> facts = new HashMap<>();
    facts.put("now", JsonNodeFactory.instance.numberNode(clock.millis()));
    facts.put("maintenance_mode", Item.string(maintenanceMode(document)));
    counters
        .of(counted)
        .forEach((name, count) -> facts.put(name, JsonNodeFactory.instance.numberNode(count)));
    Matcher gateway = GATEWAY.matcher(document.path("path").asString(""));
    if (gateway.lookingAt()) {
      facts.put("gateway_path", Item.string(gateway.group()));
    }
    if (document.has("rule_id")) {
      facts.put("rule_number", Item.string(document.path("rule_id").asString("")));
    }
    Health health = realization.of(document);
    status(document)
        .ifPresent(status ->
            facts.put("status_now", Item.string(health.choose(status, "UNKNOWN", "DOWN"))));
    JsonNode source = document.path("source_addresses").path(0);
    if (source.isString()) {
      facts.put("source_address", source);
    }
    return new Item(document, health, facts);
  }

  private String maintenanceMode(JsonNode document) {
    boolean on =
        document.path("path").asString("").contains("/edge-transport-nodes/")
            && placement.state(document.path("unique_id").asString(""))
                == EdgeNode.State.MAINTENANCE_MODE;
    return on ? "ENABLED" : "DISABLED";
  }

  /** An item for a part of an object, as well as the whole. */
  Item part(JsonNode part, Item whole) {
    Map<String, JsonNode> facts = new HashMap<>(whole.facts());
    String address = part.path("ip_address").asString("");
    if (!address.isEmpty() && facts.containsKey("status_now")) {
      PolicyPath pool = new PolicyPath(whole.text("path"));
      counters
          .of(pool + "#" + address)
          .forEach((name, count) -> facts.put(name, JsonNodeFactory.instance.numberNode(count)));
      String status = whole.health().choose(balancers.member(pool, address), "UNKNOWN", "DOWN");
      facts.put("status_now", Item.string(status));
    }
    return new Item(part, whole.health(), facts);
  }

  /** How the packets of monitors find a pool or virtual server. */
  private Optional<String> status(JsonNode document) {
    String path = document.path("path").asString("");
    return switch (document.path("resource_type").asString("")) {
      case "LBPool" -> Optional.of(balancers.pool(new PolicyPath(path)));
      case "LBVirtualServer" ->
          Optional.of(
              document.path("enabled").asBoolean(true)
                  ? balancers.server(new PolicyPath(path))
                  : "DISABLED");
      default -> Optional.empty();
    };
  }
}
