package io.nsxsim.catalogue;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads shapes from schemas. */
record ShapeReader(Schemas schemas) {

  Shape read(JsonNode schema) {
    Map<String, Shape.Field> fields = new HashMap<>();
    Map<String, Shape.Scalar> scalars = new HashMap<>();
    Set<String> readOnly = new HashSet<>();
    Set<String> kept = new HashSet<>();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (property.getValue().path("readOnly").asBoolean(false)) {
        readOnly.add(property.getKey());
      }
      if (property.getValue().path("x-kept").asBoolean(false)) {
        kept.add(property.getKey());
      }
      scalar(property.getValue()).ifPresent(type -> scalars.put(property.getKey(), type));
      field(property.getValue()).ifPresent(field -> fields.put(property.getKey(), field));
    }
    Set<String> names = Set.copyOf(schema.path("properties").propertyNames());
    Map<String, Shape.Lazy> variants = new HashMap<>();
    for (Map.Entry<String, JsonNode> variant : schema.path("x-variants").properties()) {
      String name = variant.getValue().stringValue();
      variants.put(variant.getKey(), () -> schemas.shape(name));
    }
    String discriminator = schema.path("x-discriminator").asString("");
    return new Shape(
        Map.copyOf(fields),
        Map.copyOf(scalars),
        names,
        Set.copyOf(readOnly),
        Set.copyOf(kept),
        later(schema),
        discriminator,
        Map.copyOf(variants));
  }

  private static Set<String> later(JsonNode schema) {
    return schema
        .path("x-later")
        .valueStream()
        .map(JsonNode::stringValue)
        .collect(toUnmodifiableSet());
  }

  private Optional<Shape.Field> field(JsonNode property) {
    Optional<JsonNode> value = Optional.ofNullable(property.get("default"));
    List<String> refersTo = refersTo(property);
    Optional<Shape.Lazy> nested = nested(property);
    boolean secret = property.path("writeOnly").asBoolean(false);
    if (value.isEmpty() && refersTo.isEmpty() && nested.isEmpty() && !secret) {
      return Optional.empty();
    }
    return Optional.of(new Shape.Field(value, refersTo, nested, secret));
  }

  private static Optional<Shape.Scalar> scalar(JsonNode property) {
    JsonNode typed =
        property.path("type").asString("").equals("array") ? property.path("items") : property;
    return switch (typed.path("type").asString("")) {
      case "string" -> Optional.of(Shape.Scalar.TEXT);
      case "integer" -> Optional.of(Shape.Scalar.INTEGER);
      case "number" -> Optional.of(Shape.Scalar.NUMBER);
      case "boolean" -> Optional.of(Shape.Scalar.BOOLEAN);
      default -> Optional.empty();
    };
  }

  private static List<String> refersTo(JsonNode property) {
    JsonNode names = property.path("x-refers-to");
    if (names.isMissingNode()) {
      names = property.path("items").path("x-refers-to");
    }
    List<String> result = new ArrayList<>();
    names.forEach(name -> result.add(name.stringValue()));
    return List.copyOf(result);
  }

  private Optional<Shape.Lazy> nested(JsonNode property) {
    String reference = property.path("$ref").asString("");
    if (reference.isEmpty()) {
      reference = property.path("items").path("$ref").asString("");
    }
    if (reference.isEmpty()) {
      return Optional.empty();
    }
    String name = reference;
    return Optional.of(() -> schemas.shape(name));
  }
}
