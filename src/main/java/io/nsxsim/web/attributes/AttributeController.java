package io.nsxsim.web.attributes;

import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.web.list.ListParameters;
import io.nsxsim.web.list.ListQuery;
import io.nsxsim.web.list.ResultPage;
import io.nsxsim.web.policy.JsonBody;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The attributes that context profiles may match, as a list of profiles that match one attribute
 * each; described in the documents of {@code openapi/}.
 */
@Hidden
@RestController
@RequestMapping({
  AttributeController.API + "/infra/context-profiles",
  AttributeController.API + "/orgs/{org}/projects/{project}/infra/context-profiles"
})
class AttributeController {

  static final String API = "/policy/api/v1";
  private static final String NAME = "/context-profiles";

  private final SystemAttributes system;
  private final CustomAttributes custom;

  AttributeController(SystemAttributes system, CustomAttributes custom) {
    this.system = system;
    this.custom = custom;
  }

  @GetMapping("/attributes")
  @ListParameters
  ResultPage attributes(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    return list(request, parameters, "SYSTEM");
  }

  @GetMapping("/custom-attributes/default")
  @ListParameters
  ResultPage customAttributes(
      HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    return list(request, parameters, "CUSTOM");
  }

  @PatchMapping({"/custom-attributes", "/custom-attributes/default"})
  ResponseEntity<Void> add(HttpServletRequest request) throws IOException {
    custom.add(profiles(request), JsonBody.read(request));
    return ResponseEntity.ok().build();
  }

  @PostMapping({"/custom-attributes", "/custom-attributes/default"})
  ResponseEntity<Void> act(
      HttpServletRequest request, @RequestParam(name = "action", defaultValue = "") String action)
      throws IOException {
    switch (action) {
      case "add" -> custom.add(profiles(request), JsonBody.read(request));
      case "remove" -> custom.remove(profiles(request), JsonBody.read(request));
      default -> throw wrong("action", "action is add or remove, not " + action + ".");
    }
    return ResponseEntity.ok().build();
  }

  private ResultPage list(
      HttpServletRequest request, Map<String, String> parameters, String usual) {
    Optional<String> key =
        Optional.ofNullable(parameters.get("attribute_key")).filter(text -> !text.isEmpty());
    String source = parameters.getOrDefault("attribute_source", usual);
    Stream<ObjectNode> attributes =
        switch (source) {
          case "SYSTEM" -> system.of(key);
          case "CUSTOM" -> custom.of(profiles(request), key);
          case "ALL" -> Stream.concat(system.of(key), custom.of(profiles(request), key));
          default ->
              throw wrong("attribute_source", "It is ALL, CUSTOM or SYSTEM, not " + source + ".");
        };
    return ListQuery.of(parameters).page(attributes.map(AttributeController::profile), Map.of());
  }

  private static ObjectNode profile(ObjectNode attribute) {
    ObjectNode profile = JsonMapper.shared().createObjectNode();
    profile.put("resource_type", "PolicyContextProfile");
    profile.putArray("attributes").add(attribute);
    return profile;
  }

  private static PolicyPath profiles(HttpServletRequest request) {
    String uri = UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8);
    return new PolicyPath(uri.substring(API.length(), uri.indexOf(NAME + "/") + NAME.length()));
  }

  private static Refusal wrong(String parameter, String message) {
    return new Refusal(List.of(new Problem(Reason.INVALID_PARAMETER, parameter, message)));
  }
}
