package io.nsxsim.engine;

import io.nsxsim.catalogue.Catalogue;
import io.nsxsim.catalogue.Kind;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes a hierarchical body apart into single changes, parents first. A wrapper's data stands in
 * the field that its type names; {@code ChildResourceReference} leads through an object without
 * touching it.
 */
@Component
final class HierarchyReader {

  private static final String REFERENCE = "ChildResourceReference";

  private final Catalogue catalogue;
  private final Ids ids;

  HierarchyReader(Catalogue catalogue, Ids ids) {
    this.catalogue = catalogue;
    this.ids = ids;
  }

  /** What becomes of the objects in a body, and where it is found wrong. */
  record Reading(
      List<Change> changes, Complaints complaints, Change.Mode mode, boolean checkRevisions) {}

  /** Takes what is wrong with a child of an object. */
  interface Complaints {
    void add(PolicyPath parent, Problem problem);
  }

  /**
   * Reads the children of what a body is about; its type, where it is told, must be the place's.
   */
  void readRoot(Kind kind, PolicyPath path, ObjectNode body, JsonNode children, Reading reading) {
    String type = body.path("resource_type").asString(kind.resourceType());
    if (children.isArray() && kind.singleton() && !type.equals(kind.resourceType())) {
      String message = path + " is of the type " + kind.resourceType() + ", not " + type + ".";
      refuse(reading, path, Reason.INVALID_VALUE, "/resource_type", message);
    }
    read(kind, path, children, "/children", reading);
  }

  /** Reads the children of the object at a path. */
  void read(Kind kind, PolicyPath path, JsonNode children, String pointer, Reading reading) {
    if (!children.isArray() && !children.isMissingNode()) {
      refuse(reading, path, Reason.INVALID_VALUE, pointer, "children is a list.");
      return;
    }
    for (int i = 0; i < children.size(); i++) {
      String place = pointer + "/" + i;
      if (children.get(i) instanceof ObjectNode wrapper) {
        child(kind, path, wrapper, place, reading);
      } else {
        refuse(reading, path, Reason.INVALID_VALUE, place, "A child is an object.");
      }
    }
  }

  private void child(
      Kind parent, PolicyPath path, ObjectNode wrapper, String pointer, Reading reading) {
    String type = wrapper.path("resource_type").asString("");
    if (type.equals(REFERENCE)) {
      reference(parent, path, wrapper, pointer, reading);
      return;
    }
    Optional<Kind> kind = catalogue.childByWrapper(parent, type, wrappedId(wrapper, type));
    if (kind.isEmpty()) {
      String message = "There is no " + type + " below " + parent.resourceType() + ".";
      refuse(reading, path, Reason.INVALID_VALUE, pointer + "/resource_type", message);
      return;
    }
    if (!(wrapper.get(kind.get().childKey()) instanceof ObjectNode object)) {
      String message = type + " holds its object in " + kind.get().childKey() + ".";
      refuse(reading, path, Reason.MISSING_FIELD, pointer + "/" + kind.get().childKey(), message);
      return;
    }
    object(parent, path, new Wrapped(kind.get(), wrapper, object), pointer, reading);
  }

  /** The id of the object in a wrapper whose field has the wrapper's name without Child. */
  private static String wrappedId(ObjectNode wrapper, String type) {
    return wrapper.path(type.replaceFirst("^Child", "")).path("id").asString("");
  }

  /** A wrapper and the object in it. */
  private record Wrapped(Kind kind, ObjectNode wrapper, ObjectNode object) {
    boolean markedForDelete() {
      return wrapper.path("marked_for_delete").asBoolean(false)
          || object.path("marked_for_delete").asBoolean(false);
    }
  }

  private void object(
      Kind parent, PolicyPath path, Wrapped wrapped, String pointer, Reading reading) {
    Kind kind = wrapped.kind();
    String inner = pointer + "/" + kind.childKey();
    String id = wrapped.object().path("id").asString("");
    if (!kind.singleton()) {
      Optional<Problem> illegal = ids.problem(id, inner + "/id");
      if (illegal.isPresent()) {
        reading.complaints().add(path, illegal.get());
        return;
      }
    }
    PolicyPath target = catalogue.pathBelow(parent, path, kind, id);
    if (wrapped.markedForDelete()) {
      reading.changes().add(new Change.Remove(kind, target, true));
      return;
    }
    JsonNode children = wrapped.object().path("children");
    wrapped.object().remove("children");
    reading
        .changes()
        .add(
            new Change.Write(
                kind, target, wrapped.object(), reading.mode(), false, reading.checkRevisions()));
    read(kind, target, children, inner + "/children", reading);
  }

  private void reference(
      Kind parent, PolicyPath path, ObjectNode wrapper, String pointer, Reading reading) {
    String type = wrapper.path("target_type").asString("");
    Optional<Kind> kind = catalogue.childByType(parent, type);
    if (kind.isEmpty()) {
      String message = "There is no " + type + " below " + parent.resourceType() + ".";
      refuse(reading, path, Reason.INVALID_VALUE, pointer + "/target_type", message);
      return;
    }
    String id = wrapper.path("id").asString("");
    if (!kind.get().singleton() && id.isEmpty()) {
      refuse(reading, path, Reason.MISSING_FIELD, pointer + "/id", "A reference names an id.");
      return;
    }
    PolicyPath target = catalogue.pathBelow(parent, path, kind.get(), id);
    read(kind.get(), target, wrapper.path("children"), pointer + "/children", reading);
  }

  private static void refuse(
      Reading reading, PolicyPath parent, Reason reason, String pointer, String message) {
    reading.complaints().add(parent, new Problem(reason, pointer, message));
  }
}
