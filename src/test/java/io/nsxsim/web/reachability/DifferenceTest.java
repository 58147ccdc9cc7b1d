package io.nsxsim.web.reachability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.DEFINED_PORT;

import io.nsxsim.RunningServer;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** What-if, snapshots, assertions and findings over HTTP, with {@link TwoTenants}. */
@SpringBootTest(webEnvironment = DEFINED_PORT)
class DifferenceTest {

  private static final String RULE =
      "/policy/api/v1/infra/domains/default/security-policies/tenants/rules/a-b";
  private static final String WITHOUT_RULE =
      """
      {"protocol": "tcp", "port": 443, "change": {"resource_type": "Infra", "children": [
        {"resource_type": "ChildDomain", "Domain": {"resource_type": "Domain", "id": "default",
          "children": [{"resource_type": "ChildSecurityPolicy", "marked_for_delete": true,
            "SecurityPolicy": {"resource_type": "SecurityPolicy", "id": "tenants"}}]}}]}}
      """;

  @Autowired private ApplicationContext context;

  @BeforeEach
  void load() {
    server().post("/nsxsim/api/v1/reset?scenario=none").then().statusCode(200);
    TwoTenants.load(RunningServer.in(context));
  }

  @Test
  void without_its_rule_a_tenant_gains_the_way_to_the_other() {
    post("what-if", WITHOUT_RULE)
        .statusCode(200)
        .body("gained", equalTo(4))
        .body("lost", equalTo(0))
        .body("changes[0].effect", equalTo("GAINED"))
        .body("changes[0].trace_before.verdict", equalTo("BLOCKED"))
        .body("changes[0].trace_after.verdict", equalTo("REACHED"));

    server().get(RULE).then().statusCode(200);
    server()
        .get("/nsxsim/api/v1/connect?from=a-1&to=b-1&port=443&format=json")
        .then()
        .body("result", equalTo("TIMEOUT"));
  }

  @Test
  void a_change_that_changes_nothing_has_no_effect() {
    for (String protocol : new String[] {"icmp\"", "tcp\", \"port\": 22", "udp\", \"port\": 53"}) {
      post(
              "what-if",
              "{\"protocol\": \"" + protocol + ", \"change\": {\"resource_type\": \"Infra\"}}")
          .statusCode(200)
          .body("gained", equalTo(0))
          .body("lost", equalTo(0))
          .body("otherwise_changed", equalTo(0))
          .body("changes.size()", equalTo(0));
    }
  }

  @Test
  void a_change_that_nsx_refuses_is_refused() {
    post(
            "what-if",
            """
            {"change": {"resource_type": "Infra", "children": [{"resource_type": "ChildSegment",
              "Segment": {"resource_type": "Segment", "id": "x",
                "connectivity_path": "/infra/tier-1s/missing"}}]}}
            """)
        .statusCode(400)
        .body("error_code", equalTo(500012));
    post("what-if", "{}").statusCode(400);
    post("what-if", "{\"change\": {}, \"colour\": 1}").statusCode(400);
  }

  @Test
  void a_snapshot_remembers_how_it_was() {
    server().post("/nsxsim/api/v1/snapshots/monday").then().statusCode(201);
    server().delete(RULE).then().statusCode(200);

    post("differences", "{\"before\": \"monday\", \"after\": \"now\"}")
        .statusCode(200)
        .body("gained", equalTo(4));
    post("differences", "{\"before\": \"now\", \"after\": \"monday\"}").body("lost", equalTo(4));
    server().get("/nsxsim/api/v1/snapshots").then().body("name", hasItem("monday"));
    server().delete("/nsxsim/api/v1/snapshots/monday").then().statusCode(204);
    server().delete("/nsxsim/api/v1/snapshots/monday").then().statusCode(404);
    post("differences", "{\"before\": \"monday\"}").statusCode(404);
  }

  @Test
  void assertions_hold_or_fail_with_a_trace() {
    server()
        .contentType("text/plain")
        .body(
            """
            # tenants
            b-1 reaches a-1, a-2 on tcp/443
            10.1.0.0/24 never reaches /infra/segments/b
            /infra/tier-1s/b never reaches a-1
            """)
        .post("/nsxsim/api/v1/assertions")
        .then()
        .statusCode(200)
        .body("total", equalTo(3))
        .body("failed", equalTo(1))
        .body("results[0].passed", equalTo(true))
        .body("results[1].passed", equalTo(true))
        .body("results[2].passed", equalTo(false))
        .body("results[2].failures[0].trace.verdict", equalTo("REACHED"));
  }

  @Test
  void build_servers_get_a_test_case_for_each_assertion() {
    server()
        .contentType("application/json")
        .accept("application/xml")
        .body(
            """
            {"assertions": [
              {"from": "a-1", "to": "b-1", "protocol": "tcp", "port": 443},
              {"name": "<apart>", "from": "a-1", "to": "b-1", "expect": "never reaches"}]}
            """)
        .post("/nsxsim/api/v1/assertions")
        .then()
        .statusCode(200)
        .body("testsuite.@tests", equalTo("2"))
        .body("testsuite.@failures", equalTo("1"))
        .body("testsuite.testcase[0].failure", notNullValue())
        .body("testsuite.testcase[1].@name", equalTo("<apart>"));
  }

  @Test
  void assertions_that_mean_nothing_are_refused_together() {
    String body =
        server()
            .contentType("text/plain")
            .body("a-1 likes b-1\nnobody reaches b-1\na-1 reaches b-1 on tcp/0")
            .post("/nsxsim/api/v1/assertions")
            .then()
            .statusCode(400)
            .extract()
            .asString();

    assertThat(body).contains("line 1", "line 2", "line 3");
  }

  @Test
  void findings_name_the_object_and_say_why() {
    patch(
        "/policy/api/v1/infra/domains/default/security-policies/tenants/rules/late",
        """
        {"action": "ALLOW", "source_groups": ["10.1.0.11"], "destination_groups": ["10.2.0.11"],
         "services": ["ANY"], "scope": ["ANY"], "sequence_number": 20}
        """);
    patch("/policy/api/v1/infra/domains/default/groups/idle", "{}");
    patch("/policy/api/v1/infra/segments/alone", "{}");

    server()
        .get("/nsxsim/api/v1/findings")
        .then()
        .statusCode(200)
        .body(
            "findings.find { it.kind == 'SHADOWED_FIREWALL_RULE' }.paths[0]",
            equalTo("/infra/domains/default/security-policies/tenants/rules/late"))
        .body(
            "findings.findAll { it.kind == 'UNUSED_GROUP' }.paths.flatten()",
            equalTo(java.util.List.of("/infra/domains/default/groups/idle")))
        .body(
            "findings.findAll { it.kind == 'SEGMENT_WITHOUT_GATEWAY' }.paths.flatten()",
            equalTo(java.util.List.of("/infra/segments/alone")));
  }

  private void patch(String path, String body) {
    server().contentType("application/json").body(body).patch(path).then().statusCode(200);
  }

  private ValidatableResponse post(String what, String body) {
    return server()
        .contentType("application/json")
        .body(body)
        .post("/nsxsim/api/v1/" + what)
        .then();
  }

  private RequestSpecification server() {
    return RunningServer.in(context).admin();
  }
}
