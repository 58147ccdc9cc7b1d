package io.nsxsim.engine;

import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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

  private static final PolicyPath SHARES = new PolicyPath("/infra/shares");
  private static final Set<String> GIVEN =
      Set.of(
          "Tier0",
          "PolicyEdgeCluster",
          "IpAddressBlock",
          "GatewayConnection",
          "DistributedVlanConnection",
          "DistributedVxlanConnection");

  private final Workspace workspace;

  ProjectBoundary(Workspace workspace) {
    this.workspace = workspace;
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
      return isShared(other.get().child("infra/shares"), own.get(), target);
    }
    if (own.get().id().equals("default")) {
      return true;
    }
    boolean systemOwned = there.path("_system_owned").asBoolean(false) && !GIVEN.contains(targetKind);
    return systemOwned
        || !target.value().startsWith("/infra/")
        || target.value().startsWith("/infra/sites/") && !GIVEN.contains(targetKind)
        || workspace.sourcesOf(target).containsKey(own.get())
        || isShared(SHARES, own.get(), target);
  }

  private boolean isShared(PolicyPath shares, PolicyPath project, PolicyPath target) {
    return workspace.in(shares).stream()
        .filter(share -> isWith(share, project))
        .map(share -> new PolicyPath(share.path("path").stringValue()).child("resources"))
        .flatMap(resources -> workspace.in(resources).stream())
        .flatMap(resource -> stream(resource.path("resource_objects")))
        .anyMatch(object -> holds(object, target));
  }

  private static boolean isWith(JsonNode share, PolicyPath project) {
    return stream(share.path("shared_with"))
        .map(path -> path.asString(""))
        .filter(PolicyPath::isPolicyPath)
        .map(PolicyPath::new)
        .anyMatch(
            with -> with.equals(project) || with.isAbove(project) || project.isAbove(with));
  }

  private static boolean holds(JsonNode object, PolicyPath target) {
    String path = object.path("resource_path").asString("");
    return path.equals(target.value())
        || object.path("include_children").asBoolean(false)
            && PolicyPath.isPolicyPath(path)
            && new PolicyPath(path).isAbove(target);
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
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
