package io.nsxsim.reachability;

import io.nsxsim.net.Protocol;
import io.nsxsim.simulation.Outcome;
import io.nsxsim.topology.Workload;
import java.util.List;
import java.util.Set;

/**
 * A statement about a network.
 *
 * @param text as it was given
 * @param reaches whether everyone of {@code from} shall reach everyone of {@code to}, or nobody
 * @param probes what is sent; the statement is about all of them
 */
public record Assertion(
    String text, List<Workload> from, List<Workload> to, boolean reaches, Set<Probe> probes) {

  /** A protocol and, for TCP and UDP, a destination port; 0 for ICMP. */
  public record Probe(Protocol protocol, int port) {}

  public Assertion {
    from = List.copyOf(from);
    to = List.copyOf(to);
    probes = Set.copyOf(probes);
  }

  /** To reach is to get an answer; to be kept apart is to be stopped for sure. */
  boolean holdsFor(Outcome outcome) {
    return reaches
        ? outcome.reaches()
        : switch (outcome.verdict()) {
          case REACHED, UNKNOWN -> false;
          case BLOCKED, NO_ROUTE, LOOP, EXITS_NETWORK -> true;
        };
  }
}
