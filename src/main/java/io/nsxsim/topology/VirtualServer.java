package io.nsxsim.topology;

import io.nsxsim.net.AddressSet;
import io.nsxsim.net.IpAddress;
import io.nsxsim.net.PortSet;
import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;

/**
 * A load balancer's address that is enabled and lives on a gateway.
 *
 * @param ports where it listens
 * @param memberPorts where members listen that have no port of their own: one for all, or one for
 *     each of {@code ports}; empty for the same ports
 * @param accessList who may connect
 * @param pools where a connection goes: to the first that can serve it; the second is the sorry
 *     pool
 * @param ruled whether rules on contents may send a request elsewhere, which is not modelled
 */
public record VirtualServer(
    PolicyPath path,
    IpAddress address,
    Protocol protocol,
    PortSet ports,
    PortSet memberPorts,
    Optional<AccessList> accessList,
    List<ServerPool> pools,
    boolean ruled) {

  /**
   * Who may connect.
   *
   * @param group the group that {@code clients} are the addresses of
   * @param allows whether the clients are let in and all others kept out, or the reverse
   */
  public record AccessList(PolicyPath group, AddressSet clients, boolean allows) {
    /** Tells whether a client may connect. */
    public boolean admits(IpAddress client) {
      return clients.contains(client) == allows;
    }
  }

  public VirtualServer {
    pools = List.copyOf(pools);
  }

  /** Tells whether it listens there. */
  public boolean listensOn(Protocol wanted, int port) {
    return protocol == wanted && ports.contains(port);
  }

  /** Tells whether at least one pool member that is enabled stands behind it. */
  public boolean backed() {
    return pools.stream()
        .flatMap(pool -> pool.members().stream())
        .anyMatch(ServerPool.Member::enabled);
  }

  /** The port that a member without one of its own gets what comes to a port of this server on. */
  public int memberPort(int port) {
    return memberPorts.ranges().isEmpty()
        ? port
        : memberPorts.at(Math.min(ports.positionOf(port), memberPorts.size() - 1));
  }
}
