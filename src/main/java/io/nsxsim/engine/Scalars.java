package io.nsxsim.engine;

import io.nsxsim.catalogue.Shape;
import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads plain values as leniently as NSX does: {@code 80} for the text {@code "80"}, {@code "24"}
 * for the number and {@code "true"} for the boolean, and an empty text for no number or boolean at
 * all. Templates of automation tools make texts of everything. What cannot be read so stays as it
 * is, for the contract to refuse.
 */
final class Scalars {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Scalars() {}

  /** Gives the values of a document, nested ones too, the types of its shape. */
  static void convert(ObjectNode document, Shape declared) {
    Shape shape = declared.of(document);
    for (Map.Entry<String, JsonNode> entry : document.properties()) {
      Shape.Scalar type = shape.scalars().get(entry.getKey());
      if (type == null) {
        Shape.Field field = shape.fields().get(entry.getKey());
        if (field != null) {
          field
              .nested()
              .ifPresent(nested ->
                  Documents.forEachObject(
                      entry.getValue(), object -> convert(object, nested.get())));
        }
      } else if (entry.getValue() instanceof ArrayNode list) {
        for (int i = 0; i < list.size(); i++) {
          list.set(i, converted(list.get(i), type));
        }
      } else {
        entry.setValue(converted(entry.getValue(), type));
      }
    }
  }

  private static JsonNode converted(JsonNode value, Shape.Scalar type) {
    if (type == Shape.Scalar.TEXT) {
      return value.isNumber() || value.isBoolean() ? NODES.stringNode(value.asString()) : value;
    }
    if (type == Shape.Scalar.INTEGER && value.isNumber() && !value.canConvertToLong()) {
      return NODES.stringNode(value.asString()); // no number that fits, so none at all
    }
    if (!value.isString()) {
      return value;
    }
    String text = value.stringValue().strip();
    if (text.isEmpty()) {
      return NODES.nullNode();
    }
    return switch (type) {
      case INTEGER -> text.matches("-?[0-9]{1,18}") ? NODES.numberNode(Long.valueOf(text)) : value;
      case NUMBER ->
          text.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?")
              ? NODES.numberNode(new BigDecimal(text))
              : value;
      default -> bool(text, value);
    };
  }

  private static JsonNode bool(String text, JsonNode value) {
    return switch (text) {
      case "true", "True", "TRUE" -> NODES.booleanNode(true);
      case "false", "False", "FALSE" -> NODES.booleanNode(false);
      default -> value;
    };
  }
}
