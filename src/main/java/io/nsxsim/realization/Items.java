package io.nsxsim.realization;

import io.nsxsim.datapath.Counters;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes items of stored objects: their health, and what follows from their document. */
@Component
final class Items {

  private static final Pattern GATEWAY = Pattern.compile(".*/tier-[01]s/[^/]+");

  private final Realization realization;
  private final Clock clock;
  private final Counters counters;

  Items(Realization realization, Clock clock, Counters counters) {
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
    JsonNode source = document.path("source_addresses").path(0);
    if (source.isString()) {
      facts.put("source_address", source);
    }
    return new Item(document, realization.of(document), facts);
  }

  /** An item for a part of an object, as well as the whole. */
  Item part(JsonNode part, Item whole) {
    return new Item(part, whole.health(), whole.facts());
  }
}
