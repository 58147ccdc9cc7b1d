package io.nsxsim.catalogue;

import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A kind of object: one place in the policy tree and what may be done there.
 *
 * @param template the path with every id written {@code {}}, such as {@code /infra/tier-1s/{}};
 *     that of an object of the Manager API begins with {@code /api/v1}
 * @param parent the template of the kind that it lies directly below, empty for a root
 * @param schema the name of the body's schema, which also names the kind in queries
 * @param resourceType the value of {@code resource_type}; for a polymorphic kind that of the base
 * @param singleton whether the last segment is a fixed name instead of an id
 * @param companions the ids of those that NSX creates together with their parent; a singleton's is
 *     of no matter
 * @param verbs the HTTP methods of the contract, in lower case, {@code create} where objects are
 *     made by POST to their collection, {@code patch-answers} where PATCH answers the object,
 *     {@code delete-in-use} where DELETE can be forced, and {@code delete-subtree} where it takes
 *     children along unless told otherwise
 * @param listed whether the collection can be listed
 * @param filters query parameters of the list: name to the field that must have the value
 * @param childType the wrapper's name in a hierarchical body, {@code ChildTier1}
 * @param childKey the wrapper's field that holds the object
 * @param embedded fields that show children: name of the field to name of the collection
 * @param counts fields that count the children shown: name of the showing field to name of the
 *     counting one
 * @param since the release of NSX that it came with, such as 9.1.0; empty when it was always there
 */
public record Kind(
    String template,
    String parent,
    String schema,
    String resourceType,
    boolean singleton,
    List<String> companions,
    Set<String> verbs,
    boolean listed,
    Map<String, String> filters,
    String childType,
    String childKey,
    Map<String, String> embedded,
    Map<String, String> counts,
    String since) {

  public Kind {
    companions = List.copyOf(companions);
    verbs = Set.copyOf(verbs);
    filters = Map.copyOf(filters);
    embedded = Map.copyOf(embedded);
    counts = Map.copyOf(counts);
  }

  /** The template's segments. */
  List<String> segments() {
    return List.of(template.substring(1).split("/"));
  }

  /** Tells whether a method may be used on objects of this kind. */
  public boolean allows(String verb) {
    return verbs.contains(verb);
  }

  /** Tells whether clients can create, change or delete objects of this kind by their path. */
  public boolean writable() {
    return verbs.contains("put") || verbs.contains("patch");
  }

  /** The ids in a path of this kind or of one below it, as many as the template has. */
  List<String> ids(PolicyPath path) {
    List<String> ids = new ArrayList<>();
    List<String> given = path.segments();
    List<String> own = segments();
    for (int i = 0; i < own.size(); i++) {
      if (own.get(i).equals("{}")) {
        ids.add(given.get(i));
      }
    }
    return ids;
  }

  /** The path that the first ids of a list make of the template. */
  PolicyPath path(List<String> ids) {
    List<String> segments = new ArrayList<>(segments());
    int next = 0;
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i).equals("{}")) {
        segments.set(i, ids.get(next++));
      }
    }
    return PolicyPath.of(segments);
  }
}
