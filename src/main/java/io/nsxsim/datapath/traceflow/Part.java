package io.nsxsim.datapath.traceflow;

import io.nsxsim.path.PolicyPath;
import java.util.Optional;

/**
 * A component of NSX that sees a packet.
 *
 * @param type NSX's component type
 * @param subType NSX's component sub type, or empty
 */
record Part(String type, String subType, String id, String name, Optional<PolicyPath> path) {}
