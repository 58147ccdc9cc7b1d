package io.nsxsim.web.manager;

import io.nsxsim.engine.Author;
import io.nsxsim.manager.ManagerObjects;
import io.nsxsim.manager.TrustObjects;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.web.policy.JsonBody;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** How the Manager API makes certificates, signing requests and identities. */
@Hidden
@RestController
@RequestMapping("/api/v1/trust-management")
class TrustController {

  private static final Author ADMIN = Author.client("admin");
  private static final String ROOT = "/api/v1/trust-management/";
  private static final PolicyPath CERTIFICATES = new PolicyPath(ROOT + "certificates");
  private static final PolicyPath REQUESTS = new PolicyPath(ROOT + "csrs");
  private static final PolicyPath REVOCATION_LISTS = new PolicyPath(ROOT + "crls");

  private final TrustObjects trust;
  private final ManagerObjects objects;

  TrustController(TrustObjects trust, ManagerObjects objects) {
    this.trust = trust;
    this.objects = objects;
  }

  @PostMapping(path = "/certificates", params = "action=import")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Object> importCertificate(HttpServletRequest request) throws IOException {
    String id = trust.importCertificate(JsonBody.read(request), ADMIN);
    return listOf(objects.get(CERTIFICATES, id));
  }

  @PostMapping(path = "/crls", params = "action=import")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Object> importRevocationList(HttpServletRequest request) throws IOException {
    String id = trust.importRevocationList(JsonBody.read(request), ADMIN);
    return listOf(objects.get(REVOCATION_LISTS, id));
  }

  private static Map<String, Object> listOf(ObjectNode object) {
    return Map.of("results", List.of(object), "result_count", 1);
  }

  @PostMapping("/csrs")
  @ResponseStatus(HttpStatus.CREATED)
  ObjectNode createRequest(HttpServletRequest request) throws IOException {
    String id = UUID.randomUUID().toString();
    trust.createRequest(id, JsonBody.read(request), ADMIN);
    return objects.get(REQUESTS, id);
  }

  @PostMapping(path = "/csrs", params = "action=self_sign")
  @ResponseStatus(HttpStatus.CREATED)
  ObjectNode selfSign(HttpServletRequest request) throws IOException {
    return objects.get(CERTIFICATES, trust.selfSign(JsonBody.read(request), ADMIN));
  }

  @PostMapping(path = "/csrs/{id}", params = "action=self_sign")
  ObjectNode selfSign(
      @PathVariable("id") String id,
      @RequestParam(name = "days_valid", defaultValue = "825") long days) {
    return objects.get(CERTIFICATES, trust.selfSign(id, days, ADMIN));
  }

  @PostMapping(path = "/csrs/{id}", params = "action=import")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Object> importSigned(@PathVariable("id") String id, HttpServletRequest request)
      throws IOException {
    trust.request(id);
    return importCertificate(request);
  }

  @GetMapping("/csrs/{id}/pem-file")
  ResponseEntity<String> file(@PathVariable("id") String id) {
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_PLAIN)
        .body(trust.request(id).path("pem_encoded").asString(""));
  }

  @PostMapping({"/principal-identities", "/principal-identities/with-certificate"})
  ResponseEntity<byte[]> createIdentity(HttpServletRequest request) throws IOException {
    return ResponseEntity.status(HttpStatus.CREATED)
        .contentType(MediaType.APPLICATION_JSON)
        .body(trust.createIdentity(JsonBody.read(request), ADMIN));
  }
}
