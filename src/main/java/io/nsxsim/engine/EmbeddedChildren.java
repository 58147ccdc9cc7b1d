package io.nsxsim.engine;

import io.nsxsim.catalogue.Catalogue;
import io.nsxsim.catalogue.Kind;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Objects that a body shows in a field and the tree holds as children: a policy's rules, a
 * service's entries. PATCH adds and changes them; PUT says that there are no others.
 */
@Component
final class EmbeddedChildren {

  private final Catalogue catalogue;
  private final Ids ids;

  EmbeddedChildren(Catalogue catalogue, Ids ids) {
    this.catalogue = catalogue;
    this.ids = ids;
  }

  /**
   * Takes the children out of a write's body and answers what is to happen to them; reports what
   * cannot be a list of objects or has an id that none may have.
   */
  List<Change> extract(Change.Write write, Workspace workspace, List<Problem> problems) {
    List<Change> changes = new ArrayList<>();
    for (Map.Entry<String, String> field : write.kind().embedded().entrySet()) {
      PolicyPath collection = write.path().child(field.getValue());
      Kind kind = catalogue.childIn(write.kind(), field.getValue());
      JsonNode listed = write.body().path(field.getKey());
      write.body().remove(field.getKey());
      Set<PolicyPath> kept = new HashSet<>();
      for (ObjectNode body : objects(listed, "/" + field.getKey(), problems)) {
        PolicyPath path = collection.child(idOf(body));
        kept.add(path);
        changes.add(new Change.Write(kind, path, body, Change.Mode.REPLACE, write.whole(), false));
      }
      if (write.whole()) {
        changes.addAll(others(kind, collection, kept, workspace));
      }
    }
    return changes;
  }

  private List<ObjectNode> objects(JsonNode listed, String pointer, List<Problem> problems) {
    List<ObjectNode> objects = new ArrayList<>();
    if (!listed.isArray() && !listed.isMissingNode() && !listed.isNull()) {
      problems.add(Problem.invalid(pointer, pointer + " is a list."));
      return objects;
    }
    for (int i = 0; i < listed.size(); i++) {
      String place = pointer + "/" + i;
      if (!(listed.get(i) instanceof ObjectNode body)) {
        problems.add(Problem.invalid(place, place + " is an object."));
        continue;
      }
      Optional<Problem> illegal = ids.problem(idOf(body), place + "/id");
      illegal.ifPresentOrElse(problems::add, () -> objects.add(body));
    }
    return objects;
  }

  private static List<Change> others(
      Kind kind, PolicyPath collection, Set<PolicyPath> kept, Workspace workspace) {
    List<Change> changes = new ArrayList<>();
    for (JsonNode existing : workspace.in(collection)) {
      PolicyPath path = collection.child(existing.path("id").stringValue());
      if (!kept.contains(path)) {
        changes.add(new Change.Remove(kind, path, true));
      }
    }
    return changes;
  }

  /** Clients may leave the id to the server: then the name serves if it can, or a UUID. */
  private static String idOf(ObjectNode body) {
    String id = body.path("id").asString("");
    if (!id.isEmpty()) {
      return id;
    }
    String name = body.path("display_name").asString("");
    String made = name.matches("[A-Za-z0-9_.-]+") ? name : UUID.randomUUID().toString();
    body.put("id", made);
    return made;
  }
}
