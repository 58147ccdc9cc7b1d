package io.nsxsim.web.groups;

import io.nsxsim.catalogue.Contract;
import io.nsxsim.catalogue.groups.ContextAttributes;
import io.nsxsim.catalogue.groups.ContextAttributes.Source;
import io.nsxsim.engine.Author;
import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.web.list.ListParameters;
import io.nsxsim.web.list.ListQuery;
import io.nsxsim.web.list.ResultPage;
import io.nsxsim.web.policy.JsonBody;
import io.nsxsim.web.policy.RequestPath;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What context profiles can look for; described in the documents of {@code openapi/}. */
@Hidden
@RestController
@RequestMapping({
  ContextAttributesController.API + "/infra",
  ContextAttributesController.API + "/orgs/{org}/projects/{project}/infra"
})
class ContextAttributesController {

  static final String API = GroupMembersController.API;
  private static final String CUSTOM = "/context-profiles/custom-attributes";
  private static final Author ADMIN = Author.client("admin");

  private final ContextAttributes attributes;
  private final StoredObjects stored;
  private final PolicyEngine engine;
  private final Contract contract;

  ContextAttributesController(
      ContextAttributes attributes, StoredObjects stored, PolicyEngine engine, Contract contract) {
    this.attributes = attributes;
    this.stored = stored;
    this.engine = engine;
    this.contract = contract;
  }

  @GetMapping({"/context-profiles/attributes", "/l7-access-profiles/attributes"})
  @ListParameters
  ResultPage system(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    return page(request, parameters, Source.SYSTEM);
  }

  @GetMapping(CUSTOM + "/default")
  @ListParameters
  ResultPage custom(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    return page(request, parameters, Source.CUSTOM);
  }

  private ResultPage page(
      HttpServletRequest request, Map<String, String> parameters, Source usual) {
    List<ObjectNode> profiles =
        attributes.profiles(
            parameters.getOrDefault("attribute_key", ""),
            source(parameters.getOrDefault("attribute_source", usual.name())),
            stored.find(document(request)));
    return ListQuery.of(parameters)
        .page(
            profiles.stream(),
            Map.of("display_name", profile -> profile.path("display_name").asString("")));
  }

  private static Source source(String text) {
    for (Source source : Source.values()) {
      if (source.name().equals(text)) {
        return source;
      }
    }
    throw invalid("attribute_source", "attribute_source is SYSTEM, CUSTOM or ALL: " + text);
  }

  @PostMapping({CUSTOM, CUSTOM + "/default"})
  void act(
      HttpServletRequest request, @RequestParam(name = "action", defaultValue = "") String action)
      throws IOException {
    ObjectNode body = body(request);
    switch (action) {
      case "add" -> change(request, document -> ContextAttributes.add(document, body));
      case "remove" -> change(request, document -> ContextAttributes.remove(document, body));
      default -> throw invalid("action", "action is add or remove: " + action);
    }
  }

  @PatchMapping({CUSTOM, CUSTOM + "/default"})
  void patch(HttpServletRequest request) throws IOException {
    ObjectNode body = body(request);
    change(request, document -> ContextAttributes.add(document, body));
  }

  private void change(HttpServletRequest request, UnaryOperator<ObjectNode> change) {
    PolicyPath path = document(request);
    if (stored.find(path).isEmpty()) {
      ObjectNode first = JsonMapper.shared().createObjectNode().put("key", "DOMAIN_NAME");
      first.putArray("value");
      engine.patch(path, first, Optional.of(false), false, ADMIN);
    }
    engine.edit(Map.of(path, change), ADMIN);
  }

  private ObjectNode body(HttpServletRequest request) throws IOException {
    ObjectNode body = JsonBody.read(request);
    List<Problem> problems = contract.problems("PolicyCustomAttributes", body);
    if (!problems.isEmpty()) {
      throw new Refusal(problems);
    }
    return body;
  }

  private static PolicyPath document(HttpServletRequest request) {
    String path = RequestPath.below(API, request.getRequestURI()).value();
    String infra = path.substring(0, path.indexOf("/infra/") + "/infra".length());
    return new PolicyPath(infra + CUSTOM + "/default");
  }

  private static Refusal invalid(String parameter, String message) {
    return new Refusal(List.of(new Problem(Reason.INVALID_PARAMETER, parameter, message)));
  }
}
