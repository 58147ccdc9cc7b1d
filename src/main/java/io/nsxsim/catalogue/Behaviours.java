package io.nsxsim.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The behaviour of each kind. */
@Component
public final class Behaviours {

  private final Map<String, List<Behaviour>> byKind = new HashMap<>();

  Behaviours(List<Behaviour> behaviours) {
    for (Behaviour behaviour : behaviours) {
      for (String kind : behaviour.kinds()) {
        byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(behaviour);
      }
    }
  }

  /** What is known of a kind beyond its contract; often nothing. */
  public List<Behaviour> of(Kind kind) {
    return byKind.getOrDefault(kind.schema(), List.of());
  }
}
