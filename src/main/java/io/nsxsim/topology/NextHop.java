package io.nsxsim.topology;

import io.nsxsim.net.Ipv4;

/** Where a route leads. */
public sealed interface NextHop {

  /** The destination itself is on the interface's link. */
  record Direct(Interface out) implements NextHop {}

  /** A neighbor on the interface's link takes it from here. */
  record Via(Ipv4 gateway, Interface out) implements NextHop {}

  /** Nowhere: a null route. */
  record Discard() implements NextHop {}

  /** Out of the modelled network, as a route without a next hop in the inventory says. */
  record Outside() implements NextHop {}
}
