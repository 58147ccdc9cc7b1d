package io.nsxsim.web.policy;

import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;

/** Whether PATCH replaces an object's attributes or is laid over them. */
class PartialPatchTest extends PolicyHttpTest {

  private static final String SWITCH = "/policy/api/v1/system-config/nsx-partial-patch-config";

  private void configure(boolean on) {
    admin().body("{\"enable_partial_patch\": " + on + "}").patch(SWITCH).then().statusCode(200);
  }

  @Test
  void what_is_left_out_falls_back_to_its_default() {
    patched("/tier-1s/web", "{'description': 'mine', 'failover_mode': 'PREEMPTIVE'}");
    patched("/tier-1s/web", "{'display_name': 'Web'}").statusCode(200);
    get("/tier-1s/web")
        .body("description", equalTo(null))
        .body("failover_mode", equalTo("NON_PREEMPTIVE"));
  }

  @Test
  void once_configured_what_is_left_out_stays() {
    configure(true);
    patched("/tier-1s/web", "{'description': 'mine', 'tags': [{'tag': 'a'}]}");
    patched("/tier-1s/web", "{'display_name': 'Web', 'tags': []}").statusCode(200);
    get("/tier-1s/web")
        .body("description", equalTo("mine"))
        .body("display_name", equalTo("Web"))
        .body("tags.size()", equalTo(0));
  }

  @Test
  void a_header_is_stronger_than_the_configuration() {
    configure(true);
    patched("/tier-1s/web", "{'description': 'mine'}");
    admin().header("nsx-enable-partial-patch", "false").body("{}").patch(INFRA + "/tier-1s/web");
    get("/tier-1s/web").body("description", equalTo(null));
    configure(false);
    patched("/tier-1s/web", "{'description': 'mine'}");
    admin().header("nsx-enable-partial-patch", "true").body("{}").patch(INFRA + "/tier-1s/web");
    get("/tier-1s/web").body("description", equalTo("mine"));
  }

  @Test
  void it_is_off_until_it_is_configured_and_takes_nothing_but_a_boolean() {
    admin().get(SWITCH).then().statusCode(200).body("enable_partial_patch", equalTo(false));
    isRefused(
        admin().body("{\"enable_partial_patch\": \"maybe\"}").patch(SWITCH).then(),
        400,
        255,
        "/enable_partial_patch");
  }
}
