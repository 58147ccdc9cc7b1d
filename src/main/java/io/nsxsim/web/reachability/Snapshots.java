package io.nsxsim.web.reachability;

import io.nsxsim.error.Reason;
import io.nsxsim.web.simulation.Question;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.stereotype.Component;

/** Networks as they were, by name; they are kept until they are deleted or the server ends. */
@Component
class Snapshots {

  /** Means the network as it is. */
  static final String NOW = "now";

  private static final int MOST = 100;

  private final Networks networks;
  private final Map<String, Snapshot> byName = new ConcurrentSkipListMap<>();

  /** A network and when it was taken. */
  record Snapshot(String name, Instant taken, View view) {}

  Snapshots(Networks networks) {
    this.networks = networks;
  }

  /** Keeps the network as it is now; a snapshot of that name is replaced. */
  Snapshot take(String name) {
    if (name.equals(NOW) || !name.matches("[A-Za-z0-9._-]{1,100}")) {
      throw Question.refused(
          Reason.ILLEGAL_ID, "name", "A snapshot's name has letters, digits, dots, - and _ only");
    }
    if (byName.size() >= MOST && !byName.containsKey(name)) {
      throw Question.refused(
          Reason.INVALID_PARAMETER, "name", "There are " + MOST + " snapshots; delete one first");
    }
    Snapshot snapshot = new Snapshot(name, Instant.now(Clock.systemUTC()), networks.now());
    byName.put(name, snapshot);
    return snapshot;
  }

  List<Snapshot> all() {
    return List.copyOf(byName.values());
  }

  void delete(String name) {
    if (byName.remove(name) == null) {
      throw missing("name", name);
    }
  }

  /** The network of a snapshot, or the present one. */
  View view(String field, String name) {
    if (name.equals(NOW)) {
      return networks.now();
    }
    Snapshot snapshot = byName.get(name);
    if (snapshot == null) {
      throw missing(field, name);
    }
    return snapshot.view();
  }

  private static io.nsxsim.error.Refusal missing(String field, String name) {
    return Question.refused(Reason.NOT_FOUND, field, "There is no snapshot " + name);
  }
}
