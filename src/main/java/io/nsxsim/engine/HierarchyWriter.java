package io.nsxsim.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nsxsim.catalogue.Catalogue;
import io.nsxsim.catalogue.Kind;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.store.ResourceRepository;
import io.nsxsim.store.StoredResource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Shows objects as one hierarchical body, which can be sent back as it is.
 *
 * <p>Documents pass through as text. Children that their parent shows in a field stand there and
 * among its {@code children} too, as in the exports of a real manager that public scripts read.
 */
@Component
final class HierarchyWriter {

  private final ResourceRepository resources;
  private final Catalogue catalogue;

  HierarchyWriter(ResourceRepository resources, Catalogue catalogue) {
    this.resources = resources;
    this.catalogue = catalogue;
  }

  /** The JSON of an object and of what is asked for below it. */
  byte[] object(StoredResource root, HierarchyQuery query) {
    PolicyPath top = new PolicyPath(root.path());
    Map<PolicyPath, Node> nodes = new TreeMap<>();
    add(root, nodes);
    PolicyPath base = query.basePath().orElse(top);
    for (StoredResource row : rows(base)) {
      add(row, nodes);
    }
    Set<PolicyPath> above = base.equals(top) ? Set.of() : addAncestors(base, top, nodes);
    Map<PolicyPath, List<Node>> children = new HashMap<>();
    Map<String, List<String>> collections = new HashMap<>();
    for (Node node : nodes.values()) {
      children.computeIfAbsent(node.parent(), parent -> new ArrayList<>()).add(node);
      collections.computeIfAbsent(node.collection(), c -> new ArrayList<>()).add(node.document());
    }
    Selection selection = new Selection(query, children, above, base);
    StringBuilder text = new StringBuilder();
    Node node = node(root, catalogue.kindOf(top).orElseThrow());
    write(node, selection.childrenOf(node, query.isEverything()), selection, collections, text);
    return text.toString().getBytes(UTF_8);
  }

  /** An object with its place; the parent of a root is the path {@code /-}. */
  private record Node(
      Kind kind, PolicyPath path, PolicyPath parent, String collection, String document) {}

  private List<StoredResource> rows(PolicyPath base) {
    boolean organizations = base.value().equals("/org-root");
    return resources.findBelow(LikePattern.below(organizations ? new PolicyPath("/orgs") : base));
  }

  private void add(StoredResource row, Map<PolicyPath, Node> nodes) {
    PolicyPath path = new PolicyPath(row.path());
    catalogue
        .kindOf(path)
        .filter(catalogue::offers)
        .ifPresent(kind -> nodes.put(path, node(row, kind)));
  }

  private Node node(StoredResource row, Kind kind) {
    PolicyPath path = new PolicyPath(row.path());
    PolicyPath parent = catalogue.parentPath(kind, path).orElse(new PolicyPath("/-"));
    return new Node(kind, path, parent, Drafts.collectionOf(path).value(), row.document());
  }

  private Set<PolicyPath> addAncestors(
      PolicyPath base, PolicyPath top, Map<PolicyPath, Node> nodes) {
    Set<PolicyPath> above = new HashSet<>();
    Optional<PolicyPath> next = Optional.of(base);
    while (next.isPresent() && !next.get().equals(top)) {
      PolicyPath path = next.get();
      StoredResource row = resources.findById(path.value()).orElseThrow(() -> nothingAt(base));
      add(row, nodes);
      above.add(path);
      next = catalogue.kindOf(path).flatMap(kind -> catalogue.parentPath(kind, path));
    }
    if (next.isEmpty()) {
      throw nothingAt(base);
    }
    return above;
  }

  private static Refusal nothingAt(PolicyPath base) {
    return new Refusal(Reason.NOT_FOUND, "base_path leads to no object here: " + base + ".");
  }

  private static void write(
      Node node,
      Collection<Shown> children,
      Selection selection,
      Map<String, List<String>> collections,
      StringBuilder text) {
    text.append(node.document(), 0, node.document().length() - 1);
    node.kind()
        .embedded()
        .forEach((field, collection) ->
            text.append(",\"")
                .append(field)
                .append("\":[")
                .append(
                    String.join(
                        ",",
                        collections.getOrDefault(
                            node.path().value() + "/" + collection, List.of())))
                .append(']'));
    if (!children.isEmpty()) {
      text.append(",\"children\":[");
      String separator = "";
      for (Shown child : children) {
        Kind kind = child.node().kind();
        text.append(separator).append("{\"").append(kind.childKey()).append("\":");
        write(
            child.node(),
            selection.childrenOf(child.node(), child.wholly()),
            selection,
            collections,
            text);
        text.append(",\"resource_type\":\"").append(kind.childType());
        text.append("\",\"marked_for_delete\":false}");
        separator = ",";
      }
      text.append(']');
    }
    text.append('}');
  }

  /** A child that is shown, and whether everything below it is, too. */
  private record Shown(Node node, boolean wholly) {}

  /** Decides what is shown. */
  private static final class Selection {
    private final HierarchyQuery query;
    private final Map<PolicyPath, List<Node>> children;
    private final Set<PolicyPath> way;
    private final PolicyPath base;
    private final Set<PolicyPath> leading = new HashSet<>();

    Selection(
        HierarchyQuery query,
        Map<PolicyPath, List<Node>> children,
        Set<PolicyPath> way,
        PolicyPath base) {
      this.query = query;
      this.children = children;
      this.way = way;
      this.base = base;
      if (!query.types().isEmpty()) {
        children.keySet().forEach(this::leadsToWanted);
      }
    }

    /** Notes the objects that have one of a wanted type at any depth below. */
    private boolean leadsToWanted(PolicyPath path) {
      if (leading.contains(path)) {
        return true;
      }
      for (Node child : children.getOrDefault(path, List.of())) {
        if (query.types().contains(child.kind().resourceType()) || leadsToWanted(child.path())) {
          leading.add(path);
          return true;
        }
      }
      return false;
    }

    List<Shown> childrenOf(Node parent, boolean wholly) {
      List<Shown> shown = new ArrayList<>();
      for (Node child : children.getOrDefault(parent.path(), List.of())) {
        String type = child.kind().resourceType();
        boolean all =
            wholly
                || query.types().contains(type)
                || (query.isEverything() && child.path().equals(base));
        if (all
            || way.contains(child.path())
            || query.admits(type)
            || leading.contains(child.path())) {
          shown.add(new Shown(child, all));
        }
      }
      return shown;
    }
  }
}
