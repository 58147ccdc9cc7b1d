package io.nsxsim.simulation;

import io.nsxsim.topology.Device;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.NextHop;
import java.util.Optional;
import java.util.function.Supplier;

/** What happens to a packet where it leaves a device. */
final class Egress {

  private Egress() {}

  /** Cuts up what is too long for an interface, or ends its journey (rule 34). */
  static void fit(Journey journey, Device device, Interface out, Supplier<Optional<Reply>> reply) {
    Packet packet = journey.packet();
    if (packet.size() <= out.mtu()) {
      return;
    }
    if (packet.isTooLongFor(out.mtu(), device.kind().forwards())) {
      journey.end(
          Fate.FRAG_NEEDED,
          device.id(),
          out.path().or(device::path),
          () -> out.name() + " takes " + out.mtu() + " bytes, not " + packet.size(),
          reply.get());
    } else {
      journey.become(packet.withSize(out.mtu(), packet.whole()));
    }
  }

  /** A gateway is one hop, however many of its parts a packet crosses (rule 2). */
  static void centralStep(Journey journey, Visit visit, NextHop hop) {
    Device device = visit.device();
    if (!device.services().central()) {
      return;
    }
    Optional<Interface> edge =
        hop.out()
            .filter(Egress::isOnEdge)
            .or(() -> Optional.of(visit.in()).filter(Egress::isOnEdge));
    edge.ifPresent(end -> journey.add(new Step.Centralized(device, end.edge().or(device::path))));
  }

  private static boolean isOnEdge(Interface end) {
    return end.role().isFiltered();
  }
}
