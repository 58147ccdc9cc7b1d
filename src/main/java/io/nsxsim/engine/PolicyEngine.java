package io.nsxsim.engine;

import io.nsxsim.catalogue.Catalogue;
import io.nsxsim.catalogue.Kind;
import io.nsxsim.catalogue.Place;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The verbs of the policy tree. Every refusal is a {@link Refusal} and leaves the tree as it was.
 */
@Service
public class PolicyEngine {

  private final Catalogue catalogue;
  private final HierarchyReader hierarchy;
  private final Ids ids;
  private final PartialPatch partialPatch;
  private final Repositioning repositioning;
  private final Writing writing;
  private final Reading reading;

  PolicyEngine(
      Catalogue catalogue,
      HierarchyReader hierarchy,
      Ids ids,
      PartialPatch partialPatch,
      Repositioning repositioning,
      Writing writing,
      Reading reading) {
    this.catalogue = catalogue;
    this.hierarchy = hierarchy;
    this.ids = ids;
    this.partialPatch = partialPatch;
    this.repositioning = repositioning;
    this.writing = writing;
    this.reading = reading;
  }

  /** The JSON text of an object, or of a page of a collection. */
  public byte[] get(PolicyPath path, ListQuery query) {
    Place place = place(path, "get");
    return place.isObject()
        ? reading.object(place.kind(), path)
        : reading.list(path, place.kind(), query);
  }

  /** The JSON text of an object with a part of the tree below it, as a hierarchical body. */
  public byte[] get(PolicyPath path, HierarchyQuery query) {
    Place place = place(path, "get");
    if (!place.isObject()) {
      throw new Refusal(Reason.INVALID_PARAMETER, path + " is a collection, not a hierarchy.");
    }
    return reading.hierarchy(path, query);
  }

  /**
   * Creates or replaces an object; answers its JSON text as it is afterwards. What is created by
   * POST is only replaced.
   */
  public byte[] put(PolicyPath path, ObjectNode body, Author author) {
    Kind kind = object(path, "put");
    if (kind.allows("create")) {
      reading.require(path);
    }
    writing.apply(
        changes(kind, path, body, new WriteOptions(Change.Mode.REPLACE, true, true), author),
        author);
    return reading.object(kind, path);
  }

  /** Creates an object of a kind whose collection takes POST; answers its JSON text. */
  public byte[] create(PolicyPath path, ObjectNode body, Author author) {
    Kind kind = object(path, "create");
    writing.apply(
        changes(kind, path, body, new WriteOptions(Change.Mode.REPLACE, true, true), author),
        author);
    return reading.object(kind, path);
  }

  /**
   * An object as it shall be.
   *
   * @param checkRevision whether the body's revision must be that of what is stored
   */
  public record Put(PolicyPath path, ObjectNode body, boolean checkRevision) {}

  /** Creates or replaces several objects or none, whatever verbs their kinds have. */
  public void putTogether(List<Put> puts, Author author) {
    List<Change> all = new ArrayList<>();
    for (Put put : puts) {
      WriteOptions options = new WriteOptions(Change.Mode.REPLACE, true, put.checkRevision());
      all.addAll(changes(stored(put.path()), put.path(), put.body(), options, author));
    }
    writing.apply(all, author);
  }

  /** Deletes several objects or none, whatever verbs their kinds have; some may be gone already. */
  public void deleteTogether(List<PolicyPath> paths, Author author) {
    List<Change> all = new ArrayList<>();
    for (PolicyPath path : paths) {
      all.add(new Change.Remove(stored(path), path, false));
    }
    writing.apply(all, author);
  }

  /**
   * Creates or changes an object, and with it the tree that its {@code children} describe. Answers
   * its JSON text afterwards where NSX does, which is for few kinds.
   *
   * @param partial whether the body is laid over what is stored instead of replacing it; empty for
   *     what the system's configuration says
   * @param checkRevisions whether objects that exist must be named with their current revision
   */
  public Optional<byte[]> patch(
      PolicyPath path,
      ObjectNode body,
      Optional<Boolean> partial,
      boolean checkRevisions,
      Author author) {
    Kind kind = object(path, "patch");
    Change.Mode mode = partialPatch.mode(partial);
    writing.apply(
        changes(kind, path, body, new WriteOptions(mode, false, checkRevisions), author), author);
    return kind.allows("patch-answers")
        ? Optional.of(reading.object(kind, path))
        : Optional.empty();
  }

  /**
   * Works out what {@link #patch} would make of the tree, and refuses what it would refuse; nothing
   * is stored.
   */
  public Preview preview(PolicyPath path, ObjectNode body, Author author) {
    Kind kind = object(path, "patch");
    Change.Mode mode = partialPatch.mode(Optional.empty());
    return writing.preview(
        changes(kind, path, body, new WriteOptions(mode, false, false), author), author);
  }

  /**
   * Changes a policy or rule as its body says and moves it; answers its JSON text afterwards.
   *
   * @param anchor the object that it is to stand before or after
   */
  public byte[] revise(
      PolicyPath path,
      ObjectNode body,
      Position position,
      Optional<PolicyPath> anchor,
      Author author) {
    Kind kind = object(path, "post");
    reading.require(path);
    writing.apply(() -> repositioning.changes(kind, path, body, position, anchor), author);
    return reading.object(kind, path);
  }

  /**
   * Changes stored objects by functions of their documents, before anybody else writes; all of them
   * or none. Refuses a path where no object is.
   */
  public void edit(Map<PolicyPath, UnaryOperator<ObjectNode>> edits, Author author) {
    writing.apply(
        () ->
            edits.entrySet().stream().map(edit -> edited(edit.getKey(), edit.getValue())).toList(),
        author);
  }

  private Change edited(PolicyPath path, UnaryOperator<ObjectNode> edit) {
    Kind kind =
        catalogue
            .kindOf(path)
            .orElseThrow(
                () -> new Refusal(Reason.NO_SUCH_RESOURCE, "There is nothing at " + path + "."));
    String stored = reading.require(path).document();
    ObjectNode body = edit.apply((ObjectNode) JsonMapper.shared().readTree(stored));
    return new Change.Write(kind, path, body, Change.Mode.REPLACE, false, false);
  }

  /** Deletes an object that has no children of clients and is mentioned nowhere. */
  public void delete(PolicyPath path, Author author) {
    delete(path, Deletion.PLAIN, author);
  }

  /**
   * How an object is deleted.
   *
   * @param recursive whether its children go with it instead of protecting it
   * @param force whether it goes although others mention it; for kinds that NSX does so with
   * @param failIfSubtreeExists whether its children protect it even if its kind usually takes them
   *     along
   */
  public record Deletion(boolean recursive, boolean force, boolean failIfSubtreeExists) {

    /** Nothing is said. */
    public static final Deletion PLAIN = new Deletion(false, false, false);
  }

  /** Deletes an object, as far as its kind allows what is asked for. */
  public void delete(PolicyPath path, Deletion how, Author author) {
    Kind kind = object(path, "delete");
    reading.require(path);
    boolean withChildren =
        how.recursive() || (kind.allows("delete-subtree") && !how.failIfSubtreeExists());
    boolean inUse = how.force() && kind.allows("delete-in-use");
    writing.apply(List.of(new Change.Remove(kind, path, withChildren, inUse)), author);
  }

  /** Applies a hierarchical body as the system; used for what a manager holds from the start. */
  public void install(PolicyPath root, ObjectNode body, Author author) {
    writing.apply(
        changes(
            stored(root), root, body, new WriteOptions(Change.Mode.REPLACE, false, false), author),
        author);
  }

  private Kind stored(PolicyPath path) {
    return catalogue
        .kindOf(path)
        .orElseThrow(() -> new IllegalArgumentException("Not an object: " + path));
  }

  /** Empties the tree. */
  public void clear() {
    writing.clear();
  }

  /** Tells whether nothing is stored. */
  public boolean isEmpty() {
    return reading.isEmpty();
  }

  private record WriteOptions(Change.Mode mode, boolean whole, boolean checkRevision) {}

  private List<Change> changes(
      Kind kind, PolicyPath path, ObjectNode body, WriteOptions options, Author author) {
    List<Problem> problems = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    if (!kind.singleton()) {
      ids.problem(path.id(), "id").ifPresent(problems::add);
    }
    HierarchyReader.Reading children =
        new HierarchyReader.Reading(
            changes,
            (parent, problem) -> problems.add(problem),
            options.mode(),
            options.checkRevision());
    var listed = body.path("children");
    body.remove("children");
    if (listed.isMissingNode() || !saysNothingOfItself(kind, body)) {
      changes.add(
          new Change.Write(
              kind, path, body, options.mode(), options.whole(), options.checkRevision()));
    }
    hierarchy.readRoot(kind, path, body, listed, children);
    if (!author.system()) {
      changes.forEach(change -> checkOffered(change, problems));
    }
    if (!problems.isEmpty()) {
      throw new Refusal(problems);
    }
    return changes;
  }

  private void checkOffered(Change change, List<Problem> problems) {
    if (!catalogue.offers(change.path())) {
      problems.add(
          Problem.of(Reason.INVALID_PATH, "This release of NSX knows no " + change.path() + "."));
    }
  }

  /** The root of a hierarchical body is usually named only for its children. */
  private static boolean saysNothingOfItself(Kind kind, ObjectNode body) {
    return kind.singleton()
        && body.propertyNames().stream()
            .allMatch(name -> name.equals("resource_type") || name.equals("id"));
  }

  private Kind object(PolicyPath path, String verb) {
    Place place = place(path, verb);
    if (!place.isObject()) {
      throw new Refusal(Reason.METHOD_NOT_ALLOWED, path + " is a collection.");
    }
    return place.kind();
  }

  private Place place(PolicyPath path, String verb) {
    Place place =
        catalogue
            .place(path)
            .orElseThrow(
                () -> new Refusal(Reason.NO_SUCH_RESOURCE, "There is nothing at " + path + "."));
    if (place.isObject() && !place.kind().allows(verb)) {
      throw new Refusal(
          Reason.METHOD_NOT_ALLOWED,
          "A " + place.kind().resourceType() + " knows no " + verb + ".");
    }
    return place;
  }
}
