package io.nsxsim.datapath;

import io.nsxsim.engine.TreeListener;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.simulation.Fate;
import io.nsxsim.simulation.Hop;
import io.nsxsim.simulation.Step;
import io.nsxsim.simulation.Trace;
import io.nsxsim.simulation.Verdict;
import io.nsxsim.topology.FirewallRule;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.ServerPool;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Counts the packets that are traced, for each object that they meet: rules of firewalls and NAT,
 * virtual servers, interfaces and ports. Kept in memory; an object that is made again starts at
 * zero.
 */
@Component
public class Counters implements TreeListener {

  private static final List<String> NAMES = Stream.of(Count.values()).map(Count::fact).toList();

  /** What of an object is counted by itself. */
  private static final List<String> ASPECTS =
      List.of("#tier-0-interface", "#tier-1-interface", "#gateway-interface", "#nat");

  private static final int BYTES = 60;
  private static final Tally NOTHING = new Tally();

  private final Map<String, Tally> tallies = new ConcurrentHashMap<>();

  @Override
  public void changed(Collection<PolicyPath> written, Collection<PolicyPath> removed) {
    for (PolicyPath path : removed) {
      tallies.remove(path.value());
      if (path.value().contains("/lb-pools/")) {
        tallies.keySet().removeIf(key -> key.startsWith(path + "#"));
      }
      ASPECTS.forEach(aspect -> tallies.remove(path + aspect));
    }
  }

  @Override
  public void cleared() {
    tallies.clear();
  }

  /** Counts one packet on all of its way, and the answer on its way back. */
  public void count(Trace trace) {
    count(trace, 1);
  }

  /** Counts some packets on all of their way, and the answers on their way back. */
  public void count(Trace trace, int packets) {
    count(trace, Integer.MAX_VALUE, packets, BYTES);
    trace.returnPath().ifPresent(back -> back.hops().forEach(hop -> count(hop, packets, BYTES)));
    if (trace.returnPath().filter(back -> back.verdict() == Verdict.REACHED).isPresent()) {
      trace.hops().forEach(hop -> hop.steps().forEach(step -> answer(step, packets)));
    }
  }

  /**
   * Counts packets that live for some hops only.
   *
   * @param ttl hops, from 1; at the last one they expire
   * @param bytes of one packet
   */
  public void count(Trace trace, int ttl, int packets, int bytes) {
    for (Hop hop : trace.hops()) {
      if (hop.ttl() < ttl) {
        count(hop, packets, bytes);
      } else if (hop.ttl() == ttl) {
        expire(hop, packets, bytes);
        return;
      }
    }
  }

  /** The hop where a packet expires receives it, and counts it as that unless it ends there. */
  private void expire(Hop hop, int packets, int bytes) {
    for (Step step : hop.steps()) {
      if (step instanceof Step.Routed) {
        received(hop).ifPresent(in -> drop(in, Count.TTL_PACKETS, packets));
        return;
      }
      count(hop, step, packets, bytes);
    }
  }

  private void count(Hop hop, int packets, int bytes) {
    hop.steps().forEach(step -> count(hop, step, packets, bytes));
  }

  private void count(Hop hop, Step step, int packets, int bytes) {
    switch (step) {
      case Step.Received(Interface in) ->
          pass(in, Count.RX_PACKETS, Count.RX_BYTES, packets, bytes);
      case Step.Crossed(Interface out) ->
          pass(out, Count.TX_PACKETS, Count.TX_BYTES, packets, bytes);
      case Step.Filtered filtered ->
          hit(
              filtered.rule().path(),
              packets,
              bytes,
              filtered.rule().stateful() && filtered.rule().action() == FirewallRule.Action.ALLOW);
      case Step.Translated translated ->
          translated.path().ifPresent(rule -> translate(rule, packets, bytes));
      case Step.Balanced balanced ->
          balancedKeys(balanced)
              .forEach(key -> hit(key, packets, bytes, balanced.member().isPresent()));
      case Step.Ended ended -> ended(hop, ended.fate(), packets);
      case Step.Recognized recognized -> {}
      case Step.Routed routed -> {}
      case Step.Centralized centralized -> {}
    }
  }

  /** What a load balancer sends back to a client counts as what goes out. */
  private void answer(Step step, int packets) {
    if (step instanceof Step.Balanced balanced) {
      for (String key : balancedKeys(balanced)) {
        Tally tally = tally(key);
        tally.add(Count.OUT_PACKETS, packets);
        tally.add(Count.OUT_BYTES, (long) packets * BYTES);
      }
    }
  }

  /** A virtual server, the pool that was chosen, and the pool's member. */
  private static List<String> balancedKeys(Step.Balanced balanced) {
    List<String> keys = new ArrayList<>(List.of(balanced.server().path().value()));
    for (ServerPool pool : balanced.server().pools()) {
      pool.members().stream()
          .filter(member -> balanced.member().filter(member.address()::equals).isPresent())
          .findFirst()
          .ifPresent(member -> keys.addAll(List.of(pool.path().value(), memberKey(pool, member))));
    }
    return keys;
  }

  private static String memberKey(ServerPool pool, ServerPool.Member member) {
    return pool.path() + "#" + member.address();
  }

  /** A NAT rule is counted by itself and among all of its gateway. */
  private void translate(PolicyPath rule, int packets, int bytes) {
    hit(rule, packets, bytes, true);
    int end = rule.value().indexOf("/nat/");
    if (end > 0) {
      hit(rule.value().substring(0, end) + "#nat", packets, bytes, true);
    }
  }

  private void hit(PolicyPath object, int packets, int bytes, boolean session) {
    hit(object.value(), packets, bytes, session);
  }

  private void hit(String key, int packets, int bytes, boolean session) {
    Tally tally = tally(key);
    tally.add(Count.PACKETS, packets);
    tally.add(Count.BYTES, (long) packets * bytes);
    if (session) {
      tally.add(Count.SESSIONS, 1);
    }
  }

  private void pass(Interface end, Count seen, Count size, int packets, int bytes) {
    for (String key : keys(end)) {
      Tally tally = tally(key);
      tally.add(seen, packets);
      tally.add(size, (long) packets * bytes);
    }
  }

  private void ended(Hop hop, Fate fate, int packets) {
    Optional<Count> why =
        switch (fate) {
          case NO_ROUTE, NULL_ROUTE -> Optional.of(Count.NO_ROUTE_PACKETS);
          case NO_NEIGHBOR -> Optional.of(Count.NO_ARP_PACKETS);
          case FIREWALL_DROP, FIREWALL_REJECT -> Optional.of(Count.FIREWALL_PACKETS);
          case LOOP -> Optional.of(Count.TTL_PACKETS);
          default -> Optional.empty();
        };
    why.ifPresent(count -> received(hop).ifPresent(in -> drop(in, count, packets)));
  }

  private void drop(Interface in, Count why, int packets) {
    for (String key : keys(in)) {
      tally(key).add(why, packets);
      tally(key).add(Count.DROPPED_PACKETS, packets);
    }
  }

  private static Optional<Interface> received(Hop hop) {
    return hop.steps().stream()
        .filter(Step.Received.class::isInstance)
        .map(step -> ((Step.Received) step).in())
        .findFirst();
  }

  /** Under which names an interface is counted; a segment sums up its ports. */
  private static List<String> keys(Interface end) {
    if (end.path().isEmpty()) {
      return List.of();
    }
    String path = end.path().get().value();
    return switch (end.role()) {
      case LINK_TO_TIER0 -> List.of(path + "#tier-0-interface");
      case LINK_TO_TIER1 -> List.of(path + "#tier-1-interface");
      case DOWNLINK -> List.of(path + "#gateway-interface");
      case NIC -> {
        int ports = path.lastIndexOf("/ports/");
        yield ports < 0 ? List.of(path) : List.of(path, path.substring(0, ports));
      }
      case EXTERNAL, SERVICE, LOOPBACK, POD_GATEWAY, TUNNEL, PHYSICAL -> List.of(path);
    };
  }

  private Tally tally(String key) {
    return tallies.computeIfAbsent(key, absent -> new Tally());
  }

  /**
   * What was counted of an object, by name; all zero where nothing was.
   *
   * @param key the object's path, for the end of a link with {@code #} and its view behind
   */
  public Map<String, Long> of(String key) {
    Tally tally = tallies.getOrDefault(key, NOTHING);
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Count count : Count.values()) {
      counts.put(count.fact(), tally.count(count));
    }
    return counts;
  }

  /** The names of all that is counted. */
  public static List<String> names() {
    return NAMES;
  }

  /** Starts all objects with this in their path at zero. */
  public void reset(String part) {
    tallies.keySet().removeIf(key -> key.contains(part));
  }
}
