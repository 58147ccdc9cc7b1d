package io.nsxsim.web.access;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.path.PolicyPath;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who is logged in, and the features that roles are made of. */
@Hidden
@RestController
@RequestMapping({"/policy/api/v1/aaa", "/api/v1/aaa"})
class AccessController {

  private static final PolicyPath ROLES = new PolicyPath("/aaa/roles");

  /** The role that has every feature. */
  private static final PolicyPath EVERYTHING = ROLES.child("enterprise_admin");

  private final StoredObjects objects;

  AccessController(StoredObjects objects) {
    this.objects = objects;
  }

  @GetMapping("/user-info")
  JsonNode user(@RequestParam(name = "root_path", defaultValue = "/") String path) {
    ObjectNode answer = JsonMapper.shared().createObjectNode().put("user_name", "admin");
    answer
        .putArray("roles")
        .addObject()
        .put("role", EVERYTHING.id())
        .putArray("permissions")
        .add("read-api")
        .add("read-write-api")
        .add("crud");
    answer
        .putArray("roles_for_paths")
        .addObject()
        .put("path", path)
        .putArray("roles")
        .addObject()
        .put("role", EVERYTHING.id())
        .put("role_display_name", "Enterprise Admin");
    return answer;
  }

  @GetMapping({"/features-with-properties", "/feature-permissions"})
  JsonNode features() {
    ArrayNode features = JsonMapper.shared().createArrayNode();
    objects
        .find(EVERYTHING)
        .ifPresent(role -> role.path("features").forEach(each -> features.add(each)));
    return list(features);
  }

  @GetMapping("/roles-with-feature-permissions")
  JsonNode roles() {
    ArrayNode roles = JsonMapper.shared().createArrayNode();
    objects.in(ROLES).forEach(roles::add);
    return list(roles);
  }

  @GetMapping({"/vidm/users", "/vidm/groups"})
  JsonNode found() {
    return list(JsonMapper.shared().createArrayNode());
  }

  @PostMapping("/vidm/search")
  JsonNode searched() {
    return list(JsonMapper.shared().createArrayNode());
  }

  @GetMapping("/vidm/status")
  Map<String, Object> vidm() {
    return Map.of("vidm_enable", false, "runtime_state", "NOT_CONFIGURED");
  }

  /**
   * What a set of permissions lacks. NSX wants a feature to have at least the permission of those
   * that need it; which need which is not known, so only a feature named twice is complained about.
   */
  static JsonNode recommendations(JsonNode permissions) {
    ArrayNode results = JsonMapper.shared().createArrayNode();
    Stream<String> names =
        permissions.valueStream().map(permission -> permission.path("feature").asString(""));
    List<String> sorted = names.sorted().toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).equals(sorted.get(i - 1))) {
        ObjectNode advice = results.addObject().put("target_feature", sorted.get(i));
        advice.putArray("src_features").add(sorted.get(i));
        advice.putArray("recommended_permissions").add(strongest(permissions, sorted.get(i)));
      }
    }
    return list(results);
  }

  private static String strongest(JsonNode permissions, String feature) {
    List<String> order = List.of("none", "read", "execute", "crud");
    Optional<String> strongest =
        permissions
            .valueStream()
            .filter(permission -> permission.path("feature").asString("").equals(feature))
            .map(permission -> permission.path("permission").asString("none"))
            .max(Comparator.comparingInt(order::indexOf));
    return strongest.orElse("none");
  }

  private static JsonNode list(ArrayNode results) {
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    answer.put("result_count", results.size()).set("results", results);
    return answer;
  }
}
