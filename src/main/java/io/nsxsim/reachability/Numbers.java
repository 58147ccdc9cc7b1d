package io.nsxsim.reachability;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Things numbered from 0 in the order in which they turn up; for several threads. */
final class Numbers<T> {

  private final Map<T, Integer> numbers = new ConcurrentHashMap<>();
  private final List<T> things = new CopyOnWriteArrayList<>();

  int number(T thing) {
    Integer known = numbers.get(thing);
    return known != null ? known : add(thing);
  }

  T get(int number) {
    return things.get(number);
  }

  List<T> all() {
    return List.copyOf(things);
  }

  int size() {
    return things.size();
  }

  private synchronized int add(T thing) {
    Integer known = numbers.get(thing);
    if (known != null) {
      return known;
    }
    things.add(thing);
    numbers.put(thing, things.size() - 1);
    return things.size() - 1;
  }
}
