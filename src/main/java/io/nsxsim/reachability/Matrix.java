package io.nsxsim.reachability;

import io.nsxsim.net.IpAddress;
import io.nsxsim.simulation.Fate;
import io.nsxsim.simulation.Flow;
import io.nsxsim.simulation.Options;
import io.nsxsim.simulation.Outcome;
import io.nsxsim.simulation.Tracer;
import io.nsxsim.topology.DistributedFirewall;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.RuleList;
import io.nsxsim.topology.Workload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who reaches whom among two sets of workloads.
 *
 * <p>How a pair ends follows from three things: how its flow would pass a fabric without
 * distributed firewall (which depends on the two classes of {@link RouteClasses}, and on whether
 * both are in one place), what the network cards on that way get to see, and what the distributed
 * firewall makes of that (which depends on the two classes of {@link FirewallClasses}). So a flow
 * is walked once for each pair of route classes, and once for each combination that is left. Where
 * a choice among equal ways makes a difference, pairs are walked one by one.
 */
public final class Matrix {

  private static final Outcome NO_COMMON_FAMILY =
      new Outcome(Fate.NO_ROUTE, Optional.empty(), Optional.empty());

  private final Fabric fabric;
  private final Request request;
  private final Tracer tracer;
  private final Tracer unfiltered;
  private final List<Endpoint> endpoints = new ArrayList<>();
  private final int[] from;
  private final int[] to;
  private final int[] routing;
  private final int[] filtering;
  private final int[] places;
  private final Numbers<Outcome> outcomes = new Numbers<>();
  private final Numbers<Object> ways = new Numbers<>();
  private final Grid waysBetween;
  private final Grid waysWithin;
  private final Map<Integer, Grid> tables = new ConcurrentHashMap<>();
  private final Signatures signatures;

  /** Prepares the matrix of a request; a pair is worked out when it is first asked for. */
  public Matrix(Fabric fabric, Options options, Request request) {
    this.fabric = fabric;
    this.request = request;
    this.tracer = new Tracer(fabric, options);
    this.unfiltered = new Tracer(withoutFirewall(fabric), options);
    Map<String, Integer> numbers = new LinkedHashMap<>();
    this.from = request.from().stream().mapToInt(each -> number(each, numbers)).toArray();
    this.to = request.to().stream().mapToInt(each -> number(each, numbers)).toArray();
    AddressIndex index = new AddressIndex(endpoints);
    this.routing = RouteClasses.of(fabric, endpoints, index);
    FirewallClasses firewall = new FirewallClasses(fabric.distributedFirewall(), endpoints, index);
    this.signatures = new Signatures(endpoints, firewall);
    this.filtering = firewall.classes();
    Map<Endpoint.Place, Integer> known = new HashMap<>();
    this.places =
        endpoints.stream()
            .mapToInt(end -> known.computeIfAbsent(end.place(), place -> known.size()))
            .toArray();
    this.waysBetween = new Grid(count(routing));
    this.waysWithin = new Grid(count(routing));
  }

  private int number(Workload workload, Map<String, Integer> numbers) {
    Integer known = numbers.get(workload.device());
    if (known != null) {
      return known;
    }
    endpoints.add(Endpoint.of(fabric, workload));
    numbers.put(workload.device(), numbers.size());
    return numbers.size() - 1;
  }

  private static int count(int[] classes) {
    return IntStream.of(classes).max().orElse(0) + 1;
  }

  private static Fabric withoutFirewall(Fabric fabric) {
    return new Fabric(
        fabric.devices(),
        fabric.links(),
        new DistributedFirewall(new RuleList(List.of()), new RuleList(List.of()), Set.of()),
        fabric.directory(),
        fabric.pathHash(),
        fabric.notes());
  }

  /** What the matrix is about. */
  public Request request() {
    return request;
  }

  /** The network it is about. */
  public Fabric fabric() {
    return fabric;
  }

  /** How the flow from one workload of the request to another ends; both are counted from 0. */
  public Outcome outcome(int source, int destination) {
    return outcomes.get(number(from[source], to[destination]));
  }

  /**
   * How many pairs end how, of all pairs of two different workloads; this works the whole matrix
   * out, on all processors.
   */
  public Map<Outcome, Long> counts() {
    Map<Outcome, Long> counts = new HashMap<>();
    IntStream.range(0, from.length)
        .parallel()
        .mapToObj(this::countsOf)
        .forEachOrdered(row -> {
          for (int outcome = 0; outcome < row.length; outcome++) {
            if (row[outcome] > 0) {
              counts.merge(outcomes.get(outcome), (long) row[outcome], Long::sum);
            }
          }
        });
    return counts;
  }

  /**
   * Counts one sender's pairs. The outcomes of one class of destinations stand in one row of a
   * table, which is looked up once; only what is not worked out yet goes the long way.
   */
  private int[] countsOf(int source) {
    int sender = from[source];
    int[] counts = new int[outcomes.size() + 16];
    int @Nullable [][] rows = new int[waysBetween.size()][];
    for (int destination : to) {
      if (destination == sender) {
        continue;
      }
      int[] row = rows[routing[destination]];
      boolean isLocal = places[sender] == places[destination];
      int outcome = row == null || isLocal ? Grid.UNKNOWN : row[filtering[destination]];
      if (outcome == Grid.UNKNOWN) {
        outcome = number(sender, destination);
        rows[routing[destination]] = isLocal ? row : row(sender, destination);
      }
      if (outcome >= counts.length) {
        counts = Arrays.copyOf(counts, outcome + 16);
      }
      counts[outcome]++;
    }
    return counts;
  }

  /** The outcomes by filtering class, of a pair whose way is known; none where a hash decides. */
  private int @Nullable [] row(int sender, int destination) {
    int way = waysBetween.get(routing[sender], routing[destination]);
    return way == Grid.UNKNOWN || ways.get(way).equals(Signatures.VARIOUS)
        ? null
        : table(way).row(filtering[sender]);
  }

  /** Everything that is known of the classes; complete once the pairs have been counted. */
  public ClassMatrix classes() {
    List<List<int[]>> all = new ArrayList<>();
    for (int way = 0; way < ways.size(); way++) {
      all.add(table(way).rows());
    }
    return new ClassMatrix(outcomes.all(), shown(waysBetween), shown(waysWithin), all);
  }

  /** Ways by class, with the ones that a hash decides marked. */
  private List<int[]> shown(Grid grid) {
    return grid.rows().stream().map(row -> IntStream.of(row).map(this::shown).toArray()).toList();
  }

  private int shown(int way) {
    return way != Grid.UNKNOWN && ways.get(way).equals(Signatures.VARIOUS) ? Grid.VARIOUS : way;
  }

  /** Tells whether two members of the request are the same workload. */
  public boolean isSame(int source, int destination) {
    return from[source] == to[destination];
  }

  /** The classes of a sender. */
  public Place placeOfSource(int source) {
    return place(from[source]);
  }

  /** The classes of a destination. */
  public Place placeOfDestination(int destination) {
    return place(to[destination]);
  }

  private Place place(int item) {
    return new Place(routing[item], filtering[item], places[item]);
  }

  /**
   * What a pair's end follows from.
   *
   * @param routing number of the class of those that routes, NAT and gateway firewalls treat alike
   * @param filtering number of the class of those that the distributed firewall treats alike
   * @param network number of the network it is in; within one, packets are not routed
   */
  public record Place(int routing, int filtering, int network) {}

  private int number(int source, int destination) {
    if (source == destination) {
      return walk(source, destination);
    }
    Grid between = places[source] == places[destination] ? waysWithin : waysBetween;
    int way = between.get(routing[source], routing[destination]);
    if (way == Grid.UNKNOWN) {
      way = way(source, destination);
      between.set(routing[source], routing[destination], way);
    }
    if (ways.get(way).equals(Signatures.VARIOUS)) {
      return walk(source, destination);
    }
    Grid table = table(way);
    int outcome = table.get(filtering[source], filtering[destination]);
    if (outcome == Grid.UNKNOWN) {
      outcome = walk(source, destination);
      table.set(filtering[source], filtering[destination], outcome);
    }
    return outcome;
  }

  private Grid table(int way) {
    Grid known = tables.get(way);
    return known != null
        ? known
        : tables.computeIfAbsent(way, unseen -> new Grid(count(filtering)));
  }

  private int walk(int source, int destination) {
    return outcomes.number(flow(source, destination).map(tracer::outcome).orElse(NO_COMMON_FAMILY));
  }

  private Optional<Flow> flow(int source, int destination) {
    Endpoint sender = endpoints.get(source);
    Endpoint receiver = endpoints.get(destination);
    if (sender.plain() && sender.addresses().size() == 1 && receiver.addresses().size() == 1) {
      IpAddress own = sender.addresses().getFirst();
      return Pairs.between(
              sender.device(),
              own,
              receiver.addresses().getFirst(),
              request.protocol(),
              request.port())
          .map(flow -> flow.meantFor(receiver.workload().device()));
    }
    return Pairs.flow(
        fabric, sender.workload(), receiver.workload(), request.protocol(), request.port());
  }

  private int way(int source, int destination) {
    Optional<Flow> flow = flow(source, destination);
    if (flow.isEmpty()) {
      return ways.number(NO_COMMON_FAMILY);
    }
    return ways.number(
        signatures.of(unfiltered.passages(flow.get()), source, destination, flow.get()));
  }
}
