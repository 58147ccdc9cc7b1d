package io.nsxsim.reachability;

import io.nsxsim.simulation.Outcome;
import io.nsxsim.topology.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What another network changes for pairs of workloads. */
public final class Difference {

  private Difference() {}

  /** How a pair ended before, and how it ends after. */
  public record Change(Outcome before, Outcome after) {
    /** Tells whether a way is there that was not. */
    public boolean isGain() {
      return !before.reaches() && after.reaches();
    }

    /** Tells whether a way is gone. */
    public boolean isLoss() {
      return before.reaches() && !after.reaches();
    }
  }

  /**
   * Pairs of two classes that change alike.
   *
   * @param from workloads as they are named before
   * @param pairs how many of the pairs of both sets change this way
   * @param firstFrom the sender of one of them
   * @param firstTo the destination of that one
   */
  public record Part(
      Change change,
      List<Workload> from,
      List<Workload> to,
      long pairs,
      Workload firstFrom,
      Workload firstTo) {
    public Part {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  private record Key(
      Change change,
      Matrix.Place fromBefore,
      Matrix.Place fromAfter,
      Matrix.Place toBefore,
      Matrix.Place toAfter) {}

  private static final class Gathered {
    private final Set<Integer> from = new HashSet<>();
    private final Set<Integer> to = new HashSet<>();
    private final int firstFrom;
    private final int firstTo;
    private long pairs;

    private Gathered(int firstFrom, int firstTo) {
      this.firstFrom = firstFrom;
      this.firstTo = firstTo;
    }
  }

  /** The changes between two matrices of requests that name the same workloads in one order. */
  public static List<Part> between(Matrix before, Matrix after) {
    Map<Key, Gathered> gathered = new LinkedHashMap<>();
    Map<Change, Change> known = new HashMap<>();
    int sources = before.request().from().size();
    int destinations = before.request().to().size();
    for (int i = 0; i < sources; i++) {
      for (int j = 0; j < destinations; j++) {
        Outcome was = before.outcome(i, j);
        Outcome is = after.outcome(i, j);
        if (was != is && !was.equals(is) && !before.isSame(i, j)) {
          Change change = known.computeIfAbsent(new Change(was, is), each -> each);
          int from = i;
          int to = j;
          Gathered part =
              gathered.computeIfAbsent(
                  key(before, after, change, i, j), key -> new Gathered(from, to));
          part.from.add(i);
          part.to.add(j);
          part.pairs++;
        }
      }
    }
    List<Part> parts = new ArrayList<>();
    gathered.forEach((key, part) ->
        parts.add(
            new Part(
                key.change(),
                part.from.stream().sorted().map(before.request().from()::get).toList(),
                part.to.stream().sorted().map(before.request().to()::get).toList(),
                part.pairs,
                before.request().from().get(part.firstFrom),
                before.request().to().get(part.firstTo))));
    return parts;
  }

  /** Networks do not count, or every segment would be a part of its own. */
  private static Key key(Matrix before, Matrix after, Change change, int i, int j) {
    return new Key(
        change,
        classes(before.placeOfSource(i)),
        classes(after.placeOfSource(i)),
        classes(before.placeOfDestination(j)),
        classes(after.placeOfDestination(j)));
  }

  private static Matrix.Place classes(Matrix.Place place) {
    return new Matrix.Place(place.routing(), place.filtering(), 0);
  }
}
