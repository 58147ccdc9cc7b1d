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
      Optional<IpAddress> source =
          device.sourceTowards(destination).filter(own -> own.ipv6() == destination.ipv6());
      if (source.isPresent()) {
        Protocol spoken = protocol.hasPorts() ? protocol : Protocol.icmp(destination.ipv6());
        return Optional.of(
            new Flow(device.id(), source.get(), destination, spoken, Request.SOURCE_PORT, port));
      }
    }
    return Optional.empty();
  }
}
