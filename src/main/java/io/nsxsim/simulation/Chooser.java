package io.nsxsim.simulation;

import io.nsxsim.topology.Device;
import io.nsxsim.topology.RoutingTable;

/** Picks one of several equal ways. */
interface Chooser {

  /** The number of the way, from 0; asked only where there are at least two. */
  int choose(Device device, RoutingTable.Entry entry, Packet packet);
}
