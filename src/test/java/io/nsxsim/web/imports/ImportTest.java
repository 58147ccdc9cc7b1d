package io.nsxsim.web.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.DEFINED_PORT;

import io.nsxsim.RunningServer;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/**
 * Imports a small network in the form in which a manager answers it: a tier-0 on two edge nodes, a
 * tier-1 with the segments {@code web} and {@code db}, and a firewall that lets only HTTPS to
 * {@code db}. It says more than this server knows, and mentions edge nodes that it does not tell.
 */
@SpringBootTest(webEnvironment = DEFINED_PORT)
class ImportTest {

  private static final String POLICY = "/policy/api/v1";
  private static final String CLUSTER =
      "/infra/sites/default/enforcement-points/default/edge-clusters/"
          + "82e746a3-87b6-5b29-bee1-47d9b2883a03";

  @Autowired private ApplicationContext context;

  @BeforeEach
  void start() {
    server().post("/nsxsim/api/v1/reset?scenario=none").then().statusCode(200);
  }

  @Test
  void a_whole_tree_is_stored_as_it_was_told() {
    imported("", file("infra.json"))
        .statusCode(200)
        .body("taken.Tier0", equalTo(1))
        .body("taken.SegmentPort", equalTo(3))
        .body("taken.Rule", equalTo(3));

    get("/infra/tier-1s/T1-app")
        .statusCode(200)
        .body("tier0_path", equalTo("/infra/tier-0s/T0-prod"))
        .body("_create_time", equalTo(1731412345678L))
        .body("_revision", equalTo(3))
        .body("_system_owned", equalTo(false));
    get("/infra/domains/default/security-policies/app/rules/no-db")
        .body("rule_id", equalTo(5002))
        .body("action", equalTo("DROP"));
    get("/infra/segments/web").body("children", equalTo(null)).body("id", equalTo("web"));
  }

  @Test
  void what_is_not_understood_is_told_with_its_path() {
    imported("", file("infra.json"))
        .body(
            "remarks.findAll { it.effect == 'OBJECT_LEFT_OUT' }.path",
            hasItems(
                "/infra/quantum-tunnels/q1",
                "/infra/segments/going",
                "/infra/services/legacy/service-entries/w"))
        .body(
            "remarks.find { it.field == '/scheduling_hint' }.path",
            equalTo("/infra/domains/default/security-policies/app/rules/web-db"))
        .body("remarks.find { it.field == '/scheduling_hint' }.effect", equalTo("FIELD_LEFT_OUT"))
        .body("remarks.find { it.path == '/infra' }.field", equalTo("/_future_field"));

    get("/infra/segments/going").statusCode(404);
  }

  @Test
  void fabric_that_is_only_mentioned_is_stood_in_for() {
    imported("", file("infra.json"))
        .body("remarks.findAll { it.effect == 'STAND_IN' }.path", hasItem(CLUSTER))
        .body("remarks.findAll { it.effect == 'STAND_IN' }.size()", equalTo(4));

    get(CLUSTER).statusCode(200);
    get("/infra/tier-1s/T1-app/locale-services/default")
        .body("edge_cluster_path", equalTo(CLUSTER));
  }

  @Test
  void machines_meet_their_ports_and_can_be_asked_about() {
    imported("", everything())
        .statusCode(200)
        .body("virtual_machines", equalTo(3))
        .body("vifs", equalTo(3));

    assertThat(text("connect?from=web-1&to=db-1&port=443")).contains("succeeded");
    assertThat(text("connect?from=web-1&to=db-1&port=80")).contains("timed out");
    server()
        .get("/nsxsim/api/v1/reachability?from=all&to=db-1&protocol=tcp&port=443&format=csv")
        .then()
        .body(containsString("web-1,db-1,true"))
        .body(containsString("web-2,db-1,false,BLOCKED,POWERED_OFF"));
    server()
        .get(POLICY + "/infra/domains/default/groups/web/members/virtual-machines")
        .then()
        .body("results.display_name", hasItems("web-1", "web-2"));
  }

  @Test
  void a_dry_run_tells_the_same_and_stores_nothing() {
    JsonPath dry = imported("?dry_run=true", everything()).statusCode(200).extract().jsonPath();
    get("/infra/tier-1s/T1-app").statusCode(404);
    server().get("/nsxsim/api/v1/inventory").then().body("virtual_machines.size()", equalTo(0));

    JsonPath real = imported("", everything()).extract().jsonPath();
    assertThat(dry.getMap("taken")).isEqualTo(real.getMap("taken"));
    assertThat(dry.getList("remarks")).isEqualTo(real.getList("remarks"));
  }

  @Test
  void merging_keeps_what_was_there_and_replacing_does_not() {
    patch("/infra/tier-1s/mine", "{}");
    patch("/infra/segments/mine", "{\"connectivity_path\": \"/infra/tier-1s/mine\"}");

    imported("", file("infra.json")).statusCode(200).body("removed", equalTo(0));
    get("/infra/segments/mine").statusCode(200);

    imported("?mode=replace", file("infra.json")).statusCode(200).body("taken", hasKey("Tier1"));
    get("/infra/segments/mine").statusCode(404);
    get("/infra/tier-1s/mine").statusCode(404);
    get("/infra/tier-1s/T1-app").statusCode(200);
    get("/infra/domains/default").statusCode(200);
  }

  @Test
  void importing_twice_changes_nothing() {
    imported("", everything());
    imported("?mode=replace", everything()).statusCode(200).body("removed", equalTo(0));
    assertThat(text("connect?from=web-1&to=db-1&port=443")).contains("succeeded");
  }

  @Test
  void two_machines_with_one_address_are_refused_and_nothing_is_stored() {
    imported("", everything());
    String other =
        file("virtual-machines.json")
            .replaceAll("(?s)\"external_id\": \"[0-9a-f]{8}", "\"external_id\": \"00000000");
    String cards =
        file("vifs.json").replaceAll("\"owner_vm_id\": \".{8}", "\"owner_vm_id\": \"00000000");
    String tree =
        """
        {"resource_type": "Infra", "children": [
          {"resource_type": "ChildTier1", "Tier1": {"resource_type": "Tier1", "id": "late"}}]}
        """;

    imported("", all(tree, other, cards)).statusCode(400).body("error_code", equalTo(255));

    get("/infra/tier-1s/late").statusCode(404);
    server().get("/nsxsim/api/v1/inventory").then().body("virtual_machines.size()", equalTo(3));
  }

  @Test
  void a_client_can_change_and_delete_what_was_imported() {
    imported("", file("infra.json"));
    patch(
        "/infra/tier-1s/T1-app/static-routes/more",
        "{\"network\": \"10.9.0.0/16\", \"next_hops\": [{\"ip_address\": \"10.1.1.9\"}]}");
    server().delete(POLICY + "/infra/domains/default/security-policies/app").then().statusCode(200);
  }

  @Test
  void an_organization_is_imported_with_its_projects() {
    imported(
            "",
            """
            {"resource_type": "OrgRoot", "id": "org-root", "children": [
              {"resource_type": "ChildOrg", "Org": {"resource_type": "Org", "id": "default",
                "children": [{"resource_type": "ChildProject",
                  "Project": {"resource_type": "Project", "id": "blue", "path":
                    "/orgs/default/projects/blue", "_create_time": 1731412345678,
                    "tier_0s": ["/infra/tier-0s/elsewhere"]}}]}}]}
            """)
        .statusCode(200)
        .body("taken.Project", equalTo(1))
        .body(
            "remarks.find { it.effect == 'STORED' }.reason",
            containsString("/infra/tier-0s/elsewhere"));

    get("/orgs/default/projects/blue").statusCode(200);
  }

  @Test
  void what_is_no_import_is_refused() {
    imported("", "{}").statusCode(400);
    imported("", "{\"tiers\": []}").statusCode(400).body("error_code", equalTo(287));
    imported("?mode=both", file("infra.json")).statusCode(400);
    imported("", "{\"infra\": {\"resource_type\": \"Tier1\"}}").statusCode(400);
    imported("", "{\"vifs\": {\"results\": [], \"cursor\": \"1\"}}").statusCode(400);
    imported("", "{\"virtual_machines\": [1]}").statusCode(400);
    imported("", "{\"resource_type\": \"Infra\", \"children\": 7}")
        .statusCode(200)
        .body("remarks.effect", hasItem("OBJECT_LEFT_OUT"))
        .body("remarks.effect", not(hasItem("STORED")));
  }

  private ValidatableResponse imported(String query, String body) {
    return server()
        .contentType("application/json")
        .body(body)
        .post("/nsxsim/api/v1/import" + query)
        .then();
  }

  private ValidatableResponse get(String path) {
    return server().get(POLICY + path).then();
  }

  private void patch(String path, String body) {
    server().contentType("application/json").body(body).patch(POLICY + path).then().statusCode(200);
  }

  private String text(String question) {
    return server().get("/nsxsim/api/v1/" + question).asString();
  }

  private static String everything() {
    return all(file("infra.json"), file("virtual-machines.json"), file("vifs.json"));
  }

  private static String all(String infra, String machines, String cards) {
    return "{\"infra\": %s, \"virtual_machines\": %s, \"vifs\": %s}"
        .formatted(infra, machines, cards);
  }

  private static String file(String name) {
    try (InputStream stream = ImportTest.class.getResourceAsStream("/imports/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private RequestSpecification server() {
    return RunningServer.in(context).admin();
  }
}
