package io.nsxsim.catalogue.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.TreeTest;
import io.nsxsim.error.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Covers({"DhcpServerConfig", "DhcpRelayConfig", "DhcpStaticBindingConfig"})
class DhcpTest extends TreeTest {

  private static final String SERVER = "dhcp-server-configs/d";
  private static final String BINDINGS = "segments/s/dhcp-static-binding-configs/";
  private static final String SEGMENT =
      "{'dhcp_config_path': '/infra/dhcp-server-configs/d', 'subnets': [{'gateway_address':"
          + " '10.2.2.1/24', 'dhcp_ranges': [%s], 'dhcp_config': {'resource_type':"
          + " 'SegmentDhcpV4Config', 'server_address': '%s'}}]}";
  private static final String BINDING =
      "{'resource_type': 'DhcpV4StaticBindingConfig', 'ip_address': '%s', 'mac_address': '%s'}";
  private static final String MAC = "10:0e:00:11:22:02";

  @BeforeEach
  void server() {
    patch(SERVER, "{}");
    patch("segments/s", SEGMENT.formatted("'10.2.2.100-10.2.2.120'", "10.2.2.3/24"));
  }

  @Test
  void a_server_has_defaults() {
    JsonNode server = read(SERVER);
    assertThat(server.path("lease_time").asInt()).isEqualTo(86400);
    assertThat(server.at("/server_addresses/0").asString()).isEqualTo("100.96.0.1/30");
    assertThat(server.path("server_address").asString()).isEqualTo("100.96.0.1/30");
  }

  @Test
  void both_fields_for_its_address_say_the_same() {
    patch(SERVER, "{'server_address': '110.64.0.1/16'}");
    assertThat(read(SERVER).at("/server_addresses/0").asString()).isEqualTo("110.64.0.1/16");
    patch(SERVER, "{'server_addresses': ['2001:db8::1/64', '110.65.0.1/16']}");
    assertThat(read(SERVER).path("server_address").asString()).isEqualTo("2001:db8::1/64");
    conflicts(
        "/server_address",
        SERVER,
        "{'server_address': '110.66.0.1/16', 'server_addresses': ['110.67.0.1/16']}");
  }

  @Test
  void a_server_has_room_for_hosts_in_its_network() {
    isInvalid("/server_addresses/0", SERVER, "{'server_addresses': ['10.9.0.1/31']}");
    isInvalid("/server_addresses/0", SERVER, "{'server_addresses': ['2001:db8::1/127']}");
    isInvalid("/server_addresses/0", SERVER, "{'server_addresses': ['10.9.0.0/24']}");
    isInvalid("/server_addresses/0", SERVER, "{'server_addresses': ['10.9.0.1']}");
    conflicts(
        "/server_addresses/1", SERVER, "{'server_addresses': ['10.9.0.1/24', '10.8.0.1/24']}");
    isInvalid("/lease_time", SERVER, "{'lease_time': 59}");
  }

  @Test
  void a_relay_names_servers() {
    patch("dhcp-relay-configs/r", "{'server_addresses': ['10.9.0.1', '2001:db8::1']}");
    misses("/server_addresses", "dhcp-relay-configs/r", "{}");
    isInvalid("/server_addresses/0", "dhcp-relay-configs/r", "{'server_addresses': ['x']}");
    patch("tier-1s/web", "{'dhcp_config_paths': ['/infra/dhcp-relay-configs/r']}");
    refuses(Reason.IN_USE, "", () -> delete("dhcp-relay-configs/r"));
  }

  @Test
  void ranges_keep_out_of_the_way() {
    String ranges = "/subnets/0/dhcp_ranges/";
    conflicts(ranges + 0, "segments/s", SEGMENT.formatted("'10.2.2.1-10.2.2.9'", "10.2.2.20/24"));
    conflicts(ranges + 0, "segments/s", SEGMENT.formatted("'10.2.3.5-10.2.3.9'", "10.2.2.20/24"));
    conflicts(
        ranges + 1,
        "segments/s",
        SEGMENT.formatted("'10.2.2.5-10.2.2.9', '10.2.2.9-10.2.2.11'", "10.2.2.20/24"));
  }

  @Test
  void the_server_of_a_segment_has_an_address_of_its_own_in_the_subnet() {
    String server = "/subnets/0/dhcp_config/server_address";
    conflicts(server, "segments/s", SEGMENT.formatted("", "10.2.2.1/24"));
    conflicts(server, "segments/s", SEGMENT.formatted("", "10.2.3.3/24"));
    conflicts(server, "segments/s", SEGMENT.formatted("'10.2.2.3-10.2.2.9'", "10.2.2.3/24"));
    conflicts(
        "/subnets/0/dhcp_config/resource_type",
        "segments/s",
        SEGMENT.formatted("", "10.2.2.3/24").replace("V4", "V6"));
  }

  @Test
  void a_binding_is_for_an_address_of_the_segment() {
    patch(BINDINGS + "a", BINDING.formatted("10.2.2.167", MAC));
    assertThat(read(BINDINGS + "a").path("lease_time").asInt()).isEqualTo(86400);
    conflicts("/ip_address", BINDINGS + "a", BINDING.formatted("10.2.3.1", MAC));
    conflicts("/ip_address", BINDINGS + "a", BINDING.formatted("10.2.2.1", MAC));
    conflicts("/ip_address", BINDINGS + "a", BINDING.formatted("10.2.2.3", MAC));
    isInvalid("/mac_address", BINDINGS + "a", BINDING.formatted("10.2.2.167", "10:0e"));
  }

  @Test
  void an_address_is_bound_once() {
    patch(BINDINGS + "a", BINDING.formatted("10.2.2.167", MAC));
    patch(BINDINGS + "a", BINDING.formatted("10.2.2.167", MAC));
    conflicts("/ip_address", BINDINGS + "b", BINDING.formatted("10.2.2.167", "10:0e:00:11:22:03"));
    conflicts("/mac_address", BINDINGS + "b", BINDING.formatted("10.2.2.168", "10-0E-00-11-22-02"));
    delete(BINDINGS + "a");
    patch(BINDINGS + "b", BINDING.formatted("10.2.2.167", MAC));
  }

  @Test
  void a_host_may_be_bound_in_both_families() {
    patch(BINDINGS + "a", BINDING.formatted("10.2.2.167", MAC));
    patch(
        BINDINGS + "b",
        "{'resource_type': 'DhcpV6StaticBindingConfig', 'ip_addresses': ['2001:db8::9'],"
            + " 'mac_address': '%s'}".formatted(MAC));
  }

  @Test
  void a_metadata_proxy_leads_to_a_server() {
    String proxy = "{'server_address': '%s', 'edge_cluster_path': '" + EDGES + "'}";
    patch("metadata-proxies/m", proxy.formatted("http://192.0.2.1:5001/path"));
    assertThat(read("metadata-proxies/m").path("crypto_protocols")).hasSize(2);
    isInvalid("/server_address", "metadata-proxies/m", proxy.formatted("http://192.0.2.1:80/"));
    isInvalid("/server_address", "metadata-proxies/m", proxy.formatted("192.0.2.1"));
  }
}
