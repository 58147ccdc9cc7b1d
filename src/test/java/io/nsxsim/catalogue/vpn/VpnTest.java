package io.nsxsim.catalogue.vpn;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.TreeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Covers({
  "IPSecVpnService",
  "IPSecVpnLocalEndpoint",
  "IPSecVpnSession",
  "L2VPNService",
  "L2VPNSession"
})
class VpnTest extends TreeTest {

  private static final String GATEWAY = "tier-0s/wan";
  private static final String SERVICE = GATEWAY + "/ipsec-vpn-services/s";
  private static final String ENDPOINT = SERVICE + "/local-endpoints/e";
  private static final String SESSION = SERVICE + "/sessions/branch";
  private static final String L2 = GATEWAY + "/l2vpn-services/l2";

  @BeforeEach
  void gateway() {
    patch(GATEWAY, "{'ha_mode': 'ACTIVE_STANDBY'}");
    patch(SERVICE, "{}");
    patch(ENDPOINT, "{'local_address': '192.0.2.1'}");
  }

  private static String session(String more) {
    return "{'resource_type': 'RouteBasedIPSecVpnSession', 'psk': 'secret',"
        + " 'peer_address': '198.51.100.1', 'peer_id': '198.51.100.1',"
        + " 'local_endpoint_path': '/infra/"
        + ENDPOINT
        + "', 'tunnel_interfaces': [{'ip_subnets':"
        + " [{'ip_addresses': ['169.254.1.1'], 'prefix_length': 30}]}]"
        + more
        + "}";
  }

  private static String policyBased(String more) {
    return "{'resource_type': 'PolicyBasedIPSecVpnSession', 'peer_address': '198.51.100.1',"
        + " 'peer_id': 'branch', 'local_endpoint_path': '/infra/"
        + ENDPOINT
        + "', 'rules': [{'sources': [{'subnet': '10.1.0.0/16'}],"
        + " 'destinations': [{'subnet': '10.2.0.0/16'}]}]"
        + more
        + "}";
  }

  @Test
  void a_service_is_on() {
    shows(SERVICE, "{'enabled': true, 'ha_sync': true, 'ike_log_level': 'INFO'}");
  }

  @Test
  void a_rule_of_a_service_bypasses_and_one_of_a_session_protects() {
    patch(SERVICE, "{'bypass_rules': [{'sources': [{'subnet': '10.1.0.0/16'}]}]}");
    assertThat(read(SERVICE).at("/bypass_rules/0/action").asString()).isEqualTo("BYPASS");
    patch(SESSION, policyBased(""));
    assertThat(read(SESSION).at("/rules/0/action").asString()).isEqualTo("PROTECT");
    assertThat(read(SESSION).at("/rules/0/enabled").asBoolean()).isTrue();
  }

  @Test
  void a_subnet_is_a_network() {
    isInvalid(
        "/bypass_rules/0/sources/0/subnet",
        SERVICE,
        "{'bypass_rules': [{'sources': [{'subnet': 'everywhere'}]}]}");
    isInvalid("/ike_log_level", SERVICE, "{'ike_log_level': 'LOUD'}");
  }

  @Test
  void an_endpoint_has_an_address() {
    misses("/local_address", SERVICE + "/local-endpoints/other", "{}");
    isInvalid("/local_address", SERVICE + "/local-endpoints/other", "{'local_address': 'here'}");
    leadsAstray(
        "certificate_path",
        ENDPOINT,
        "{'local_address': '192.0.2.1', 'certificate_path': '/infra/certificates/none'}");
  }

  @Test
  void a_session_tells_no_secret() {
    patch(SESSION, session(""));
    assertThat(read(SESSION).has("psk")).isFalse();
    patch(SESSION, session("").replace("'psk': 'secret',", ""));
    isInvalid("/psk", SESSION, session("").replace("secret", "s".repeat(129)));
  }

  @Test
  void a_session_falls_back_to_the_profiles_of_the_system() {
    install("ipsec-vpn-ike-profiles/nsx-default-l3vpn-ike-profile", "{}");
    install("ipsec-vpn-tunnel-profiles/nsx-default-l3vpn-tunnel-profile", "{}");
    install("ipsec-vpn-dpd-profiles/nsx-default-l3vpn-dpd-profile", "{}");
    String dpd =
        "'dpd_profile_path': '/infra/ipsec-vpn-dpd-profiles/nsx-default-l3vpn-dpd-profile'";
    fills(
        SESSION,
        session(""),
        "{'enabled': true, 'authentication_mode': 'PSK', 'compliance_suite': 'NONE',"
            + " 'connection_initiation_mode': 'INITIATOR',"
            + " 'ike_profile_path':"
            + " '/infra/ipsec-vpn-ike-profiles/nsx-default-l3vpn-ike-profile',"
            + " 'tunnel_profile_path':"
            + " '/infra/ipsec-vpn-tunnel-profiles/nsx-default-l3vpn-tunnel-profile', "
            + dpd
            + "}");
    fills(SESSION, session(", 'compliance_suite': 'CNSA'"), "{" + dpd + "}");
    assertThat(read(SESSION).has("ike_profile_path")).isFalse();
  }

  @Test
  void a_session_needs_its_parts() {
    misses("/peer_address", SESSION, session("").replace("'peer_address': '198.51.100.1',", ""));
    misses("/peer_id", SESSION, session("").replace("'peer_id': '198.51.100.1',", ""));
    misses("/rules", SESSION, policyBased("").replace("'rules':", "'tags': [], 'rulez':"));
    isInvalid("/tunnel_interfaces", SESSION, session("").replaceFirst("\\[\\{'ip_sub.*]}]", "[]"));
    leadsAstray("ike_profile_path", SESSION, session(", 'ike_profile_path': '/infra/" + L2 + "'"));
  }

  @Test
  void certificates_need_one_at_the_endpoint() {
    conflicts("/authentication_mode", SESSION, session(", 'authentication_mode': 'CERTIFICATE'"));
  }

  @Test
  void what_a_session_uses_stays() {
    patch("ipsec-vpn-dpd-profiles/p", "{}");
    patch(SESSION, session(", 'dpd_profile_path': '/infra/ipsec-vpn-dpd-profiles/p'"));
    isInUse(ENDPOINT);
    isInUse("ipsec-vpn-dpd-profiles/p");
    isInUse(SERVICE);
    delete(SESSION);
    delete(ENDPOINT);
    delete(SERVICE);
  }

  @Test
  void services_are_below_locale_services_too() {
    String service = GATEWAY + "/locale-services/default/ipsec-vpn-services/s";
    patch(GATEWAY + "/locale-services/default", "{'edge_cluster_path': '" + EDGES + "'}");
    fills(service, "{}", "{'enabled': true, 'resource_type': 'IPSecVpnService'}");
  }

  private static String stretched(String session) {
    return "{'transport_tunnels': ['/infra/" + session + "']}";
  }

  @Test
  void a_layer_2_service_is_a_server() {
    fills(L2, "{}", "{'mode': 'SERVER', 'enable_hub': true}");
    isInvalid("/mode", L2, "{'mode': 'PEER'}");
    isInvalid("/encap_ip_pool/0", L2, "{'encap_ip_pool': ['many']}");
  }

  @Test
  void a_layer_2_session_travels_in_a_route_based_one() {
    patch(L2, "{}");
    patch(SESSION, session(""));
    fills(L2 + "/sessions/x", stretched(SESSION), "{'enabled': true}");
    misses("/transport_tunnels", L2 + "/sessions/x", "{}");
    leadsAstray("transport_tunnels", L2 + "/sessions/x", stretched(SESSION + "none"));
    isInvalid(
        "/tcp_mss_clamping/max_segment_size",
        L2 + "/sessions/x",
        stretched(SESSION).replace("{", "{'tcp_mss_clamping': {'max_segment_size': 107}, "));
    isInUse(SESSION);
    patch(SERVICE + "/sessions/other", policyBased(""));
    conflicts("/transport_tunnels/0", L2 + "/sessions/x", stretched(SERVICE + "/sessions/other"));
  }

  @Test
  void a_client_has_one_server() {
    patch(L2, "{'mode': 'CLIENT'}");
    patch(SESSION, session(""));
    patch(L2 + "/sessions/one", stretched(SESSION));
    patch(L2 + "/sessions/one", stretched(SESSION));
    conflicts("/parent_path", L2 + "/sessions/two", stretched(SESSION));
  }

  @Test
  void a_tunnel_is_in_a_network_of_its_addresses_family() {
    String tunnel = session("").replace("'prefix_length': 30", "'prefix_length': 64");
    isInvalid("/tunnel_interfaces/0/ip_subnets/0/prefix_length", SESSION, tunnel);
    patch(SESSION, tunnel.replace("169.254.1.1", "2001:db8::1"));
  }

  @Test
  void a_policy_based_session_protects_something() {
    String none = policyBased("").replaceFirst("'rules': .*]}]", "'rules': []");
    isInvalid("/rules", SESSION, none);
  }
}
