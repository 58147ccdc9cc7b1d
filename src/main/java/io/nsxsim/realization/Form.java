package io.nsxsim.realization;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer with gaps, as the build works it out of the contract. A text {@code a|b|c} stands for
 * what is said of an object that is realized, in progress or failed, a fourth word for what is said
 * of one that is switched off; <code>${name}</code> for a fact, without which the field is left
 * out; an object with {@code $each} once for each of the members that it names.
 */
record Form(JsonNode content) {

  private static final String COUNT = "${result_count}";

  /** Fills in what is known of an item; {@code members} answers what an item has, by name. */
  ObjectNode fill(Item item, BiFunction<String, Item, List<Item>> members) {
    return (ObjectNode) new Filling(members).value(content, item).getFirst();
  }

  /** Tells whether a fact has a place in the answer. */
  boolean mentions(String fact) {
    return content.toString().contains("\"${" + fact + "}\"");
  }

  private record Filling(BiFunction<String, Item, List<Item>> members) {

    /** The values that a part stands for; none if a fact is missing, several for {@code $each}. */
    List<JsonNode> value(JsonNode form, Item item) {
      if (form.isString()) {
        return text(form.stringValue(), item).stream().toList();
      }
      if (form instanceof ArrayNode list) {
        ArrayNode filled = JsonMapper.shared().createArrayNode();
        list.forEach(entry -> filled.addAll(value(entry, item)));
        return List.of(filled);
      }
      if (form.has("$each")) {
        List<JsonNode> all = new ArrayList<>();
        for (Item member : members.apply(form.path("$each").stringValue(), item)) {
          all.addAll(value(form.path("$of"), member));
        }
        return all;
      }
      return List.of(form instanceof ObjectNode object ? object(object, item) : form);
    }

    private ObjectNode object(ObjectNode form, Item item) {
      ObjectNode filled = JsonMapper.shared().createObjectNode();
      for (Map.Entry<String, JsonNode> field : form.properties()) {
        value(field.getValue(), item).forEach(value -> filled.set(field.getKey(), value));
      }
      for (Map.Entry<String, JsonNode> field : form.properties()) {
        if (field.getValue().asString("").equals(COUNT)) {
          filled.put(field.getKey(), filled.path("results").size());
        }
      }
      return filled;
    }

    private static Optional<JsonNode> text(String text, Item item) {
      if (text.startsWith("${")) {
        return item.fact(text.substring(2, text.length() - 1));
      }
      return Optional.of(Item.string(words(text.split("\\|", -1), text, item)));
    }

    private static String words(String[] words, String text, Item item) {
      if (words.length == 4 && !item.document().path("enabled").asBoolean(true)) {
        return words[3];
      }
      return words.length < 3 ? text : item.health().choose(words[0], words[1], words[2]);
    }
  }
}
