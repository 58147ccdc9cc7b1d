package io.nsxsim.simulation;

import io.nsxsim.topology.Device;
import io.nsxsim.topology.RoutingTable;
import io.nsxsim.topology.ServerPool;
import java.util.List;

/** Picks one of several equal ways, and one of several servers. */
interface Chooser {

  /** The number of the way, from 0; asked only where there are at least two. */
  int choose(Device device, RoutingTable.Entry entry, Packet packet);

  /** The number of the member, from 0; asked only where there are at least two. */
  int choose(ServerPool pool, List<ServerPool.Member> members, Packet packet);
}
