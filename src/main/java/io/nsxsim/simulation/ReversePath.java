package io.nsxsim.simulation;

import io.nsxsim.net.IpAddress;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.RoutingTable;
import java.util.Optional;

/** An interface may refuse what it would not send the answer to (rule 12). */
final class ReversePath {

  private ReversePath() {}

  /** Ends the journey of a packet whose answer would go another way, or says so. */
  static void check(Journey journey, Device device, Interface in, Options options) {
    IpAddress source = journey.packet().source();
    Optional<RoutingTable.Entry> back = device.routes().lookup(source);
    if (back.isPresent()) {
      for (RoutingTable.Way way : back.get().ways()) {
        if (way.nextHop().out().filter(in::equals).isPresent()) {
          return;
        }
      }
    }
    if (options.strictReversePath()) {
      journey.end(
          Fate.REVERSE_PATH,
          device.id(),
          in.path(),
          () -> "no way back to " + source + " by " + in.name(),
          Optional.empty());
    } else {
      journey.assume(
          "urpf_mode STRICT of "
              + in.path().map(Object::toString).orElse(in.name())
              + " lets pass what comes from "
              + source);
    }
  }
}
