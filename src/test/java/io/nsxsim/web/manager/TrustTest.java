package io.nsxsim.web.manager;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Certificates, requests for them, and those who show them. */
class TrustTest extends ManagerHttpTest {

  private static final String TRUST = MANAGER + "/trust-management";
  private static final String INFRA = POLICY + "/infra";
  private static final JsonNode PEM = pem();

  @Test
  void an_imported_certificate_is_one_of_the_policy_tree() {
    String id = imported(Map.of("display_name", "web", "private_key", text("key")));
    get(INFRA + "/certificates/" + id)
        .statusCode(200)
        .body("resource_type", equalTo("TlsCertificate"))
        .body("unique_id", equalTo(id))
        .body("has_private_key", equalTo(true))
        .body("private_key", nullValue())
        .body("details[0].subject_cn", equalTo("web.example"))
        .body("tls_certificate_type", equalTo("CERTIFICATE_SELF_SIGNED"));
    get(TRUST + "/certificates/" + id).body("details[0].issuer", containsString("O=Example"));
    get(TRUST + "/certificates").body("results.id", hasItem(id));
    delete(TRUST + "/certificates/" + id).statusCode(200);
    isRefused(get(INFRA + "/certificates/" + id), 404, 600);
  }

  @Test
  void what_is_no_certificate_is_refused() {
    isRefused(importing(Map.of("pem_encoded", "nonsense")), 400, 255);
    isRefused(importing(Map.of()), 400, 255);
    isRefused(
        importing(Map.of("pem_encoded", text("certificate"), "private_key", "no key")), 400, 255);
    isRefused(
        importing(Map.of("pem_encoded", text("certificate"), "private_key", text("other_key"))),
        400,
        500045);
  }

  @Test
  void a_certificate_in_use_stays() {
    String id = imported(Map.of());
    String identity =
        created(
            TRUST + "/principal-identities",
            "{'name': 'robot', 'node_id': 'node-1', 'role': 'auditor', 'certificate_id': '"
                + id
                + "'}");
    isRefused(delete(TRUST + "/certificates/" + id), 400, 500030);
    delete(TRUST + "/principal-identities/" + identity).statusCode(200);
    delete(TRUST + "/certificates/" + id).statusCode(200);
  }

  @Test
  void an_identity_brings_its_certificate_and_its_role() {
    String body =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "name",
                    "terraform",
                    "node_id",
                    "n",
                    "role",
                    "enterprise_admin",
                    "certificate_pem",
                    text("certificate")));
    var answer = admin().body(body).post(TRUST + "/principal-identities/with-certificate").then();
    String id = answer.statusCode(201).extract().path("id");
    String certificate = answer.extract().path("certificate_id");
    get(INFRA + "/certificates/" + certificate).statusCode(200);
    get(POLICY + "/aaa/role-bindings/" + id).body("type", equalTo("principal_identity"));
    delete(TRUST + "/principal-identities/" + id).statusCode(200);
    isRefused(get(POLICY + "/aaa/role-bindings/" + id), 404, 600);
    get(INFRA + "/certificates/" + certificate).statusCode(200);
  }

  @Test
  void a_certificate_can_be_made_here() {
    String subject =
        "'subject': {'attributes': [{'key': 'CN', 'value': 'made.example'}]},"
            + " 'algorithm': 'EC', 'key_size': 256";
    post(INFRA + "/csrs?action=self_sign", "{'days_valid': 30, " + subject + "}")
        .statusCode(200)
        .body("details[0].subject_cn", equalTo("made.example"))
        .body("has_private_key", equalTo(true));
    post(INFRA + "/csrs/mine?action=create", "{" + subject + "}")
        .statusCode(200)
        .body("pem_encoded", containsString("CERTIFICATE REQUEST"));
    post(INFRA + "/csrs/mine?action=self_sign&days_valid=5", "{}").statusCode(200);
    get(TRUST + "/csrs").body("results.display_name", hasItem("mine"));
    delete(INFRA + "/csrs/mine").statusCode(200);
    isRefused(post(INFRA + "/csrs/mine?action=self_sign", "{}"), 404, 600);
    isRefused(post(INFRA + "/csrs?action=self_sign", "{}"), 400, 255);
  }

  private String imported(Map<String, String> fields) {
    java.util.HashMap<String, String> body = new java.util.HashMap<>(fields);
    body.put("pem_encoded", text("certificate"));
    return importing(body).statusCode(201).extract().path("results[0].id");
  }

  private ValidatableResponse importing(Map<String, String> body) {
    return admin()
        .body(JsonMapper.shared().writeValueAsString(body))
        .post(TRUST + "/certificates?action=import")
        .then();
  }

  private static String text(String name) {
    return PEM.path(name).asString("");
  }

  private static JsonNode pem() {
    try (InputStream file = TrustTest.class.getResourceAsStream("/trust.json")) {
      return JsonMapper.shared().readTree(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
