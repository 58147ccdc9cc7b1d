package io.nsxsim.catalogue.projects;

import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The short ids of projects and VPCs, which stand in the names of what is realized for them.
 *
 * <p>Source: the API reference on {@code short_id}: the id if that has no more than eight
 * characters, else a random one.
 */
public final class ShortIds {

  private static final String FIELD = "short_id";
  private static final int LONGEST = 8;

  private ShortIds() {}

  /** Fills in the short id that a project or VPC has or gets. */
  public static void fill(ObjectNode document, Surroundings around) {
    if (!Fields.isSet(document, FIELD)) {
      document.put(
          FIELD,
          around
              .find(Fields.ownPath(document))
              .flatMap(before -> Fields.text(before, FIELD))
              .orElseGet(() -> made(Fields.ownPath(document))));
    }
  }

  private static String made(PolicyPath path) {
    if (path.id().length() <= LONGEST) {
      return path.id();
    }
    UUID random = UUID.nameUUIDFromBytes(path.value().getBytes(StandardCharsets.UTF_8));
    return random.toString().substring(0, LONGEST);
  }

  /** Reports a short id that is changed or is that of a neighbour. */
  public static void check(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    PolicyPath own = Fields.ownPath(document);
    JsonNode before = around.previous(own).orElse(document);
    if (!before.path(FIELD).equals(document.path(FIELD))) {
      problems.accept(Problem.conflict("/" + FIELD, "The short id cannot be changed."));
    }
    if (around.previous(own).isPresent()) {
      return;
    }
    String collection = own.value().substring(0, own.value().lastIndexOf('/'));
    for (JsonNode other : around.in(new PolicyPath(collection))) {
      if (!Fields.ownPath(other).equals(own) && other.path(FIELD).equals(document.path(FIELD))) {
        problems.accept(
            Problem.conflict("/" + FIELD, Fields.ownPath(other) + " has this short id."));
      }
    }
  }
}
