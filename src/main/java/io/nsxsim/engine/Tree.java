package io.nsxsim.engine;

import java.util.List;
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
}
