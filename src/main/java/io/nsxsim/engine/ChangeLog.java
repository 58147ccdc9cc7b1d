package io.nsxsim.engine;

import io.nsxsim.path.PolicyPath;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which objects the latest changes of the tree touched, so that a reader need not read everything
 * again. Only so much is remembered; whoever asks for more reads everything.
 */
final class ChangeLog {

  private static final int MOST_CHANGES = 512;
  private static final int MOST_PATHS = 5000;

  private final Deque<Entry> entries = new ArrayDeque<>();
  private int paths;
  private volatile long version;

  private record Entry(long version, Set<PolicyPath> paths) {}

  /** The paths touched after a version, up to another. */
  record Touched(long version, Set<PolicyPath> paths) {}

  /** The number of the latest change; it grows. */
  long version() {
    return version;
  }

  /** Notes a change. */
  synchronized void add(Collection<PolicyPath> written, Collection<PolicyPath> removed) {
    Set<PolicyPath> touched = new HashSet<>(written);
    touched.addAll(removed);
    version++;
    entries.addLast(new Entry(version, touched));
    paths += touched.size();
    while (entries.size() > MOST_CHANGES || paths > MOST_PATHS) {
      paths -= entries.removeFirst().paths().size();
    }
  }

  /** Notes that nothing is as it was. */
  synchronized void addEverything() {
    version++;
    entries.clear();
    paths = 0;
  }

  /** What was touched since a version; empty if that is not remembered. */
  synchronized Optional<Touched> since(long known) {
    long oldest = entries.isEmpty() ? version : entries.getFirst().version() - 1;
    if (known < oldest) {
      return Optional.empty();
    }
    Set<PolicyPath> touched = new HashSet<>();
    for (Entry entry : entries) {
      if (entry.version() > known) {
        touched.addAll(entry.paths());
      }
    }
    return Optional.of(new Touched(version, touched));
  }
}
