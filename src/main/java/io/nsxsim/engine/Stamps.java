package io.nsxsim.engine;

import io.nsxsim.catalogue.Catalogue;
import io.nsxsim.catalogue.Kind;
import io.nsxsim.catalogue.Shape;
import io.nsxsim.path.PolicyPath;
import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sets the fields that every object of a policy tree has. */
@Component
final class Stamps {

  /** What says that and when an object was written. */
  private static final Set<String> WRITES =
      Set.of("_revision", "_last_modified_time", "_last_modified_user");

  /** Numbers of different types may be the same: 1 as an int and as a long. */
  private static final Comparator<JsonNode> SAME_VALUE = Stamps::compareLeaves;

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

  /**
   * Sets what identifies an object, who made it and when, and its revision, as far as it has it.
   */
  void stamp(
      ObjectNode document,
      Change.Write write,
      Shape shape,
      Optional<ObjectNode> stored,
      Author author) {
    ObjectNode stamps = document.objectNode();
    identify(stamps, document, write.kind(), write.path());
    lifecycle(stamps, document, stored);
    boolean copied = author.copying() && stored.isEmpty();
    history(stamps, copied ? Optional.of(document) : stored, author);
    if (copied) {
      stamps.put("_revision", document.path("_revision").asLong(0));
    }
    if (shape.discriminator().isEmpty()) {
      stamps.retain(shape.names());
    } else {
      stamps.remove(shape.discriminator()); // of no known variant, which is refused later
    }
    document.setAll(stamps);
  }

  private void identify(ObjectNode stamps, ObjectNode document, Kind kind, PolicyPath path) {
    stamps.put("id", path.id());
    if (document.path("display_name").asString(" ").isEmpty() || !document.has("display_name")) {
      stamps.put("display_name", path.id());
    }
    if (!document.has("resource_type")) {
      stamps.put("resource_type", kind.resourceType());
    }
    stamps.put("path", path.value());
    stamps.put("relative_path", path.id());
    stamps.put("parent_path", catalogue.parentPath(kind, path).map(PolicyPath::value).orElse("/"));
  }

  private static void lifecycle(
      ObjectNode stamps, ObjectNode document, Optional<ObjectNode> stored) {
    String unique = text(stored, "unique_id", document.path("unique_id").asString(""));
    if (unique.isEmpty()) {
      unique = UUID.randomUUID().toString();
    }
    stamps.put("unique_id", unique);
    stamps.put("realization_id", unique);
    stamps.put("marked_for_delete", false);
    stamps.put("overridden", false);
  }

  private void history(ObjectNode stamps, Optional<ObjectNode> stored, Author author) {
    long now = now();
    stamps.put("_create_user", text(stored, "_create_user", author.name()));
    stamps.put("_create_time", number(stored, "_create_time", now));
    stamps.put("_last_modified_user", author.name());
    stamps.put("_last_modified_time", now);
    stamps.put("_system_owned", flag(stored, author.system() && !author.copying()));
    stamps.put("_protection", text(stored, "_protection", author.protection()));
    stamps.put("_revision", number(stored, "_revision", -1) + 1);
  }

  /** Makes a document what is stored if nothing but its revision and times is new. */
  void keepHistory(ObjectNode document, ObjectNode previous) {
    ObjectNode now = document.deepCopy().remove(WRITES);
    ObjectNode then = previous.deepCopy().remove(WRITES);
    if (now.equals(SAME_VALUE, then)) {
      document.removeAll();
      document.setAll(previous); // in its order, so that there is nothing to save
    }
  }

  private static int compareLeaves(JsonNode one, JsonNode other) {
    boolean numbers = one.isNumber() && other.isNumber();
    return numbers ? one.decimalValue().compareTo(other.decimalValue()) : one.equals(other) ? 0 : 1;
  }

  private static String text(Optional<ObjectNode> stored, String field, String otherwise) {
    return stored.map(document -> document.path(field).asString(otherwise)).orElse(otherwise);
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
