package io.nsxsim.catalogue.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.TreeTest;
import io.nsxsim.error.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Covers({"PolicyDnsForwarder", "PolicyDnsForwarderZone"})
class DnsForwardersTest extends TreeTest {

  private static final String FORWARDER = "tier-1s/web/dns-forwarder";
  private static final String ZONES_PATH = "/infra/dns-forwarder-zones/";
  private static final String BODY =
      "{'listener_ip': '10.2.2.12', 'default_forwarder_zone_path': '"
          + ZONES_PATH
          + "%s',"
          + " 'conditional_forwarder_zone_paths': ['"
          + ZONES_PATH
          + "%s']}";

  @BeforeEach
  void zones() {
    patch("tier-1s/web", "{}");
    patch("dns-forwarder-zones/all", "{'upstream_servers': ['192.0.2.53']}");
    patch(
        "dns-forwarder-zones/some",
        "{'upstream_servers': ['192.0.2.54'], 'dns_domain_names': ['example.org']}");
  }

  @Test
  void there_is_none_until_it_is_configured() {
    refuses(Reason.NOT_FOUND, "", () -> read(FORWARDER));
    patch(FORWARDER, BODY.formatted("all", "some"));
    JsonNode forwarder = read(FORWARDER);
    assertThat(forwarder.path("enabled").asBoolean()).isTrue();
    assertThat(forwarder.path("log_level").asString()).isEqualTo("INFO");
    assertThat(forwarder.path("cache_size").asInt()).isEqualTo(1024);
    delete(FORWARDER);
    refuses(Reason.NOT_FOUND, "", () -> read(FORWARDER));
  }

  @Test
  void the_default_zone_has_no_domains_and_the_others_have() {
    String conditional = "/conditional_forwarder_zone_paths/0";
    conflicts("/default_forwarder_zone_path", FORWARDER, BODY.formatted("some", "some"));
    conflicts(conditional, FORWARDER, BODY.formatted("all", "all"));
    refuses(
        Reason.INVALID_PATH,
        "default_forwarder_zone_path",
        () -> patch(FORWARDER, BODY.formatted("none", "some")));
    misses("/listener_ip", FORWARDER, BODY.formatted("all", "some").replace("listener_ip", "id"));
  }

  @Test
  void a_zone_in_use_stays_what_it_is() {
    patch(FORWARDER, BODY.formatted("all", "some"));
    refuses(Reason.IN_USE, "", () -> delete("dns-forwarder-zones/all"));
    refuses(Reason.IN_USE, "", () -> delete("dns-forwarder-zones/some"));
    conflicts(
        "/dns_domain_names", "dns-forwarder-zones/some", "{'upstream_servers': ['192.0.2.54']}");
    conflicts(
        "/dns_domain_names",
        "dns-forwarder-zones/all",
        "{'upstream_servers': ['192.0.2.53'], 'dns_domain_names': ['example.com']}");
    patch("dns-forwarder-zones/all", "{'upstream_servers': ['192.0.2.55']}");
  }

  @Test
  void a_zone_has_one_to_three_servers() {
    String zone = "dns-forwarder-zones/z";
    misses("/upstream_servers", zone, "{}");
    isInvalid("/upstream_servers", zone, "{'upstream_servers': []}");
    isInvalid(
        "/upstream_servers",
        zone,
        "{'upstream_servers': ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4']}");
    isInvalid("/source_ip", zone, "{'upstream_servers': ['192.0.2.1'], 'source_ip': 'x'}");
  }

  @Test
  void a_network_identifier_pool_runs_upwards() {
    patch("vni-pools/v", "{'start': 75001, 'end': 75100}");
    conflicts("/end", "vni-pools/v", "{'start': 75100, 'end': 75001}");
    isInvalid("/start", "vni-pools/v", "{'start': 1, 'end': 75001}");
    misses("/end", "vni-pools/v", "{'start': 75100}");
  }
}
