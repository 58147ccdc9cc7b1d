package io.nsxsim.reachability;

import io.nsxsim.net.PortSet;
import io.nsxsim.net.Protocol;
import io.nsxsim.simulation.Options;
import io.nsxsim.simulation.Outcome;
import io.nsxsim.simulation.Trace;
import io.nsxsim.simulation.Tracer;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.FirewallRule;
import io.nsxsim.topology.NatRule;
import io.nsxsim.topology.ServiceMatch;
import io.nsxsim.topology.VirtualServer;
import io.nsxsim.topology.Workload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks statements about one network. */
public final class AssertionCheck {

  private static final int MOST_TRACES = 5;

  private final Fabric fabric;
  private final Options options;

  public AssertionCheck(Fabric fabric, Options options) {
    this.fabric = fabric;
    this.options = options;
  }

  /**
   * How a statement fares.
   *
   * @param pairs how many were looked at, each with each probe
   * @param failures how many of them are not as stated
   * @param examples some of those, with their traces
   */
  public record Result(Assertion assertion, long pairs, long failures, List<Failure> examples) {
    public Result {
      examples = List.copyOf(examples);
    }

    /** A statement that somebody is reached says nothing if there is nobody. */
    public boolean passed() {
      return failures == 0 && (pairs > 0 || !assertion.reaches());
    }
  }

  /** A pair that is not as stated; without a trace where it has no address to send to. */
  public record Failure(
      Workload from, Workload to, Assertion.Probe probe, Outcome outcome, Optional<Trace> trace) {}

  /** Looks at every pair of a statement. */
  public Result check(Assertion assertion) {
    long pairs = 0;
    long failures = 0;
    List<Failure> examples = new ArrayList<>();
    for (Assertion.Probe probe : assertion.probes()) {
      Matrix matrix =
          new Matrix(
              fabric,
              options,
              new Request(assertion.from(), assertion.to(), probe.protocol(), probe.port()));
      for (int i = 0; i < assertion.from().size(); i++) {
        for (int j = 0; j < assertion.to().size(); j++) {
          if (matrix.isSame(i, j)) {
            continue;
          }
          pairs++;
          Outcome outcome = matrix.outcome(i, j);
          if (!assertion.holdsFor(outcome)) {
            failures++;
            if (examples.size() < MOST_TRACES) {
              examples.add(failure(assertion.from().get(i), assertion.to().get(j), probe, outcome));
            }
          }
        }
      }
    }
    return new Result(assertion, pairs, failures, examples);
  }

  private Failure failure(Workload from, Workload to, Assertion.Probe probe, Outcome outcome) {
    Tracer tracer = new Tracer(fabric, options);
    Optional<Trace> trace =
        Pairs.flow(fabric, from, to, probe.protocol(), probe.port()).map(tracer::trace);
    return new Failure(from, to, probe, outcome, trace);
  }

  /**
   * Probes that together stand for everything that can be sent: ICMP, and one port out of every run
   * of ports that no rule of the network tells apart.
   */
  public Set<Assertion.Probe> everything() {
    Set<Assertion.Probe> probes = new HashSet<>();
    probes.add(new Assertion.Probe(Protocol.ICMP, 0));
    for (Protocol protocol : List.of(Protocol.TCP, Protocol.UDP)) {
      for (int port : ports(protocol)) {
        probes.add(new Assertion.Probe(protocol, port));
      }
    }
    return probes;
  }

  private Set<Integer> ports(Protocol protocol) {
    Set<Integer> starts = new TreeSet<>(Set.of(1));
    fabric.distributedFirewall().rules().forEach(rule -> add(rule, protocol, starts));
    for (Device device : fabric.devices().values()) {
      device.services().firewall().forEach(rule -> add(rule, protocol, starts));
      for (NatRule rule : device.services().nat()) {
        add(rule.services(), protocol, starts);
        rule.matchedPorts().ifPresent(ports -> add(ports, starts));
      }
      for (VirtualServer server : device.services().virtualServers()) {
        if (server.protocol() == protocol) {
          add(server.ports(), starts);
        }
      }
    }
    return starts;
  }

  private static void add(FirewallRule rule, Protocol protocol, Set<Integer> starts) {
    add(rule.services(), protocol, starts);
  }

  private static void add(List<ServiceMatch> services, Protocol protocol, Set<Integer> starts) {
    for (ServiceMatch service : services) {
      if (service instanceof ServiceMatch.Ports ports && ports.protocol() == protocol) {
        add(ports.destinations(), starts);
      }
    }
  }

  private static void add(PortSet ports, Set<Integer> starts) {
    for (PortSet.Range range : ports.ranges()) {
      starts.add(Math.max(1, range.first()));
      if (range.last() < 65535) {
        starts.add(range.last() + 1);
      }
    }
  }
}
