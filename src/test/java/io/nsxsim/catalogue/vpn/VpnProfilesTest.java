package io.nsxsim.catalogue.vpn;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.TreeTest;
import org.junit.jupiter.api.Test;

@Covers({"IPSecVpnIkeProfile", "IPSecVpnTunnelProfile", "IPSecVpnDpdProfile"})
class VpnProfilesTest extends TreeTest {

  @Test
  void a_key_exchange_profile_is_complete() {
    fills(
        "ipsec-vpn-ike-profiles/p",
        "{}",
        "{'ike_version': 'IKE_V2', 'encryption_algorithms': ['AES_128'], 'dh_groups': ['GROUP14'],"
            + " 'digest_algorithms': ['SHA2_256'], 'sa_life_time': 86400}");
  }

  @Test
  void a_tunnel_profile_is_complete() {
    fills(
        "ipsec-vpn-tunnel-profiles/p",
        "{}",
        "{'encryption_algorithms': ['AES_GCM_128'], 'dh_groups': ['GROUP14'],"
            + " 'df_policy': 'COPY', 'enable_perfect_forward_secrecy': true,"
            + " 'sa_life_time': 3600}");
  }

  @Test
  void gcm_needs_no_digest() {
    patch("ipsec-vpn-ike-profiles/p", "{'encryption_algorithms': ['AES_GCM_192']}");
    assertThat(read("ipsec-vpn-ike-profiles/p").has("digest_algorithms")).isFalse();
    patch("ipsec-vpn-tunnel-profiles/p", "{}");
    assertThat(read("ipsec-vpn-tunnel-profiles/p").has("digest_algorithms")).isFalse();
  }

  @Test
  void gcm_needs_version_2() {
    String profile = "{'ike_version': '%s', 'encryption_algorithms': ['AES_GCM_128']}";
    conflicts("/encryption_algorithms", "ipsec-vpn-ike-profiles/p", profile.formatted("IKE_V1"));
    patch("ipsec-vpn-ike-profiles/p", profile.formatted("IKE_V2"));
  }

  @Test
  void keys_live_within_bounds() {
    isInvalid("/sa_life_time", "ipsec-vpn-ike-profiles/p", "{'sa_life_time': 21599}");
    isInvalid("/sa_life_time", "ipsec-vpn-tunnel-profiles/p", "{'sa_life_time': 899}");
    isInvalid("/dh_groups/0", "ipsec-vpn-tunnel-profiles/p", "{'dh_groups': ['GROUP1']}");
  }

  @Test
  void peers_are_asked_every_minute() {
    fills(
        "ipsec-vpn-dpd-profiles/p",
        "{}",
        "{'dpd_probe_mode': 'PERIODIC', 'dpd_probe_interval': 60, 'retry_count': 10,"
            + " 'enabled': true}");
    fills(
        "ipsec-vpn-dpd-profiles/p",
        "{'dpd_probe_mode': 'ON_DEMAND'}",
        "{'dpd_probe_interval': 10}");
  }

  @Test
  void the_interval_of_probes_depends_on_the_mode() {
    String profile = "{'dpd_probe_mode': '%s', 'dpd_probe_interval': %d}";
    isInvalid("/dpd_probe_interval", "ipsec-vpn-dpd-profiles/p", profile.formatted("PERIODIC", 2));
    isInvalid(
        "/dpd_probe_interval", "ipsec-vpn-dpd-profiles/p", profile.formatted("ON_DEMAND", 11));
    patch("ipsec-vpn-dpd-profiles/p", profile.formatted("PERIODIC", 360));
    isInvalid("/retry_count", "ipsec-vpn-dpd-profiles/p", "{'retry_count': 0}");
  }
}
