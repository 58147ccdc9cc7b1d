package io.nsxsim.topology;

import io.nsxsim.net.IpAddress;
import java.util.Optional;

/** Where a route leads. */
public sealed interface NextHop {

  /** The destination itself is on the interface's link. */
  record Direct(Interface by) implements NextHop {}

  /** A neighbor on the interface's link takes it from here. */
  record Via(IpAddress gateway, Interface by) implements NextHop {}

  /** Nowhere: a null route. */
  record Discard() implements NextHop {}

  /** Out of the modelled network, as a route without a next hop in the inventory says. */
  record Outside() implements NextHop {}

  /** The interface that a packet leaves by, if it leaves by one. */
  default Optional<Interface> out() {
    return switch (this) {
      case Direct(Interface by) -> Optional.of(by);
      case Via(IpAddress gateway, Interface by) -> Optional.of(by);
      case Discard(), Outside() -> Optional.empty();
    };
  }
}
