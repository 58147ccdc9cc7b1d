package io.nsxsim.topology;

import io.nsxsim.net.AddressSet;
import io.nsxsim.net.IpAddress;
import java.util.Optional;

/**
 * What a policy-based VPN takes, whatever the routes say.
 *
 * @param entry where it leads; empty for packets that the VPN leaves to the routes (BYPASS)
 */
public record VpnPolicy(
    AddressSet sources, AddressSet destinations, Optional<RoutingTable.Entry> entry) {

  /** Tells whether it is about packets from an address to another. */
  public boolean means(IpAddress source, IpAddress destination) {
    return sources.contains(source) && destinations.contains(destination);
  }
}
