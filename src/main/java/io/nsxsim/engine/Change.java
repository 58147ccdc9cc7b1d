package io.nsxsim.engine;

import io.nsxsim.catalogue.Kind;
import io.nsxsim.path.PolicyPath;
import tools.jackson.databind.node.ObjectNode;

/** One step of a request that changes the tree. */
sealed interface Change {

  /** The kind of the object. */
  Kind kind();

  /** The object. */
  PolicyPath path();

  /** How a body meets what is stored. */
  enum Mode {
    /** The body's attributes are the object's; what is left out falls back to its default. */
    REPLACE,
    /** The body is laid over the stored document. */
    OVERLAY,
    /** The body makes the object and is ignored if there is one. */
    CREATE
  }

  /**
   * Creates or changes an object.
   *
   * @param whole whether children shown in fields of the body are all there are
   * @param checkRevision whether the body's revision must be the stored one
   */
  record Write(
      Kind kind, PolicyPath path, ObjectNode body, Mode mode, boolean whole, boolean checkRevision)
      implements Change {}

  /**
   * Deletes an object.
   *
   * @param withChildren whether children go too instead of protecting it
   * @param inUse whether it goes although others mention it, who then mention nothing
   */
  record Remove(Kind kind, PolicyPath path, boolean withChildren, boolean inUse) implements Change {

    /** Deletes an object that nobody mentions. */
    Remove(Kind kind, PolicyPath path, boolean withChildren) {
      this(kind, path, withChildren, false);
    }
  }
}
