package io.nsxsim.engine;

import io.nsxsim.catalogue.Index;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * The indexes that are alive. They follow the request that is being worked on; when that one is
 * refused they are thrown away and made again when next asked for. One request writes at a time, so
 * nothing here is shared between threads without the writer's lock.
 */
final class Indexes {

  private static final int MOST = 1000;

  private final Map<PolicyPath, List<Index>> about = new HashMap<>();
  private boolean touched;

  /** The index of a type about a collection or an object. */
  <T extends Index> T get(PolicyPath path, Class<T> type, Supplier<T> made) {
    for (Index index : about.getOrDefault(path, List.of())) {
      if (type.isInstance(index)) {
        return type.cast(index);
      }
    }
    T index = made.get();
    about.computeIfAbsent(path, p -> new ArrayList<>(1)).add(index);
    touched = true;
    return index;
  }

  /** Tells what is about a path that an object is there. */
  void put(PolicyPath path, PolicyPath object, JsonNode document) {
    List<Index> told = about.get(path);
    if (told != null) {
      told.forEach(index -> index.put(object, document));
      touched = true;
    }
  }

  /** Tells all that an object is gone. */
  void remove(PolicyPath object) {
    about.values().forEach(told -> told.forEach(index -> index.remove(object)));
    touched |= !about.isEmpty();
  }

  /** Ends a request. */
  void finish(boolean committed) {
    if (touched && !committed || about.size() > MOST) {
      clear();
    }
    touched = false;
  }

  /** Forgets all of them. */
  void clear() {
    about.clear();
  }
}
