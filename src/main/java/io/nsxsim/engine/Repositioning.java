package io.nsxsim.engine;

import io.nsxsim.catalogue.Kind;
import io.nsxsim.catalogue.Schemas;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.store.ResourceRepository;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Moves a policy among the policies of its category, or a rule among the rules of its policy. What
 * stands in the way gets a new {@code sequence_number}, and nothing else does.
 */
@Component
final class Repositioning {

  private static final String NUMBER = "sequence_number";
  private static final int STEP = 10;

  private final ResourceRepository resources;
  private final Schemas schemas;

  Repositioning(ResourceRepository resources, Schemas schemas) {
    this.resources = resources;
    this.schemas = schemas;
  }

  /**
   * The writes that bring an object to its new place: its own, which carries the body, first.
   *
   * @param anchor the object that a place before or after is relative to
   */
  List<Change> changes(
      Kind kind, PolicyPath path, ObjectNode body, Position position, Optional<PolicyPath> anchor) {
    if (!schemas.shape(kind.schema()).names().contains(NUMBER)) {
      throw new Refusal(Reason.METHOD_NOT_ALLOWED, path + " stands in no order.");
    }
    List<JsonNode> siblings = siblings(path, body);
    int place = place(siblings, position, anchor);
    List<Change> changes = new ArrayList<>();
    boolean checked = body.has("_revision");
    changes.add(new Change.Write(kind, path, body, Change.Mode.REPLACE, false, checked));
    long before = place == 0 ? -1 : number(siblings.get(place - 1));
    if (place == siblings.size()) {
      body.put(NUMBER, before + (siblings.isEmpty() ? 1 : STEP));
      return changes;
    }
    long free = number(siblings.get(place)) - before - 1;
    if (free > 0) {
      body.put(NUMBER, before + 1 + (place == 0 ? free - 1 : (free - 1) / 2));
      return changes;
    }
    long next = before + STEP;
    body.put(NUMBER, next);
    for (JsonNode sibling : siblings.subList(place, siblings.size())) {
      if (number(sibling) > next) {
        break;
      }
      next += STEP;
      changes.add(renumbered(kind, sibling, next));
    }
    return changes;
  }

  private static Change renumbered(Kind kind, JsonNode sibling, long number) {
    ObjectNode body = JsonMapper.shared().createObjectNode().put(NUMBER, number);
    sibling.optional("resource_type").ifPresent(type -> body.set("resource_type", type));
    PolicyPath path = new PolicyPath(sibling.path("path").stringValue());
    return new Change.Write(kind, path, body, Change.Mode.OVERLAY, false, false);
  }

  private List<JsonNode> siblings(PolicyPath path, ObjectNode body) {
    Optional<JsonNode> stored = resources.findById(path.value()).map(r -> parse(r.document()));
    JsonNode category =
        body.has("category")
            ? body.path("category")
            : stored.map(document -> document.path("category")).orElse(body.path("category"));
    return resources.documentsIn(Drafts.collectionOf(path).value()).stream()
        .map(Repositioning::parse)
        .filter(document -> !document.path("path").asString("").equals(path.value()))
        .filter(document -> document.path("category").equals(category))
        .filter(document -> !document.path("is_default").asBoolean(false))
        .sorted(Comparator.comparingLong(Repositioning::number))
        .toList();
  }

  private static int place(
      List<JsonNode> siblings, Position position, Optional<PolicyPath> anchor) {
    return switch (position) {
      case INSERT_TOP -> 0;
      case INSERT_BOTTOM -> siblings.size();
      case INSERT_BEFORE -> anchored(siblings, anchor);
      case INSERT_AFTER -> anchored(siblings, anchor) + 1;
    };
  }

  private static int anchored(List<JsonNode> siblings, Optional<PolicyPath> anchor) {
    String wanted = anchor.map(PolicyPath::value).orElse("");
    for (int i = 0; i < siblings.size(); i++) {
      if (siblings.get(i).path("path").asString("").equals(wanted)) {
        return i;
      }
    }
    throw new Refusal(
        Reason.INVALID_PATH,
        "anchor_path must be the path of an object of the same kind and category beside this one,"
            + " not '"
            + wanted
            + "'.");
  }

  private static long number(JsonNode document) {
    return document.path(NUMBER).asLong(0);
  }

  private static JsonNode parse(String document) {
    return JsonMapper.shared().readTree(document);
  }
}
