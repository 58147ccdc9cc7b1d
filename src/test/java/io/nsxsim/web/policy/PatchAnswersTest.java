package io.nsxsim.web.policy;

import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;

/** PATCH answers the object where the contract says so, and nothing elsewhere. */
class PatchAnswersTest extends PolicyHttpTest {

  @Test
  void most_kinds_are_patched_in_silence() {
    patched("/tier-1s/web", "{}").statusCode(200).body(emptyString());
  }

  @Test
  void a_transport_zone_is_answered() {
    patched(
            "/sites/default/enforcement-points/default/transport-zones/z",
            "{'tz_type': 'VLAN_BACKED'}")
        .statusCode(200)
        .body("id", equalTo("z"))
        .body("_revision", equalTo(0));
  }

  @Test
  void an_area_of_ospf_is_answered_without_its_secret() {
    patched("/tier-0s/wan", "{'ha_mode': 'ACTIVE_STANDBY'}").statusCode(200);
    patched("/tier-0s/wan/locale-services/default", "{}").statusCode(200);
    patched(
            "/tier-0s/wan/locale-services/default/ospf/areas/a",
            "{'area_id': '1', 'authentication': {'mode': 'PASSWORD', 'secret_key': 'hush'}}")
        .statusCode(200)
        .body("area_type", equalTo("NSSA"))
        .body("authentication.secret_key", equalTo(null));
  }
}
