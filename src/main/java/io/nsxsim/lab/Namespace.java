package io.nsxsim.lab;

import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One namespace while it is put together: interfaces, addresses, routes and filters. */
final class Namespace {

  private static final int MOST_PATHS = 8;

  /** Which way an interface of a gateway faces. */
  enum Side {
    /** An uplink or the tier-1's end of a router link: NAT and gateway firewall sit here. */
    OUT,
    SERVICE,
    IN
  }

  /**
   * An interface.
   *
   * @param path the policy object it stands for, or empty
   */
  record Port(String name, String path, Side side, List<Cidr> addresses) {

    /** Tells whether it is the end of a tube, where no addresses are asked for. */
    boolean isBlind() {
      return name.startsWith("line");
    }

    boolean reaches(IpAddress address) {
      return addresses.stream()
          .anyMatch(own -> own.contains(address) && !own.address().equals(address));
    }
  }

  /** Where a route leads. */
  sealed interface Way {
    record Via(IpAddress address, Port port) implements Way {}

    record Through(Port port) implements Way {}

    record Nowhere() implements Way {}
  }

  private final String name;
  private final String label;
  private final boolean forwards;
  private final List<Port> ports = new ArrayList<>();
  private final Map<Cidr, TreeMap<Integer, Set<Way>>> routes = new LinkedHashMap<>();
  private final Set<Cidr> locals = new LinkedHashSet<>();
  private final List<String> commands = new ArrayList<>();
  private final List<String> commandsForIpv6 = new ArrayList<>();
  private final List<Filter> filters = new ArrayList<>();

  /** An nftables chain. */
  record Filter(String name, String hook, List<String> rules) {}

  Namespace(String name, String label, boolean forwards) {
    this.name = name;
    this.label = label;
    this.forwards = forwards;
  }

  String name() {
    return name;
  }

  String label() {
    return label;
  }

  boolean forwards() {
    return forwards;
  }

  List<Port> ports() {
    return List.copyOf(ports);
  }

  Set<Cidr> locals() {
    return Set.copyOf(locals);
  }

  List<String> commands(boolean ipv6) {
    return List.copyOf(ipv6 ? commandsForIpv6 : commands);
  }

  List<Filter> filters() {
    return List.copyOf(filters);
  }

  Port port(String prefix, String path, Side side, List<Cidr> addresses) {
    Port port = new Port(prefix + ports.size(), path, side, List.copyOf(addresses));
    ports.add(port);
    return port;
  }

  /** Gives an interface one more address. */
  Port widen(Port port, Cidr address) {
    List<Cidr> all = new ArrayList<>(port.addresses());
    all.add(address);
    Port wider = new Port(port.name(), port.path(), port.side(), List.copyOf(all));
    ports.set(ports.indexOf(port), wider);
    return wider;
  }

  /** Makes it own an address that no interface has. */
  void own(Cidr network) {
    locals.add(network.network());
  }

  /** Adds a line for {@code ip -batch}, after the interfaces are up. */
  void command(boolean ipv6, String line) {
    (ipv6 ? commandsForIpv6 : commands).add(line);
  }

  /** Adds a chain; one without rules is left out. */
  void filter(String chain, String hook, List<String> rules) {
    if (!rules.isEmpty()) {
      filters.add(new Filter(chain, hook, List.copyOf(rules)));
    }
  }

  /** Adds a way for a network; of several distances the lowest counts. */
  void route(Cidr network, int distance, Way way) {
    routes
        .computeIfAbsent(network.network(), absent -> new TreeMap<>())
        .computeIfAbsent(distance, absent -> new LinkedHashSet<>())
        .add(way);
  }

  /** The ways to a neighbor. */
  List<Way> towards(IpAddress neighbor) {
    return ports.stream()
        .filter(port -> port.reaches(neighbor))
        .<Way>map(port -> new Way.Via(neighbor, port))
        .toList();
  }

  /** The networks that interfaces are in. */
  boolean isConnected(Cidr network) {
    return ports.stream()
        .flatMap(port -> port.addresses().stream())
        .anyMatch(own -> !own.isHost() && own.network().equals(network));
  }

  /** The best ways for each network that no interface is in. */
  Map<Cidr, List<Way>> routes() {
    Map<Cidr, List<Way>> best = new LinkedHashMap<>();
    routes.forEach((network, byDistance) -> {
      if (!isConnected(network)) {
        List<Way> ways = List.copyOf(byDistance.firstEntry().getValue());
        best.put(network, ways.subList(0, Math.min(MOST_PATHS, ways.size())));
      }
    });
    return best;
  }

  /** The interface that stands for a policy object. */
  Optional<Port> standingFor(String path) {
    return ports.stream().filter(port -> port.path().equals(path)).findFirst();
  }
}
