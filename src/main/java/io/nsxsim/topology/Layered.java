package io.nsxsim.topology;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One map laid over another, without copying either: what was read again over the many machines
 * that stayed as they were. Neither may change any more, and no key may be in both.
 */
public final class Layered<V> extends AbstractMap<String, V> {

  private final Map<String, V> upper;
  private final Map<String, V> lower;

  /** Lays one map over another. */
  public Layered(Map<String, V> upper, Map<String, V> lower) {
    this.upper = upper;
    this.lower = lower;
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    V value = upper.get(key);
    return value != null ? value : lower.get(key);
  }

  @Override
  public V getOrDefault(@Nullable Object key, V absent) {
    V value = get(key);
    return value != null ? value : absent;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return upper.containsKey(key) || lower.containsKey(key);
  }

  @Override
  public Set<Entry<String, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, V>> iterator() {
        return Stream.concat(upper.entrySet().stream(), lower.entrySet().stream()).iterator();
      }

      @Override
      public int size() {
        return upper.size() + lower.size();
      }
    };
  }
}
