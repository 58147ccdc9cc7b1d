package io.nsxsim.web.policy;

import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Actions that set a real system in motion. */
class AcknowledgedActionsTest extends PolicyHttpTest {

  @BeforeEach
  void a_gateway_and_a_segment() {
    patched("/tier-1s/t", "{}").statusCode(200);
    patched("/segments/s", "{}").statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tier-1s/t?action=reprocess",
        "/tier-1s/t/actions/failover",
        "/segments/s?action=delete_dhcp_leases",
        "/full-sync-action?action=request_full_sync",
        "/gateways/action/reallocate",
        "/settings/firewall/stats?action=reset"
      })
  void they_are_acknowledged_without_a_body(String action) {
    admin().body("{}").post(INFRA + action).then().statusCode(200).body(emptyString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tier-1s/nobody?action=reprocess",
        "/tier-1s/nobody/actions/failover",
        "/segments/nobody?action=delete_dhcp_leases"
      })
  void an_object_that_is_not_there_cannot_be_moved(String action) {
    isRefused(admin().body("{}").post(INFRA + action).then(), 404, 600, "");
  }

  @Test
  void an_action_that_answers_its_object_does_so() {
    admin()
        .body("{}")
        .post(INFRA + "/sites/default/enforcement-points/default?action=reload")
        .then()
        .statusCode(200)
        .body("id", equalTo("default"));
  }

  @Test
  void an_unknown_action_is_refused() {
    isRefused(admin().body("{}").post(INFRA + "/tier-1s/t?action=dance").then(), 405, 405, "");
  }

  @Test
  void entries_of_a_service_come_back_in_the_order_sent() {
    String entries =
        "{'service_entries': [%s, %s, %s]}".formatted(entry("z"), entry("a"), entry("m"));
    patched("/services/s", entries).statusCode(200);

    get("/services/s").body("service_entries.id.join(' ')", equalTo("z a m"));
  }

  private static String entry(String id) {
    return "{'id': '%s', 'resource_type': 'L4PortSetServiceEntry', 'l4_protocol': 'TCP'}"
        .formatted(id);
  }
}
