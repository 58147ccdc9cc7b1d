package io.nsxsim.topology.reader;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A large map and the few entries that have changed since it was made, so that the next one after a
 * change need not copy all.
 */
final class Patched<V> extends AbstractMap<String, V> {

  private static final int MOST_PATCHES = 2000;

  private final Map<String, V> base;
  private final Map<String, @Nullable V> patches;
  private final int size;

  private Patched(Map<String, V> base, Map<String, @Nullable V> patches, int size) {
    this.base = base;
    this.patches = patches;
    this.size = size;
  }

  /** Nothing. */
  static <V> Patched<V> empty() {
    return new Patched<>(Map.of(), Map.of(), 0);
  }

  /** The same map without some keys and with other entries, which must not change any more. */
  Patched<V> with(Collection<String> without, Map<String, V> more) {
    if (size == 0) {
      return new Patched<>(more, Map.of(), more.size());
    }
    if (patches.size() + without.size() + more.size() > MOST_PATCHES) {
      Map<String, V> all = HashMap.newHashMap(size + more.size());
      forEach(all::put);
      without.forEach(all::remove);
      all.putAll(more);
      return new Patched<>(all, Map.of(), all.size());
    }
    Map<String, @Nullable V> next = new HashMap<>(patches);
    int nextSize = size;
    for (String key : without) {
      nextSize -= containsKey(key) ? 1 : 0;
      next.put(key, null);
    }
    for (Map.Entry<String, V> entry : more.entrySet()) {
      V before =
          next.containsKey(entry.getKey()) ? next.get(entry.getKey()) : base.get(entry.getKey());
      nextSize += before == null ? 1 : 0;
      next.put(entry.getKey(), entry.getValue());
    }
    return new Patched<>(base, next, nextSize);
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    if (patches.isEmpty()) {
      return base.get(key);
    }
    V patch = patches.get(key);
    return patch != null || patches.containsKey(key) ? patch : base.get(key);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  @Override
  public Set<Entry<String, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, V>> iterator() {
        Stream<Entry<String, V>> kept =
            base.entrySet().stream().filter(entry -> !patches.containsKey(entry.getKey()));
        Stream<Entry<String, V>> changed =
            patches.entrySet().stream()
                .flatMap(entry -> {
                  V value = entry.getValue();
                  return value == null
                      ? Stream.empty()
                      : Stream.of(Map.entry(entry.getKey(), value));
                });
        return Stream.concat(kept, changed).iterator();
      }

      @Override
      public int size() {
        return size;
      }
    };
  }
}
