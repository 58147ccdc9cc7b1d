package io.nsxsim.engine;

import io.nsxsim.path.PolicyPath;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The objects that one request writes, found by path, by collection and by what they mention. */
final class Drafts {

  private final Map<PolicyPath, Workspace.Draft> byPath = new LinkedHashMap<>();
  private final Map<PolicyPath, Map<PolicyPath, Workspace.Draft>> byCollection = new HashMap<>();
  private final Map<PolicyPath, Map<PolicyPath, Workspace.Draft>> byTarget = new HashMap<>();

  void put(PolicyPath path, Workspace.Draft draft) {
    forgetMentions(path, byPath.put(path, draft));
    add(byCollection, collectionOf(path), path, draft);
    draft.references().forEach(reference -> add(byTarget, reference.target(), path, draft));
  }

  void remove(PolicyPath path) {
    forgetMentions(path, byPath.remove(path));
    remove(byCollection, collectionOf(path), path);
  }

  Workspace.@Nullable Draft get(PolicyPath path) {
    return byPath.get(path);
  }

  boolean contains(PolicyPath path) {
    return byPath.containsKey(path);
  }

  /** All, in the order in which they were first asked for. */
  Map<PolicyPath, Workspace.Draft> all() {
    return byPath;
  }

  /** Those that lie directly in a collection. */
  Set<PolicyPath> in(PolicyPath collection) {
    return byCollection.getOrDefault(collection, Map.of()).keySet();
  }

  /** Those that mention an object. */
  Map<PolicyPath, Workspace.Draft> mentioning(PolicyPath target) {
    return byTarget.getOrDefault(target, Map.of());
  }

  static PolicyPath collectionOf(PolicyPath path) {
    int cut = path.value().lastIndexOf('/');
    return cut <= 0 ? path : new PolicyPath(path.value().substring(0, cut));
  }

  private void forgetMentions(PolicyPath path, Workspace.@Nullable Draft draft) {
    if (draft != null) {
      draft.references().forEach(reference -> remove(byTarget, reference.target(), path));
    }
  }

  private static void add(
      Map<PolicyPath, Map<PolicyPath, Workspace.Draft>> index,
      PolicyPath key,
      PolicyPath path,
      Workspace.Draft draft) {
    index.computeIfAbsent(key, any -> new LinkedHashMap<>()).put(path, draft);
  }

  private static void remove(
      Map<PolicyPath, Map<PolicyPath, Workspace.Draft>> index, PolicyPath key, PolicyPath path) {
    Map<PolicyPath, Workspace.Draft> entries = index.get(key);
    if (entries != null) {
      entries.remove(path);
    }
  }
}
