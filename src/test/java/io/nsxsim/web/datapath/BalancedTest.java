package io.nsxsim.web.datapath;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Status and statistics of a load balancer with the machine {@code b} as its only real member. */
class BalancedTest extends DatapathHttpTest {

  private static final String SERVICE = "/infra/lb-services/lb";
  private static final String POOL = SERVICE + "/lb-pools/web";
  private static final String SERVER = SERVICE + "/lb-virtual-servers/vip";

  @BeforeEach
  void balancer() {
    patched("/infra/lb-app-profiles/tcp", "{'resource_type': 'LBFastTcpProfile'}");
    patched("/infra/lb-services/lb", "{'connectivity_path': '/infra/tier-1s/web'}");
    patched(
        "/infra/lb-monitor-profiles/tcp",
        "{'resource_type': 'LBTcpMonitorProfile', 'monitor_port': 80}");
    patched(
        "/infra/lb-pools/web",
        "{'active_monitor_paths': ['/infra/lb-monitor-profiles/tcp'], 'members':"
            + " [{'ip_address': '10.2.0.11', 'port': '80'},"
            + " {'ip_address': '10.2.0.99', 'port': '80'}],"
            + " 'snat_translation': {'type': 'LBSnatAutoMap'}}");
    patched(
        "/infra/lb-virtual-servers/vip",
        "{'ip_address': '198.51.100.80', 'ports': ['80'], 'pool_path': '/infra/lb-pools/web',"
            + " 'lb_service_path': '/infra/lb-services/lb', 'application_profile_path':"
            + " '/infra/lb-app-profiles/tcp'}");
  }

  @Test
  void a_member_that_no_monitor_reaches_is_down_and_its_pool_partially_up() {
    get(POOL + "/detailed-status")
        .body("results[0].status", equalTo("PARTIALLY_UP"))
        .body("results[0].members.status", contains("UP", "DOWN"));
    get(SERVER + "/detailed-status").body("results[0].status", equalTo("PARTIALLY_UP"));
  }

  @Test
  void without_a_running_member_all_is_down() {
    admin()
        .body(quoted("{'power_state': 'VM_STOPPED'}"))
        .patch("/nsxsim/api/v1/inventory/virtual-machines/b")
        .then()
        .statusCode(200);
    get(POOL + "/detailed-status").body("results[0].status", equalTo("DOWN"));
    get(SERVER + "/detailed-status").body("results[0].status", equalTo("DOWN"));
    patched("/infra/lb-virtual-servers/vip", "{'enabled': false}", true);
    get(SERVER + "/detailed-status").body("results[0].status", equalTo("DISABLED"));
  }

  @Test
  void connections_are_counted_at_server_pool_and_member() {
    for (int i = 0; i < 2; i++) {
      admin()
          .get("/nsxsim/api/v1/connect?from=a&to=198.51.100.80&port=80&format=json")
          .then()
          .body("result", equalTo("CONNECTED"));
    }
    get(SERVER + "/statistics")
        .body("results[0].statistics.total_sessions", equalTo(2))
        .body("results[0].statistics.packets_in", equalTo(2))
        .body("results[0].statistics.packets_out", equalTo(2));
    get(POOL + "/statistics")
        .body("results[0].statistics.packets_in", equalTo(2))
        .body("results[0].members.statistics.packets_in", contains(2, 0));
    get(SERVICE + "/statistics")
        .body("results[0].virtual_servers[0].statistics.total_sessions", equalTo(2))
        .body("results[0].pools[0].members[0].statistics.total_sessions", equalTo(2));
  }

  @Test
  void where_no_virtual_server_listens_a_gateway_refuses_connections() {
    for (String closed : new String[] {"198.51.100.80&port=81", "10.1.0.1&port=443"}) {
      admin()
          .get("/nsxsim/api/v1/connect?from=a&format=json&to=" + closed)
          .then()
          .body("result", equalTo("REFUSED"));
    }
  }

  @Test
  void a_router_outside_refuses_connections() {
    admin()
        .get("/nsxsim/api/v1/connect?from=a&format=json&to=192.0.2.1&port=80")
        .then()
        .body("result", equalTo("REFUSED"));
  }

  @Test
  void a_machine_without_a_route_learns_at_once_that_it_cannot_connect() {
    admin()
        .body(
            quoted(
                "{'id': 'lonely', 'display_name': 'lonely', 'kind': 'VM', 'interfaces': [{"
                    + "'segment_port_path': '/infra/segments/uplink/ports/lonely',"
                    + " 'mac_address': '00:50:56:00:00:09', 'ip_addresses': ['192.0.2.77/24']}]}"))
        .put("/nsxsim/api/v1/inventory/virtual-machines/lonely")
        .then()
        .statusCode(200);
    admin()
        .get("/nsxsim/api/v1/connect?from=lonely&format=json&to=10.1.0.11&port=80")
        .then()
        .body("result", equalTo("UNREACHABLE"));
  }

  private void patched(String path, String body, boolean partial) {
    ValidatableResponse response =
        admin()
            .header("nsx-enable-partial-patch", partial)
            .body(quoted(body))
            .patch(POLICY + path)
            .then();
    response.statusCode(200);
  }
}
