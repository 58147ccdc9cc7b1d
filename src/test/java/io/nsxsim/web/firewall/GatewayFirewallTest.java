package io.nsxsim.web.firewall;

import static org.hamcrest.Matchers.equalTo;

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

/** Which rules a gateway's firewall has. */
class GatewayFirewallTest extends TreeTest {

  private static final String INFRA = "/policy/api/v1/infra";

  @Autowired private ApplicationContext context;

  private RequestSpecification admin() {
    return RunningServer.in(context).plainAdmin().contentType(ContentType.JSON);
  }

  private void written(String path, String body) {
    admin().body(body.replace('\'', '"')).patch(INFRA + "/" + path).then().statusCode(200);
  }

  private ValidatableResponse get(String path) {
    return admin().get(INFRA + "/" + path).then();
  }

  private static String rule(String id, String... scope) {
    return "{'id': '"
        + id
        + "', 'action': 'ALLOW', 'source_groups': ['ANY'],"
        + " 'destination_groups': ['ANY'], 'services': ['ANY'],"
        + " 'scope': ['/infra/"
        + String.join("', '/infra/", scope)
        + "']}";
  }

  private static String policy(String category, String... rules) {
    return "{'category': '" + category + "', 'rules': [" + String.join(", ", rules) + "]}";
  }

  @BeforeEach
  void two_gateways_and_two_policies() {
    written("tier-1s/web", "{}");
    written("tier-1s/db", "{}");
    written("tier-1s/web/locale-services/default", "{}");
    written(
        "domains/default/gateway-policies/local",
        policy("LocalGatewayRules", rule("web", "tier-1s/web"), rule("db", "tier-1s/db")));
    written(
        "domains/default/gateway-policies/urgent",
        policy("Emergency", rule("both", "tier-1s/web", "tier-1s/db")));
  }

  @Test
  void a_gateway_has_the_rules_in_its_scope_by_category() {
    get("tier-1s/web/gateway-firewall")
        .statusCode(200)
        .body("result_count", equalTo(3))
        .body("results.id", equalTo(List.of("urgent", "local", "Policy_Default_Infra-tier1-web")))
        .body("results[1].rules.id", equalTo(List.of("web")))
        .body("results[1].resource_type", equalTo("GatewayPolicy"));
  }

  @Test
  void a_locale_service_has_the_rules_of_its_gateway() {
    get("tier-1s/web/locale-services/default/gateway-firewall")
        .statusCode(200)
        .body("results[1].rules.id", equalTo(List.of("web")));
  }

  @Test
  void a_gateway_that_is_not_there_has_no_firewall() {
    get("tier-1s/none/gateway-firewall").statusCode(404).body("error_code", equalTo(600));
    get("tier-1s/web/locale-services/none/gateway-firewall").statusCode(404);
  }
}
