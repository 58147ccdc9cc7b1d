package io.nsxsim.engine;

import io.nsxsim.catalogue.Behaviours;
import io.nsxsim.catalogue.Catalogue;
import io.nsxsim.catalogue.Companion;
import io.nsxsim.catalogue.Kind;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.store.ReferenceRepository;
import io.nsxsim.store.ResourceRepository;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Applies the changes of a request in one transaction. One request writes at a time: rules look at
 * the objects around (no two segments with the same subnet), and what they saw must still hold when
 * the change is committed.
 */
@Component
final class Writing {

  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicLong version = new AtomicLong();
  private final TransactionTemplate transaction;
  private final ResourceRepository resources;
  private final ReferenceRepository references;
  private final ReferenceReader referenceReader;
  private final Steps steps;
  private final ReadCache cache;
  private final Indexes indexes = new Indexes();
  private final List<TreeListener> listeners;

  /** The parts that a change passes, in order. */
  @Component
  record Steps(
      Catalogue catalogue,
      Behaviours behaviours,
      Drafting drafting,
      EmbeddedChildren embedded,
      Removal removal,
      Checks checks,
      Saving saving) {}

  Writing(
      PlatformTransactionManager transactions,
      ResourceRepository resources,
      ReferenceRepository references,
      ReferenceReader referenceReader,
      ReadCache cache,
      List<TreeListener> listeners,
      Steps steps) {
    this.transaction = new TransactionTemplate(transactions);
    this.resources = resources;
    this.references = references;
    this.referenceReader = referenceReader;
    this.cache = cache;
    this.listeners = List.copyOf(listeners);
    this.steps = steps;
  }

  /** A number that grows with each committed change. */
  long version() {
    return version.get();
  }

  /** Applies all changes or none. */
  void apply(List<Change> changes, Author author) {
    apply(() -> changes, author);
  }

  /** Works out changes from what is stored and applies them before anybody else writes. */
  void apply(Supplier<List<Change>> plan, Author author) {
    lock.lock();
    try {
      List<Change> changes = plan.get();
      Workspace workspace = new Workspace(resources, references, referenceReader, indexes);
      commit(changes, workspace, author);
      cache.forget(shown(workspace));
      version.incrementAndGet();
      listeners.forEach(l -> l.changed(workspace.drafts().keySet(), workspace.removed()));
    } finally {
      lock.unlock();
    }
  }

  private void commit(List<Change> changes, Workspace workspace, Author author) {
    boolean committed = false;
    try {
      transaction.executeWithoutResult(status -> applyAll(changes, workspace, author));
      committed = true;
    } finally {
      indexes.finish(committed);
    }
  }

  /** Removes everything. */
  void clear() {
    lock.lock();
    try {
      transaction.executeWithoutResult(status -> {
        references.deleteEverything();
        resources.deleteEverything();
      });
      indexes.clear();
      cache.forgetAll();
      version.incrementAndGet();
      listeners.forEach(TreeListener::cleared);
    } finally {
      lock.unlock();
    }
  }

  /** The objects whose text has changed: a parent may show its children. */
  private Set<PolicyPath> shown(Workspace workspace) {
    Set<PolicyPath> changed = new HashSet<>(workspace.drafts().keySet());
    changed.addAll(workspace.removed());
    for (PolicyPath path : List.copyOf(changed)) {
      steps
          .catalogue()
          .kindOf(path)
          .flatMap(kind -> steps.catalogue().parentPath(kind, path))
          .ifPresent(changed::add);
    }
    return changed;
  }

  private void applyAll(List<Change> changes, Workspace workspace, Author author) {
    workspace.load(changes.stream().map(Change::path).toList());
    List<Problem> problems = new ArrayList<>();
    Deque<Change> pending = new ArrayDeque<>(changes);
    while (!pending.isEmpty()) {
      switch (pending.removeFirst()) {
        case Change.Remove remove ->
            steps
                .removal()
                .remove(remove, workspace, author, problems)
                .forEach(path -> refresh(path, workspace));
        case Change.Write write -> write(write, workspace, author, problems, pending);
      }
    }
    if (!author.system() && problems.isEmpty()) {
      problems.addAll(steps.checks().problems(workspace));
      steps.removal().checkMentions(workspace, problems);
    }
    if (!problems.isEmpty()) {
      throw new Refusal(problems);
    }
    steps.saving().save(workspace, author);
  }

  private void write(
      Change.Write write,
      Workspace workspace,
      Author author,
      List<Problem> problems,
      Deque<Change> pending) {
    boolean exists = workspace.exists(write.path());
    if (exists && write.mode() == Change.Mode.CREATE) {
      return;
    }
    if (exists && write.checkRevision() && isStale(write, workspace)) {
      problems.add(
          Problem.of(
              Reason.STALE_REVISION,
              write.path() + " has been changed since: its _revision is another one."));
      return;
    }
    List<Change> children = steps.embedded().extract(write, workspace, problems);
    createSingletonAbove(write, workspace);
    Optional<JsonNode> before = workspace.find(write.path());
    ObjectNode document = steps.drafting().draft(write, workspace, author);
    boolean unchanged = before.filter(document::equals).isPresent();
    workspace.put(write.path(), write.kind(), document, unchanged);
    children.reversed().forEach(pending::addFirst);
    accompany(write.kind(), write.path(), document, workspace);
  }

  /** A fixed part of an object, such as its BGP, comes into being with the first thing below it. */
  private void createSingletonAbove(Change.Write write, Workspace workspace) {
    Catalogue catalogue = steps.catalogue();
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
    for (Kind child : steps.catalogue().childrenOf(kind)) {
      for (String id : child.companions()) {
        PolicyPath place = steps.catalogue().pathBelow(kind, path, child, id);
        create(new Companion.Created(place, document.objectNode()), workspace);
      }
    }
    steps
        .behaviours()
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
    Kind kind = steps.catalogue().kindOf(path).orElseThrow();
    steps
        .removal()
        .remove(new Change.Remove(kind, path, true), workspace, Author.SYSTEM, new ArrayList<>())
        .forEach(touched -> refresh(touched, workspace));
  }

  private void create(Companion.Created created, Workspace workspace) {
    if (workspace.exists(created.path())) {
      return;
    }
    Kind kind = steps.catalogue().kindOf(created.path()).orElseThrow();
    Change.Write write =
        new Change.Write(kind, created.path(), created.body(), Change.Mode.CREATE, false, false);
    List<Change> children = steps.embedded().extract(write, workspace, new ArrayList<>());
    ObjectNode document = steps.drafting().draft(write, workspace, Author.SYSTEM);
    workspace.put(created.path(), kind, document, false);
    for (Change child : children) {
      if (child instanceof Change.Write inner) {
        create(new Companion.Created(inner.path(), inner.body()), workspace);
      }
    }
    accompany(kind, created.path(), document, workspace);
  }

  private void refresh(PolicyPath path, Workspace workspace) {
    Kind kind = steps.catalogue().kindOf(path).orElseThrow();
    steps
        .drafting()
        .refresh(kind, path, workspace)
        .ifPresent(document -> workspace.put(path, kind, document, true));
  }
}
