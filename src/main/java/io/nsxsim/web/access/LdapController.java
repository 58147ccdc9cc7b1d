package io.nsxsim.web.access;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.web.policy.JsonBody;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Probes of directory servers: none is ever contacted, so every one is found in order. */
@Hidden
@RestController
@RequestMapping("/policy/api/v1/aaa/ldap-identity-sources")
class LdapController {

  private static final PolicyPath SOURCES = new PolicyPath("/aaa/ldap-identity-sources");

  private final StoredObjects objects;

  LdapController(StoredObjects objects) {
    this.objects = objects;
  }

  @PostMapping(params = "action=probe_identity_source")
  Map<String, Object> probe(HttpServletRequest request) throws IOException {
    return results(JsonBody.read(request));
  }

  @PostMapping(params = "action=probe_ldap_server")
  Map<String, Object> probeServer(HttpServletRequest request) throws IOException {
    return result(JsonBody.read(request));
  }

  @PostMapping(path = "/{id}", params = "action=probe")
  Map<String, Object> probe(@PathVariable("id") String id) {
    return results(source(id));
  }

  @PostMapping("/{id}/search")
  Map<String, Object> search(@PathVariable("id") String id) {
    source(id);
    return Map.of("results", List.of(), "result_count", 0);
  }

  private JsonNode source(String id) {
    return objects
        .find(SOURCES.child(id))
        .orElseThrow(
            () -> new Refusal(Reason.NOT_FOUND, "There is no identity source " + id + "."));
  }

  private static Map<String, Object> results(JsonNode source) {
    return Map.of(
        "results", source.path("ldap_servers").valueStream().map(s -> result(s)).toList());
  }

  private static Map<String, Object> result(JsonNode server) {
    return Map.of("url", server.path("url").asString(""), "result", "SUCCESS", "errors", List.of());
  }
}
