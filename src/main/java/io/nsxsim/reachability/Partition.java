package io.nsxsim.reachability;

import java.util.HashMap;
import java.util.Map;

/** Items in classes that get finer: two stay together as long as nothing tells them apart. */
final class Partition {

  private final int[] classes;
  private int next = 1;

  private record Part(int of, Object label) {}

  /** All items in one class. */
  Partition(int items) {
    this.classes = new int[items];
  }

  /** Splits classes by labels; an item without one has a label that no other has. */
  void refine(Map<Integer, ?> labels) {
    Map<Part, Integer> parts = new HashMap<>();
    labels.forEach((item, label) ->
        classes[item] = parts.computeIfAbsent(new Part(classes[item], label), part -> next++));
  }

  /** Puts an item into a class of its own. */
  void isolate(int item) {
    classes[item] = next++;
  }

  /** The class of each item, numbered from 0 in the order of the items. */
  int[] classes() {
    Map<Integer, Integer> numbers = new HashMap<>();
    int[] numbered = new int[classes.length];
    for (int item = 0; item < classes.length; item++) {
      numbered[item] = numbers.computeIfAbsent(classes[item], known -> numbers.size());
    }
    return numbered;
  }
}
