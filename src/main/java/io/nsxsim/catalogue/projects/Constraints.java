package io.nsxsim.catalogue.projects;

import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Index;
import io.nsxsim.catalogue.Kind;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Quotas: how many objects of a type there may be below a path. They are heeded when an object is
 * made; what is there already may stay.
 *
 * <p>Source: the API reference on {@code EntityInstanceCountConstraintExpression}, its operators
 * and the field {@code message} of {@code Constraint}.
 */
public final class Constraints implements Index {

  private static final String COUNTS = "EntityInstanceCountConstraintExpression";
  private static final String TYPE = "target_resource_type";
  private static final String COLLECTION = "infra/constraints";

  private final Map<PolicyPath, JsonNode> constraints = new TreeMap<>();

  private Constraints() {}

  @Override
  public void put(PolicyPath path, JsonNode document) {
    constraints.put(path, document);
  }

  @Override
  public void remove(PolicyPath path) {
    constraints.remove(path);
  }

  /** Why an object may not be added to those that are there. */
  public static Optional<Problem> forbidding(
      Kind kind, PolicyPath path, JsonNode document, Surroundings around) {
    List<String> segments = path.segments();
    boolean ofProject = segments.size() > 4 && segments.getFirst().equals("orgs");
    PolicyPath everywhere = new PolicyPath("/" + COLLECTION);
    return (ofProject
            ? Stream.of(everywhere, PolicyPath.of(segments.subList(0, 4)).child(COLLECTION))
            : Stream.of(everywhere))
        .flatMap(collection -> in(collection, around).constraints.values().stream())
        .filter(constraint -> isBroken(constraint, kind, path, document, around))
        .findFirst()
        .map(constraint -> problem(path, constraint));
  }

  private static Constraints in(PolicyPath collection, Surroundings around) {
    return around.index(
        collection,
        Constraints.class,
        () -> {
          Constraints constraints = new Constraints();
          around.in(collection).forEach(one -> constraints.put(Fields.ownPath(one), one));
          return constraints;
        });
  }

  private static boolean isBroken(
      JsonNode constraint, Kind kind, PolicyPath path, JsonNode document, Surroundings around) {
    JsonNode target = constraint.path("target");
    PolicyPath space = space(constraint, target.path("path_prefix").asString(""));
    if (!space.isAbove(path)) {
      return false;
    }
    return Stream.concat(
            constraint.path("constraint_expressions").valueStream(),
            Stream.of(constraint.path("constraint_expression")))
        .filter(expression -> Fields.is(expression, "resource_type", COUNTS))
        .filter(expression -> {
          String type = expression.path(TYPE).asString(target.path(TYPE).asString(""));
          return Fields.is(document, "resource_type", type);
        })
        .anyMatch(expression -> exceeds(expression, count(kind, space, around)));
  }

  /**
   * Prefixes are written with a slash at the end or without; without one it is all that is near.
   */
  private static PolicyPath space(JsonNode constraint, String prefix) {
    String bare = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    if (PolicyPath.isPolicyPath(bare)) {
      return new PolicyPath(bare);
    }
    List<String> place = Fields.ownPath(constraint).segments();
    return PolicyPath.of(place.subList(0, Math.max(1, place.size() - 3)));
  }

  private static boolean exceeds(JsonNode expression, long count) {
    long most = expression.path("count").asLong(Long.MAX_VALUE);
    return Fields.is(expression, "operator", "<") ? count >= most : count > most;
  }

  private static long count(Kind kind, PolicyPath space, Surroundings around) {
    List<String> template = List.of(kind.template().substring(1).split("/"));
    return count(template.subList(space.segments().size(), template.size()), space, around);
  }

  private static long count(List<String> rest, PolicyPath at, Surroundings around) {
    boolean isId = rest.getFirst().equals("{}");
    List<String> below = rest.subList(1, rest.size());
    if (below.isEmpty()) {
      return isId ? around.in(at).size() : 0;
    }
    return isId
        ? around.in(at).stream().mapToLong(one -> count(below, Fields.ownPath(one), around)).sum()
        : count(below, at.child(rest.getFirst()), around);
  }

  private static Problem problem(PolicyPath path, JsonNode constraint) {
    String message =
        Fields.text(constraint, "message")
            .orElse(path + " would be one too many for " + Fields.ownPath(constraint) + ".");
    return Problem.of(Reason.CONFLICTING_VALUES, message);
  }
}
