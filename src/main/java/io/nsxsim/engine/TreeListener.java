package io.nsxsim.engine;

import io.nsxsim.path.PolicyPath;
import java.util.Collection;

/**
 * Is told what changed in the tree, after the change has been committed and before the next one
 * begins. Called by the thread that writes, so it notes what is to be done and leaves the work for
 * later; it must not write to the tree itself.
 */
public interface TreeListener {

  /** Objects were written, or are gone; a parent that only shows them in a field is not named. */
  void changed(Collection<PolicyPath> written, Collection<PolicyPath> removed);

  /** Nothing is left. */
  void cleared();
}
