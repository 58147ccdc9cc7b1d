package io.nsxsim.engine;

import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a change would make of the tree, though it is never made.
 *
 * @param written documents as they would be, by path
 * @param removed objects that would be gone
 */
public record Preview(Map<PolicyPath, Written> written, Set<PolicyPath> removed) {

  /** A document and the schema that names its kind. */
  public record Written(String kind, JsonNode document) {}

  public Preview {
    written = Map.copyOf(written);
    removed = Set.copyOf(removed);
  }

  /** What a workspace would make of the tree. */
  static Preview of(Workspace workspace) {
    Map<PolicyPath, Written> written = new HashMap<>();
    workspace
        .drafts()
        .forEach((path, draft) ->
            written.put(path, new Written(draft.kind().schema(), draft.document())));
    return new Preview(written, workspace.removed());
  }

  /** The stored tree with the change laid over it. */
  public List<JsonNode> documents(Tree stored, Set<String> kinds) {
    List<JsonNode> documents = new ArrayList<>();
    for (JsonNode document : stored.documents(kinds)) {
      PolicyPath path = new PolicyPath(document.path("path").asString());
      if (!written.containsKey(path) && !removed.contains(path)) {
        documents.add(document);
      }
    }
    written.values().stream()
        .filter(each -> kinds.contains(each.kind()))
        .map(Written::document)
        .forEach(documents::add);
    documents.sort(Comparator.comparing(document -> document.path("path").asString()));
    return documents;
  }
}
