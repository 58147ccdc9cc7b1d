package io.nsxsim.lab;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A tier-0, a tier-1, a VPC's gateway or a transit gateway, and its namespace.
 *
 * @param localeServices ordered by path
 * @param hasEdges whether an edge node is left for it, where it has a cluster of them
 * @param learned what the gateways below have told it
 */
record Gateway(
    Item item,
    Role role,
    List<Item> localeServices,
    Namespace namespace,
    boolean hasEdges,
    List<Routing.Told> learned) {

  String path() {
    return item.path();
  }

  boolean isTier0() {
    return role.kind() == Role.Kind.TIER0;
  }

  boolean is(Role.Kind kind) {
    return role.kind() == kind;
  }

  /** The tier-0 that a tier-1 is linked to, or a VPC of the older form. */
  Optional<String> tier0() {
    return switch (role.kind()) {
      case TIER0, TRANSIT -> Optional.empty();
      case TIER1 -> item.text("tier0_path");
      case VPC -> item.text("default_gateway_path");
    };
  }

  boolean isConnected() {
    return item.isConnected();
  }

  /** Services need edge nodes to run on. */
  boolean hasServices() {
    return hasEdges && role.translation() == Role.Translation.ALL;
  }

  boolean hasFirewall() {
    return hasServices() && role.hasFirewall();
  }

  /** Tells whether it can translate at all. */
  boolean hasTranslation() {
    return hasEdges && role.translation() != Role.Translation.NONE;
  }

  /** Tells whether it can follow a NAT rule with this action. */
  boolean translates(String action) {
    boolean needsSessions = action.equals("SNAT") || action.equals("DNAT");
    return switch (role.translation()) {
      case NONE -> false;
      case ONE_TO_ONE -> action.equals("REFLEXIVE");
      case ALL -> hasEdges && (role.stateful() || !needsSessions);
    };
  }

  /** All edges of a tier-0 forward unless it is active-standby. */
  boolean isActiveActive() {
    return isTier0() && item.text("ha_mode").orElse("ACTIVE_ACTIVE").equals("ACTIVE_ACTIVE");
  }

  boolean isStateful() {
    return role.stateful();
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
