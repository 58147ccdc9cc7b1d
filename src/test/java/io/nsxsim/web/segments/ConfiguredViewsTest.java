package io.nsxsim.web.segments;

import static org.hamcrest.Matchers.equalTo;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.DEFINED_PORT;

import io.nsxsim.RunningServer;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** Views that are worked out of what is configured. */
@SpringBootTest(webEnvironment = DEFINED_PORT, properties = "nsxsim.scenario=none")
class ConfiguredViewsTest {

  private static final String INFRA = "/policy/api/v1/infra";
  private static final String PROJECT = "/policy/api/v1/orgs/default/projects/views";

  @Autowired private ApplicationContext context;

  /** Other tests with the same server may have emptied it. */
  @BeforeEach
  void startAsFreshManager() {
    if (get("/policy/api/v1/aaa/roles/auditor").extract().statusCode() == 404) {
      RunningServer.in(context).plainAdmin().post("/nsxsim/api/v1/reset?scenario=none");
    }
  }

  private ValidatableResponse get(String address) {
    return RunningServer.in(context).plainAdmin().get(address).then();
  }

  private void patch(String address, String body) {
    RunningServer.in(context)
        .plainAdmin()
        .contentType(ContentType.JSON)
        .body(body.replace('\'', '"'))
        .patch(address)
        .then()
        .statusCode(200);
  }

  @Test
  void a_port_has_its_own_profiles_then_those_of_its_segment_then_the_default_ones() {
    String segment = INFRA + "/segments/views";
    patch(segment, "{}");
    patch(segment + "/ports/one", "{}");
    String usual = idOf("/infra/qos-profiles/default-qos-profile");
    get(segment + "/effective-profiles").statusCode(200).body(qos(), equalTo(usual));
    patch(INFRA + "/qos-profiles/wide", "{}");
    patch(
        segment + "/segment-qos-profile-binding-maps/map",
        "{'qos_profile_path': '/infra/qos-profiles/wide'}");
    String wide = idOf("/infra/qos-profiles/wide");
    get(segment + "/effective-profiles").body(qos(), equalTo(wide));
    get(segment + "/ports/one/effective-profiles").body(qos(), equalTo(wide));
    patch(INFRA + "/qos-profiles/narrow", "{}");
    patch(
        segment + "/ports/one/port-qos-profile-binding-maps/map",
        "{'qos_profile_path': '/infra/qos-profiles/narrow'}");
    get(segment + "/ports/one/effective-profiles")
        .body(qos(), equalTo(idOf("/infra/qos-profiles/narrow")))
        .body("profiles_list.size()", equalTo(5));
    get(segment + "/effective-profiles").body(qos(), equalTo(wide));
    get(INFRA + "/segments/nobody/effective-profiles").statusCode(404);
  }

  private static String qos() {
    return "profiles_list.find { it.key == 'QosSwitchingProfile' }.value";
  }

  private String idOf(String path) {
    return get("/policy/api/v1" + path).extract().path("realization_id");
  }

  @Test
  void a_profile_tells_what_it_is_bound_to() {
    String profile = "/infra/flood-protection-profiles/views";
    patch("/policy/api/v1" + profile, "{'resource_type': 'GatewayFloodProtectionProfile'}");
    String bindings = "/policy/api/v1" + profile + "/bindings";
    get(bindings).statusCode(200).body("result_count", equalTo(0));
    patch(INFRA + "/tier-1s/views", "{}");
    patch(
        INFRA + "/tier-1s/views/flood-protection-profile-bindings/map",
        "{'profile_path': '" + profile + "'}");
    get(bindings)
        .body(
            "results[0].path",
            equalTo("/infra/tier-1s/views/flood-protection-profile-bindings/map"));
    get(INFRA + "/flood-protection-profiles/nobody/bindings").statusCode(404);
  }

  @Test
  void a_quota_tells_how_much_of_it_is_used() {
    patch(PROJECT, "{}");
    patch(
        INFRA + "/constraints/views",
        "{'display_name': 'few groups', 'target': {'target_resource_type': 'Group',"
            + " 'path_prefix': '/orgs/default/projects/views/'}, 'constraint_expressions':"
            + " [{'resource_type': 'EntityInstanceCountConstraintExpression', 'operator': '<=',"
            + " 'count': 3}]}");
    patch(PROJECT + "/infra/domains/default/groups/one", "{}");
    get(PROJECT + "/quota-stats")
        .statusCode(200)
        .body("results[0].quota_name", equalTo("few groups"))
        .body("results[0].object_type", equalTo("Group"))
        .body("results[0].current_inventory", equalTo(1))
        .body("results[0].assigned_max_limit", equalTo(3));
    get("/policy/api/v1/orgs/default/projects/nobody/quota-stats").statusCode(404);
  }

  @Test
  void a_project_tells_who_one_is_and_which_roles_there_are() {
    patch(PROJECT, "{}");
    get(PROJECT + "/aaa/user-info")
        .body("user_name", equalTo("admin"))
        .body("roles_for_paths[0].path", equalTo("/orgs/default/projects/views"));
    get(PROJECT + "/aaa/roles")
        .body("results[0].role", equalTo("project_admin"))
        .body("result_count", equalTo(5));
    get("/policy/api/v1/orgs/default/projects/nobody/aaa/roles").statusCode(404);
  }

  @Test
  void categories_of_addresses_are_listed() {
    get(INFRA + "/url-categories")
        .statusCode(200)
        .body("results.find { it.category_id == 27 }.category_name", equalTo("Gambling"));
    get(INFRA + "/network-spans/default/members").body("results.size()", equalTo(0));
    get(INFRA + "/network-spans/nobody/members").statusCode(404);
  }

  @Test
  void the_uplinks_of_an_aggregation_group_are_counted() {
    patch(
        INFRA + "/host-switch-profiles/views",
        "{'resource_type': 'PolicyUplinkHostSwitchProfile', 'teaming': {'policy':"
            + " 'FAILOVER_ORDER', 'active_list': [{'uplink_name': 'lag-0', 'uplink_type': 'LAG'}]},"
            + " 'lags': [{'name': 'lag', 'mode': 'ACTIVE', 'load_balance_algorithm':"
            + " 'SRCDESTIPVLAN', 'number_of_uplinks': 2}]}");
    get(INFRA + "/host-switch-profiles/views")
        .body("lags[0].uplinks.uplink_name", equalTo(java.util.List.of("lag-0", "lag-1")));
  }
}
