package io.nsxsim.web.realization;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest extends RealizationHttpTest {

  @Test
  void a_slow_kind_is_in_progress_for_a_while_after_each_write() {
    fault("{'target': 'Segment', 'effect': 'slow=5s'}").statusCode(201);
    patched("/infra/segments/web", "{}");
    get("/infra/segments/web/state").body("state", equalTo("in_progress"));
    entities("/infra/segments/web").body("results[0].state", equalTo("UNREALIZED"));
    status("/infra/segments/web")
        .body("consolidated_status.consolidated_status", equalTo("IN_PROGRESS"));
    pass(Duration.ofSeconds(5));
    get("/infra/segments/web/state").body("state", equalTo("success"));
    entities("/infra/segments/web").body("results[0].state", equalTo("REALIZED"));
    patched("/infra/segments/web", "{'description': 'again'}");
    get("/infra/segments/web/state").body("state", equalTo("in_progress"));
  }

  @Test
  void what_fails_raises_an_alarm() {
    patched("/infra/tier-1s/web", "{}");
    patched("/infra/tier-1s/app", "{}");
    fault("{'id': 'f', 'target': '/infra/tier-1s/web', 'effect': 'error=No edge node is free.'}");
    entities("/infra/tier-1s/web")
        .body("results[0].state", equalTo("ERROR"))
        .body("results[0].alarms[0].message", equalTo("No edge node is free."));
    status("/infra/tier-1s/web")
        .body("consolidated_status.consolidated_status", equalTo("ERROR"))
        .body(
            "consolidated_status_per_enforcement_point[0].alarm.message",
            equalTo("No edge node is free."));
    get("/infra/tier-1s/web/state").body("tier1_state.state", equalTo("error"));
    get("/infra/tier-1s/app/state").body("tier1_state.state", equalTo("success"));
    get("/infra/realized-state/alarms")
        .body("results.intent_paths.flatten()", contains("/infra/tier-1s/web"))
        .body("results[0].error_details.error_message", equalTo("No edge node is free."));
    admin().delete("/nsxsim/api/v1/faults/f").then().statusCode(200);
    get("/infra/realized-state/alarms").body("results", empty());
  }

  @Test
  void a_header_decides_about_what_its_request_writes() {
    patched("/infra/segments/app", "{}");
    admin()
        .header("nsxsim-realization", "error")
        .body("{}")
        .patch(POLICY + "/infra/segments/web")
        .then()
        .statusCode(200);
    get("/infra/segments/web/state").body("state", equalTo("error"));
    get("/infra/segments/app/state").body("state", equalTo("success"));
    get("/infra/realized-state/alarms").body("results", hasSize(1));
    patched("/infra/segments/web", "{}");
    get("/infra/segments/web/state").body("state", equalTo("success"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"slow", "slow=", "slow=x", "slow=-1s", "slow=9999999999999d", "broken"})
  void an_effect_that_is_none_is_refused(String effect) {
    admin()
        .header("nsxsim-realization", effect)
        .body("{}")
        .patch(POLICY + "/infra/segments/web")
        .then()
        .statusCode(400);
    get("/infra/segments/web").statusCode(404);
    fault("{'target': 'Segment', 'effect': '" + effect + "'}").statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{'effect': 'error'}", "{'target': 'Segment'}", "[]", "x", "{'effect': 5}"})
  void a_fault_that_is_none_is_refused(String body) {
    fault(body).statusCode(400);
  }

  @Test
  void faults_are_listed_and_unknown_ones_not_found() {
    fault("{'id': 'f', 'target': 'Segment', 'effect': 'slow=5s'}");
    admin().get("/nsxsim/api/v1/faults").then().body("id", contains("f"));
    admin().get("/nsxsim/api/v1/faults/f").then().body("effect", equalTo("slow=5000ms"));
    admin().get("/nsxsim/api/v1/faults/g").then().statusCode(404);
    admin().delete("/nsxsim/api/v1/faults/g").then().statusCode(404);
  }
}
