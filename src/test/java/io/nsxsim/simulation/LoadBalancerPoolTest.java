package io.nsxsim.simulation;

import static io.nsxsim.simulation.LoadBalancerNetwork.INVENTORY;
import static io.nsxsim.simulation.LoadBalancerNetwork.POLICY;
import static io.nsxsim.simulation.LoadBalancerNetwork.THREE;
import static io.nsxsim.simulation.LoadBalancerNetwork.VIP;
import static io.nsxsim.simulation.LoadBalancerNetwork.members;
import static io.nsxsim.simulation.LoadBalancerNetwork.network;
import static io.nsxsim.simulation.LoadBalancerNetwork.pool;
import static io.nsxsim.simulation.LoadBalancerNetwork.reached;
import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which member of a pool serves a connection. */
class LoadBalancerPoolTest {

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
}
