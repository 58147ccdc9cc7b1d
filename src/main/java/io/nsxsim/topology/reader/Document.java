package io.nsxsim.topology.reader;

import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A stored document, or an object inside one, with absent fields made harmless. It is equal to what
 * wraps the very same object, not to what only reads the same.
 *
 * @param path where it is stored; of an object inside a document it means nothing
 */
record Document(JsonNode node, PolicyPath path) {

  private static final PolicyPath NOWHERE = new PolicyPath("/nowhere");

  Document(JsonNode node) {
    this(node, pathOf(node));
  }

  private static PolicyPath pathOf(JsonNode node) {
    String path = node.path("path").asString("");
    return PolicyPath.isPolicyPath(path) ? new PolicyPath(path) : NOWHERE;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Document document && document.node == node;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(node);
  }

  String id() {
    return node.path("id").asString("");
  }

  String name() {
    return text("display_name").orElse(id());
  }

  String type() {
    return node.path("resource_type").asString("");
  }

  /** The kind it is stored as: its type, or for polymorphic kinds what its types have in common. */
  String kind() {
    String type = type();
    if (type.endsWith("ServiceEntry")) {
      return "ServiceEntry";
    }
    return type.startsWith("LB") && type.endsWith("Profile") ? "LBAppProfile" : type;
  }

  /** A text that is there and not blank. */
  Optional<String> text(String field) {
    return Optional.of(node.path(field).asString("").strip()).filter(text -> !text.isEmpty());
  }

  /** A text that is a policy path. */
  Optional<PolicyPath> pathIn(String field) {
    return text(field).filter(PolicyPath::isPolicyPath).map(PolicyPath::new);
  }

  boolean flag(String field, boolean absent) {
    return node.path(field).asBoolean(absent);
  }

  int number(String field, int absent) {
    return node.path(field).asInt(absent);
  }

  boolean has(String field) {
    return node.hasNonNull(field);
  }

  List<String> texts(String field) {
    return node.path(field).valueStream().map(value -> value.asString("").strip()).toList();
  }

  List<Document> objects(String field) {
    return node.path(field).valueStream().map(Document::new).toList();
  }

  Optional<Document> object(String field) {
    return node.path(field).isObject()
        ? Optional.of(new Document(node.path(field)))
        : Optional.empty();
  }

  /** Tells whether {@code admin_state} is anything but DOWN; NSX's default is UP. */
  boolean isUp() {
    return !text("admin_state").orElse("UP").equals("DOWN");
  }
}
