package io.nsxsim.simulation;

import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.ServerPool;
import io.nsxsim.topology.VirtualServer;

/** Which servers of load balancers are up, as their monitors find out by packets. */
public final class MemberHealth {

  private final HealthProbes probes;

  public MemberHealth(Fabric fabric, Options options) {
    this.probes = new HealthProbes(fabric, options);
  }

  /** Tells whether all monitors of a pool find a member up; one without monitors is taken to be. */
  public boolean isUp(
      Device gateway, VirtualServer server, ServerPool pool, ServerPool.Member member) {
    int first = server.ports().ranges().isEmpty() ? 80 : server.ports().at(0);
    return probes.isUp(gateway, pool, member, member.port().orElse(server.memberPort(first)));
  }
}
