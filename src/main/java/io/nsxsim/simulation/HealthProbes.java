package io.nsxsim.simulation;

import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.ServerPool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds out which pool members are up as a monitor does: a probe from the gateway is walked to the
 * member, and its answer back. So a member is down when its machine is off, when no route leads to
 * it, and when a firewall on the way drops the probe.
 */
final class HealthProbes implements Health {

  private final Map<Subject, Boolean> known = new ConcurrentHashMap<>();
  private final Walker walker;

  private record Subject(String gateway, ServerPool pool, ServerPool.Member member, int port) {}

  HealthProbes(Fabric fabric, Options options) {
    this.walker =
        new Walker(fabric, new HashChooser(fabric.pathHash()), options, HealthProbes::alwaysUp);
  }

  /** Spares a probe that crosses another load balancer the question for its members. */
  private static boolean alwaysUp(
      Device gateway, ServerPool pool, ServerPool.Member member, int port) {
    return true;
  }

  @Override
  public boolean isUp(Device gateway, ServerPool pool, ServerPool.Member member, int port) {
    if (pool.monitors().isEmpty()) {
      return true;
    }
    Subject subject = new Subject(gateway.id(), pool, member, port);
    Boolean before = known.get(subject);
    if (before != null) {
      return before;
    }
    boolean up = true;
    for (ServerPool.Monitor monitor : pool.monitors()) {
      up = up && answers(gateway, member, monitor, port);
    }
    known.put(subject, up);
    return up;
  }

  private boolean answers(
      Device gateway, ServerPool.Member member, ServerPool.Monitor monitor, int port) {
    return gateway
        .sourceTowards(member.address())
        .map(source ->
            new Flow(
                gateway.id(),
                source,
                member.address(),
                monitor.protocol(),
                40000,
                monitor.port().orElse(port)))
        .filter(probe -> isAnswered(gateway, probe.packet()))
        .isPresent();
  }

  private boolean isAnswered(Device gateway, Packet probe) {
    Journey there = walker.send(gateway, probe, List.of());
    Optional<Reply> reply =
        arrives(there.ending().fate()) ? there.ending().reply() : Optional.empty();
    return reply
        .map(answer -> walker.sendBack(answer, there.sessions()))
        .filter(back -> back.ending().device().equals(gateway.id()))
        .isPresent();
  }

  private static boolean arrives(Fate fate) {
    return fate == Fate.DELIVERED || fate == Fate.UNDECIDED;
  }
}
