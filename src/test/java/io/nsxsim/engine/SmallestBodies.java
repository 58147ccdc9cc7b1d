package io.nsxsim.engine;

import io.nsxsim.catalogue.Kind;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes bodies of what the contract requires. What rules ask for beyond it stands in a file of
 * fields by schema, where {@code @Tier1} is the path of some tier-1.
 */
final class SmallestBodies {

  private final CompiledSchemas schemas;
  private final Function<List<String>, PolicyPath> objectOfOneOf;
  private final JsonNode beyondTheContract =
      CompiledSchemas.read("/kinds/beyond-the-contract.json");
  private int number;

  /**
   * Makes bodies.
   *
   * @param objectOfOneOf answers the path of an object of one of the kinds with these schemas
   */
  SmallestBodies(CompiledSchemas schemas, Function<List<String>, PolicyPath> objectOfOneOf) {
    this.schemas = schemas;
    this.objectOfOneOf = objectOfOneOf;
  }

  /** A body for a kind, as it would be read; no two are about the same addresses. */
  ObjectNode body(Kind kind) {
    number++;
    return (ObjectNode) JsonMapper.shared().readTree(object(kind.schema()).toString());
  }

  private ObjectNode object(String name) {
    JsonNode schema = schemas.schema(name);
    JsonNode variants = schema.path("x-variants");
    if (variants.isObject()) {
      String discriminator = schema.get("x-discriminator").stringValue();
      String first = variants.propertyNames().iterator().next();
      String chosen = beyondTheContract.path(name).path(discriminator).asString(first);
      return object(variants.get(chosen).stringValue()).put(discriminator, chosen);
    }
    ObjectNode body = JsonMapper.shared().createObjectNode();
    TreeSet<String> required = new TreeSet<>();
    schema.path("required").forEach(field -> required.add(field.stringValue()));
    for (String field : required) {
      body.set(field, value(schema.at("/properties/" + field)));
    }
    for (Map.Entry<String, JsonNode> field : beyondTheContract.path(name).properties()) {
      body.set(field.getKey(), resolved(field.getValue()));
    }
    return body;
  }

  private JsonNode resolved(JsonNode value) {
    if (value.isArray()) {
      ArrayNode elements = JsonMapper.shared().createArrayNode();
      value.forEach(element -> elements.add(resolved(element)));
      return elements;
    }
    String text = value.asString("");
    return text.startsWith("@")
        ? JsonMapper.shared().valueToTree(objectOfOneOf.apply(List.of(text.substring(1))).value())
        : value;
  }

  private JsonNode value(JsonNode schema) {
    if (schema.has("default")) {
      return schema.get("default");
    }
    if (schema.has("enum")) {
      return schema.get("enum").get(0);
    }
    if (schema.has("$ref")) {
      return object(schema.get("$ref").stringValue());
    }
    return switch (schema.path("type").asString("object")) {
      case "array" -> array(schema.get("items"));
      case "string" -> JsonMapper.shared().valueToTree(text(schema));
      case "integer", "number" -> JsonMapper.shared().valueToTree(schema.path("minimum").asLong(1));
      case "boolean" -> JsonMapper.shared().valueToTree(true);
      default -> JsonMapper.shared().createObjectNode();
    };
  }

  private ArrayNode array(JsonNode items) {
    return JsonMapper.shared().createArrayNode().add(value(items));
  }

  private String text(JsonNode schema) {
    if (schema.has("x-refers-to")) {
      List<String> kinds =
          schema.get("x-refers-to").valueStream().map(JsonNode::stringValue).toList();
      return objectOfOneOf.apply(kinds).value();
    }
    int high = number / 250 % 250;
    int low = number % 250 + 1;
    return switch (schema.path("format").asString("")) {
      case "ip" -> "10.%d.%d.1".formatted(high, low);
      case "cidr", "cidr-or-any", "ip-or-cidr", "ip-element", "ip-element-list" ->
          "10.%d.%d.0/24".formatted(high, low);
      case "address-with-prefix" -> "10.%d.%d.1/24".formatted(high, low);
      case "mac-address" -> "00:50:56:00:%02x:%02x".formatted(high, low);
      case "port-range", "vlan-range", "as-number" -> "" + low;
      case "community" -> "65000:" + low;
      default -> "text" + number;
    };
  }
}
