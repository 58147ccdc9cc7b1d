package io.nsxsim.search.index;

import io.nsxsim.engine.TreeListener;
import io.nsxsim.path.PolicyPath;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * Notes what has changed since the index was brought up to date. Nothing is noted while there is no
 * index, and no more than there is use for: of too many paths remains only that all must be read.
 */
@Component
final class ChangedPaths implements TreeListener {

  private static final int MOST = 5000;

  private final ReentrantLock lock = new ReentrantLock();
  private Set<String> paths = new LinkedHashSet<>();
  private boolean everything = true;
  private volatile long changes;

  /**
   * What was noted.
   *
   * @param everything whether all must be read anew, whatever the paths
   * @param changes the count of changes up to here
   */
  record Noted(Set<String> paths, boolean everything, long changes) {}

  @Override
  public void changed(Collection<PolicyPath> written, Collection<PolicyPath> removed) {
    lock.lock();
    try {
      changes = changes + 1;
      note(written);
      note(removed);
    } finally {
      lock.unlock();
    }
  }

  private void note(Collection<PolicyPath> changed) {
    if (everything) {
      return;
    }
    changed.forEach(path -> paths.add(path.value()));
    if (paths.size() > MOST) {
      forgetPaths();
    }
  }

  @Override
  public void cleared() {
    noteEverything();
  }

  /** Notes that all must be read anew. */
  void noteEverything() {
    lock.lock();
    try {
      changes = changes + 1;
      forgetPaths();
    } finally {
      lock.unlock();
    }
  }

  private void forgetPaths() {
    everything = true;
    paths = new LinkedHashSet<>();
  }

  /** How many changes there have been. */
  long count() {
    return changes;
  }

  /** Takes what was noted; noting begins anew. */
  Noted take() {
    lock.lock();
    try {
      Noted noted = new Noted(paths, everything, changes);
      paths = new LinkedHashSet<>();
      everything = false;
      return noted;
    } finally {
      lock.unlock();
    }
  }
}
