package io.nsxsim.catalogue.loadbalancing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.TreeTest;
import io.nsxsim.error.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Covers({"LBService", "LBPool", "LBVirtualServer"})
class LoadBalancingTest extends TreeTest {

  @BeforeEach
  void gateway() {
    patch("tier-1s/web", "{}");
    patch("lb-services/lb", "{'connectivity_path': '/infra/tier-1s/web'}");
  }

  private static String server(String profile, String port) {
    return "{'ip_address': '80.0.0.1', 'ports': ['"
        + port
        + "'], 'lb_service_path': '/infra/lb-services/lb',"
        + " 'application_profile_path': '/infra/lb-app-profiles/"
        + profile
        + "'}";
  }

  @Test
  void a_gateway_has_one_service() {
    conflicts(
        "/connectivity_path", "lb-services/again", "{'connectivity_path': '/infra/tier-1s/web'}");
    patch("lb-services/lb", "{'connectivity_path': '/infra/tier-1s/web', 'size': 'MEDIUM'}");
    patch("lb-services/again", "{'connectivity_path': ''}");
  }

  @Test
  void a_distributed_service_is_on_a_group() {
    patch("domains/default/groups/g", "{}");
    conflicts(
        "/size",
        "lb-services/d",
        "{'connectivity_path': '/infra/domains/default/groups/g', 'size': 'SMALL'}");
    conflicts(
        "/size", "lb-services/lb", "{'connectivity_path': '/infra/tier-1s/web', 'size': 'DLB'}");
  }

  @Test
  void an_address_and_port_is_served_once() {
    patch("lb-virtual-servers/one", server("http", "80"));
    conflicts("/ports", "lb-virtual-servers/two", server("tcp", "79-81"));
    patch("lb-virtual-servers/two", server("tcp", "443"));
  }

  @Test
  void tcp_and_udp_have_ports_of_their_own() {
    patch("lb-virtual-servers/one", server("tcp", "53"));
    patch("lb-virtual-servers/two", server("udp", "53"));
    assertThat(read("lb-virtual-servers").path("result_count").asInt()).isEqualTo(2);
  }

  @Test
  void a_virtual_server_needs_its_parts() {
    misses("/application_profile_path", "lb-virtual-servers/v", "{'ip_address': '80.0.0.1'}");
    misses("/ip_address", "lb-virtual-servers/v", "{'ports': ['80']}");
    misses("/ports", "lb-virtual-servers/v", "{'ip_address': '80.0.0.1'}");
    isInvalid("/ports/0", "lb-virtual-servers/v", server("tcp", "http"));
    refuses(
        Reason.INVALID_PATH,
        "application_profile_path",
        () -> patch("lb-virtual-servers/v", server("none", "80")));
  }

  @Test
  void an_empty_path_is_none() {
    patch("lb-virtual-servers/v", server("tcp", "80").replace("{", "{'pool_path': '', "));
    assertThat(read("lb-virtual-servers/v").path("enabled").asBoolean()).isTrue();
  }

  @Test
  void only_http_has_rules() {
    String rules = "{'rules': [{'actions': [{'type': 'LBSelectPoolAction', 'pool_id': 'p'}]}], ";
    conflicts("/rules", "lb-virtual-servers/v", server("tcp", "80").replace("{'ip", rules + "'ip"));
  }

  @Test
  void a_tcp_server_ends_tls_as_well() {
    String tls = "{'server_ssl_profile_binding': {'server_auth': 'IGNORE'}, 'ip";
    patch("lb-virtual-servers/v", server("tcp", "80").replace("{'ip", tls));
    assertThat(read("lb-virtual-servers/v").path("server_ssl_profile_binding").isMissingNode())
        .isFalse();
  }

  @Test
  void only_http_persists_by_cookies() {
    patch("lb-persistence-profiles/cookie", "{'resource_type': 'LBCookiePersistenceProfile'}");
    String persistent =
        "{'lb_persistence_profile_path': '/infra/lb-persistence-profiles/cookie', 'ip";
    patch("lb-virtual-servers/v", server("http", "80").replace("{'ip", persistent));
    conflicts(
        "/lb_persistence_profile_path",
        "lb-virtual-servers/v",
        server("tcp", "80").replace("{'ip", persistent));
  }

  @Test
  void a_pool_has_members_or_a_group() {
    patch("domains/default/groups/g", "{}");
    conflicts(
        "/members",
        "lb-pools/p",
        "{'members': [{'ip_address': '10.0.0.2'}],"
            + " 'member_group': {'group_path': '/infra/domains/default/groups/g'}}");
  }

  @Test
  void a_member_has_an_address_and_a_single_port() {
    patch("lb-pools/p", "{'members': [{'ip_address': '10.0.0.2', 'port': '80'}]}");
    assertThat(read("lb-pools/p").at("/members/0/weight").asInt()).isEqualTo(1);
    misses("/members/0/ip_address", "lb-pools/p", "{'members': [{'port': '80'}]}");
    isInvalid(
        "/members/0/port",
        "lb-pools/p",
        "{'members': [{'ip_address': '10.0.0.2', 'port': '8-9'}]}");
  }

  @Test
  void monitors_are_used_as_what_they_are() {
    patch("lb-monitor-profiles/tcp", "{'resource_type': 'LBTcpMonitorProfile'}");
    patch("lb-monitor-profiles/quiet", "{'resource_type': 'LBPassiveMonitorProfile'}");
    patch(
        "lb-pools/p",
        "{'active_monitor_paths': ['/infra/lb-monitor-profiles/tcp'],"
            + " 'passive_monitor_path': '/infra/lb-monitor-profiles/quiet'}");
    conflicts(
        "/active_monitor_paths/0",
        "lb-pools/p",
        "{'active_monitor_paths': ['/infra/lb-monitor-profiles/quiet']}");
    conflicts(
        "/passive_monitor_path",
        "lb-pools/p",
        "{'passive_monitor_path': '/infra/lb-monitor-profiles/tcp'}");
  }

  @Test
  void a_pool_translates_to_at_most_64_addresses_in_a_row() {
    String pool =
        "{'snat_translation': {'type': 'LBSnatIpPool', 'ip_addresses': [{'ip_address': '%s'}]}}";
    patch("lb-pools/p", pool.formatted("80.0.0.1-80.0.0.64"));
    isInvalid(
        "/snat_translation/ip_addresses/0/ip_address",
        "lb-pools/p",
        pool.formatted("80.0.0.1-80.0.0.65"));
  }

  @Test
  void a_profile_names_its_kind() {
    misses("/resource_type", "lb-app-profiles/p", "{}");
    isInvalid("/resource_type", "lb-app-profiles/p", "{'resource_type': 'LBMagicProfile'}");
  }

  @Test
  void a_pool_in_use_stays() {
    patch("lb-pools/p", "{}");
    patch(
        "lb-virtual-servers/v",
        server("tcp", "80").replace("{", "{'pool_path': '/infra/lb-pools/p', "));
    refuses(Reason.IN_USE, "", () -> delete("lb-pools/p"));
  }
}
