package io.nsxsim.web.vpcs;

import io.nsxsim.catalogue.Fields;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.engine.Tree;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.web.list.ListQuery;
import io.nsxsim.web.list.ResultPage;
import io.nsxsim.web.policy.RequestPath;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How much of their quotas projects and VPCs have used. A quota is a constraint that counts objects
 * of a type below a path. Described in the documents of {@code openapi/}.
 */
@Hidden
@RestController
@RequestMapping("/policy/api/v1/orgs/{org}/projects/{project}")
class QuotaController {

  private static final String API = "/policy/api/v1";
  private static final String VIEW = "/quota-stats";
  private static final String COUNTS = "EntityInstanceCountConstraintExpression";
  private static final String TYPE = "target_resource_type";

  private final StoredObjects objects;
  private final Tree tree;

  QuotaController(StoredObjects objects, Tree tree) {
    this.objects = objects;
    this.tree = tree;
  }

  @GetMapping({VIEW, "/vpcs/{vpc}" + VIEW})
  ResultPage stats(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    String address = request.getRequestURI();
    PolicyPath space = RequestPath.below(API, address.substring(0, address.lastIndexOf(VIEW)));
    if (objects.find(space).isEmpty()) {
      throw new Refusal(Reason.NOT_FOUND, "There is nothing at " + space + ".");
    }
    String wanted = parameters.getOrDefault("constraint_path", "");
    String prefix = parameters.getOrDefault("path_prefix", "");
    Stream<ObjectNode> quotas =
        tree.documents(Set.of("Constraint")).stream()
            .filter(constraint -> wanted.isEmpty() || Fields.is(constraint, "path", wanted))
            .flatMap(constraint -> of(constraint, space, prefix));
    return ListQuery.of(parameters)
        .page(quotas, Map.of("quota_name", quota -> quota.path("quota_name").asString("")));
  }

  private Stream<ObjectNode> of(JsonNode constraint, PolicyPath space, String prefix) {
    JsonNode target = constraint.path("target");
    String below = target.path("path_prefix").asString(space.value());
    if (!isWithin(below, space.value()) || !below.startsWith(prefix)) {
      return Stream.empty();
    }
    Stream<JsonNode> expressions =
        Stream.concat(
            constraint.path("constraint_expressions").valueStream(),
            Stream.of(constraint.path("constraint_expression")));
    return expressions
        .filter(expression -> Fields.is(expression, "resource_type", COUNTS))
        .map(expression -> {
          String type = expression.path(TYPE).asString(target.path(TYPE).asString(""));
          return row(constraint, type, expression.path("count").asLong(0), below);
        });
  }

  private ObjectNode row(JsonNode constraint, String type, long most, String below) {
    ObjectNode row = JsonMapper.shared().createObjectNode();
    row.put("object_type", type);
    row.set("quota_name", constraint.path("display_name"));
    row.set("quota_path", constraint.path("path"));
    row.put("quota_owner_id", below.substring(below.lastIndexOf('/') + 1));
    row.put(
        "current_inventory",
        tree.documents(Set.of(type)).stream()
            .filter(object -> isWithin(object.path("path").asString(""), below))
            .count());
    return row.put("assigned_max_limit", most);
  }

  /** Prefixes are written with a slash at the end or without. */
  private static boolean isWithin(String path, String prefix) {
    String bare = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    return path.equals(bare) || path.startsWith(bare + "/");
  }
}
