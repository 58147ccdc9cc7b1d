package io.nsxsim.catalogue;

import io.nsxsim.path.PolicyPath;
import tools.jackson.databind.node.ObjectNode;

/** What NSX does by itself when an object is written. */
public sealed interface Companion {

  /** The object that is made or touched. */
  PolicyPath path();

  /** Another object that comes and goes with the first one; left alone if it exists. */
  record Created(PolicyPath path, ObjectNode body) implements Companion {}

  /** Another object whose defaults depend on the first one and are worked out again. */
  record Refreshed(PolicyPath path) implements Companion {}

  /** Another object that goes because of what is written, as it would with the first one. */
  record Removed(PolicyPath path) implements Companion {}
}
