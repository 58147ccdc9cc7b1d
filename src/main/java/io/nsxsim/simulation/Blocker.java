package io.nsxsim.simulation;

import io.nsxsim.path.PolicyPath;
import java.util.Optional;

/**
 * Something configured that stops a flow.
 *
 * @param path the policy object, where there is one
 * @param onTheWayBack whether it stops the answer
 */
public record Blocker(Fate fate, Optional<PolicyPath> path, String reason, boolean onTheWayBack) {}
