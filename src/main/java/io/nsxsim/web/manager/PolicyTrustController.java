package io.nsxsim.web.manager;

import io.nsxsim.engine.Author;
import io.nsxsim.engine.ListQuery;
import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.manager.TrustObjects;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.web.policy.JsonBody;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The actions of the Policy API on signing requests and revocation lists. */
@Hidden
@RestController
@RequestMapping("/policy/api/v1/infra")
class PolicyTrustController {

  private static final Author ADMIN = Author.client("admin");
  private static final PolicyPath REVOCATION_LISTS = new PolicyPath("/infra/crls");

  private final TrustObjects trust;
  private final PolicyEngine engine;

  PolicyTrustController(TrustObjects trust, PolicyEngine engine) {
    this.trust = trust;
    this.engine = engine;
  }

  @PostMapping(path = "/csrs", params = "action=self_sign")
  JsonNode selfSign(HttpServletRequest request) throws IOException {
    return trust.certificate(trust.selfSign(JsonBody.read(request), ADMIN));
  }

  @PostMapping(path = "/csrs/{id}", params = "action=create")
  JsonNode create(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
    trust.createRequest(id, JsonBody.read(request), ADMIN);
    return trust.request(id);
  }

  @PostMapping(path = "/csrs/{id}", params = "action=self_sign")
  JsonNode selfSign(
      @PathVariable("id") String id,
      @RequestParam(name = "days_valid", defaultValue = "825") long days) {
    return trust.certificate(trust.selfSign(id, days, ADMIN));
  }

  @PostMapping(path = "/csrs/{id}", params = "action=import")
  JsonNode importSigned(@PathVariable("id") String id, HttpServletRequest request)
      throws IOException {
    trust.request(id);
    return trust.certificate(trust.importCertificate(JsonBody.read(request), ADMIN));
  }

  @PostMapping(path = "/crls/{id}", params = "action=import")
  ResponseEntity<byte[]> importRevocationList(
      @PathVariable("id") String id, HttpServletRequest request) throws IOException {
    PolicyPath path = REVOCATION_LISTS.child(id);
    engine.putTogether(List.of(new PolicyEngine.Put(path, JsonBody.read(request), false)), ADMIN);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(engine.get(path, ListQuery.ALL));
  }
}
