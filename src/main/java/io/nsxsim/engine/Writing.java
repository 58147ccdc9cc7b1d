package io.nsxsim.engine;

import io.nsxsim.catalogue.Catalogue;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.store.ReferenceRepository;
import io.nsxsim.store.ResourceRepository;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies the changes of a request in one transaction. One request writes at a time: rules look at
 * the objects around (no two segments with the same subnet), and what they saw must still hold when
 * the change is committed.
 */
@Component
final class Writing {

  private final ReentrantLock lock = new ReentrantLock();
  private final ChangeLog log = new ChangeLog();
  private final TransactionTemplate transaction;
  private final ResourceRepository resources;
  private final ReferenceRepository references;
  private final ReferenceReader referenceReader;
  private final Catalogue catalogue;
  private final Steps steps;
  private final ReadCache cache;
  private final Indexes indexes = new Indexes();
  private final List<TreeListener> listeners;

  /** The parts that a change passes, in order. */
  @Component
  record Steps(ChangeWork work, Checks checks, Removal removal, Saving saving) {}

  Writing(
      PlatformTransactionManager transactions,
      ResourceRepository resources,
      ReferenceRepository references,
      ReferenceReader referenceReader,
      ReadCache cache,
      List<TreeListener> listeners,
      Catalogue catalogue,
      Steps steps) {
    this.transaction = new TransactionTemplate(transactions);
    this.resources = resources;
    this.references = references;
    this.referenceReader = referenceReader;
    this.cache = cache;
    this.listeners = List.copyOf(listeners);
    this.catalogue = catalogue;
    this.steps = steps;
  }

  /** A number that grows with each committed change. */
  long version() {
    return log.version();
  }

  /** What the changes after a version touched; empty if that is no longer known. */
  Optional<ChangeLog.Touched> touchedSince(long known) {
    return log.since(known);
  }

  /** Applies all changes or none. */
  void apply(List<Change> changes, Author author) {
    apply(() -> changes, author);
  }

  /** Works out changes from what is stored and applies them before anybody else writes. */
  void apply(Supplier<List<Change>> plan, Author author) {
    run(workspace -> applyAll(plan.get(), workspace, author));
  }

  /** Runs what fills and saves a workspace, in one transaction, while nobody else writes. */
  void run(Consumer<Workspace> task) {
    lock.lock();
    try {
      Workspace workspace = workspace();
      commit(task, workspace);
      cache.forget(shown(workspace));
      log.add(workspace.drafts().keySet(), workspace.removed());
      listeners.forEach(l -> l.changed(workspace.drafts().keySet(), workspace.removed()));
    } finally {
      lock.unlock();
    }
  }

  private Workspace workspace() {
    return new Workspace(resources, references, referenceReader, catalogue, indexes);
  }

  private void commit(Consumer<Workspace> task, Workspace workspace) {
    boolean committed = false;
    try {
      transaction.executeWithoutResult(status -> task.accept(workspace));
      committed = true;
    } finally {
      indexes.finish(committed);
    }
  }

  /** Works out what changes would make of the tree and refuses what is wrong; nothing is saved. */
  Preview preview(List<Change> changes, Author author) {
    Workspace[] seen = new Workspace[1];
    rehearse(workspace -> {
      work(changes, workspace, author);
      seen[0] = workspace;
    });
    return Preview.of(seen[0]);
  }

  /** Runs what fills a workspace and forgets what it has written. */
  void rehearse(Consumer<Workspace> task) {
    lock.lock();
    try {
      Workspace workspace = workspace();
      transaction.executeWithoutResult(status -> {
        status.setRollbackOnly();
        task.accept(workspace);
      });
    } finally {
      indexes.finish(false);
      lock.unlock();
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
      log.addEverything();
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
      catalogue
          .kindOf(path)
          .flatMap(kind -> catalogue.parentPath(kind, path))
          .ifPresent(changed::add);
    }
    return changed;
  }

  private void applyAll(List<Change> changes, Workspace workspace, Author author) {
    work(changes, workspace, author);
    steps.saving().save(workspace, author);
  }

  private void work(List<Change> changes, Workspace workspace, Author author) {
    List<Problem> problems = new ArrayList<>();
    steps.work().draft(changes, workspace, author, problems);
    if (!author.system() && problems.isEmpty()) {
      problems.addAll(steps.checks().problems(workspace));
      steps.removal().checkMentions(workspace, problems);
    }
    if (!problems.isEmpty()) {
      throw new Refusal(problems);
    }
  }
}
