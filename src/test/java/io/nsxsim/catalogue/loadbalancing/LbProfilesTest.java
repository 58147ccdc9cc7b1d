package io.nsxsim.catalogue.loadbalancing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.TreeTest;
import org.junit.jupiter.api.Test;

@Covers({
  "LBAppProfile",
  "LBMonitorProfile",
  "LBPersistenceProfile",
  "LBClientSslProfile",
  "LBServerSslProfile"
})
class LbProfilesTest extends TreeTest {

  private static String of(String type, String more) {
    return "{'resource_type': '" + type + "'" + more + "}";
  }

  @Test
  void applications_have_times() {
    fills(
        "lb-app-profiles/p",
        of("LBHttpProfile", ""),
        "{'idle_timeout': 15, 'request_header_size': 1024, 'response_header_size': 4096,"
            + " 'response_timeout': 60, 'http_redirect_to_https': false, 'ntlm': false,"
            + " 'response_buffering': false, 'server_keep_alive': false}");
    fills(
        "lb-app-profiles/t",
        of("LBFastTcpProfile", ""),
        "{'idle_timeout': 1800, 'close_timeout': 8, 'ha_flow_mirroring_enabled': false}");
    fills(
        "lb-app-profiles/u",
        of("LBFastUdpProfile", ""),
        "{'idle_timeout': 300, 'flow_mirroring_enabled': false}");
    isInvalid(
        "/close_timeout", "lb-app-profiles/t", of("LBFastTcpProfile", ", 'close_timeout': 61"));
    isInvalid("/idle_timeout", "lb-app-profiles/p", of("LBHttpProfile", ", 'idle_timeout': 5401"));
  }

  @Test
  void http_is_redirected_in_one_way() {
    conflicts(
        "/http_redirect_to",
        "lb-app-profiles/p",
        of(
            "LBHttpProfile",
            ", 'http_redirect_to': 'http://example.com', 'http_redirect_to_https': true"));
  }

  @Test
  void monitors_ask_every_five_seconds() {
    String usual = "'interval': 5, 'timeout': 5, 'rise_count': 3, 'fall_count': 3";
    fills("lb-monitor-profiles/t", of("LBTcpMonitorProfile", ""), "{" + usual + "}");
    fills(
        "lb-monitor-profiles/i",
        of("LBIcmpMonitorProfile", ""),
        "{'data_length': 56, " + usual + "}");
    fills(
        "lb-monitor-profiles/h",
        of("LBHttpMonitorProfile", ""),
        "{'request_url': '/', 'request_method': 'GET', 'request_version': 'HTTP_VERSION_1_1', "
            + usual
            + "}");
    fills(
        "lb-monitor-profiles/p",
        of("LBPassiveMonitorProfile", ""),
        "{'max_fails': 5, 'timeout': 5}");
  }

  @Test
  void monitors_ask_something() {
    misses("/send", "lb-monitor-profiles/u", of("LBUdpMonitorProfile", ", 'receive': 'a'"));
    misses("/receive", "lb-monitor-profiles/u", of("LBUdpMonitorProfile", ", 'send': 'a'"));
    isInvalid("/interval", "lb-monitor-profiles/t", of("LBTcpMonitorProfile", ", 'interval': 0"));
    misses(
        "/request_headers/0/header_value",
        "lb-monitor-profiles/h",
        of("LBHttpMonitorProfile", ", 'request_headers': [{'header_name': 'a'}]"));
  }

  @Test
  void clients_stay_with_a_server() {
    fills(
        "lb-persistence-profiles/s",
        of("LBSourceIpPersistenceProfile", ""),
        "{'timeout': 300, 'purge': 'FULL', 'persistence_shared': false,"
            + " 'ha_persistence_mirroring_enabled': false}");
    fills(
        "lb-persistence-profiles/c",
        of("LBCookiePersistenceProfile", ""),
        "{'cookie_name': 'NSXLB', 'cookie_mode': 'INSERT', 'cookie_fallback': true,"
            + " 'cookie_garble': true, 'cookie_httponly': false, 'cookie_secure': false}");
    fills("lb-persistence-profiles/g", of("LBGenericPersistenceProfile", ""), "{'timeout': 300}");
    isInvalid(
        "/timeout",
        "lb-persistence-profiles/s",
        of("LBSourceIpPersistenceProfile", ", 'timeout': 0"));
    misses(
        "/cookie_time/cookie_max_idle",
        "lb-persistence-profiles/c",
        of("LBCookiePersistenceProfile", ", 'cookie_time': {'type': 'LBPersistenceCookieTime'}"));
  }

  @Test
  void ciphers_follow_from_their_group() {
    for (String kind : new String[] {"lb-client-ssl-profiles/s", "lb-server-ssl-profiles/s"}) {
      fills(
          kind,
          "{}",
          "{'cipher_group_label': 'BALANCED', 'protocols': ['TLS_V1_1', 'TLS_V1_2'],"
              + " 'is_secure': true, 'is_fips': true, 'session_cache_enabled': true}");
      assertThat(read(kind).path("ciphers")).isNotEmpty();
      misses("/ciphers", kind, "{'cipher_group_label': 'CUSTOM', 'protocols': ['TLS_V1_2']}");
      misses(
          "/protocols",
          kind,
          "{'cipher_group_label': 'CUSTOM', 'ciphers': ['TLS_RSA_WITH_AES_128_CBC_SHA']}");
      fills(
          kind,
          "{'cipher_group_label': 'CUSTOM', 'ciphers': ['TLS_RSA_WITH_3DES_EDE_CBC_SHA'],"
              + " 'protocols': ['SSL_V3']}",
          "{'is_secure': false, 'is_fips': false}");
    }
    isInvalid("/session_cache_timeout", "lb-client-ssl-profiles/s", "{'session_cache_timeout': 0}");
  }

  @Test
  void an_action_belongs_to_a_phase() {
    String server =
        "{'ip_address': '80.0.0.1', 'ports': ['80'],"
            + " 'application_profile_path': '/infra/lb-app-profiles/http',"
            + " 'rules': [{'phase': '%s', 'actions': [{'type': '%s'}]}]}";
    conflicts(
        "/rules/0/actions/0/type",
        "lb-virtual-servers/v",
        server.formatted("HTTP_FORWARDING", "LBHttpRequestUriRewriteAction"));
    patch(
        "lb-virtual-servers/v",
        server.formatted("HTTP_REQUEST_REWRITE", "LBHttpRequestUriRewriteAction"));
    patch("lb-virtual-servers/v", server.formatted("HTTP_ACCESS", "LBConnectionDropAction"));
  }

  @Test
  void a_profile_that_a_pool_uses_stays() {
    patch("lb-monitor-profiles/t", of("LBTcpMonitorProfile", ""));
    patch("lb-pools/p", "{'active_monitor_paths': ['/infra/lb-monitor-profiles/t']}");
    isInUse("lb-monitor-profiles/t");
  }
}
