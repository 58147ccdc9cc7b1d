package io.nsxsim.web.manager;

import io.nsxsim.engine.Author;
import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.web.policy.JsonBody;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** License keys: none is needed, and every well-formed one is taken. */
@Hidden
@RestController
@RequestMapping("/api/v1/licenses")
class LicenseController {

  /** All keys are one document, because a key is no id that a path could hold in all releases. */
  private static final PolicyPath LICENSES = new PolicyPath("/api/v1/licenses");

  private static final String FORM = "[0-9A-Z]{5}(-[0-9A-Z]{5}){4}";
  private static final Duration LIFETIME = Duration.ofDays(3650);

  private final PolicyEngine engine;
  private final StoredObjects objects;
  private final Clock clock;

  LicenseController(PolicyEngine engine, StoredObjects objects, Clock clock) {
    this.engine = engine;
    this.objects = objects;
    this.clock = clock;
  }

  @GetMapping
  ObjectNode list() {
    ArrayNode licenses = licenses();
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    answer.put("result_count", licenses.size()).set("results", licenses);
    return answer;
  }

  @GetMapping("/{key}")
  JsonNode get(@PathVariable("key") String key) {
    return licenses()
        .valueStream()
        .filter(license -> isOf(license, key))
        .findFirst()
        .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "There is no license " + key + "."));
  }

  @PostMapping
  JsonNode add(HttpServletRequest request) throws IOException {
    String key = key(JsonBody.read(request));
    ArrayNode licenses = licenses();
    if (licenses.valueStream().noneMatch(license -> isOf(license, key))) {
      licenses.add(license(key));
      save(licenses);
    }
    return get(key);
  }

  @PostMapping(params = "action=delete")
  void delete(HttpServletRequest request) throws IOException {
    delete(key(JsonBody.read(request)));
  }

  @DeleteMapping("/{key}")
  void delete(@PathVariable("key") String key) {
    get(key);
    ArrayNode licenses = licenses();
    licenses.removeIf(license -> isOf(license, key));
    save(licenses);
  }

  private ObjectNode license(String key) {
    ObjectNode license = JsonMapper.shared().createObjectNode();
    license.put("license_key", key).put("description", "NSX").put("product_name", "NSX");
    license.put("is_eval", false).put("is_expired", false).put("is_mh", false);
    license.put("expiry", clock.millis() + LIFETIME.toMillis());
    license.put("capacity_type", "CPU").put("quantity", 0).put("features", "");
    return license;
  }

  private static String key(ObjectNode body) {
    String key = body.path("license_key").asString("");
    if (!key.matches(FORM)) {
      throw new Refusal(
          List.of(Problem.invalid("/license_key", "A license key is five times five characters.")));
    }
    return key;
  }

  private static boolean isOf(JsonNode license, String key) {
    return license.path("license_key").asString("").equals(key);
  }

  private ArrayNode licenses() {
    ArrayNode licenses = JsonMapper.shared().createArrayNode();
    objects
        .find(LICENSES)
        .ifPresent(stored -> stored.path("results").forEach(each -> licenses.add(each)));
    return licenses;
  }

  private void save(ArrayNode licenses) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.set("results", licenses);
    engine.putTogether(List.of(new PolicyEngine.Put(LICENSES, body, false)), Author.SYSTEM);
  }
}
