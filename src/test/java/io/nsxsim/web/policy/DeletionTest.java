package io.nsxsim.web.policy;

import static org.hamcrest.Matchers.equalTo;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.DEFINED_PORT;

import io.nsxsim.RunningServer;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/**
 * What the parameters of DELETE do; the documents in {@code openapi/} say which kinds have them.
 */
@SpringBootTest(webEnvironment = DEFINED_PORT, properties = "nsxsim.scenario=none")
class DeletionTest {

  private static final String INFRA = "/policy/api/v1/infra";
  private static final String GROUP = INFRA + "/domains/default/groups/web";
  private static final String POLICY = INFRA + "/domains/default/security-policies/p";

  @Autowired private ApplicationContext context;

  @BeforeEach
  void a_group_that_a_rule_mentions() {
    admin().post("/nsxsim/api/v1/reset?scenario=none").then().statusCode(200);
    patch(GROUP, "{}");
    patch(
        POLICY,
        """
        {"category": "Application", "rules": [{"id": "r", "action": "ALLOW", "services": ["ANY"],
         "source_groups": ["ANY"], "destination_groups": ["/infra/domains/default/groups/web"]}]}
        """);
  }

  private RequestSpecification admin() {
    return RunningServer.in(context).admin();
  }

  private void patch(String path, String body) {
    admin().contentType("application/json").body(body).patch(path).then().statusCode(200);
  }

  @Test
  void what_is_mentioned_stays() {
    admin().delete(GROUP).then().statusCode(400).body("error_code", equalTo(500030));
  }

  @Test
  void force_takes_what_is_mentioned() {
    admin().delete(GROUP + "?force=true").then().statusCode(200);
    admin().get(GROUP).then().statusCode(404);
    admin().get(POLICY).then().statusCode(200).body("rules[0].id", equalTo("r"));
    admin().get("/nsxsim/api/v1/findings").then().statusCode(200);
    admin().delete(POLICY).then().statusCode(200);
  }

  @Test
  void force_means_nothing_to_kinds_that_do_not_have_it() {
    patch(INFRA + "/tier-1s/a", "{}");
    patch(
        INFRA + "/segments/s",
        "{\"connectivity_path\": \"/infra/tier-1s/a\", \"transport_zone_path\": "
            + "\"/infra/sites/default/enforcement-points/default/transport-zones/"
            + "1b3a2f36-bfd1-443e-a0f6-4de01abc963e\"}");
    admin()
        .delete(INFRA + "/tier-1s/a?force=true")
        .then()
        .statusCode(400)
        .body("error_code", equalTo(500030));
  }

  @Test
  void a_group_goes_with_its_children_unless_told_otherwise() {
    admin().delete(POLICY).then().statusCode(200);
    patch(INFRA + "/flood-protection-profiles/f", FLOOD);
    patch(GROUP + "/firewall-flood-protection-profile-binding-maps/m", BINDING);
    admin()
        .delete(GROUP + "?fail_if_subtree_exists=true")
        .then()
        .statusCode(400)
        .body("error_code", equalTo(500030));
    admin().delete(GROUP).then().statusCode(200);
  }

  private static final String FLOOD = "{\"resource_type\": \"DistributedFloodProtectionProfile\"}";
  private static final String BINDING =
      "{\"profile_path\": \"/infra/flood-protection-profiles/f\", \"sequence_number\": 1}";
}
