package io.nsxsim.topology.reader;

import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import java.util.List;
import java.util.Optional;

/**
 * A tier-0 or tier-1 as it is configured.
 *
 * @param parent of a VRF, the tier-0 whose edges, mode and subnets it shares
 */
record Gateway(
    Document document, Device.Kind kind, List<Document> localeServices, Optional<Gateway> parent) {

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

  /** The tier-0 of a tier-1. */
  Optional<PolicyPath> tier0() {
    return document.pathIn("tier0_path");
  }

  /** Tells whether it takes part in the network at all (rule 35). */
  boolean isConnected() {
    return !document
        .object("advanced_config")
        .flatMap(advanced -> advanced.text("connectivity"))
        .orElse("ON")
        .equals("OFF");
  }

  /**
   * Tells whether services have a place to run: a tier-1 has a service router only if it has an
   * edge cluster (NSX documentation); a tier-0 always has.
   */
  boolean hasServiceRouter() {
    return isTier0() || localeServices.stream().anyMatch(locale -> locale.has("edge_cluster_path"));
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
