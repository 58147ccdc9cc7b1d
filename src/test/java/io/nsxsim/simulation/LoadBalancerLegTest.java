package io.nsxsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way from a virtual server to a member of its pool, and back. */
class LoadBalancerLegTest {

  private static final String VIP = "198.51.100.10";

  /** A tier-1 "shop" with the load balancer and three servers, and a client on another tier-1. */
  private static final String POLICY =
      """
      {'/infra/tier-0s/core': {ha_mode: 'ACTIVE_STANDBY'},
       '/infra/tier-1s/shop': {tier0_path: '/infra/tier-0s/core',
           route_advertisement_types: ['TIER1_LB_VIP']},
       '/infra/tier-1s/shop/locale-services/ls': {edge_cluster_path: '/infra/c'},
       '/infra/segments/shop': {connectivity_path: '/infra/tier-1s/shop',
           subnets: [{gateway_address: '10.1.1.1/24'}]},
       '/infra/segments/near': {connectivity_path: '/infra/tier-1s/shop',
           subnets: [{gateway_address: '10.1.2.1/24'}]},
       '/infra/lb-services/lb': {connectivity_path: '/infra/tier-1s/shop'},
       '/infra/lb-pools/pool': {members: [{ip_address: '10.1.1.5', port: '8080'}]},
       '/infra/lb-virtual-servers/vip': {ip_address: '198.51.100.10', ports: ['80', '443'],
           lb_service_path: '/infra/lb-services/lb', pool_path: '/infra/lb-pools/pool'},
       '/infra/tier-1s/client': {tier0_path: '/infra/tier-0s/core',
           route_advertisement_types: ['TIER1_CONNECTED']},
       '/infra/segments/client': {connectivity_path: '/infra/tier-1s/client',
           subnets: [{gateway_address: '10.2.1.1/24'}]}}
      """;

  private static final String INVENTORY =
      """
      {virtual_machines: [
         {id: 's5', interfaces: [{segment_port_path: '/infra/segments/shop/ports/s5',
             ip_addresses: ['10.1.1.5/24'], default_gateway: '10.1.1.1'}]},
         {id: 's6', interfaces: [{segment_port_path: '/infra/segments/shop/ports/s6',
             ip_addresses: ['10.1.1.6/24'], default_gateway: '10.1.1.1'}]},
         {id: 's7', interfaces: [{segment_port_path: '/infra/segments/shop/ports/s7',
             ip_addresses: ['10.1.1.7/24'], default_gateway: '10.1.1.1'}]},
         {id: 'near', interfaces: [{segment_port_path: '/infra/segments/near/ports/p',
             ip_addresses: ['10.1.2.5/24'], default_gateway: '10.1.2.1'}]},
         {id: 'client', interfaces: [{segment_port_path: '/infra/segments/client/ports/p',
             ip_addresses: ['10.2.1.5/24'], default_gateway: '10.2.1.1'}]}],
       router_links: [{tier1_path: '/infra/tier-1s/shop', network: '100.64.1.0/31'},
                      {tier1_path: '/infra/tier-1s/client', network: '100.64.2.0/31'}]}
      """;

  private static final String THREE =
      """
      {'/infra/lb-pools/pool': {algorithm: 'ALGORITHM', members: [
          {ip_address: '10.1.1.5', port: '8080', weight: 1},
          {ip_address: '10.1.1.6', port: '8080', weight: 8},
          {ip_address: '10.1.1.7', port: '8080', weight: 1}]}}
      """;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ROUND_ROBIN",
        "WEIGHTED_ROUND_ROBIN",
        "LEAST_CONNECTION",
        "WEIGHTED_LEAST_CONNECTION",
        "IP_HASH"
      })
  void every_member_is_a_path_and_a_flow_keeps_the_one_it_takes(String algorithm) {
    Network network = network(THREE.replace("ALGORITHM", algorithm));
    Trace trace = network.open("client", VIP, 80);

    assertThat(trace.paths()).hasSize(3).contains(trace.taken());
    assertThat(network.open("client", VIP, 80).taken()).isEqualTo(trace.taken());
    assertThat(trace.assumptions()).anyMatch(text -> text.contains("a hash decides"));
  }

  @Test
  void flows_are_spread_by_weight_or_evenly_and_ip_hash_keeps_a_client_with_its_server() {
    assertThat(share("ROUND_ROBIN")).isBetween(20, 50);
    assertThat(share("LEAST_CONNECTION")).isBetween(20, 50);
    assertThat(share("WEIGHTED_ROUND_ROBIN")).isBetween(65, 95);
    assertThat(share("WEIGHTED_LEAST_CONNECTION")).isBetween(65, 95);
    assertThat(share("IP_HASH")).isIn(0, 100);
  }

  /** How many of 100 flows get to the member of weight 8. */
  private static int share(String algorithm) {
    Network network = network(THREE.replace("ALGORITHM", algorithm));
    Tracer tracer = new Tracer(network.fabric());
    int count = 0;
    for (int port = 1; port <= 100; port++) {
      Flow flow = network.flow("client", VIP, Protocol.TCP, 80).withPorts(40000 + port, 80);
      Packet arrived = tracer.trace(flow).hops().getLast().before();
      count += arrived.destination().equals(IpAddress.of("10.1.1.6")) ? 1 : 0;
    }
    return count;
  }

  @ParameterizedTest
  @ValueSource(strings = {"DISABLED", "GRACEFUL_DISABLED"})
  void a_member_that_is_disabled_takes_no_new_connection(String state) {
    Trace trace =
        network(
                members(
                    "{ip_address: '10.1.1.5', admin_state: '%s'}, {ip_address: '10.1.1.6'}"
                        .formatted(state)))
            .open("client", VIP, 80);

    assertThat(reached(trace)).isEqualTo("10.1.1.6");
    assertThat(trace.paths()).hasSize(1);
  }

  @Test
  void a_backup_member_serves_only_while_too_few_others_are_up() {
    String members = "{ip_address: '10.1.1.5'}, {ip_address: '10.1.1.6', backup_member: true}";

    assertThat(reached(network(members(members)).open("client", VIP, 80))).isEqualTo("10.1.1.5");
    assertThat(
            reached(
                network(members(members), pool("min_active_members: 2")).open("client", VIP, 80)))
        .isEqualTo("10.1.1.6");
  }

  @Test
  void a_pool_with_too_few_members_and_no_backup_serves_nobody() {
    Network network = network(pool("min_active_members: 2"));

    assertThat(network.open("client", VIP, 80).fate()).isEqualTo(Fate.NO_POOL_MEMBER);
  }

  @Test
  void a_sorry_pool_serves_what_the_pool_cannot() {
    Network network =
        network(
            members("{ip_address: '10.1.1.5', admin_state: 'DISABLED'}"),
            """
            {'/infra/lb-pools/sorry': {members: [{ip_address: '10.1.1.7', port: '81'}]},
             '/infra/lb-virtual-servers/vip': {sorry_pool_path: '/infra/lb-pools/sorry'}}
            """);

    assertThat(reached(network.open("client", VIP, 80))).isEqualTo("10.1.1.7");
  }

  @Test
  void a_monitor_takes_out_members_that_are_off_that_no_route_reaches_and_behind_a_firewall() {
    String four =
        members(
            "{ip_address: '10.1.1.5'}, {ip_address: '10.1.1.6'}, {ip_address: '10.9.9.9'},"
                + " {ip_address: '10.1.1.7'}");
    String monitor = pool("active_monitor_paths: ['/infra/lb-monitor-profiles/m']");
    String profile = "{'/infra/lb-monitor-profiles/m': {monitor_port: 8888}}";
    String blocked =
        """
        {'/infra/domains/default/security-policies/p': {category: 'Application', rules: [
            {id: 'r', action: 'DROP', destination_groups: ['10.1.1.7'],
             service_entries: [{resource_type: 'L4PortSetServiceEntry', id: 'e',
                 l4_protocol: 'TCP', destination_ports: ['8888']}]}]}}
        """;
    String off = INVENTORY.replace("{id: 's5',", "{id: 's5', power_state: 'VM_STOPPED',");
    Network watched = Network.of(off, POLICY, four, monitor, profile, blocked);

    assertThat(watched.open("client", VIP, 80).paths()).hasSize(1);
    assertThat(reached(watched.open("client", VIP, 80))).isEqualTo("10.1.1.6");
    assertThat(Network.of(off, POLICY, four).open("client", VIP, 80).paths()).hasSize(4);
  }

  @Test
  void an_icmp_monitor_pings() {
    Network network =
        network(
            pool("active_monitor_paths: ['/infra/lb-monitor-profiles/m']"),
            "{'/infra/lb-monitor-profiles/m': {resource_type: 'LBIcmpMonitorProfile'}}",
            """
            {'/infra/domains/default/security-policies/p': {category: 'Application', rules: [
                {id: 'r', action: 'DROP', service_entries: [{id: 'e', protocol: 'ICMPv4',
                 resource_type: 'ICMPTypeServiceEntry', icmp_type: 8}]}]}}
            """);

    assertThat(network.open("client", VIP, 80).fate()).isEqualTo(Fate.NO_POOL_MEMBER);
  }

  @Test
  void the_members_of_a_group_are_members_of_the_pool() {
    Network network =
        network(
            """
            {'/infra/domains/default/groups/g': {expression: [{resource_type:
                 'IPAddressExpression', ip_addresses: ['10.1.1.5', '10.1.1.6', '2001:db8::1']}]},
             '/infra/lb-pools/pool': {members: [], member_group: {port: 8443,
                 group_path: '/infra/domains/default/groups/g', customized_members: [
                    {ip_address: '10.1.1.6', admin_state: 'DISABLED'}]}}}
            """);
    Trace trace = network.open("client", VIP, 80);

    assertThat(trace.paths()).hasSize(1);
    assertThat(reached(trace)).isEqualTo("10.1.1.5");
    assertThat(trace.hops().getLast().before().destinationPort()).isEqualTo(8443);
  }

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

  @Test
  void many_clients_of_an_ip_hash_are_spread() {
    Network network = network(THREE.replace("ALGORITHM", "IP_HASH"));
    Set<String> members = new HashSet<>();
    for (int host = 1; host < 60; host++) {
      Flow own = network.flow("client", VIP, Protocol.TCP, 80);
      Flow flow =
          new Flow(
              own.from(), IpAddress.of("10.2.1." + host), own.destination(), own.protocol(), 4, 80);
      members.add(reached(new Tracer(network.fabric()).trace(flow)));
    }

    assertThat(members).hasSize(3);
  }

  private static String noDefault() {
    return "{'/infra/tier-1s/shop': {tier0_path: ''}}";
  }

  private static int memberPort(Network network, int port) {
    return network.open("client", VIP, port).hops().getLast().before().destinationPort();
  }

  private static String reached(Trace trace) {
    return trace.hops().getLast().before().destination().toString();
  }

  private static String pool(String fields) {
    return "{'/infra/lb-pools/pool': {" + fields + "}}";
  }

  private static String members(String list) {
    return pool("members: [" + list + "]");
  }

  private static Network network(String... extra) {
    String[] policies = new String[extra.length + 1];
    policies[0] = POLICY;
    System.arraycopy(extra, 0, policies, 1, extra.length);
    return Network.of(INVENTORY, policies);
  }
}
