package io.nsxsim.reachability;

import io.nsxsim.net.Protocol;
import io.nsxsim.topology.Workload;
import java.util.List;

/**
 * Which pairs are asked about, and with what.
 *
 * @param protocol ICMP also stands for ICMPv6 between IPv6 addresses
 * @param port destination port, 0 for ICMP
 */
public record Request(List<Workload> from, List<Workload> to, Protocol protocol, int port) {

  static final int SOURCE_PORT = 40000;

  public Request {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }
}
