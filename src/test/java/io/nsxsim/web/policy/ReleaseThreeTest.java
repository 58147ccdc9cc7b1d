package io.nsxsim.web.policy;

import static org.hamcrest.Matchers.equalTo;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.DEFINED_PORT;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** What clients find at a manager of release 3.2: gateways and segments, but no projects. */
@SpringBootTest(
    webEnvironment = DEFINED_PORT,
    properties = {"nsxsim.nsx-version=3.2.3.1.0.22104592", "nsxsim.scenario=none"})
class ReleaseThreeTest extends ReleaseHttpTest {

  @Test
  void there_are_no_projects() {
    get(PROJECT).statusCode(404).body("error_code", equalTo(404));
    get(PROJECT + "/vpcs").statusCode(404);
    get("/infra/network-spans").statusCode(404);
    get("/infra/sites/default/enforcement-points/default").body("version", equalTo("3.2.3"));
  }

  @Test
  void gateways_and_segments_are_made_as_ever() {
    patched("/infra/tier-0s/a", "{\"ha_mode\": \"ACTIVE_STANDBY\"}").statusCode(200);
    patched("/infra/tier-1s/b", "{\"tier0_path\": \"/infra/tier-0s/a\"}").statusCode(200);
    patched("/infra/segments/s", "{\"connectivity_path\": \"/infra/tier-1s/b\"}").statusCode(200);
    get("/infra/segments/s").body("connectivity_path", equalTo("/infra/tier-1s/b"));
  }
}
