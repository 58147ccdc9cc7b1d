package io.nsxsim.topology;

import io.nsxsim.path.PolicyPath;
import java.util.Optional;

/**
 * What NSX knows of a network card: the distributed firewall stands here.
 *
 * @param port the segment port
 * @param blockedBy the port or segment whose {@code admin_state} is DOWN
 */
public record Vnic(PolicyPath port, Optional<PolicyPath> blockedBy) {}
