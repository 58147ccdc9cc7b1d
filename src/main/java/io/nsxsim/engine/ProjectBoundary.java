package io.nsxsim.engine;

import io.nsxsim.catalogue.projects.Shares;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What objects of a project may refer to: those of the project, and of what lies outside all
 * projects the objects that the project was given, that are shared with it, or that are NSX's own.
 * The default project stands for all of NSX and may refer to anything outside projects.
 *
 * <p>Source: NSX's administration guide on multi-tenancy and on sharing resources. The gateways,
 * edge clusters, blocks, connections and spans of a project are named in the project itself.
 */
final class ProjectBoundary {

  private static final Set<String> GIVEN =
      Set.of(
          "Tier0",
          "PolicyEdgeCluster",
          "IpAddressBlock",
          "GatewayConnection",
          "DistributedVlanConnection",
          "DistributedVxlanConnection");

  private final Workspace workspace;
  private final Shares shares;

  ProjectBoundary(Workspace workspace) {
    this.workspace = workspace;
    this.shares = new Shares(workspace::in);
  }

  /** Tells whether an object may refer to another one of a kind. */
  boolean allows(PolicyPath source, PolicyPath target, String targetKind) {
    Optional<PolicyPath> own = projectOf(source);
    Optional<PolicyPath> other = projectOf(target);
    if (own.isEmpty() || own.equals(other) || own.get().equals(source)) {
      return true;
    }
    JsonNode there = workspace.find(target).orElse(null);
    if (there == null) {
      return true; // whoever checks existence reports it
    }
    if (other.isPresent()) {
      return shares.give(own.get(), target);
    }
    if (own.get().id().equals("default")) {
      return true;
    }
    boolean systemOwned =
        there.path("_system_owned").asBoolean(false) && !GIVEN.contains(targetKind);
    return systemOwned
        || !target.value().startsWith("/infra/")
        || target.value().startsWith("/infra/sites/") && !GIVEN.contains(targetKind)
        || workspace.sourcesOf(target).containsKey(own.get())
        || shares.give(own.get(), target)
        || shares.give(holder(source), target);
  }

  /** The VPC that an object lies in, or else its project. */
  private static PolicyPath holder(PolicyPath path) {
    List<String> segments = path.segments();
    boolean inVpc = segments.size() >= 6 && segments.get(4).equals("vpcs");
    return PolicyPath.of(segments.subList(0, inVpc ? 6 : 4));
  }

  private static Optional<PolicyPath> projectOf(PolicyPath path) {
    List<String> segments = path.segments();
    return segments.size() >= 4
            && segments.getFirst().equals("orgs")
            && segments.get(2).equals("projects")
        ? Optional.of(PolicyPath.of(segments.subList(0, 4)))
        : Optional.empty();
  }
}
