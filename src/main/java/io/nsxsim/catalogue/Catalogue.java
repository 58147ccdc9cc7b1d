package io.nsxsim.catalogue;

import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** All kinds of the contract, found by path, by place below a parent and by name. */
public final class Catalogue {

  private final PathTree tree = new PathTree();
  private final Map<String, Kind> byTemplate = new HashMap<>();
  private final Map<String, List<Kind>> childrenByTemplate = new HashMap<>();
  private final Map<String, Kind> parents = new HashMap<>();
  private final Set<String> later = new HashSet<>();

  /** Builds the catalogue of the given kinds. */
  public Catalogue(Collection<Kind> kinds, Release release) {
    for (Kind kind : kinds) {
      byTemplate.put(kind.template(), kind);
      tree.add(kind);
      if (!release.has(kind.since())) {
        later.add(kind.template());
      }
    }
    kinds.forEach(this::linkToParent);
  }

  private void linkToParent(Kind kind) {
    Kind parent = byTemplate.get(kind.parent());
    if (parent != null) {
      parents.put(kind.template(), parent);
      childrenByTemplate.computeIfAbsent(parent.template(), t -> new ArrayList<>()).add(kind);
    }
  }

  /** All kinds. */
  public Collection<Kind> kinds() {
    return byTemplate.values();
  }

  /**
   * Tells whether clients of this release know a kind. The system itself may store objects of later
   * ones, which nobody sees.
   */
  public boolean offers(Kind kind) {
    return !later.contains(kind.template());
  }

  /** Tells whether nothing on the way to a path came with a later release. */
  public boolean offers(PolicyPath path) {
    if (later.isEmpty()) {
      return true;
    }
    List<String> segments = path.segments();
    return IntStream.rangeClosed(1, segments.size())
        .mapToObj(end -> tree.find(segments.subList(0, end)))
        .flatMap(Optional::stream)
        .allMatch(place -> offers(place.kind()));
  }

  /** What a path leads to: an object of a kind, or the collection of one. */
  public Optional<Place> place(PolicyPath path) {
    return tree.find(path.segments());
  }

  /** The kind of the object that a path would name; a collection is no object. */
  public Optional<Kind> kindOf(PolicyPath path) {
    return place(path).filter(Place::isObject).map(Place::kind);
  }

  /** The kind that objects of this kind lie directly below. */
  public Optional<Kind> parentOf(Kind kind) {
    return Optional.ofNullable(parents.get(kind.template()));
  }

  /** The path of the object that the object at {@code path} lies directly below. */
  public Optional<PolicyPath> parentPath(Kind kind, PolicyPath path) {
    return parentOf(kind).map(parent -> parent.path(kind.ids(path)));
  }

  /** The kinds whose objects lie directly below objects of this kind. */
  public List<Kind> childrenOf(Kind kind) {
    return childrenByTemplate.getOrDefault(kind.template(), List.of());
  }

  /** The kind of the objects in a collection of an object, whether or not it can be listed. */
  public Kind childIn(Kind parent, String collection) {
    String template = parent.template() + "/" + collection + "/{}";
    return Optional.ofNullable(byTemplate.get(template))
        .orElseThrow(() -> new IllegalArgumentException("No kind lies at " + template));
  }

  /**
   * The kind of a child in a hierarchical body, by the wrapper's {@code resource_type}. Where
   * several singletons are wrapped alike, as the global configurations are, the id says which.
   */
  public Optional<Kind> childByWrapper(Kind parent, String childType, String id) {
    List<Kind> kinds =
        childrenOf(parent).stream().filter(k -> k.childType().equals(childType)).toList();
    return kinds.stream()
        .filter(kind -> kind.singleton() && kind.template().endsWith("/" + id))
        .findFirst()
        .or(() -> kinds.stream().findFirst());
  }

  /** The kind of a child that is only referred to, by its {@code target_type}. */
  public Optional<Kind> childByType(Kind parent, String type) {
    return childrenOf(parent).stream()
        .filter(k -> k.resourceType().equals(type) || k.schema().equals(type))
        .findFirst();
  }

  /** The path that an object of a kind has below its parent; singletons ignore the id. */
  public PolicyPath pathBelow(Kind parentKind, PolicyPath parent, Kind kind, String id) {
    List<String> ids = parentKind.ids(parent);
    ids.add(id);
    return kind.path(ids);
  }
}
