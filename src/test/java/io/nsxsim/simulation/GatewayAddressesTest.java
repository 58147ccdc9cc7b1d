package io.nsxsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.net.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses that a gateway has for its services, and who is told of them. */
class GatewayAddressesTest {

  private static final String SERVICES =
      """
      {'/infra/tier-1s/a/dns-forwarder': {listener_ip: '198.51.100.53', enabled: true},
       '/infra/tier-1s/a/ipsec-vpn-services/vpn': {enabled: true},
       '/infra/tier-1s/a/ipsec-vpn-services/vpn/local-endpoints/e':
           {local_address: '198.51.100.99'},
       '/infra/dhcp-server-configs/d': {server_addresses: ['100.96.0.1/30']},
       '/infra/tier-1s/a': {dhcp_config_paths: ['/infra/dhcp-server-configs/d'],
           route_advertisement_types: ['TYPE', 'TIER1_CONNECTED']}}
      """;

  @ParameterizedTest
  @CsvSource({
    "TIER1_DNS_FORWARDER_IP, 198.51.100.53, 198.51.100.99",
    "TIER1_IPSEC_LOCAL_ENDPOINT, 198.51.100.99, 198.51.100.53"
  })
  void another_tier1_reaches_what_is_advertised(String type, String told, String untold) {
    Network network = PlainNetwork.with(SERVICES.replace("TYPE", type));

    assertThat(network.traceroute("b1", told)).endsWith(told).hasSize(3);
    assertThat(network.ping("b1", untold)).isNotEqualTo(Verdict.REACHED);
  }

  @Test
  void without_a_list_only_the_ends_of_vpns_are_advertised() {
    String unset =
        SERVICES.replace(
            "route_advertisement_types: ['TYPE', 'TIER1_CONNECTED']",
            "route_advertisement_types: null");
    Network network = PlainNetwork.with(unset);

    assertThat(network.trace("b1", "198.51.100.99").verdict()).isEqualTo(Verdict.REACHED);
    assertThat(network.trace("b1", "198.51.100.53").verdict()).isNotEqualTo(Verdict.REACHED);
    assertThat(network.trace("b1", "a1").verdict()).isNotEqualTo(Verdict.REACHED);
  }

  @Test
  void the_own_segments_reach_all_of_them() {
    Network network = PlainNetwork.with(SERVICES.replace("TYPE", "TIER1_NAT"));

    for (String address : new String[] {"198.51.100.53", "198.51.100.99", "100.96.0.1"}) {
      assertThat(network.traceroute("a1", address)).containsExactly(address);
    }
  }

  @Test
  void what_is_switched_off_is_not_there() {
    Network network =
        PlainNetwork.with(
            SERVICES
                .replace("TYPE", "TIER1_DNS_FORWARDER_IP")
                .replace("enabled: true", "enabled: false"));

    assertThat(network.ping("a1", "198.51.100.53")).isNotEqualTo(Verdict.REACHED);
    assertThat(network.ping("a1", "198.51.100.99")).isNotEqualTo(Verdict.REACHED);
  }

  @Test
  void without_an_edge_there_are_no_services() {
    Network network =
        PlainNetwork.with(
            SERVICES.replace("TYPE", "TIER1_DNS_FORWARDER_IP"),
            "{'/infra/tier-1s/a/locale-services/ls': {edge_cluster_path: null}}");

    assertThat(network.ping("b1", "198.51.100.53")).isNotEqualTo(Verdict.REACHED);
    assertThat(network.ping("a1", "198.51.100.53")).isNotEqualTo(Verdict.REACHED);
  }

  @Test
  void the_dhcp_server_of_a_segment_answers_on_it() {
    Network network =
        PlainNetwork.with(
            """
            {'/infra/segments/a1': {subnets: [{gateway_address: '10.1.1.1/24',
                 dhcp_config: {resource_type: 'SegmentDhcpV4Config',
                     server_address: '10.1.1.2/24'}}]}}
            """);

    assertThat(network.traceroute("a1", "10.1.1.2")).containsExactly("10.1.1.2");
    assertThat(network.trace("b1", "10.1.1.2", Protocol.UDP, 67).verdict())
        .isEqualTo(Verdict.REACHED);
  }

  @ParameterizedTest
  @CsvSource({
    "TIER0_DNS_FORWARDER_IP, 198.51.100.54, REACHED",
    "TIER0_IPSEC_LOCAL_IP, 198.51.100.98, REACHED",
    "TIER1_DNS_FORWARDER_IP, 198.51.100.53, REACHED",
    "TIER1_IPSEC_LOCAL_ENDPOINT, 198.51.100.99, REACHED",
    "TIER0_SEGMENT, 198.51.100.53, EXITS_NETWORK"
  })
  void outside_they_are_known_by_redistribution(String type, String address, Verdict verdict) {
    Network network =
        PlainNetwork.with(
            SERVICES.replace("'TYPE'", "'TIER1_DNS_FORWARDER_IP', 'TIER1_IPSEC_LOCAL_ENDPOINT'"),
            """
            {'/infra/tier-0s/core/dns-forwarder': {listener_ip: '198.51.100.54'},
             '/infra/tier-0s/core/ipsec-vpn-services/vpn': {},
             '/infra/tier-0s/core/ipsec-vpn-services/vpn/local-endpoints/e':
                 {local_address: '198.51.100.98'},
             '/infra/tier-0s/core/locale-services/ls': {route_redistribution_config:
                 {redistribution_rules: [{route_redistribution_types: ['%s']}]}}}
            """
                .formatted(type));

    assertThat(network.trace("web", address).verdict()).isEqualTo(verdict);
  }

  @Test
  void a_static_default_route_goes_before_the_one_to_the_tier0() {
    Network network =
        PlainNetwork.with(
            """
            {'/infra/tier-1s/a/static-routes/hole': {network: '0.0.0.0/0', next_hops: [{}]}}
            """);

    assertThat(network.trace("a1", "web").fate()).isEqualTo(Fate.NULL_ROUTE);
    assertThat(network.trace("b1", "web").verdict()).isEqualTo(Verdict.REACHED);
  }
}
