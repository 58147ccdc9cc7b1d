package io.nsxsim.lab;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A tier-0 or tier-1 and its namespace.
 *
 * @param localeServices ordered by path
 * @param hasEdges whether an edge node is left for it, where it has a cluster of them
 * @param learned what its tier-1s have told a tier-0
 */
record Gateway(
    Item item,
    boolean isTier0,
    List<Item> localeServices,
    Namespace namespace,
    boolean hasEdges,
    List<Routing.Told> learned) {

  String path() {
    return item.path();
  }

  Optional<String> tier0() {
    return item.text("tier0_path");
  }

  boolean isConnected() {
    return item.isConnected();
  }

  /** Services of a tier-1 need an edge cluster to run on; a tier-0 always has one. */
  boolean hasServices() {
    return hasEdges
        && (isTier0 || localeServices.stream().anyMatch(each -> each.has("edge_cluster_path")));
  }

  /** All edges of a tier-0 forward unless it is active-standby. */
  boolean isActiveActive() {
    return isTier0 && item.text("ha_mode").orElse("ACTIVE_ACTIVE").equals("ACTIVE_ACTIVE");
  }

  /** An active-active tier-0 keeps no sessions unless it is told to. */
  boolean isStateful() {
    return !isActiveActive() || item.inside("stateful_services").flag("enabled", false);
  }

  boolean owns(String path) {
    return path.equals(path()) || path.startsWith(path() + "/");
  }

  /** The interfaces where NAT applies unless a rule names others. */
  List<String> outside() {
    return ports(Set.of(Namespace.Side.OUT));
  }

  /** The interfaces where the firewall applies unless a rule names others. */
  List<String> filtered() {
    return ports(Set.of(Namespace.Side.OUT, Namespace.Side.SERVICE));
  }

  private List<String> ports(Set<Namespace.Side> sides) {
    return namespace.ports().stream()
        .filter(port -> sides.contains(port.side()))
        .map(Namespace.Port::name)
        .toList();
  }
}
