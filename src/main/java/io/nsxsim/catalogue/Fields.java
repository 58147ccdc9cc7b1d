package io.nsxsim.catalogue;

import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads fields of documents as rules need them: an empty text is no text. */
public final class Fields {

  private Fields() {}

  /** The text of a field. */
  public static Optional<String> text(JsonNode document, String field) {
    return Optional.of(document.path(field).asString("").strip()).filter(text -> !text.isEmpty());
  }

  /** Tells whether a field has exactly this text. */
  public static boolean is(JsonNode document, String field, String text) {
    return document.path(field).asString("").equals(text);
  }

  /** The texts of a list. */
  public static List<String> texts(JsonNode document, String field) {
    List<String> texts = new ArrayList<>();
    document.path(field).forEach(element -> texts.add(element.asString("")));
    return texts;
  }

  /** The path that a field holds. */
  public static Optional<PolicyPath> path(JsonNode document, String field) {
    return text(document, field).filter(PolicyPath::isPolicyPath).map(PolicyPath::new);
  }

  /** The document's own path. */
  public static PolicyPath ownPath(JsonNode document) {
    return new PolicyPath(document.path("path").stringValue());
  }

  /** The path of the object that the document lies below. */
  public static PolicyPath parentPath(JsonNode document) {
    return new PolicyPath(document.path("parent_path").stringValue());
  }

  /** The object that a field leads to. */
  public static Optional<JsonNode> target(JsonNode document, String field, Surroundings around) {
    return path(document, field).flatMap(around::find);
  }

  /** Tells whether a field is there and holds more than an empty text or list. */
  public static boolean isSet(JsonNode document, String field) {
    JsonNode value = document.path(field);
    return value.isContainer() ? !value.isEmpty() : text(document, field).isPresent();
  }

  /** Tells whether a field holds something else in one than in the other: nothing is nothing. */
  public static boolean differs(JsonNode one, JsonNode other, String field) {
    return !one.path(field).equals(other.path(field))
        && !(isBlank(one, field) && isBlank(other, field));
  }

  private static boolean isBlank(JsonNode document, String field) {
    JsonNode value = document.path(field);
    return value.isMissingNode()
        || value.isNull()
        || (value.isContainer() && value.isEmpty())
        || (value.isString() && value.asString().isBlank());
  }

  /** The objects of a list; what is no object is left to the contract to refuse. */
  public static List<ObjectNode> objects(JsonNode list) {
    return list.valueStream()
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .toList();
  }

  /**
   * Tells whether an object is as it was, but for who wrote it and how often: what a client reads
   * and sends back changes nothing.
   */
  public static boolean isUnchanged(JsonNode document, Surroundings around) {
    return around.previous(ownPath(document)).filter(b -> agree(b, document)).isPresent();
  }

  private static boolean agree(JsonNode one, JsonNode other) {
    return own((ObjectNode) one).equals(own((ObjectNode) other));
  }

  private static ObjectNode own(ObjectNode document) {
    ObjectNode own = document.objectNode();
    document.forEachEntry((name, value) -> {
      if (!name.startsWith("_")) {
        own.set(name, value);
      }
    });
    return own;
  }
}
