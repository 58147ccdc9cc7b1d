package io.nsxsim.search.index;

import io.nsxsim.search.language.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds documents. What was answered to a writer before a search began is found by it. */
@Component
public final class SearchIndex {

  private final ChangedPaths changes;
  private final TreeDocuments tree;
  private final MachineDocuments machines;
  private final ReentrantLock updating = new ReentrantLock();
  private volatile @Nullable State current;

  /** An index and what it knows of. */
  private record State(LuceneIndex index, long changes, long inventory) {}

  SearchIndex(ChangedPaths changes, TreeDocuments tree, MachineDocuments machines) {
    this.changes = changes;
    this.tree = tree;
    this.machines = machines;
  }

  /** A page of at most so many documents that fit a condition. */
  public Found search(Condition condition, Order order, Position from, int most) {
    return index().search(condition, order, from, most);
  }

  private LuceneIndex index() {
    State known = current;
    if (known != null && isCurrent(known)) {
      return known.index();
    }
    updating.lock();
    try {
      State latest = current;
      if (latest != null && isCurrent(latest)) {
        return latest.index();
      }
      State updated = updated(latest);
      current = updated;
      return updated.index();
    } finally {
      updating.unlock();
    }
  }

  private boolean isCurrent(State state) {
    return state.changes() == changes.count() && state.inventory() == machines.version();
  }

  /**
   * Versions and paths are taken before the contents, so that what changes meanwhile comes next.
   */
  private State updated(@Nullable State before) {
    long inventory = machines.version();
    ChangedPaths.Noted noted = changes.take();
    try {
      LuceneIndex index = before == null ? new LuceneIndex() : before.index();
      if (noted.everything()) {
        index.removeAllOf(Names.TREE);
        tree.all(shown -> index.add(shown, Names.TREE));
      } else {
        noted.paths().forEach(index::remove);
        tree.of(noted.paths(), shown -> index.put(shown, Names.TREE));
      }
      if (before == null || before.inventory() != inventory) {
        index.removeAllOf(Names.INVENTORY);
        machines.all(shown -> index.add(shown, Names.INVENTORY));
      }
      index.refresh();
      return new State(index, noted.changes(), inventory);
    } catch (RuntimeException failed) {
      changes.noteEverything();
      throw failed;
    }
  }
}
