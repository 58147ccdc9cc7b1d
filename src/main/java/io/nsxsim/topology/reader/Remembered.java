package io.nsxsim.topology.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Results of an earlier reading, each with what it was made of. A result is used again as long as
 * those are the very same objects; documents are, until they are written again.
 */
final class Remembered<V> {

  private Map<Object, Entry<V>> before = new HashMap<>();
  private Map<Object, Entry<V>> now = new HashMap<>();

  private record Entry<V>(List<?> inputs, V value) {}

  /** Begins another reading; what it does not ask for is forgotten at its end. */
  void next() {
    before = now;
    now = HashMap.newHashMap(before.size());
  }

  /** The result for a key, made only if it was made of other inputs. */
  V get(Object key, List<?> inputs, Supplier<V> make) {
    Entry<V> known = now.getOrDefault(key, before.get(key));
    Entry<V> entry =
        known != null && areSame(known.inputs(), inputs) ? known : new Entry<>(inputs, make.get());
    now.put(key, entry);
    return entry.value();
  }

  private static boolean areSame(List<?> some, List<?> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (some.get(i) != others.get(i)) {
        return false;
      }
    }
    return true;
  }
}
