package io.nsxsim.engine;

import io.nsxsim.catalogue.Catalogue;
import io.nsxsim.catalogue.Kind;
import io.nsxsim.engine.Remark.Effect;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.store.ResourceRepository;
import io.nsxsim.store.StoredResource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stores what another manager answers when its whole tree is read. Such a body is not refused for
 * what is in it: another release knows other fields, and a part of a tree mentions what is
 * elsewhere. What is not stored as it was told is told back.
 */
@Service
public class TreeCopy {

  private final Catalogue catalogue;
  private final HierarchyReader hierarchy;
  private final ResourceRepository resources;
  private final Copying copying;
  private final Saving saving;
  private final Writing writing;

  TreeCopy(
      Catalogue catalogue,
      HierarchyReader hierarchy,
      ResourceRepository resources,
      Copying copying,
      Saving saving,
      Writing writing) {
    this.catalogue = catalogue;
    this.hierarchy = hierarchy;
    this.resources = resources;
    this.copying = copying;
    this.saving = saving;
    this.writing = writing;
  }

  /**
   * What is asked for.
   *
   * @param bodies hierarchical bodies by their root, {@code /infra} or {@code /org-root}; used up
   * @param replace whether objects of clients below a root that is told go if its body lacks them
   * @param dryRun whether nothing is stored
   * @param together what happens in the same transaction, told what becomes of the tree; if it
   *     refuses, nothing is stored
   */
  public record Request(
      Map<PolicyPath, ObjectNode> bodies,
      boolean replace,
      boolean dryRun,
      Consumer<Preview> together) {}

  /**
   * What has become of it.
   *
   * @param taken the number of objects that were told and are stored, by their type
   * @param removed the number of objects that are gone
   */
  public record Result(Map<String, Long> taken, int removed, List<Remark> remarks) {}

  /** Stores everything that can be understood, or nothing. */
  public Result copy(Request request, String author) {
    Result[] result = new Result[1];
    Consumer<Workspace> task =
        workspace -> {
          result[0] = draft(request, workspace, Author.copying(author));
          if (!request.dryRun()) {
            saving.save(workspace, Author.copying(author));
          }
          request.together().accept(Preview.of(workspace));
        };
    if (request.dryRun()) {
      writing.rehearse(task);
    } else {
      writing.run(task);
    }
    return result[0];
  }

  private Result draft(Request request, Workspace workspace, Author author) {
    List<Remark> remarks = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    request.bodies().forEach((root, body) -> changes.addAll(read(root, body, remarks)));
    List<Change> all = new ArrayList<>();
    if (request.replace()) {
      request.bodies().keySet().forEach(root -> all.addAll(removals(root, changes)));
    }
    all.addAll(changes);
    Copying.Copied copied = copying.copy(all, workspace, author, remarks);
    return new Result(
        new TreeMap<>(copied.byType()),
        workspace.removed().size(),
        List.copyOf(new LinkedHashSet<>(remarks)));
  }

  private List<Change> read(PolicyPath root, ObjectNode body, List<Remark> remarks) {
    Kind kind = catalogue.kindOf(root).orElseThrow();
    List<Change> changes = new ArrayList<>();
    JsonNode children = body.path("children");
    body.remove("children");
    changes.add(new Change.Write(kind, root, body, Change.Mode.OVERLAY, false, false));
    HierarchyReader.Complaints complaints =
        (parent, problem) ->
            remarks.add(
                new Remark(
                    ownPath(children, problem.field()).orElse(parent.value()),
                    problem.field(),
                    Effect.OBJECT_LEFT_OUT,
                    problem.message()));
    hierarchy.read(
        kind,
        root,
        children,
        "/children",
        new HierarchyReader.Reading(changes, complaints, Change.Mode.REPLACE, false));
    return withoutDeletions(changes, remarks);
  }

  /** What an object that no kind is known of says of its own path. */
  private static Optional<String> ownPath(JsonNode children, String pointer) {
    JsonPointer place = JsonPointer.compile(pointer).tail();
    return children
        .at(place.matches() ? place : place.head())
        .valueStream()
        .map(inner -> inner.path("path").asString(""))
        .filter(PolicyPath::isPolicyPath)
        .findFirst();
  }

  private static List<Change> withoutDeletions(List<Change> changes, List<Remark> remarks) {
    List<Change> writes = new ArrayList<>();
    for (Change change : changes) {
      if (change instanceof Change.Write) {
        writes.add(change);
      } else {
        remarks.add(
            new Remark(
                change.path().value(),
                "/marked_for_delete",
                Effect.OBJECT_LEFT_OUT,
                "It was about to be deleted."));
      }
    }
    return writes;
  }

  /** The objects of clients that no body tells of, and that nothing told lies below. */
  private List<Change> removals(PolicyPath root, List<Change> told) {
    Set<PolicyPath> stay = new HashSet<>();
    for (Change change : told) {
      Optional<PolicyPath> path = Optional.of(change.path());
      while (path.isPresent() && stay.add(path.get())) {
        PolicyPath here = path.get();
        path = catalogue.kindOf(here).flatMap(kind -> catalogue.parentPath(kind, here));
      }
    }
    PolicyPath below = root.value().equals("/org-root") ? new PolicyPath("/orgs") : root;
    List<Change> removals = new ArrayList<>();
    for (StoredResource row : resources.findBelow(LikePattern.below(below))) {
      PolicyPath path = new PolicyPath(row.path());
      if (!row.systemOwned() && !stay.contains(path)) {
        catalogue.kindOf(path).ifPresent(kind -> removals.add(new Change.Remove(kind, path, true)));
      }
    }
    return removals;
  }
}
