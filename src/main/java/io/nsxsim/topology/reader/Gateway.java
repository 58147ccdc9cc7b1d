package io.nsxsim.topology.reader;

import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import java.util.List;
import java.util.Optional;

/**
 * A tier-0, a tier-1, a transit gateway or the gateway of a VPC as it is configured.
 *
 * @param parent of a VRF, the tier-0 whose edges, mode and subnets it shares; of a transit gateway
 *     the one that it is connected to, for the same reason
 * @param upper the gateway that a router link leads up to: a tier-1's tier-0, a VPC's transit
 *     gateway
 * @param edgeClusters where its service router may run
 * @param hasServiceRouter whether services have a place to run
 */
record Gateway(
    Document document,
    Device.Kind kind,
    List<Document> localeServices,
    Optional<Gateway> parent,
    Optional<PolicyPath> upper,
    List<PolicyPath> edgeClusters,
    boolean hasServiceRouter) {

  /**
   * A tier-0 or tier-1. A tier-1 has a service router only if it has an edge cluster (NSX
   * documentation); a tier-0 always has.
   */
  static Gateway tier(
      Document document,
      Device.Kind kind,
      List<Document> localeServices,
      Optional<Gateway> parent) {
    List<PolicyPath> clusters =
        localeServices.stream()
            .flatMap(locale -> locale.pathIn("edge_cluster_path").stream())
            .toList();
    boolean isTier0 = kind == Device.Kind.TIER0;
    return new Gateway(
        document,
        kind,
        localeServices,
        parent,
        isTier0 ? Optional.empty() : document.pathIn("tier0_path"),
        clusters,
        isTier0 || !clusters.isEmpty());
  }

  PolicyPath path() {
    return document.path();
  }

  /** The id of its device. */
  String id() {
    return path().value();
  }

  boolean isTier0() {
    return kind == Device.Kind.TIER0;
  }

  /** Tells whether it takes part in the network at all (rule 35). */
  boolean isConnected() {
    return !document
        .object("advanced_config")
        .flatMap(advanced -> advanced.text("connectivity"))
        .orElse("ON")
        .equals("OFF");
  }

  /** Tells whether all its service routers forward; a tier-0's default, a tier-1's exception. */
  boolean isActiveActive() {
    return parent.isPresent()
        ? parent.get().isActiveActive()
        : document.text("ha_mode").map("ACTIVE_ACTIVE"::equals).orElse(isTier0());
  }

  /** Tells whether it keeps sessions: not on an active-active tier-0 unless told to. */
  boolean isStateful() {
    return parent.isPresent() ? parent.get().isStateful() : keepsSessions();
  }

  private boolean keepsSessions() {
    return !isActiveActive()
        || !isTier0()
        || document
            .object("stateful_services")
            .filter(services -> services.flag("enabled", false))
            .isPresent();
  }

  /** The edges that its locale services prefer, the first foremost. */
  List<PolicyPath> preferredEdges() {
    List<Document> telling = parent.isPresent() ? parent.get().localeServices() : localeServices;
    return telling.stream()
        .flatMap(locale -> locale.texts("preferred_edge_paths").stream())
        .filter(PolicyPath::isPolicyPath)
        .map(PolicyPath::new)
        .toList();
  }
}
