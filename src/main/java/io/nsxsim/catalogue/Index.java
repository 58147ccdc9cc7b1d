package io.nsxsim.catalogue;

import io.nsxsim.path.PolicyPath;
import tools.jackson.databind.JsonNode;

/**
 * What is known of many objects at once, such as the addresses in use, so that writing one of them
 * need not read the others. It is told of every object that comes, changes or goes.
 */
public interface Index {

  /** An object as it will be, whether it is new or not. */
  void put(PolicyPath path, JsonNode document);

  /** An object that will be gone; it may be one that was never put. */
  void remove(PolicyPath path);
}
