package io.nsxsim.simulation;

import static io.nsxsim.simulation.LoadBalancerNetwork.VIP;
import static io.nsxsim.simulation.LoadBalancerNetwork.members;
import static io.nsxsim.simulation.LoadBalancerNetwork.network;
import static io.nsxsim.simulation.LoadBalancerNetwork.pool;
import static io.nsxsim.simulation.LoadBalancerNetwork.reached;
import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way from a virtual server to a member of its pool, and back. */
class LoadBalancerLegTest {

  @Test
  void the_member_gets_the_connection_from_the_tier1s_own_address_on_its_own_port() {
    Trace trace = network("{}").open("client", VIP, 80);
    Packet arrived = trace.hops().getLast().before();

    assertThat(trace.verdict()).isEqualTo(Verdict.REACHED);
    assertThat(arrived.source()).isEqualTo(IpAddress.of("100.64.1.1"));
    assertThat(arrived.destination()).isEqualTo(IpAddress.of("10.1.1.5"));
    assertThat(arrived.destinationPort()).isEqualTo(8080);
    assertThat(trace.returnPath().orElseThrow().verdict()).isEqualTo(Verdict.REACHED);
  }

  @Test
  void a_probe_that_is_served_is_answered_at_the_virtual_servers_hop() {
    assertThat(network("{}").traceroute("client", VIP, Protocol.TCP, Optional.of(80)))
        .containsExactly("10.2.1.1", "100.64.2.0", VIP);
  }

  @Test
  void with_the_clients_ttl_the_virtual_server_is_seen_twice() {
    Network network = network("{}");
    Tracer keeping = new Tracer(network.fabric(), new Options(false, true, false, true, true));
    Flow flow = network.flow("client", VIP, Protocol.TCP, 80);

    assertThat(keeping.probe(flow, 3))
        .contains(new Answer(AnswerKind.TIME_EXCEEDED, IpAddress.of(VIP)));
    assertThat(keeping.probe(flow, 4)).contains(new Answer(AnswerKind.REPLY, IpAddress.of(VIP)));
  }

  @Test
  void its_own_address_may_also_be_the_one_the_member_is_reached_from() {
    Network network = network("{}");
    Tracer tracer = new Tracer(network.fabric(), new Options(false, true, false, false, false));

    Trace trace = tracer.trace(network.flow("client", VIP, Protocol.TCP, 80));
    assertThat(trace.hops().getLast().before().source()).isEqualTo(IpAddress.of("10.1.1.1"));
  }

  @Test
  void a_pool_of_addresses_takes_the_place_of_the_client() {
    Trace trace =
        network(
                pool(
                    "snat_translation: {type: 'LBSnatIpPool', ip_addresses: [{ip_address:"
                        + " '198.51.100.64', prefix_length: 31}]}"))
            .open("client", VIP, 80);

    assertThat(trace.hops().getLast().before().source())
        .isIn(IpAddress.of("198.51.100.64"), IpAddress.of("198.51.100.65"));
    assertThat(trace.returnPath().orElseThrow().verdict()).isEqualTo(Verdict.REACHED);
  }

  @Test
  void without_translation_the_member_sees_the_client_and_answers_through_its_gateway() {
    Trace trace =
        network(pool("snat_translation: {type: 'LBSnatDisabled'}")).open("client", VIP, 80);

    assertThat(trace.hops().getLast().before().source()).isEqualTo(IpAddress.of("10.2.1.5"));
    assertThat(trace.returnPath().orElseThrow().verdict()).isEqualTo(Verdict.REACHED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"s6", "near"})
  void without_translation_a_client_on_the_same_tier1_is_answered_past_the_load_balancer(
      String client) {
    Network direct = network(pool("snat_translation: {type: 'LBSnatDisabled'}"));

    assertThat(direct.open(client, VIP, 80).returnPath().orElseThrow().verdict())
        .isEqualTo(Verdict.UNKNOWN);
    assertThat(network("{}").open(client, VIP, 80).returnPath().orElseThrow().verdict())
        .isEqualTo(Verdict.REACHED);
  }

  /** How many of 100 flows get to the member of weight 8. */
  @Test
  void an_access_list_lets_its_group_in_or_keeps_it_out() {
    String list =
        """
        {'/infra/domains/default/groups/g': {expression: [{resource_type: 'IPAddressExpression',
             ip_addresses: ['10.2.1.0/24']}]},
         '/infra/lb-virtual-servers/vip': {access_list_control: {action: 'ACTION',
             enabled: true, group_path: '/infra/domains/default/groups/g'}}}
        """;

    assertThat(network(list.replace("ACTION", "ALLOW")).connect("client", VIP, 80))
        .isEqualTo(Verdict.REACHED);
    Trace dropped = network(list.replace("ACTION", "DROP")).open("client", VIP, 80);
    assertThat(dropped.fate()).isEqualTo(Fate.ACCESS_LIST);
    assertThat(dropped.decidingPath()).contains(new PolicyPath("/infra/lb-virtual-servers/vip"));
    assertThat(network(list.replace("ACTION", "ALLOW")).open("near", VIP, 80).fate())
        .isEqualTo(Fate.ACCESS_LIST);
    assertThat(
            network(list.replace("ACTION", "DROP").replace("enabled: true", "enabled: false"))
                .connect("client", VIP, 80))
        .isEqualTo(Verdict.REACHED);
  }

  @Test
  void a_member_without_port_gets_the_default_port_or_the_one_that_was_called() {
    String bare = members("{ip_address: '10.1.1.5'}");
    String one = "{'/infra/lb-virtual-servers/vip': {default_pool_member_ports: ['9000']}}";
    String each =
        "{'/infra/lb-virtual-servers/vip': {default_pool_member_ports: ['8080', '8443']}}";

    assertThat(memberPort(network(bare), 443)).isEqualTo(443);
    assertThat(memberPort(network(bare, one), 443)).isEqualTo(9000);
    assertThat(memberPort(network(bare, each), 80)).isEqualTo(8080);
    assertThat(memberPort(network(bare, each), 443)).isEqualTo(8443);
  }

  @Test
  void a_udp_profile_serves_udp() {
    Network network =
        network(
            """
            {'/infra/lb-app-profiles/udp': {resource_type: 'LBFastUdpProfile'},
             '/infra/lb-virtual-servers/vip': {ports: ['53'],
                 application_profile_path: '/infra/lb-app-profiles/udp'}}
            """);

    assertThat(reached(network.trace("client", VIP, Protocol.UDP, 53))).isEqualTo("10.1.1.5");
    assertThat(network.open("client", VIP, 53).hops().getLast().device())
        .contains("/infra/tier-1s/shop");
  }

  @Test
  void with_one_arm_the_member_is_reached_from_the_service_interface_and_answers_to_it() {
    Network network =
        Network.of(
            """
            {virtual_machines: [
               {id: 'vm', interfaces: [{ip_addresses: ['192.168.9.50/24'],
                   segment_port_path: '/infra/segments/vlan/ports/vm'}]},
               {id: 'server', interfaces: [{ip_addresses: ['192.168.9.60/24'],
                   segment_port_path: '/infra/segments/vlan/ports/server'}]}]}
            """,
            """
            {'/infra/segments/vlan': {vlan_ids: ['9']},
             '/infra/tier-1s/arm': {},
             '/infra/tier-1s/arm/locale-services/ls': {edge_cluster_path: '/infra/c'},
             '/infra/tier-1s/arm/locale-services/ls/interfaces/s': {
                 segment_path: '/infra/segments/vlan',
                 subnets: [{ip_addresses: ['192.168.9.2'], prefix_len: 24}]},
             '/infra/lb-services/lb': {connectivity_path: '/infra/tier-1s/arm'},
             '/infra/lb-pools/pool': {members: [{ip_address: '192.168.9.60', port: '80'}],
                 snat_translation: {type: 'MODE', ip_addresses: [{ip_address: '192.168.9.99'}]}},
             '/infra/lb-virtual-servers/vip': {ip_address: '192.168.9.200', ports: ['80'],
                 pool_path: '/infra/lb-pools/pool', lb_service_path: '/infra/lb-services/lb'}}
            """
                .replace("MODE", "LBSnatAutoMap"));
    Trace trace = network.open("vm", "192.168.9.200", 80);

    assertThat(trace.hops().getLast().before().source()).isEqualTo(IpAddress.of("192.168.9.2"));
    assertThat(trace.returnPath().orElseThrow().verdict()).isEqualTo(Verdict.REACHED);
  }

  @Test
  void what_lies_between_the_load_balancer_and_a_distant_member_is_not_seen() {
    Network network =
        network(
            members("{ip_address: '10.2.1.5'}"),
            "{'/infra/tier-0s/core': {ha_mode: 'ACTIVE_STANDBY'}}");
    Flow flow = network.flow("near", VIP, Protocol.TCP, 80);
    Tracer tracer = new Tracer(network.fabric());

    assertThat(tracer.trace(flow).hops()).hasSizeGreaterThan(3);
    for (int ttl = 1; ttl <= 4; ttl++) {
      assertThat(tracer.probe(flow, ttl)).contains(new Answer(AnswerKind.REPLY, IpAddress.of(VIP)));
    }
  }

  @Test
  void the_addresses_that_take_the_clients_place_are_the_gateways_own() {
    Network network =
        network(
            pool(
                "snat_translation: {type: 'LBSnatIpPool', ip_addresses: [{ip_address:"
                    + " '198.51.100.64'}]}"));

    assertThat(network.traceroute("near", "198.51.100.64")).containsExactly("198.51.100.64");
  }

  @Test
  void rules_on_contents_leave_the_verdict_open() {
    Trace trace =
        network("{'/infra/lb-virtual-servers/vip': {rules: [{phase: 'HTTP_FORWARDING'}]}}")
            .open("client", VIP, 80);

    assertThat(trace.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(trace.assumptions()).anyMatch(text -> text.contains("rules on contents"));
  }

  @Test
  void a_member_that_no_route_reaches_ends_at_the_load_balancer() {
    Network network = network(members("{ip_address: '10.9.9.9'}"), noDefault());

    assertThat(network.open("near", VIP, 80).fate()).isEqualTo(Fate.NO_ROUTE);
  }

  @Test
  void the_distributed_firewall_stands_before_the_member_and_sees_the_tier1() {
    String drop =
        """
        {'/infra/domains/default/security-policies/p': {category: 'Application', rules: [
            {id: 'r', action: 'DROP', direction: 'IN', source_groups: ['SOURCE']}]}}
        """;

    assertThat(network(drop.replace("SOURCE", "100.64.1.1")).connect("client", VIP, 80))
        .isEqualTo(Verdict.BLOCKED);
    assertThat(network(drop.replace("SOURCE", "10.2.1.5")).connect("client", VIP, 80))
        .isEqualTo(Verdict.REACHED);
  }

  private static String noDefault() {
    return "{'/infra/tier-1s/shop': {tier0_path: ''}}";
  }

  private static int memberPort(Network network, int port) {
    return network.open("client", VIP, port).hops().getLast().before().destinationPort();
  }
}
