package io.nsxsim.simulation;

import io.nsxsim.topology.Device;
import io.nsxsim.topology.ServerPool;

/** Says which servers of a load balancer are up. */
interface Health {

  /**
   * Tells whether all monitors of a pool find a member up.
   *
   * @param port where the member listens
   */
  boolean isUp(Device gateway, ServerPool pool, ServerPool.Member member, int port);
}
