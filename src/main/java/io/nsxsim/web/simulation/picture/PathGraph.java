package io.nsxsim.web.simulation.picture;

import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.simulation.Flow;
import io.nsxsim.simulation.Hop;
import io.nsxsim.simulation.Path;
import io.nsxsim.simulation.Step;
import io.nsxsim.simulation.Trace;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The devices that a flow may cross, from left to right.
 *
 * @param title what was asked, and the verdict
 * @param reached whether the flow arrives
 */
public record PathGraph(String title, boolean reached, List<Node> nodes, List<Edge> edges) {

  private static final int MOST_NOTES = 6;

  /**
   * A device.
   *
   * @param column how far from the source, from 0
   * @param lines name, address, and what is decided there
   */
  public record Node(String id, String kind, int column, List<String> lines, boolean taken) {
    public Node {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A step from one node to the next, by their numbers.
   *
   * @param taken whether the flow takes it; the others are equal ways
   * @param broken whether it ends there
   */
  public record Edge(int from, int to, boolean taken, boolean broken) {}

  public PathGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** The graph of a trace. */
  public static PathGraph of(Fabric fabric, Flow flow, Trace trace) {
    return new Drawing(fabric, flow, trace).graph();
  }

  /** Puts the graph together. */
  private static final class Drawing {

    private final Fabric fabric;
    private final Flow flow;
    private final Trace trace;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<List<Integer>, Edge> edges = new LinkedHashMap<>();

    Drawing(Fabric fabric, Flow flow, Trace trace) {
      this.fabric = fabric;
      this.flow = flow;
      this.trace = trace;
    }

    PathGraph graph() {
      Device source = fabric.device(flow.from());
      add(source.id(), 0, Optional.of(flow.source()), true);
      follow(trace.taken(), true);
      trace.paths().stream()
          .filter(path -> !path.equals(trace.taken()))
          .forEach(path -> follow(path, false));
      if (trace.verdict() != io.nsxsim.simulation.Verdict.REACHED) {
        end();
      }
      return new PathGraph(title(), isReached(), nodes, List.copyOf(edges.values()));
    }

    private boolean isReached() {
      return trace.verdict() == io.nsxsim.simulation.Verdict.REACHED;
    }

    private String title() {
      String port = flow.protocol().hasPorts() ? "/" + flow.destinationPort() : "";
      String back =
          trace
              .returnPath()
              .map(Trace.ReturnPath::verdict)
              .filter(verdict -> verdict != io.nsxsim.simulation.Verdict.REACHED)
              .map(verdict -> "; the answer: " + verdict)
              .orElse("");
      return "%s to %s, %s%s: %s (%s)%s"
          .formatted(
              flow.source(),
              flow.destination(),
              flow.protocol().name().toLowerCase(java.util.Locale.ROOT),
              port,
              trace.verdict(),
              trace.reason(),
              back);
    }

    private void follow(Path path, boolean taken) {
      int before = 0;
      int column = 1;
      for (Path.Leg leg : path.legs()) {
        int next = add(leg.device(), column, leg.address(), taken);
        int from = before;
        edges.computeIfAbsent(List.of(from, next), pair -> new Edge(from, next, taken, false));
        before = next;
        column++;
      }
    }

    /** Where nothing is reached, the last edge leads to what was asked for. */
    private void end() {
      int last = trace.taken().legs().isEmpty() ? 0 : numbers.getOrDefault(lastLeg().device(), 0);
      int goal = nodes.size();
      int column = nodes.get(last).column() + 1;
      nodes.add(
          new Node(
              "goal",
              "",
              column,
              List.of(flow.destination().toString(), trace.fate().name()),
              true));
      edges.put(List.of(last, goal), new Edge(last, goal, true, true));
    }

    private Path.Leg lastLeg() {
      return trace.taken().legs().getLast();
    }

    private int add(String id, int column, Optional<IpAddress> address, boolean taken) {
      Integer known = numbers.get(id);
      if (known != null) {
        return known;
      }
      Device device = fabric.device(id);
      List<String> lines = new ArrayList<>(List.of(device.name()));
      address.ifPresent(ip -> lines.add(ip.toString()));
      if (taken) {
        lines.addAll(notes(id, column));
      }
      nodes.add(new Node(id, device.kind().name(), column, lines, taken));
      numbers.put(id, nodes.size() - 1);
      return nodes.size() - 1;
    }

    /** What rules do there, in the order in which it happens. */
    private List<String> notes(String id, int column) {
      TreeSet<String> seen = new TreeSet<>();
      return trace.hops().stream()
          .filter(hop -> hop.ttl() == column && hop.device().filter(id::equals).isPresent())
          .map(Hop::steps)
          .flatMap(List::stream)
          .filter(Drawing::isDecision)
          .map(step -> step.detail() + step.path().map(Drawing::name).orElse(""))
          .filter(seen::add)
          .limit(MOST_NOTES)
          .toList();
    }

    private static boolean isDecision(Step step) {
      return switch (step.kind()) {
        case DISTRIBUTED_FIREWALL, GATEWAY_FIREWALL, NAT, LOAD_BALANCER -> true;
        case RECEIVED, SESSION, ROUTE, SERVICE_ROUTER, LINK, DELIVERED, DROPPED -> false;
      };
    }

    private static String name(PolicyPath path) {
      return " (" + path.id() + ")";
    }
  }
}
