package io.nsxsim.web.policy;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.DEFINED_PORT;

import io.nsxsim.RunningServer;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** What a manager of release 4.2.0 does not know; {@code openapi/overlay/releases.yaml} says it. */
@SpringBootTest(
    webEnvironment = DEFINED_PORT,
    properties = {"nsxsim.nsx-version=4.2.0.0.24105817", "nsxsim.scenario=none"})
class ReleasesTest {

  private static final String POLICY = "/policy/api/v1";
  private static final String PROJECT = POLICY + "/orgs/default/projects/blue";

  @Autowired private ApplicationContext context;

  private RequestSpecification admin() {
    return RunningServer.in(context).admin();
  }

  private RequestSpecification admin(String body) {
    return admin().contentType("application/json").body(body);
  }

  @Test
  void the_release_is_told() {
    admin().get("/api/v1/node/version").then().body("node_version", equalTo("4.2.0.0.24105817"));
    admin()
        .get(POLICY + "/infra/sites/default/enforcement-points/default")
        .then()
        .body("version", equalTo("4.2.0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/infra/network-spans",
        "/infra/network-spans/default",
        "/orgs/default/projects/default/transit-gateways/default",
        "/orgs/default/projects/default/transit-gateways/default/nat/USER/nat-rules",
        "/orgs/default/projects/default/transit-gateways/default/state",
        "/orgs/default/projects/default/vpc-connectivity-profiles",
        "/orgs/default/projects/default/vpcs/v/attachments"
      })
  void what_came_later_is_not_there(String path) {
    admin().get(POLICY + path).then().statusCode(404).body("error_code", equalTo(404));
  }

  @Test
  void what_came_later_cannot_be_made() {
    admin("{}").patch(POLICY + "/infra/network-spans/mine").then().statusCode(404);
    admin(
            """
            {"resource_type": "Infra", "children": [{"resource_type": "ChildNetworkSpan",
             "NetworkSpan": {"id": "mine", "resource_type": "NetworkSpan"}}]}
            """)
        .patch(POLICY + "/infra")
        .then()
        .statusCode(400)
        .body("error_code", equalTo(500012));
  }

  @Test
  void a_field_that_came_later_is_unknown() {
    admin("{\"cidrs\": [\"10.0.0.0/16\"]}")
        .patch(POLICY + "/infra/ip-blocks/later")
        .then()
        .statusCode(400)
        .body("error_code", equalTo(287))
        .body("details", equalTo("/cidrs"))
        .body("related_errors", nullValue());
  }

  @Test
  void a_vpc_has_blocks_and_no_networks_of_its_own() {
    String vpc = POLICY + "/orgs/default/projects/default/vpcs/v";
    admin("{\"private_ips\": [\"192.168.1.0/24\"]}")
        .patch(vpc)
        .then()
        .statusCode(400)
        .body("error_code", equalTo(287))
        .body(
            "error_message",
            equalTo("Json de-serialization error: property private_ips is unrecognized."));
    admin("{\"private_ipv4_blocks\": []}").patch(vpc).then().statusCode(200);
    admin().delete(vpc).then().statusCode(200);
  }

  @Test
  void a_field_that_came_later_is_not_filled_in() {
    admin("{\"cidr\": \"10.0.0.0/16\"}")
        .patch(POLICY + "/infra/ip-blocks/old")
        .then()
        .statusCode(200);
    admin()
        .get(POLICY + "/infra/ip-blocks/old")
        .then()
        .body("cidr", equalTo("10.0.0.0/16"))
        .body("subnet_exclusive", nullValue())
        .body("total_size", nullValue());
    admin("{}").patch(PROJECT).then().statusCode(200);
    admin()
        .get(PROJECT)
        .then()
        .body("activate_default_dfw_rules", equalTo(true))
        .body("vpc_deployment_scope", nullValue())
        .body("vc_folder", nullValue())
        .body("site_infos[0].transport_zone_paths", nullValue());
  }

  @Test
  void what_came_later_is_not_found() {
    admin()
        .queryParam("query", "resource_type:(NetworkSpan%20OR%20Site)")
        .get(POLICY + "/search/query")
        .then()
        .statusCode(200)
        .body("result_count", equalTo(1));
    admin()
        .queryParam("filter", "Type-")
        .get(POLICY + "/infra")
        .then()
        .statusCode(200)
        .body("children.resource_type", not(hasItem("ChildNetworkSpan")));
  }
}
