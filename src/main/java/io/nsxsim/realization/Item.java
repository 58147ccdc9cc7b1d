package io.nsxsim.realization;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What an answer, or a part of it, speaks of.
 *
 * @param document the stored object, or a part of one
 * @param facts what is known of it beyond its document, by name
 */
record Item(JsonNode document, Health health, Map<String, JsonNode> facts) {

  Item {
    facts = Map.copyOf(facts);
  }

  Optional<JsonNode> fact(String name) {
    JsonNode known = facts.get(name);
    JsonNode value = known == null ? document.path(name) : known;
    return Optional.of(value).filter(v -> !v.isMissingNode() && !v.isNull());
  }

  String text(String name) {
    return fact(name).map(value -> value.asString("")).orElse("");
  }

  static JsonNode string(String value) {
    return JsonNodeFactory.instance.stringNode(value);
  }
}
