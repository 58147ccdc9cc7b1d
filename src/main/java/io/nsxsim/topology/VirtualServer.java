package io.nsxsim.topology;

import io.nsxsim.net.IpAddress;
import io.nsxsim.net.PortSet;
import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;

/**
 * A load balancer's address that is enabled and lives on a gateway.
 *
 * @param ports where it listens
 * @param backed whether at least one enabled pool member stands behind it
 */
public record VirtualServer(
    PolicyPath path, IpAddress address, Protocol protocol, PortSet ports, boolean backed) {

  /** Tells whether it listens there. */
  public boolean listensOn(Protocol wanted, int port) {
    return protocol == wanted && ports.contains(port);
  }
}
