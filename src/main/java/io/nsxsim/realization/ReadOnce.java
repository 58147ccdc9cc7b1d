package io.nsxsim.realization;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.path.PolicyPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Stored objects for as long as one answer takes: what has been read is not read again. */
final class ReadOnce implements StoredObjects {

  private final StoredObjects stored;
  private final Map<PolicyPath, Optional<JsonNode>> found = new HashMap<>();
  private final Map<PolicyPath, List<JsonNode>> collections = new HashMap<>();

  ReadOnce(StoredObjects stored) {
    this.stored = stored;
  }

  @Override
  public Optional<JsonNode> find(PolicyPath path) {
    return found.computeIfAbsent(path, stored::find);
  }

  @Override
  public List<JsonNode> in(PolicyPath collection) {
    return collections.computeIfAbsent(collection, stored::in);
  }

  @Override
  public List<JsonNode> below(PolicyPath path) {
    return stored.below(path);
  }

  @Override
  public List<JsonNode> tagged() {
    return stored.tagged();
  }
}
