package io.nsxsim.catalogue.compile;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes of every schema one that stands alone: the base's properties are its own, what is not
 * listed is refused, a discriminator is spelled out in conditions (by itself it validates nothing),
 * and references are names of sibling files.
 */
final class SchemaFlattener {

  private final Map<String, ObjectNode> schemas = new TreeMap<>();

  SchemaFlattener(Collection<ObjectNode> documents) {
    for (ObjectNode document : documents) {
      for (Map.Entry<String, JsonNode> schema : document.at("/components/schemas").properties()) {
        if (schemas.put(schema.getKey(), (ObjectNode) schema.getValue()) != null) {
          throw new IllegalStateException("Two schemas are named " + schema.getKey());
        }
      }
    }
  }

  /** The schema of a name as the documents have it. */
  ObjectNode schema(String name) {
    ObjectNode schema = schemas.get(name);
    if (schema == null) {
      throw new IllegalStateException("No schema is named " + name);
    }
    return schema;
  }

  /** All schemas, flattened, by name. */
  Map<String, ObjectNode> flattened() {
    Map<String, ObjectNode> result = new TreeMap<>();
    schemas.keySet().forEach(name -> result.put(name, flatten(name)));
    return result;
  }

  private ObjectNode flatten(String name) {
    ObjectNode source = schema(name);
    ObjectNode result = JsonMapper.shared().createObjectNode();
    copyExtensions(source, result);
    result.put("type", source.path("type").asString("object"));
    ObjectNode properties = result.putObject("properties");
    collect(source, properties, result.putArray("required"));
    if (source.has("discriminator")) {
      spellOut(source.get("discriminator"), result);
    } else if (!source.path("unevaluatedProperties").asBoolean(true)) {
      result.put("additionalProperties", false);
    }
    simplifyReferences(result);
    markPaths(result);
    return result;
  }

  private static void copyExtensions(ObjectNode source, ObjectNode result) {
    for (Map.Entry<String, JsonNode> entry : source.properties()) {
      if (entry.getKey().startsWith("x-")
          || entry.getKey().equals("enum")
          || entry.getKey().equals("anyOf")
          || entry.getKey().equals("dependentRequired")) {
        result.set(entry.getKey(), entry.getValue().deepCopy());
      }
    }
  }

  private void collect(ObjectNode schema, ObjectNode properties, ArrayNode required) {
    for (JsonNode base : schema.path("allOf")) {
      if (base.has("$ref")) {
        collect(schema(nameOf(base.get("$ref").stringValue())), properties, required);
      }
    }
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      properties.set(property.getKey(), property.getValue().deepCopy());
    }
    schema.path("required").forEach(field -> required.add(field.stringValue()));
  }

  /** A body of a base type is one of its subtypes, named by the discriminating field. */
  private static void spellOut(JsonNode discriminator, ObjectNode result) {
    String field = discriminator.get("propertyName").stringValue();
    result.put("x-discriminator", field);
    result.withArray("required").add(field);
    ObjectNode property = result.putObject("properties").putObject(field);
    property.put("type", "string");
    ArrayNode values = property.putArray("enum");
    ObjectNode variants = result.putObject("x-variants");
    ArrayNode conditions = result.putArray("allOf");
    for (Map.Entry<String, JsonNode> variant : discriminator.get("mapping").properties()) {
      values.add(variant.getKey());
      variants.put(variant.getKey(), nameOf(variant.getValue().stringValue()));
      ObjectNode condition = conditions.addObject();
      ObjectNode test = condition.putObject("if").putObject("properties").putObject(field);
      test.put("const", variant.getKey());
      condition.putObject("then").put("$ref", variant.getValue().stringValue());
    }
  }

  private static void simplifyReferences(JsonNode node) {
    if (node instanceof ObjectNode object && object.path("$ref").isString()) {
      object.put("$ref", nameOf(object.get("$ref").stringValue()));
    }
    node.forEach(SchemaFlattener::simplifyReferences);
  }

  /** What refers to an object is a path, unless the overlay allows more by a format. */
  private static void markPaths(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("x-refers-to").isArray()
        && !object.has("format")
        && object.path("type").asString("").equals("string")) {
      object.put("format", "path");
    }
    node.forEach(SchemaFlattener::markPaths);
  }

  /** The schema's name at the end of a reference. */
  static String nameOf(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }
}
