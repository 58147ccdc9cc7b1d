package io.nsxsim.topology;

import io.nsxsim.net.Cidr;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;

/**
 * A route of one device.
 *
 * @param distance administrative distance, 0 to 255; the lowest wins among equal networks
 * @param origin the policy object that the route comes from
 */
public record Route(
    Cidr network,
    RouteSource source,
    int distance,
    List<NextHop> nextHops,
    Optional<PolicyPath> origin) {

  public Route {
    network = network.network();
    nextHops = List.copyOf(nextHops);
  }

  /** A route with its source's own distance. */
  public static Route of(
      Cidr network, RouteSource source, List<NextHop> nextHops, Optional<PolicyPath> origin) {
    return new Route(network, source, source.distance(), nextHops, origin);
  }
}
