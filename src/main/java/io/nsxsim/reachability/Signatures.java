package io.nsxsim.reachability;

import io.nsxsim.net.IpAddress;
import io.nsxsim.simulation.Flow;
import io.nsxsim.simulation.Passage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the ways of a pair have in common with those of all pairs of the same classes: where they
 * end and what network cards see, without the addresses that differ from pair to pair.
 */
final class Signatures {

  /** Stands for ways that differ by a choice, so that no pair says anything about another. */
  static final Object VARIOUS = "various";

  private final List<Endpoint> endpoints;
  private final FirewallClasses firewall;
  private final Map<IpAddress, List<Integer>> labels = new ConcurrentHashMap<>();

  Signatures(List<Endpoint> endpoints, FirewallClasses firewall) {
    this.endpoints = endpoints;
    this.firewall = firewall;
  }

  /** The signature of all ways of a flow between two endpoints. */
  Object of(Set<Passage> passages, int source, int destination, Flow flow) {
    Set<Object> all = new HashSet<>();
    for (Passage passage : passages) {
      all.add(passage.balanced() ? VARIOUS : of(passage, source, destination, flow));
    }
    return all.size() == 1 ? all.iterator().next() : VARIOUS;
  }

  /** A passage without what differs between members of the classes. */
  private Object of(Passage passage, int source, int destination, Flow flow) {
    List<Object> seen = new ArrayList<>(List.of(passage.outcome()));
    List<IpAddress> others = new ArrayList<>();
    for (Passage.Sighting sighting : passage.sightings()) {
      seen.add(
          List.of(
              card(sighting, source, destination),
              sighting.direction(),
              role(sighting.source(), flow, others),
              role(sighting.destination(), flow, others),
              sighting.sourcePort(),
              sighting.destinationPort()));
    }
    return seen;
  }

  private Object card(Passage.Sighting sighting, int source, int destination) {
    if (endpoints.get(source).plain()
        && sighting.device().equals(endpoints.get(source).device().id())) {
      return "source";
    }
    return endpoints.get(destination).plain()
            && sighting.device().equals(endpoints.get(destination).device().id())
        ? "destination"
        : sighting.device() + "#" + sighting.card();
  }

  /** An address in its part: of one end, or the n-th other, with what the firewall knows of it. */
  private Object role(IpAddress address, Flow flow, List<IpAddress> others) {
    if (address.equals(flow.source())) {
      return "source";
    }
    if (address.equals(flow.destination())) {
      return "destination";
    }
    if (!others.contains(address)) {
      others.add(address);
    }
    return List.of(others.indexOf(address), labels.computeIfAbsent(address, firewall::label));
  }
}
