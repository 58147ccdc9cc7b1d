package io.nsxsim.engine;

import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Objects of the policy tree by their paths; children shown in fields are left out of parents. */
public interface StoredObjects {

  /** The document of one object. */
  Optional<JsonNode> find(PolicyPath path);

  /** The documents of a collection such as {@code /infra/tier-1s}, ordered by path. */
  List<JsonNode> in(PolicyPath collection);

  /** The documents of all objects below a path, at any depth, ordered by path. */
  List<JsonNode> below(PolicyPath path);

  /** The documents of all objects that carry a tag, ordered by path. */
  List<JsonNode> tagged();
}
