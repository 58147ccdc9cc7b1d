package io.nsxsim.engine;

import io.nsxsim.catalogue.Catalogue;
import io.nsxsim.catalogue.Kind;
import io.nsxsim.catalogue.Shape;
import io.nsxsim.path.PolicyPath;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sets the fields that every object of a policy tree has. */
@Component
final class Stamps {

  private final Catalogue catalogue;
  private final Clock clock;

  Stamps(Catalogue catalogue, Clock clock) {
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** Milliseconds since the epoch. */
  long now() {
    return clock.millis();
  }

  /** Sets what identifies an object, who made it and when, and its revision. */
  void stamp(
      ObjectNode document,
      Change.Write write,
      Shape shape,
      Optional<ObjectNode> stored,
      Author author) {
    identify(document, write.kind(), write.path());
    if (shape.names().contains("unique_id")) {
      lifecycle(document, stored);
    }
    long now = now();
    document.put("_create_user", text(stored, "_create_user", author.name()));
    document.put("_create_time", number(stored, "_create_time", now));
    document.put("_last_modified_user", author.name());
    document.put("_last_modified_time", now);
    document.put("_system_owned", flag(stored, author.system()));
    document.put("_protection", "NOT_PROTECTED");
    document.put("_revision", number(stored, "_revision", -1) + 1);
  }

  private void identify(ObjectNode document, Kind kind, PolicyPath path) {
    document.put("id", path.id());
    if (document.path("display_name").asString("").isEmpty()) {
      document.put("display_name", path.id());
    }
    if (!document.has("resource_type")) {
      document.put("resource_type", kind.resourceType());
    }
    document.put("path", path.value());
    document.put("relative_path", path.id());
    document.put(
        "parent_path", catalogue.parentPath(kind, path).map(PolicyPath::value).orElse("/"));
  }

  private static void lifecycle(ObjectNode document, Optional<ObjectNode> stored) {
    String unique = text(stored, "unique_id", "");
    if (unique.isEmpty()) {
      unique = document.path("unique_id").asString("");
    }
    if (unique.isEmpty()) {
      unique = UUID.randomUUID().toString();
    }
    document.put("unique_id", unique);
    document.put("realization_id", unique);
    document.put("marked_for_delete", false);
    document.put("overridden", false);
  }

  private static String text(Optional<ObjectNode> stored, String field, String otherwise) {
    return stored.map(document -> document.path(field).asString("")).orElse(otherwise);
  }

  private static long number(Optional<ObjectNode> stored, String field, long otherwise) {
    return stored.map(document -> document.path(field).asLong(otherwise)).orElse(otherwise);
  }

  private static boolean flag(Optional<ObjectNode> stored, boolean otherwise) {
    return stored
        .map(d -> (JsonNode) d)
        .map(d -> d.path("_system_owned").asBoolean(false))
        .orElse(otherwise);
  }
}
