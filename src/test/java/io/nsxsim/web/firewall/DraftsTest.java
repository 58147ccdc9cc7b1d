package io.nsxsim.web.firewall;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.nsxsim.RunningServer;
import io.nsxsim.catalogue.TreeTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Firewall policies that are written down before they are put in force. */
class DraftsTest extends TreeTest {

  private static final String INFRA = "/policy/api/v1/infra";
  private static final String DRAFT = INFRA + "/drafts/d";
  private static final String NEW = "/domains/default/security-policies/new";
  private static final String POLICIES = "children[0].Domain.children.SecurityPolicy";

  @Autowired private ApplicationContext context;

  private RequestSpecification admin() {
    return RunningServer.in(context).plainAdmin().contentType(ContentType.JSON);
  }

  private void written(String path, String body) {
    admin().body(body.replace('\'', '"')).patch(path).then().statusCode(200);
  }

  private ValidatableResponse get(String path) {
    return admin().get(path).then();
  }

  private static String infra(String policy) {
    return "{'resource_type': 'Infra', 'children': [{'resource_type': 'ChildDomain', 'Domain':"
        + " {'id': 'default', 'resource_type': 'Domain', 'children': [{'resource_type':"
        + " 'ChildSecurityPolicy', 'SecurityPolicy': {'id': '"
        + policy
        + "', 'resource_type': 'SecurityPolicy', 'category': 'Application', 'rules': [{'id': 'r',"
        + " 'action': 'DROP', 'source_groups': ['ANY'], 'destination_groups': ['ANY'],"
        + " 'services': ['ANY'], 'scope': ['ANY']}]}}]}}]}";
  }

  @BeforeEach
  void a_draft_beside_a_policy() {
    written(INFRA + "/domains/default/security-policies/old", "{'category': 'Application'}");
    written(DRAFT, "{'display_name': 'd', 'user_area': " + infra("new") + "}");
  }

  @Test
  void a_draft_is_not_in_force() {
    get(INFRA + NEW).statusCode(404);
    get(DRAFT + "/aggregated").statusCode(200).body(POLICIES + ".id", equalTo(List.of("new")));
    get(DRAFT + "/aggregated_with_pagination").body("result.resource_type", equalTo("Infra"));
  }

  @Test
  void what_would_be_in_force_is_shown() {
    get(DRAFT + "/complete")
        .statusCode(200)
        .body(POLICIES + ".id", hasItem("old"))
        .body(POLICIES + ".find { it.id == 'new' }.children.Rule.id", equalTo(List.of("r")));
    get(INFRA + NEW).statusCode(404);
  }

  @Test
  void a_published_draft_is_in_force() {
    admin().post(DRAFT + "?action=publish").then().statusCode(200);
    get(INFRA + NEW).statusCode(200).body("rules.id", equalTo(List.of("r")));
    get(DRAFT).statusCode(200);
  }

  @Test
  void a_body_is_published_in_place_of_the_draft() {
    admin()
        .body(infra("other").replace('\'', '"'))
        .post(DRAFT + "?action=publish")
        .then()
        .statusCode(200);
    get(INFRA + "/domains/default/security-policies")
        .body("results.id", hasItem("other"))
        .body("results.id", not(hasItem("new")));
  }

  @Test
  void what_cannot_be_published_changes_nothing() {
    admin()
        .body("{\"resource_type\": \"Infra\", \"children\": [{\"resource_type\": \"ChildNone\"}]}")
        .post(DRAFT + "?action=publish")
        .then()
        .statusCode(400);
    admin().post(INFRA + "/drafts/none?action=publish").then().statusCode(404);
    get(INFRA + "/drafts/none/complete").statusCode(404).body("error_code", equalTo(600));
    admin().post(DRAFT + "?action=burn").then().statusCode(405);
  }
}
