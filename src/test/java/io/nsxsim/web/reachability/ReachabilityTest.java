package io.nsxsim.web.reachability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.DEFINED_PORT;

import io.nsxsim.RunningServer;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** Questions about many flows over HTTP: two tier-1s with two machines each, and one rule. */
@SpringBootTest(webEnvironment = DEFINED_PORT)
class ReachabilityTest {

  @Autowired private ApplicationContext context;

  @BeforeEach
  void load() {
    server().post("/nsxsim/api/v1/reset?scenario=none").then().statusCode(200);
    TwoTenants.load(RunningServer.in(context));
  }

  @Test
  void a_rule_keeps_one_tenant_from_the_other() {
    ask("{\"from\": [\"all\"], \"to\": \"all\", \"protocol\": \"tcp\", \"port\": 443}")
        .body("pairs", equalTo(12))
        .body("reached", equalTo(8))
        .body(
            "outcomes.find { it.verdict == 'BLOCKED' }.deciding_path",
            equalTo("/infra/domains/default/security-policies/tenants/rules/a-b"))
        .body("outcomes.find { it.verdict == 'BLOCKED' }.pairs", equalTo(4))
        .body("sources.size()", equalTo(4));
  }

  @Test
  void sets_are_named_by_group_segment_gateway_and_network() {
    String b = "/infra/domains/default/groups/b";
    for (String set : List.of(b, "/infra/tier-1s/b", "/infra/segments/b", "10.2.0.0/16", "b-1")) {
      int size = set.equals("b-1") ? 1 : 2;
      ask("{\"from\": [\"a-1\", \"10.1.0.12\"], \"to\": \"%s\", \"port\": 80}".formatted(set))
          .body("protocol", equalTo("TCP"))
          .body("destinations.size()", equalTo(size))
          .body("reached", equalTo(0));
    }
  }

  @Test
  void the_csv_form_lists_every_pair() {
    String csv =
        server()
            .get("/nsxsim/api/v1/reachability?from=all&to=all&port=443&format=csv")
            .then()
            .statusCode(200)
            .contentType("text/csv;charset=UTF-8")
            .extract()
            .asString();

    assertThat(csv.lines()).hasSize(13).contains("b-1,a-1,true,REACHED,DELIVERED,,REACHED");
  }

  @Test
  void a_browser_gets_a_table() {
    server()
        .accept("text/html")
        .get("/nsxsim/api/v1/reachability?from=all&to=all")
        .then()
        .statusCode(200)
        .body(containsString("<td class=\"y\""));
  }

  @Test
  void unknown_fields_workloads_and_ports_out_of_place_are_refused() {
    refused("{\"from\": \"all\", \"to\": \"all\", \"color\": \"red\"}", 400, 287);
    refused("{\"from\": \"all\", \"to\": \"nobody\"}", 404, 600);
    refused("{\"from\": \"all\"}", 400, 255);
    refused("{\"from\": \"all\", \"to\": \"all\", \"protocol\": \"tcp\"}", 400, 255);
    refused("{\"from\": \"all\", \"to\": \"all\", \"protocol\": \"icmp\", \"port\": 1}", 400, 255);
    refused("{\"from\": {}, \"to\": \"all\"}", 400, 255);
    refused("[]", 400, 220);
  }

  @Test
  void a_trace_tells_every_object_in_the_way() {
    server()
        .contentType("application/json")
        .body("{\"admin_state\": \"DOWN\", \"attachment\": {\"id\": \"x\"}}")
        .patch("/policy/api/v1/infra/segments/b/ports/b-1")
        .then()
        .statusCode(200);

    server()
        .contentType("application/json")
        .body("{\"from\": \"a-1\", \"to\": \"b-1\", \"protocol\": \"tcp\", \"port\": 443}")
        .post("/nsxsim/api/v1/traces")
        .then()
        .statusCode(200)
        .body("verdict", equalTo("BLOCKED"))
        .body("blockers.fate", equalTo(List.of("FIREWALL_DROP", "PORT_DOWN")))
        .body("blockers[1].path", equalTo("/infra/segments/b/ports/b-1"));
  }

  @Test
  void a_trace_refuses_fields_that_it_does_not_know() {
    server()
        .contentType("application/json")
        .body("{\"from\": \"a-1\", \"to\": \"b-1\", \"prot\": \"tcp\"}")
        .post("/nsxsim/api/v1/traces")
        .then()
        .statusCode(400)
        .body("error_code", equalTo(287));
  }

  @Test
  void a_ping_prints_what_a_terminal_would() {
    String text =
        server().get("/nsxsim/api/v1/ping?from=b-1&to=a-1&count=2").then().extract().asString();

    assertThat(text)
        .contains("PING a-1 (10.1.0.11) 56(84) bytes of data.")
        .contains("64 bytes from 10.1.0.11: icmp_seq=2 ttl=61 time=")
        .contains("2 packets transmitted, 2 received, 0% packet loss");
    server()
        .get("/nsxsim/api/v1/ping?from=a-1&to=b-1&format=json")
        .then()
        .body("received", equalTo(0))
        .body("verdict", equalTo("BLOCKED"));
  }

  @Test
  void a_connection_is_made_or_runs_into_a_timeout() {
    server()
        .get("/nsxsim/api/v1/connect?from=b-1&to=a-1&port=443")
        .then()
        .body(equalTo("Connection to a-1 (10.1.0.11) 443 port [tcp/*] succeeded!\n"));
    server()
        .accept("application/json")
        .get("/nsxsim/api/v1/connect?from=a-1&to=b-1&port=443")
        .then()
        .body("result", equalTo("TIMEOUT"));
    server().get("/nsxsim/api/v1/connect?from=a-1&to=b-1").then().statusCode(400);
  }

  @Test
  void a_path_is_drawn_in_three_ways() {
    String path = "/nsxsim/api/v1/traces?from=b-1&to=a-1&protocol=tcp&port=443&format=";
    server().get(path + "mermaid").then().body(containsString("flowchart LR"));
    server().get(path + "dot").then().body(containsString("digraph path {"));
    server()
        .get(path + "svg")
        .then()
        .contentType("image/svg+xml;charset=UTF-8")
        .body("svg.rect.size()", greaterThan(4));
    server().get(path + "png").then().statusCode(400);
  }

  private ValidatableResponse ask(String body) {
    return post(body).statusCode(200);
  }

  private void refused(String body, int status, int code) {
    post(body).statusCode(status).body("error_code", equalTo(code));
  }

  private ValidatableResponse post(String body) {
    return server()
        .contentType("application/json")
        .body(body)
        .post("/nsxsim/api/v1/reachability")
        .then();
  }

  private io.restassured.specification.RequestSpecification server() {
    return RunningServer.in(context).admin();
  }
}
