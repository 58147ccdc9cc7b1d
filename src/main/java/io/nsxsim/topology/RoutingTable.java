package io.nsxsim.topology;

import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import io.nsxsim.net.PrefixMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a device knows about the way: longest prefix first, then the lowest administrative distance,
 * then all that are left as equal paths, at most eight (NSX documentation, ECMP routing).
 */
public final class RoutingTable {

  /** No route at all. */
  public static final RoutingTable EMPTY = of(List.of());

  private static final int MOST_EQUAL_PATHS = 8;

  private final List<Route> routes;
  private final PrefixMap<Entry> entries;

  /** One of the equal ways to a network. */
  public record Way(Route route, NextHop nextHop) {}

  /** The equal ways to a network, in a fixed order; never empty. */
  public record Entry(Cidr network, List<Way> ways) {}

  private RoutingTable(List<Route> routes, PrefixMap<Entry> entries) {
    this.routes = routes;
    this.entries = entries;
  }

  /** A table of these routes, better and worse alike. */
  public static RoutingTable of(List<Route> routes) {
    Map<Cidr, List<Route>> byNetwork = HashMap.newHashMap(routes.size());
    for (Route route : routes) {
      byNetwork.computeIfAbsent(route.network(), network -> new ArrayList<>(1)).add(route);
    }
    Map<Cidr, Entry> entries = new HashMap<>();
    byNetwork.forEach((network, candidates) -> {
      List<Way> ways = waysOf(candidates);
      if (!ways.isEmpty()) {
        entries.put(network, new Entry(network, ways));
      }
    });
    return new RoutingTable(List.copyOf(routes), PrefixMap.of(entries));
  }

  /** The best entry for a destination. */
  public Optional<Entry> lookup(IpAddress destination) {
    return entries.longest(destination);
  }

  /** Every route that was put in, also those that lost. */
  public List<Route> routes() {
    return routes;
  }

  private static List<Way> waysOf(List<Route> candidates) {
    if (candidates.size() == 1 && candidates.getFirst().nextHops().size() == 1) {
      Route only = candidates.getFirst();
      return List.of(new Way(only, only.nextHops().getFirst()));
    }
    int best = candidates.stream().mapToInt(Route::distance).min().orElseThrow();
    return candidates.stream()
        .filter(route -> route.distance() == best)
        .flatMap(route -> route.nextHops().stream().map(hop -> new Way(route, hop)))
        .collect(
            Collectors.toMap(way -> order(way.nextHop()), way -> way, (first, second) -> first))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .limit(MOST_EQUAL_PATHS)
        .map(Map.Entry::getValue)
        .toList();
  }

  private static String order(NextHop hop) {
    return switch (hop) {
      case NextHop.Via(IpAddress gateway, Interface out) ->
          "1 %016x%016x %s".formatted(gateway.high(), gateway.low(), out.id());
      case NextHop.Direct(Interface out) -> "0 " + out.id();
      case NextHop.Outside() -> "2";
      case NextHop.Discard() -> "3";
    };
  }
}
