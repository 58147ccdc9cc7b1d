package io.nsxsim.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nsxsim.path.PolicyPath;
import java.util.Collection;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What clients have read lately, ready to be sent. Reading one object again and again is what
 * polling clients do most, and then neither the database nor JSON is touched.
 *
 * <p>A change forgets its objects after its transaction has committed. Loading and forgetting one
 * path exclude each other, so that no load that began before a commit survives it.
 */
@Component
final class ReadCache {

  private static final long LARGEST_SIZE = 32L * 1024 * 1024;
  private static final int MANY = 1000;

  private volatile Cache<String, byte[]> texts = empty();

  private static Cache<String, byte[]> empty() {
    return Caffeine.newBuilder()
        .maximumWeight(LARGEST_SIZE)
        .weigher((String path, byte[] text) -> path.length() + text.length)
        .build();
  }

  /** The text of an object, loaded if need be. */
  byte[] get(PolicyPath path, Supplier<byte[]> load) {
    return texts.get(path.value(), p -> load.get());
  }

  /** Forgets objects that have changed. */
  void forget(Collection<PolicyPath> paths) {
    if (paths.size() > MANY) {
      forgetAll();
      return;
    }
    for (PolicyPath path : paths) {
      texts.asMap().compute(path.value(), (p, text) -> null);
    }
  }

  /** Forgets everything; loads under way end in the cache that is given up. */
  void forgetAll() {
    texts = empty();
  }
}
