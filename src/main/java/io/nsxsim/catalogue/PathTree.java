package io.nsxsim.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds kinds by path. Where a literal and an id could both stand, the literal wins: {@code
 * …/static-routes/bfd-peers} is the list of BFD peers, not a route of that name.
 */
final class PathTree {

  private final Node root = new Node();

  void add(Kind kind) {
    Node node = root;
    List<String> segments = kind.segments();
    for (int i = 0; i < segments.size(); i++) {
      boolean last = i == segments.size() - 1;
      if (last && kind.listed()) {
        node.collection = kind;
      }
      node = node.step(segments.get(i));
    }
    node.object = kind;
  }

  Optional<Place> find(List<String> segments) {
    return Optional.ofNullable(find(root, segments, 0));
  }

  private static @Nullable Place find(Node node, List<String> segments, int depth) {
    if (depth == segments.size()) {
      return node.place();
    }
    Node literal = node.literals.get(segments.get(depth));
    Place found = literal == null ? null : find(literal, segments, depth + 1);
    if (found == null && node.variable != null) {
      found = find(node.variable, segments, depth + 1);
    }
    return found;
  }

  private static final class Node {
    private final Map<String, Node> literals = new HashMap<>();
    private @Nullable Node variable;
    private @Nullable Kind object;
    private @Nullable Kind collection;

    Node step(String segment) {
      if (!segment.equals("{}")) {
        return literals.computeIfAbsent(segment, s -> new Node());
      }
      if (variable == null) {
        variable = new Node();
      }
      return variable;
    }

    @Nullable Place place() {
      if (object != null) {
        return new Place(object, true);
      }
      return collection == null ? null : new Place(collection, false);
    }
  }
}
