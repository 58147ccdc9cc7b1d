package io.nsxsim.web.realization;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealizedStateTest extends RealizationHttpTest {

  @Test
  void a_gateway_is_realized_as_a_router() {
    patched("/infra/tier-1s/web", "{}");
    String id = get("/infra/tier-1s/web").extract().path("realization_id");
    entities("/infra/tier-1s/web")
        .statusCode(200)
        .body("result_count", equalTo(1))
        .body("results[0].entity_type", equalTo("RealizedLogicalRouter"))
        .body("results[0].state", equalTo("REALIZED"))
        .body("results[0].runtime_status", equalTo("SUCCESS"))
        .body("results[0].publish_status", equalTo("SUCCESS"))
        .body("results[0].operational_status", equalTo("STATUS_GREEN"))
        .body("results[0].intent_paths", contains("/infra/tier-1s/web"))
        .body("results[0].alarms", empty())
        .body("results[0].realization_specific_identifier", equalTo(id));
  }

  @Test
  void a_segment_on_a_gateway_is_a_switch_and_a_router_port() {
    patched("/infra/tier-1s/web", "{}");
    patched(
        "/infra/segments/web",
        "{'connectivity_path': '/infra/tier-1s/web',"
            + " 'subnets': [{'gateway_address': '10.1.0.1/24'}]}");
    entities("/infra/segments/web")
        .body("results.entity_type", contains("RealizedLogicalSwitch", "RealizedLogicalRouterPort"))
        .body("results[1].extended_attributes.key", contains("IpAddresses", "MacAddress"))
        .body("results[1].extended_attributes[0].values", contains("10.1.0.1/24"));
  }

  @Test
  void an_entity_is_found_at_its_own_path() {
    patched("/infra/tier-1s/web", "{}");
    String path = entities("/infra/tier-1s/web").extract().path("results[0].path");
    get("/infra/realized-state/realized-entity?realized_path=" + path)
        .statusCode(200)
        .body("path", equalTo(path))
        .body("intent_paths", contains("/infra/tier-1s/web"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/infra/realized-state/realized-entities?intent_path=/infra/tier-1s/none",
        "/infra/realized-state/realized-entities?intent_path=nonsense//",
        "/infra/realized-state/status?intent_path=/infra/tier-1s/none",
        "/infra/realized-state/realized-entity?realized_path=/infra/tier-1s/none",
        "/infra/realized-state/realized-entity?realized_path=/",
        "/infra/realized-state/enforcement-points/none",
        "/infra/tier-1s/none/state",
        "/infra/segments/none/state",
        "/orgs/default/projects/none/infra/segments/state",
      })
  void what_is_not_stored_is_not_found(String path) {
    get(path).statusCode(404).body("error_code", equalTo(600));
  }

  @ParameterizedTest
  @ValueSource(strings = {"realized-entities", "realized-entity", "status"})
  void a_question_without_a_path_is_refused(String question) {
    get("/infra/realized-state/" + question).statusCode(400).body("error_code", equalTo(255));
  }

  @Test
  void a_status_counts_the_enforcement_point() {
    patched("/infra/tier-1s/web", "{}");
    status("/infra/tier-1s/web")
        .statusCode(200)
        .body("publish_status", equalTo("REALIZED"))
        .body("consolidated_status.consolidated_status", equalTo("SUCCESS"))
        .body("consolidated_status_per_enforcement_point", hasSize(1));
  }

  @Test
  void a_healthy_system_has_no_alarms() {
    get("/infra/realized-state/alarms").statusCode(200).body("result_count", equalTo(0));
  }

  @Test
  void there_is_one_enforcement_point() {
    get("/infra/realized-state/enforcement-points").body("results.id", contains("default"));
    get("/infra/realized-state/enforcement-points/default").body("state", equalTo("REALIZED"));
  }
}
