package io.nsxsim.web.firewall;

import io.nsxsim.engine.ListQuery;
import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.web.list.ResultPage;
import io.nsxsim.web.policy.RequestPath;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The gateway policies with rules for a gateway or a locale service, without the rules that are for
 * others, in the order in which they are tried: by category, then by sequence number (NSX API
 * documentation). Refuses a gateway that does not exist.
 */
@Hidden
@RestController
@RequestMapping({
  GatewayFirewallController.INFRA + "/tier-0s/{gateway}",
  GatewayFirewallController.INFRA + "/tier-1s/{gateway}",
  GatewayFirewallController.PROJECT + "/tier-1s/{gateway}"
})
class GatewayFirewallController {

  static final String API = "/policy/api/v1";
  static final String INFRA = API + "/infra";
  static final String PROJECT = API + "/orgs/{org}/projects/{project}/infra";
  private static final String VIEW = "/gateway-firewall";
  private static final List<String> CATEGORIES =
      List.of(
          "Emergency",
          "SystemRules",
          "SharedPreRules",
          "LocalGatewayRules",
          "AutoServiceRules",
          "Default");

  private final PolicyEngine engine;
  private final StoredObjects objects;

  GatewayFirewallController(PolicyEngine engine, StoredObjects objects) {
    this.engine = engine;
    this.objects = objects;
  }

  @GetMapping(VIEW)
  ResultPage ofGateway(HttpServletRequest request) {
    PolicyPath gateway = subject(request);
    return rules(gateway, gateway);
  }

  /** Rules for all of the gateway hold for its locale services, too. */
  @GetMapping("/locale-services/{service}" + VIEW)
  ResultPage ofLocaleService(HttpServletRequest request) {
    PolicyPath service = subject(request);
    List<String> segments = service.segments();
    return rules(PolicyPath.of(segments.subList(0, segments.size() - 2)), service);
  }

  private PolicyPath subject(HttpServletRequest request) {
    String uri = request.getRequestURI();
    PolicyPath path = RequestPath.below(API, uri.substring(0, uri.lastIndexOf(VIEW)));
    if (objects.find(path).isEmpty()) {
      throw new Refusal(Reason.NOT_FOUND, "There is no object " + path + ".");
    }
    return path;
  }

  private ResultPage rules(PolicyPath gateway, PolicyPath subject) {
    List<String> segments = gateway.segments();
    PolicyPath root = PolicyPath.of(segments.subList(0, segments.size() - 2));
    PolicyPath policies = new PolicyPath(root + "/domains/default/gateway-policies");
    List<ObjectNode> found =
        JsonMapper.shared()
            .readTree(engine.get(policies, ListQuery.ALL))
            .path("results")
            .valueStream()
            .map(ObjectNode.class::cast)
            .filter(policy -> keepRules(policy, gateway, subject))
            .sorted(
                Comparator.comparingInt(GatewayFirewallController::category)
                    .thenComparingLong(policy -> policy.path("sequence_number").asLong(0)))
            .toList();
    return new ResultPage(found, found.size(), "", "", true);
  }

  private static int category(JsonNode policy) {
    return CATEGORIES.indexOf(policy.path("category").asString(""));
  }

  private static boolean keepRules(ObjectNode policy, PolicyPath gateway, PolicyPath subject) {
    List<JsonNode> kept =
        policy
            .path("rules")
            .valueStream()
            .filter(rule -> scopes(policy, rule).anyMatch(path -> within(path, gateway, subject)))
            .toList();
    ArrayNode rules = policy.putArray("rules");
    kept.forEach(rules::add);
    return !kept.isEmpty();
  }

  /** A policy's scope, where it has one, stands in for those of its rules. */
  private static Stream<String> scopes(JsonNode policy, JsonNode rule) {
    JsonNode scope = policy.path("scope").isEmpty() ? rule.path("scope") : policy.path("scope");
    return scope.valueStream().map(path -> path.asString(""));
  }

  private static boolean within(String scope, PolicyPath gateway, PolicyPath subject) {
    return scope.equals(gateway.value()) || (scope + "/").startsWith(subject + "/");
  }
}
