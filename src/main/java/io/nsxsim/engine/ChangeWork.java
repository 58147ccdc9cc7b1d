package io.nsxsim.engine;

import io.nsxsim.catalogue.Behaviours;
import io.nsxsim.catalogue.Catalogue;
import io.nsxsim.catalogue.Companion;
import io.nsxsim.catalogue.Kind;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Turns changes into the drafts of a workspace: of what is named, and of what comes with it. */
@Component
final class ChangeWork {

  private final Catalogue catalogue;
  private final Behaviours behaviours;
  private final Drafting drafting;
  private final EmbeddedChildren embedded;
  private final Removal removal;

  ChangeWork(
      Catalogue catalogue,
      Behaviours behaviours,
      Drafting drafting,
      EmbeddedChildren embedded,
      Removal removal) {
    this.catalogue = catalogue;
    this.behaviours = behaviours;
    this.drafting = drafting;
    this.embedded = embedded;
    this.removal = removal;
  }

  /** Makes the document that a write asks for. */
  interface Drafter {
    /** The document; empty if the write is not to be made. */
    Optional<ObjectNode> draft(Change.Write write, Workspace workspace, Author author);
  }

  /** Drafts changes in their order and adds what forbids them to the problems. */
  void draft(List<Change> changes, Workspace workspace, Author author, List<Problem> problems) {
    Drafter all = (write, around, by) -> Optional.of(drafting.draft(write, around, by));
    draft(changes, new Session(workspace, author, problems, all));
  }

  /** Drafts changes in their order, each one as the session's drafter makes it. */
  void draft(List<Change> changes, Session session) {
    load(changes, session.workspace());
    Deque<Change> pending = new ArrayDeque<>(changes);
    while (!pending.isEmpty()) {
      switch (pending.removeFirst()) {
        case Change.Remove remove ->
            removal
                .remove(remove, session.workspace(), session.author(), session.problems())
                .forEach(path -> refresh(path, session.workspace()));
        case Change.Write write -> write(write, session, pending);
      }
    }
  }

  /** Reads what is stored of the changed objects, and of what comes along with them, at once. */
  private void load(List<Change> changes, Workspace workspace) {
    workspace.load(changes.stream().map(Change::path).toList());
    workspace.load(
        changes.stream()
            .filter(change -> workspace.row(change.path()).isPresent())
            .flatMap(change -> companions(change.kind(), change.path()).stream())
            .toList());
  }

  private List<PolicyPath> companions(Kind kind, PolicyPath path) {
    List<PolicyPath> companions = new ArrayList<>();
    for (Kind child : catalogue.childrenOf(kind)) {
      for (String id : child.companions()) {
        companions.add(catalogue.pathBelow(kind, path, child, id));
      }
    }
    return companions;
  }

  /** What the changes of one request have in common. */
  record Session(Workspace workspace, Author author, List<Problem> problems, Drafter drafter) {}

  private void write(Change.Write write, Session session, Deque<Change> pending) {
    Workspace workspace = session.workspace();
    boolean exists = workspace.exists(write.path());
    if (exists && write.mode() == Change.Mode.CREATE) {
      return;
    }
    Optional<Problem> refusal = refusal(write, session);
    if (refusal.isPresent()) {
      session.problems().add(refusal.get());
      return;
    }
    List<Change> children = embedded.extract(write, workspace, session.problems());
    createSingletonAbove(write, workspace);
    Optional<JsonNode> before = workspace.find(write.path());
    Optional<ObjectNode> drafted = session.drafter().draft(write, workspace, session.author());
    if (drafted.isEmpty()) {
      return;
    }
    ObjectNode document = drafted.get();
    boolean unchanged = before.filter(document::equals).isPresent();
    workspace.put(write.path(), write.kind(), document, unchanged);
    children.reversed().forEach(pending::addFirst);
    accompany(write.kind(), write.path(), document, workspace);
  }

  /** Why what is stored may not be changed by this write. */
  private static Optional<Problem> refusal(Change.Write write, Session session) {
    Optional<Problem> foreign =
        session
            .workspace()
            .find(write.path())
            .flatMap(stored -> Checks.ownership(write.path(), stored, session.author()));
    if (foreign.isPresent() || !write.checkRevision() || !isStale(write, session.workspace())) {
      return foreign;
    }
    if (isMeantAsNew(write)) {
      return Optional.of(
          Problem.of(Reason.ALREADY_EXISTS, write.path() + " cannot be created: it is there."));
    }
    return Optional.of(
        Problem.of(
            Reason.STALE_REVISION,
            write.path() + " has been changed since: its _revision is another one."));
  }

  /** A PUT without a revision makes an object, unless it is always there or made by POST. */
  private static boolean isMeantAsNew(Change.Write write) {
    Kind kind = write.kind();
    boolean made = !kind.singleton() && !kind.allows("create");
    return made && write.whole() && !write.body().has("_revision");
  }

  /** A fixed part of an object, such as its BGP, comes into being with the first thing below it. */
  private void createSingletonAbove(Change.Write write, Workspace workspace) {
    catalogue
        .parentOf(write.kind())
        .filter(parent -> parent.singleton() && catalogue.parentOf(parent).isPresent())
        .flatMap(parent -> catalogue.parentPath(write.kind(), write.path()))
        .filter(path -> !workspace.exists(path))
        .ifPresent(path ->
            create(new Companion.Created(path, JsonMapper.shared().createObjectNode()), workspace));
  }

  /** A few kinds have no revision, so that none of theirs is ever stale. */
  private static boolean isStale(Change.Write write, Workspace workspace) {
    JsonNode sent = write.body().path("_revision");
    long given = sent.isNumber() && !sent.canConvertToLong() ? -1 : sent.asLong(-1);
    return workspace
        .find(write.path())
        .map(document -> document.path("_revision"))
        .filter(current -> current.isNumber() && current.asLong() != given)
        .isPresent();
  }

  private void accompany(Kind kind, PolicyPath path, ObjectNode document, Workspace workspace) {
    for (PolicyPath place : companions(kind, path)) {
      create(new Companion.Created(place, document.objectNode()), workspace);
    }
    behaviours
        .of(kind)
        .forEach(behaviour ->
            behaviour.companions(document, workspace).forEach(c -> follow(c, workspace)));
  }

  private void follow(Companion companion, Workspace workspace) {
    switch (companion) {
      case Companion.Created created -> create(created, workspace);
      case Companion.Refreshed refreshed -> refresh(refreshed.path(), workspace);
      case Companion.Removed removed -> remove(removed.path(), workspace);
    }
  }

  private void remove(PolicyPath path, Workspace workspace) {
    Kind kind = catalogue.kindOf(path).orElseThrow();
    removal
        .remove(new Change.Remove(kind, path, true), workspace, Author.SYSTEM, new ArrayList<>())
        .forEach(touched -> refresh(touched, workspace));
  }

  private void create(Companion.Created created, Workspace workspace) {
    if (workspace.exists(created.path())) {
      return;
    }
    Kind kind = catalogue.kindOf(created.path()).orElseThrow();
    Change.Write write =
        new Change.Write(kind, created.path(), created.body(), Change.Mode.CREATE, false, false);
    List<Change> children = embedded.extract(write, workspace, new ArrayList<>());
    ObjectNode document = drafting.draft(write, workspace, Author.SYSTEM);
    workspace.put(created.path(), kind, document, false);
    for (Change child : children) {
      if (child instanceof Change.Write inner) {
        create(new Companion.Created(inner.path(), inner.body()), workspace);
      }
    }
    accompany(kind, created.path(), document, workspace);
  }

  private void refresh(PolicyPath path, Workspace workspace) {
    Kind kind = catalogue.kindOf(path).orElseThrow();
    drafting
        .refresh(kind, path, workspace)
        .ifPresent(document -> workspace.put(path, kind, document, true));
  }
}
