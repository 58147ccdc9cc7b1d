package io.nsxsim.web.firewall;

import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.engine.Preview;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.engine.Tree;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.security.Callers;
import io.nsxsim.web.policy.JsonBody;
import io.nsxsim.web.policy.RequestPath;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Drafts of the distributed firewall: what one says is not in force until it is published, and can
 * be looked at before. NSX keeps in a draft's {@code system_area} what has changed since it was
 * made, too; here a draft is its {@code user_area}.
 */
@Hidden
@RestController
@RequestMapping({
  GatewayFirewallController.INFRA + DraftController.DRAFTS + "{draft}",
  GatewayFirewallController.PROJECT + DraftController.DRAFTS + "{draft}"
})
class DraftController {

  static final String DRAFTS = "/drafts/";
  private static final Set<String> KINDS = Set.of("SecurityPolicy", "Rule");

  private final PolicyEngine engine;
  private final StoredObjects objects;
  private final Tree tree;

  DraftController(PolicyEngine engine, StoredObjects objects, Tree tree) {
    this.engine = engine;
    this.objects = objects;
    this.tree = tree;
  }

  /** Puts the body in force, or if it is empty what the draft says. */
  @PostMapping(params = "action=publish")
  void publish(HttpServletRequest request) throws IOException {
    ObjectNode drafted = userArea(request);
    ObjectNode sent = request.getContentLength() == 0 ? drafted : JsonBody.read(request);
    ObjectNode published = sent.path("children").isEmpty() ? drafted : sent;
    if (!published.path("children").isEmpty()) {
      engine.patch(root(request), published, Optional.empty(), false, Callers.of(request));
    }
  }

  /** What publishing would write. */
  @GetMapping("/aggregated")
  ObjectNode aggregated(HttpServletRequest request) {
    return userArea(request);
  }

  /** The same in pages, of which there is one. */
  @GetMapping("/aggregated_with_pagination")
  ObjectNode page(HttpServletRequest request) {
    ObjectNode page = JsonMapper.shared().createObjectNode();
    page.put("request_id", address(request).id()).set("result", userArea(request));
    return page;
  }

  /** The policies and rules as they would be after publishing. */
  @GetMapping("/complete")
  ObjectNode complete(HttpServletRequest request) {
    PolicyPath root = root(request);
    Preview preview = engine.preview(root, userArea(request), Callers.of(request));
    Map<String, ObjectNode> policies = new TreeMap<>();
    List<JsonNode> documents = preview.documents(tree, KINDS);
    for (JsonNode document : documents) {
      String path = document.path("path").asString("");
      boolean isPolicy = document.path("resource_type").asString("").equals("SecurityPolicy");
      if (isPolicy && path.startsWith(root + "/domains/")) {
        policies.put(path, ((ObjectNode) document).deepCopy());
      }
    }
    for (JsonNode rule : documents) {
      ObjectNode policy = policies.get(rule.path("parent_path").asString(""));
      if (policy != null) {
        policy.withArray("children").add(child("Rule", rule));
      }
    }
    return infra(policies);
  }

  private static ObjectNode infra(Map<String, ObjectNode> policies) {
    Map<String, ObjectNode> domains = new TreeMap<>();
    policies.forEach((path, policy) -> {
      PolicyPath domain = new PolicyPath(policy.path("parent_path").asString());
      ObjectNode shown =
          domains.computeIfAbsent(
              domain.value(),
              any ->
                  JsonMapper.shared()
                      .createObjectNode()
                      .put("resource_type", "Domain")
                      .put("id", domain.id()));
      shown.withArray("children").add(child("SecurityPolicy", policy));
    });
    ObjectNode infra = JsonMapper.shared().createObjectNode().put("resource_type", "Infra");
    infra.put("id", "infra").putArray("children");
    domains.values().forEach(domain -> infra.withArray("children").add(child("Domain", domain)));
    return infra;
  }

  private static ObjectNode child(String type, JsonNode object) {
    ObjectNode child = JsonMapper.shared().createObjectNode().put("resource_type", "Child" + type);
    child.set(type, object);
    return child;
  }

  /** A copy of what the draft's author has written. */
  private ObjectNode userArea(HttpServletRequest request) {
    PolicyPath draft = address(request);
    JsonNode document =
        objects
            .find(draft)
            .orElseThrow(
                () -> new Refusal(Reason.NOT_FOUND, "The object " + draft + " is not present."));
    ObjectNode area =
        document.path("user_area") instanceof ObjectNode written
            ? written.deepCopy()
            : JsonMapper.shared().createObjectNode().put("resource_type", "Infra");
    area.withArray("children");
    return area;
  }

  private static PolicyPath root(HttpServletRequest request) {
    String draft = address(request).value();
    return new PolicyPath(draft.substring(0, draft.lastIndexOf(DRAFTS)));
  }

  private static PolicyPath address(HttpServletRequest request) {
    PolicyPath path = RequestPath.below(GatewayFirewallController.API, request.getRequestURI());
    List<String> segments = path.segments();
    return PolicyPath.of(segments.subList(0, segments.lastIndexOf("drafts") + 2));
  }
}
