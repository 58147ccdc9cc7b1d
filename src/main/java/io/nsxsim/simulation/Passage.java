package io.nsxsim.simulation;

import io.nsxsim.net.IpAddress;
import io.nsxsim.topology.FirewallRule.Direction;
import java.util.List;

/**
 * What a flow shows of itself to the distributed firewall along its way, there and back.
 *
 * @param outcome how it ends
 * @param balanced whether a load balancer has sent it on, which may depend on who is up
 * @param sightings at network cards that NSX knows, in order
 */
public record Passage(Outcome outcome, boolean balanced, List<Sighting> sightings) {

  /** The headers of a packet at a network card. */
  public record Sighting(
      String device,
      String card,
      Direction direction,
      IpAddress source,
      IpAddress destination,
      int sourcePort,
      int destinationPort) {}

  public Passage {
    sightings = List.copyOf(sightings);
  }
}
