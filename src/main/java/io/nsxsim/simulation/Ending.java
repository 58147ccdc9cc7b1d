package io.nsxsim.simulation;

import io.nsxsim.path.PolicyPath;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a journey ends.
 *
 * @param device id of the device that has the packet last
 * @param decidedBy the policy object that decided, where there is one
 * @param reason for people
 * @param reply what is sent back, if anything
 */
record Ending(
    Fate fate,
    String device,
    Optional<PolicyPath> decidedBy,
    Supplier<String> reason,
    Optional<Reply> reply) {}
