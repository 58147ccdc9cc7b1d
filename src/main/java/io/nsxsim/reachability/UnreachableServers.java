package io.nsxsim.reachability;

import io.nsxsim.net.IpAddress;
import io.nsxsim.simulation.Flow;
import io.nsxsim.simulation.Options;
import io.nsxsim.simulation.Tracer;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.VirtualServer;
import io.nsxsim.topology.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds virtual servers that no workload gets an answer from. */
final class UnreachableServers {

  private static final int MOST_CLASSES = 1000;

  private UnreachableServers() {}

  static List<Finding> find(Fabric fabric, Options options) {
    List<Workload> clients = Representatives.of(fabric, MOST_CLASSES);
    Tracer tracer = new Tracer(fabric, options);
    List<Finding> found = new ArrayList<>();
    for (Device gateway : fabric.devices().values()) {
      for (VirtualServer server : gateway.services().virtualServers()) {
        if (!server.backed()) {
          found.add(finding(server, "it has no enabled pool member"));
        } else if (clients.stream().noneMatch(each -> isServed(fabric, tracer, each, server))) {
          found.add(finding(server, "none of the workloads gets an answer from it"));
        }
      }
    }
    return found;
  }

  private static Finding finding(VirtualServer server, String why) {
    return new Finding(
        Finding.Kind.UNREACHABLE_VIRTUAL_SERVER,
        List.of(server.path()),
        "%s at %s cannot be reached: %s".formatted(server.path(), server.address(), why));
  }

  private static boolean isServed(
      Fabric fabric, Tracer tracer, Workload client, VirtualServer server) {
    Device device = fabric.device(client.device());
    IpAddress address = server.address();
    int port = server.ports().ranges().isEmpty() ? 80 : server.ports().ranges().getFirst().first();
    Optional<IpAddress> source =
        device.sourceTowards(address).filter(own -> own.ipv6() == address.ipv6());
    return source
        .map(own ->
            new Flow(device.id(), own, address, server.protocol(), Request.SOURCE_PORT, port))
        .map(tracer::outcome)
        .filter(outcome ->
            outcome.reaches() || outcome.verdict() == io.nsxsim.simulation.Verdict.UNKNOWN)
        .isPresent();
  }
}
