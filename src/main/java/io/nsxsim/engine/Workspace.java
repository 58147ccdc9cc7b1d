package io.nsxsim.engine;

import io.nsxsim.catalogue.Catalogue;
import io.nsxsim.catalogue.Index;
import io.nsxsim.catalogue.Kind;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.store.ReferenceRepository;
import io.nsxsim.store.ResourceRepository;
import io.nsxsim.store.StoredResource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of the tree that one request reads and changes: rows as they are stored, and over them
 * the documents as they will be. Nothing is saved here.
 */
final class Workspace implements Surroundings {

  private static final int CHUNK = 1000;

  private final ResourceRepository resources;
  private final ReferenceRepository references;
  private final ReferenceReader referenceReader;
  private final Catalogue catalogue;
  private final Indexes indexes;
  private final Map<PolicyPath, Optional<StoredResource>> rows = new HashMap<>();
  private final Map<PolicyPath, ObjectNode> before = new HashMap<>();
  private final Drafts drafts = new Drafts();
  private final Set<PolicyPath> removed = new LinkedHashSet<>();
  private final Set<PolicyPath> removedInUse = new LinkedHashSet<>();
  private final Map<PolicyPath, Set<PolicyPath>> collections = new HashMap<>();
  private final Map<PolicyPath, Map<PolicyPath, Set<String>>> mentions = new HashMap<>();
  private final Map<Remembered, Object> remembered = new HashMap<>();

  private record Remembered(PolicyPath about, Class<?> type) {}

  /**
   * An object as it will be.
   *
   * @param refreshed whether only derived fields change, which is no new revision
   */
  record Draft(Kind kind, ObjectNode document, List<Reference> references, boolean refreshed) {}

  Workspace(
      ResourceRepository resources,
      ReferenceRepository references,
      ReferenceReader referenceReader,
      Catalogue catalogue,
      Indexes indexes) {
    this.catalogue = catalogue;
    this.indexes = indexes;
    this.resources = resources;
    this.references = references;
    this.referenceReader = referenceReader;
  }

  /** Reads the rows of paths that have not been read, in few queries. */
  void load(Collection<PolicyPath> paths) {
    List<String> wanted =
        paths.stream().filter(p -> !rows.containsKey(p)).map(PolicyPath::value).distinct().toList();
    for (int start = 0; start < wanted.size(); start += CHUNK) {
      List<String> chunk = wanted.subList(start, Math.min(wanted.size(), start + CHUNK));
      resources.findByPaths(chunk).forEach(this::remember);
      chunk.forEach(path -> rows.putIfAbsent(new PolicyPath(path), Optional.empty()));
    }
  }

  private PolicyPath remember(StoredResource row) {
    PolicyPath path = new PolicyPath(row.path());
    rows.put(path, Optional.of(row));
    return path;
  }

  /** The row of a path. Below an object that is not stored nothing is, which saves the look. */
  Optional<StoredResource> row(PolicyPath path) {
    Optional<StoredResource> known = rows.get(path);
    if (known == null && parentOf(path).filter(this::isNothingStored).isPresent()) {
      return Optional.empty();
    }
    if (known == null) {
      load(List.of(path));
      known = rows.getOrDefault(path, Optional.empty());
    }
    return known;
  }

  private Optional<PolicyPath> parentOf(PolicyPath path) {
    return catalogue.kindOf(path).flatMap(kind -> catalogue.parentPath(kind, path));
  }

  private boolean isNothingStored(PolicyPath path) {
    Optional<StoredResource> known = rows.get(path);
    return known != null && known.isEmpty();
  }

  /** The stored rows below a path that will still be there. */
  List<StoredResource> below(PolicyPath path) {
    List<StoredResource> found = resources.findBelow(LikePattern.below(path));
    found.forEach(this::remember);
    return found;
  }

  /** Sets what an object will be. */
  void put(PolicyPath path, Kind kind, ObjectNode document, boolean refreshed) {
    remembered.clear();
    List<Reference> mentioned = referenceReader.read(kind, document);
    Draft before = drafts.get(path);
    boolean stays = refreshed && (before == null || before.refreshed());
    drafts.put(path, new Draft(kind, document, mentioned, stays));
    removed.remove(path);
    Set<PolicyPath> siblings = collections.get(Drafts.collectionOf(path));
    if (siblings != null) {
      siblings.add(path);
    }
    mentions.values().forEach(sources -> sources.remove(path));
    indexes.put(Drafts.collectionOf(path), path, document);
    for (Reference reference : mentioned) {
      indexes.put(reference.target(), path, document);
      Map<PolicyPath, Set<String>> sources = mentions.get(reference.target());
      if (sources != null) {
        sources.computeIfAbsent(path, p -> new HashSet<>()).add(reference.field());
      }
    }
  }

  /** Takes an object away. */
  void remove(PolicyPath path) {
    remembered.clear();
    drafts.remove(path);
    removed.add(path);
    Set<PolicyPath> siblings = collections.get(Drafts.collectionOf(path));
    if (siblings != null) {
      siblings.remove(path);
    }
    mentions.values().forEach(sources -> sources.remove(path));
    indexes.remove(path);
  }

  /** Everything that will be written, in the order in which it was asked for. */
  Map<PolicyPath, Draft> drafts() {
    return drafts.all();
  }

  /** Everything that will be gone. */
  Set<PolicyPath> removed() {
    return removed;
  }

  /** What of it may still be mentioned. */
  Set<PolicyPath> removedInUse() {
    return removedInUse;
  }

  /** Tells whether an object will be there. */
  boolean exists(PolicyPath path) {
    return drafts.contains(path) || (!removed.contains(path) && row(path).isPresent());
  }

  /** Who will mention an object, and in which fields. */
  Map<PolicyPath, Set<String>> sourcesOf(PolicyPath target) {
    Map<PolicyPath, Set<String>> known = mentions.get(target);
    if (known == null) {
      known = readSources(target);
      mentions.put(target, known);
    }
    return known;
  }

  private Map<PolicyPath, Set<String>> readSources(PolicyPath target) {
    Map<PolicyPath, Set<String>> sources = new HashMap<>();
    for (var key : references.findByTargets(List.of(target.value()))) {
      PolicyPath source = new PolicyPath(key.sourcePath());
      if (!removed.contains(source) && !drafts.contains(source)) {
        sources.computeIfAbsent(source, p -> new HashSet<>()).add(key.field());
      }
    }
    drafts
        .mentioning(target)
        .forEach((path, draft) ->
            draft.references().stream()
                .filter(reference -> reference.target().equals(target))
                .forEach(r -> sources.computeIfAbsent(path, p -> new HashSet<>()).add(r.field())));
    return sources;
  }

  @Override
  public Optional<JsonNode> previous(PolicyPath path) {
    return stored(path).map(document -> (JsonNode) document);
  }

  /** The stored document; not to be changed. */
  Optional<ObjectNode> stored(PolicyPath path) {
    ObjectNode known = before.get(path);
    if (known == null && row(path).isPresent()) {
      known = (ObjectNode) JsonMapper.shared().readTree(row(path).get().document());
      before.put(path, known);
    }
    return Optional.ofNullable(known);
  }

  @Override
  public Optional<JsonNode> find(PolicyPath path) {
    Draft draft = drafts.get(path);
    if (draft != null) {
      return Optional.of(draft.document());
    }
    return removed.contains(path) ? Optional.empty() : previous(path);
  }

  @Override
  public List<JsonNode> in(PolicyPath collection) {
    Set<PolicyPath> paths = collections.get(collection);
    if (paths == null) {
      paths = readCollection(collection);
      collections.put(collection, paths);
    }
    return documents(paths);
  }

  private Set<PolicyPath> readCollection(PolicyPath collection) {
    Set<PolicyPath> paths = new LinkedHashSet<>();
    if (!isNothingStored(Drafts.collectionOf(collection))) {
      resources.findInCollection(collection.value()).forEach(row -> paths.add(remember(row)));
    }
    paths.removeAll(removed);
    paths.addAll(drafts.in(collection));
    return paths;
  }

  @Override
  public List<JsonNode> mentioning(PolicyPath target, String field) {
    List<PolicyPath> sources = new ArrayList<>();
    sourcesOf(target)
        .forEach((source, fields) -> {
          if (fields.contains(field)) {
            sources.add(source);
          }
        });
    load(sources);
    return documents(sources);
  }

  private List<JsonNode> documents(Collection<PolicyPath> paths) {
    return paths.stream().sorted().map(this::find).flatMap(Optional::stream).toList();
  }

  @Override
  public <T extends Index> T index(PolicyPath about, Class<T> type, Supplier<T> made) {
    return indexes.get(about, type, made);
  }

  @Override
  public <T> T remembered(PolicyPath about, Class<T> type, Supplier<T> make) {
    Remembered key = new Remembered(about, type);
    Object known = remembered.get(key);
    if (known == null) {
      known = make.get();
      remembered.put(key, known);
    }
    return type.cast(known);
  }

  @Override
  public long nextRuleId() {
    return resources.nextRuleId();
  }
}
