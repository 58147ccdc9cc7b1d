package io.nsxsim.engine;

import io.nsxsim.catalogue.Behaviours;
import io.nsxsim.catalogue.Catalogue;
import io.nsxsim.catalogue.Companion;
import io.nsxsim.catalogue.Kind;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.store.StoredResource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Deletes objects with what is theirs, and says what forbids it. */
@Component
final class Removal {

  private final Catalogue catalogue;
  private final Behaviours behaviours;

  Removal(Catalogue catalogue, Behaviours behaviours) {
    this.catalogue = catalogue;
    this.behaviours = behaviours;
  }

  /**
   * Takes an object, its subtree and its companions away, or reports why it must stay; answers the
   * objects whose defaults depended on it.
   */
  List<PolicyPath> remove(
      Change.Remove remove, Workspace workspace, Author author, List<Problem> problems) {
    PolicyPath path = remove.path();
    JsonNode document = workspace.find(path).orElse(null);
    if (document == null) {
      return List.of();
    }
    if (!author.system() && document.path("_system_owned").asBoolean(false)) {
      problems.add(
          Problem.of(Reason.SYSTEM_OWNED, path + " belongs to the system and cannot be deleted."));
      return List.of();
    }
    Optional<Problem> foreign = Checks.ownership(path, document, author);
    if (foreign.isPresent()) {
      problems.add(foreign.get());
      return List.of();
    }
    List<StoredResource> subtree = workspace.below(path);
    Optional<Problem> foreignBelow = foreign(subtree, workspace, author);
    if (foreignBelow.isPresent()) {
      problems.add(foreignBelow.get());
      return List.of();
    }
    if (!remove.withChildren() && !protectingChildren(remove.kind(), path, subtree).isEmpty()) {
      problems.add(inUse(path, protectingChildren(remove.kind(), path, subtree)));
      return List.of();
    }
    List<Companion> companions = new ArrayList<>(companions(remove.kind(), document, workspace));
    for (StoredResource row : subtree) {
      PolicyPath below = new PolicyPath(row.path());
      catalogue
          .kindOf(below)
          .filter(kind -> !behaviours.of(kind).isEmpty())
          .ifPresent(kind -> companions.addAll(companions(kind, below, workspace)));
    }
    workspace.remove(path);
    subtree.forEach(row -> workspace.remove(new PolicyPath(row.path())));
    if (remove.inUse()) {
      workspace.removedInUse().add(path);
      subtree.forEach(row -> workspace.removedInUse().add(new PolicyPath(row.path())));
    }
    new ArrayList<>(workspace.drafts().keySet())
        .stream().filter(path::isAbove).forEach(workspace::remove);
    companions.forEach(companion -> removeCompanion(companion, workspace));
    return companions.stream()
        .filter(Companion.Refreshed.class::isInstance)
        .map(Companion::path)
        .distinct()
        .filter(workspace::exists)
        .toList();
  }

  /** What somebody else protects does not go with what is above it either. */
  private static Optional<Problem> foreign(
      List<StoredResource> subtree, Workspace workspace, Author author) {
    return subtree.stream()
        .filter(row -> row.document().contains(Author.PROTECTED))
        .map(row -> new PolicyPath(row.path()))
        .flatMap(below ->
            workspace.find(below).flatMap(each -> Checks.ownership(below, each, author)).stream())
        .findFirst();
  }

  private List<Companion> companions(Kind kind, PolicyPath path, Workspace workspace) {
    return workspace
        .find(path)
        .map(document -> companions(kind, document, workspace))
        .orElse(List.of());
  }

  private List<Companion> companions(Kind kind, JsonNode document, Workspace workspace) {
    return behaviours.of(kind).stream()
        .flatMap(behaviour -> behaviour.companions(document, workspace).stream())
        .toList();
  }

  private static void removeCompanion(Companion companion, Workspace workspace) {
    if (companion instanceof Companion.Created created && workspace.exists(created.path())) {
      workspace.below(created.path()).forEach(r -> workspace.remove(new PolicyPath(r.path())));
      workspace.remove(created.path());
    }
  }

  /** Children protect an object unless the system made them or the object shows them as its own. */
  private List<String> protectingChildren(
      Kind kind, PolicyPath path, List<StoredResource> subtree) {
    return subtree.stream()
        .filter(row -> !row.systemOwned())
        .map(StoredResource::path)
        .filter(child ->
            kind.embedded().values().stream()
                .noneMatch(collection -> path.child(collection).isAbove(new PolicyPath(child))))
        .filter(child -> catalogue.kindOf(new PolicyPath(child)).isPresent())
        .sorted()
        .toList();
  }

  /** Reports the removed objects that objects which stay still mention. */
  void checkMentions(Workspace workspace, List<Problem> problems) {
    Set<PolicyPath> missed = new LinkedHashSet<>(workspace.removed());
    missed.removeAll(workspace.removedInUse());
    for (PolicyPath gone : missed) {
      TreeSet<String> sources = new TreeSet<>();
      workspace.sourcesOf(gone).keySet().stream()
          .filter(source -> !workspace.removed().contains(source))
          .forEach(source -> sources.add(source.value()));
      if (!sources.isEmpty()) {
        problems.add(inUse(gone, List.copyOf(sources)));
      }
    }
  }

  private static Problem inUse(PolicyPath path, List<String> users) {
    String named = String.join(", ", users.subList(0, Math.min(10, users.size())));
    return Problem.of(
        Reason.IN_USE,
        path + " cannot be deleted: it has children or is referred to by " + named + ".");
  }
}
