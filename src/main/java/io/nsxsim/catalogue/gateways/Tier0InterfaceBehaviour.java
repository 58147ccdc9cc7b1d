package io.nsxsim.catalogue.gateways;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.path.PolicyPath;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What the types of a tier-0 interface need.
 *
 * <p>Source: the API reference on {@code edge_path} and {@code segment_path}; a real manager's log
 * for an edge node that is none of the gateway's.
 */
@Component
final class Tier0InterfaceBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("Tier0Interface");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    String type = document.path("type").asString("");
    boolean onSegment = Fields.isSet(document, "segment_path") || Fields.isSet(document, "ls_id");
    boolean wired = type.equals("EXTERNAL") || type.equals("SERVICE");
    if (wired && !onSegment) {
      problems.accept(
          Problem.missing("/segment_path", "An interface of type " + type + " is on a segment."));
    }
    if (type.equals("LOOPBACK") && onSegment) {
      problems.accept(Problem.conflict("/segment_path", "A loopback is on no segment."));
    }
    if (!Fields.isSet(document, "edge_path")) {
      checkEdgeIsNotNeeded(type, document, around, problems);
    } else {
      checkEdge(document, around, problems);
    }
  }

  private static void checkEdgeIsNotNeeded(
      String type, JsonNode document, Surroundings around, Consumer<Problem> problems) {
    boolean needed = type.equals("SERVICE") && isActiveActive(document, around);
    if (needed && !Fields.isSet(document, "edge_cluster_member_index")) {
      problems.accept(
          Problem.missing("/edge_path", "An interface of type " + type + " is on an edge node."));
    }
  }

  private static boolean isActiveActive(JsonNode document, Surroundings around) {
    return services(document, around)
        .flatMap(services -> around.find(Fields.parentPath(services)))
        .filter(tier0 -> Fields.is(tier0, "ha_mode", "ACTIVE_ACTIVE"))
        .isPresent();
  }

  private static void checkEdge(
      JsonNode document, Surroundings around, Consumer<Problem> problems) {
    Optional<PolicyPath> cluster =
        services(document, around).flatMap(found -> Fields.path(found, "edge_cluster_path"));
    Optional<PolicyPath> edge =
        Fields.path(document, "edge_path").filter(path -> path.value().contains("/edge-clusters/"));
    if (cluster.isPresent() && edge.isPresent() && !cluster.get().isAbove(edge.get())) {
      problems.accept(
          new Problem(
              Reason.INVALID_PATH,
              "/edge_path",
              edge.get() + " is no node of " + cluster.get() + ", where the gateway runs."));
    }
  }

  private static Optional<JsonNode> services(JsonNode document, Surroundings around) {
    return around.find(Fields.parentPath(document));
  }
}
