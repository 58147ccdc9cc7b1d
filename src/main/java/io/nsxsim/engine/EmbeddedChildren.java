package io.nsxsim.engine;

import io.nsxsim.catalogue.Catalogue;
import io.nsxsim.catalogue.Kind;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

  EmbeddedChildren(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Takes the children out of a write's body and answers what is to happen to them. */
  List<Change> extract(Change.Write write, Workspace workspace) {
    List<Change> changes = new ArrayList<>();
    for (Map.Entry<String, String> field : write.kind().embedded().entrySet()) {
      PolicyPath collection = write.path().child(field.getValue());
      Kind kind = catalogue.childIn(write.kind(), field.getValue());
      JsonNode listed = write.body().path(field.getKey());
      write.body().remove(field.getKey());
      Set<PolicyPath> kept = new HashSet<>();
      for (JsonNode element : listed) {
        if (element instanceof ObjectNode body) {
          PolicyPath path = collection.child(idOf(body));
          kept.add(path);
          changes.add(
              new Change.Write(kind, path, body, Change.Mode.REPLACE, write.whole(), false));
        }
      }
      if (write.whole()) {
        changes.addAll(others(kind, collection, kept, workspace));
      }
    }
    return changes;
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
    return name.matches("[A-Za-z0-9_.-]+") ? name : UUID.randomUUID().toString();
  }
}
