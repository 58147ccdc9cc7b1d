package io.nsxsim.reachability;

import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import io.nsxsim.simulation.Flow;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.Workload;
import java.util.Optional;

/** The flow from one workload to another, as somebody would send it who only knows the names. */
public final class Pairs {

  private Pairs() {}

  /**
   * The flow to the first address of {@code to} that {@code from} has an address of the family of;
   * empty if there is none.
   */
  public static Optional<Flow> flow(
      Fabric fabric, Workload from, Workload to, Protocol protocol, int port) {
    Device device = fabric.device(from.device());
    for (IpAddress destination : to.addresses()) {
      Optional<Flow> flow =
          device
              .sourceTowards(destination)
              .flatMap(source -> between(device, source, destination, protocol, port));
      if (flow.isPresent()) {
        return flow.map(known -> known.meantFor(to.device()));
      }
    }
    return Optional.empty();
  }

  /** The flow between two addresses, if they are of one family. */
  static Optional<Flow> between(
      Device from, IpAddress source, IpAddress destination, Protocol protocol, int port) {
    if (source.ipv6() != destination.ipv6()) {
      return Optional.empty();
    }
    Protocol spoken = protocol.hasPorts() ? protocol : Protocol.icmp(destination.ipv6());
    return Optional.of(new Flow(from.id(), source, destination, spoken, Request.SOURCE_PORT, port));
  }
}
