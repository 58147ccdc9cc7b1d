package io.nsxsim.engine;

import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The stored policy tree, as the read side sees it. */
public interface Tree {

  /**
   * Answers the documents of all objects of the given kinds, ordered by path. A kind is named by
   * the schema of its contract ({@code Tier1}, {@code LBAppProfile}, {@code PolicyNatRule}); every
   * document carries {@code path}, {@code parent_path}, {@code id} and {@code resource_type}, as
   * far as its contract has them.
   */
  List<JsonNode> documents(Set<String> kinds);

  /** A number that grows with each committed change of the tree. */
  long version();

  /**
   * What the changes after a version did to objects of the given kinds. Empty if it is not known,
   * or is so much that reading everything is faster.
   */
  default Optional<Difference> since(long version, Set<String> kinds) {
    return Optional.empty();
  }

  /**
   * What has changed.
   *
   * @param version up to which changes are told; some of a later one may be, too
   * @param written the documents as they are now
   * @param gone paths that hold no object of the kinds, whether or not they ever did
   */
  record Difference(long version, List<JsonNode> written, Set<PolicyPath> gone) {}
}
