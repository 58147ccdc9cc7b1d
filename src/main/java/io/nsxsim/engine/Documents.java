package io.nsxsim.engine;

import static java.util.stream.Collectors.toSet;

import io.nsxsim.catalogue.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is done to documents without knowing their kind: to clean, merge and complete them. */
final class Documents {

  private Documents() {}

  /** Removes fields that are null: a client that sends null sends nothing. */
  static void dropNulls(JsonNode node) {
    if (node instanceof ObjectNode object) {
      List<String> nulls = new ArrayList<>();
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        if (entry.getValue().isNull()) {
          nulls.add(entry.getKey());
        } else {
          dropNulls(entry.getValue());
        }
      }
      object.remove(nulls);
    } else {
      node.forEach(Documents::dropNulls);
    }
  }

  /** Removes what only the server sets; clients echo it and mean nothing by it. */
  static void dropReadOnly(ObjectNode document, Shape declared) {
    Shape shape = declared.of(document);
    document.remove(shape.readOnly());
    shape
        .fields()
        .forEach((name, field) ->
            field
                .nested()
                .ifPresent(nested ->
                    forEachObject(document.path(name), o -> dropReadOnly(o, nested.get()))));
  }

  /** Removes what can be set but never read. */
  static void dropSecrets(ObjectNode document, Shape declared) {
    Shape shape = declared.of(document);
    shape
        .fields()
        .forEach((name, field) -> {
          if (field.secret()) {
            document.remove(name);
          }
          field
              .nested()
              .ifPresent(
                  nested -> forEachObject(document.path(name), o -> dropSecrets(o, nested.get())));
        });
  }

  /** The fields of a document that came with a later release than the server's, or hold such. */
  static Set<String> later(ObjectNode document, Shape declared) {
    Shape shape = declared.of(document);
    return document.propertyNames().stream()
        .filter(name ->
            shape.later().contains(name)
                || holdsLater(document.get(name), shape.fields().get(name)))
        .collect(toSet());
  }

  private static boolean holdsLater(JsonNode value, Shape.@Nullable Field field) {
    if (field == null || field.nested().isEmpty()) {
      return false;
    }
    Shape nested = field.nested().get().get();
    boolean[] found = {false};
    forEachObject(value, object -> found[0] |= !later(object, nested).isEmpty());
    return found[0];
  }

  /** Removes what came with a later release than the server's, but for some fields. */
  static void dropLater(ObjectNode document, Shape declared, Set<String> left) {
    Shape shape = declared.of(document);
    shape.later().stream().filter(name -> !left.contains(name)).forEach(document::remove);
    shape
        .fields()
        .forEach((name, field) -> {
          if (!left.contains(name)) {
            field
                .nested()
                .ifPresent(nested ->
                    forEachObject(document.path(name), o -> dropLater(o, nested.get(), Set.of())));
          }
        });
  }

  /** Fills in plain defaults, in nested objects too where a client sent them. */
  static void fillDefaults(ObjectNode document, Shape declared) {
    Shape shape = declared.of(document);
    shape
        .fields()
        .forEach((name, field) -> {
          if (!document.has(name)) {
            field.defaultValue().ifPresent(value -> document.set(name, value.deepCopy()));
          }
          field
              .nested()
              .ifPresent(
                  nested -> forEachObject(document.path(name), o -> fillDefaults(o, nested.get())));
        });
  }

  /** Lays a body over a stored document: objects are merged, all else replaces, null removes. */
  static void overlay(ObjectNode stored, ObjectNode body) {
    for (Map.Entry<String, JsonNode> entry : body.properties()) {
      JsonNode value = entry.getValue();
      if (value.isNull()) {
        stored.remove(entry.getKey());
      } else if (value instanceof ObjectNode inner
          && stored.get(entry.getKey()) instanceof ObjectNode existing) {
        overlay(existing, inner);
      } else {
        stored.set(entry.getKey(), value);
      }
    }
  }

  /** Visits an object, or the objects of a list. */
  static void forEachObject(JsonNode node, java.util.function.Consumer<ObjectNode> visitor) {
    if (node instanceof ObjectNode object) {
      visitor.accept(object);
    } else if (node instanceof ArrayNode array) {
      array.forEach(element -> forEachObject(element, visitor));
    }
  }
}
