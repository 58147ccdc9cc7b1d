package io.nsxsim.web.inspection;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.nsxsim.RunningServer;
import io.nsxsim.catalogue.TreeTest;
import io.nsxsim.engine.Author;
import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.path.PolicyPath;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How signatures of one's own come and go. */
class CustomSignaturesTest extends TreeTest {

  private static final String VERSION =
      "/policy/api/v1/infra/settings/firewall/security/intrusion-services"
          + "/custom-signature-versions/default";
  private static final String SIGNATURE =
      "alert tcp any any -> any any (msg:\"One; two\"; content:\"x\"; nocase;"
          + " metadata:signature_severity Medium; sid:5999991; rev:3;)";
  private static final String ID = "1005999991";
  private static final String PREVIEW = "/custom-signatures?include=PREVIEW_CUSTOM_SIGNATURES";

  @Autowired private ApplicationContext context;
  @Autowired private PolicyEngine signatures;

  @BeforeEach
  void a_version() {
    PolicyPath version = new PolicyPath(VERSION.substring("/policy/api/v1".length()));
    ObjectNode body = JsonMapper.shared().createObjectNode();
    signatures.putTogether(List.of(new PolicyEngine.Put(version, body, false)), Author.SYSTEM);
  }

  private RequestSpecification admin() {
    return RunningServer.in(context).plainAdmin().contentType(ContentType.JSON);
  }

  private ValidatableResponse get(String path) {
    return admin().get(VERSION + path).then();
  }

  private ValidatableResponse posted(String path, String body) {
    return admin().body(body).post(VERSION + path).then();
  }

  private ValidatableResponse added(String signature) {
    return posted(
        "?action=ADD_CUSTOM_SIGNATURES",
        "{\"signatures\": [\"" + signature.replace("\"", "\\\"") + "\"]}");
  }

  private ValidatableResponse acted(String action, String body) {
    return posted("/custom-signatures?action=" + action, body);
  }

  @Test
  void a_new_signature_is_a_preview_with_what_its_text_says() {
    added(SIGNATURE).statusCode(200);

    get(PREVIEW)
        .statusCode(200)
        .body("result_count", equalTo(1))
        .body("results[0].id", equalTo(ID))
        .body("results[0].path", endsWith("/default/signatures-preview/" + ID))
        .body("results[0].original_signature", equalTo(SIGNATURE))
        .body("results[0].original_signature_id", equalTo("5999991"))
        .body("results[0].name", equalTo("One; two"))
        .body("results[0].signature_revision", equalTo("3"))
        .body("results[0].signature_severity", equalTo("Medium"))
        .body("results[0].validation_status", equalTo("PENDING"));
    get("/custom-signatures").body("results", empty());
    get("/custom-signatures/" + ID).statusCode(404);
    get("/custom-signatures-diff").body("newly_added_signatures", contains(ID));
  }

  @Test
  void a_validated_signature_can_be_published() {
    added(SIGNATURE);
    acted("VALIDATE", "{}").statusCode(200);
    get(PREVIEW).body("results.validation_status", contains("VALID"));
    get("").body("status", equalTo("PUBLISH_PENDING"));

    acted("PUBLISH", "{}").statusCode(200);

    get("/custom-signatures/" + ID).statusCode(200).body("enable", equalTo(true));
    get("/custom-signatures-diff").body("existing_signatures", contains(ID));
    get(PREVIEW).body("results", empty());
    get("").body("status", equalTo("PUBLISHED"));
  }

  @Test
  void a_published_signature_stays_until_its_deletion_is_published() {
    added(SIGNATURE);
    acted("PUBLISH", "{}");
    acted("VALIDATE", "{\"deleted_signatures\": [\"/signatures-preview/" + ID + "\"]}")
        .statusCode(200);
    get("/custom-signatures/" + ID).statusCode(200);
    get("/custom-signatures-diff").body("deleted_signatures", contains(ID));

    acted("PUBLISH", "{}").statusCode(200);

    get("/custom-signatures/" + ID).statusCode(404);
  }

  @Test
  void a_changed_signature_keeps_its_id() {
    added(SIGNATURE);
    String changed = SIGNATURE.replace("rev:3", "rev:4");
    acted(
            "VALIDATE",
            "{\"modified_signatures\": [{\"signature_id\": \"%s\", \"raw_signature\": \"%s\"}]}"
                .formatted(ID, changed.replace("\"", "\\\"")))
        .statusCode(200);
    get(PREVIEW)
        .body("results.id", contains(ID))
        .body("results.original_signature", contains(changed));
  }

  @Test
  void a_preview_can_be_given_up() {
    added(SIGNATURE);
    acted("CANCEL", "{}").statusCode(200);
    get(PREVIEW).body("results", empty());
  }

  @Test
  void what_is_no_signature_is_refused() {
    added("alert tcp any any -> any any (msg:\"no number\";)")
        .statusCode(400)
        .body("error_code", equalTo(255))
        .body("details", equalTo("/signatures/0"));
    get(PREVIEW).body("results", empty());
  }

  @Test
  void deleting_an_unknown_signature_is_refused() {
    acted("VALIDATE", "{\"deleted_signatures\": [\"/signatures-preview/1\"]}")
        .statusCode(400)
        .body("error_code", equalTo(500012));
  }

  @Test
  void a_change_that_names_no_signature_is_refused() {
    for (String body :
        new String[] {
          "{\"modified_signatures\": [{\"raw_signature\": \"x\"}]}",
          "{\"deleted_signatures\": [\"\"]}"
        }) {
      acted("VALIDATE", body).statusCode(400).body("error_code", equalTo(500012));
    }
  }

  @Test
  void a_stale_revision_of_the_version_is_refused() {
    added(SIGNATURE);
    acted("VALIDATE", "{\"_revision\": 0}").statusCode(412).body("error_code", equalTo(604));
  }

  @Test
  void an_unknown_action_or_version_is_refused() {
    acted("FORGET", "{}").statusCode(400);
    posted("?action=NONE", "{}").statusCode(400);
    admin()
        .body("{\"signatures\": []}")
        .post(VERSION + "s?action=ADD_CUSTOM_SIGNATURES")
        .then()
        .statusCode(404);
  }
}
