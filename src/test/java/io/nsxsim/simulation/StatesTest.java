package io.nsxsim.simulation;

import static io.nsxsim.simulation.RoutingNetwork.INVENTORY;
import static io.nsxsim.simulation.RoutingNetwork.POLICY;
import static io.nsxsim.simulation.RoutingNetwork.network;
import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;
import org.junit.jupiter.api.Test;

/** What is switched off, is not there, or is given where nothing is said. */
class StatesTest {

  @Test
  void a_segment_with_connectivity_off_has_no_gateway() {
    Network network = network("{'/infra/segments/a2': {advanced_config: {connectivity: 'OFF'}}}");

    assertThat(network.traceroute("a2", "a1")).containsExactly("10.1.2.5 !H");
    assertThat(network.ping("a1", "a2")).isEqualTo(Verdict.NO_ROUTE);
  }

  @Test
  void a_port_that_is_down_passes_nothing() {
    Network network = network("{'/infra/segments/a2/ports/vm-a2': {admin_state: 'DOWN'}}");

    Trace trace = network.trace("a1", "a2");
    assertThat(trace.fate()).isEqualTo(Fate.PORT_DOWN);
    assertThat(trace.decidingPath()).contains(new PolicyPath("/infra/segments/a2/ports/vm-a2"));
  }

  @Test
  void nobody_is_found_behind_a_port_that_is_down() {
    Network network = network("{'/infra/segments/a2/ports/vm-a2': {admin_state: 'DOWN'}}");

    assertThat(network.traceroute("a1", "a2")).containsExactly("10.1.1.1", "10.1.1.1 !H");
    assertThat(network.traceroute("a2", "a1")).containsExactly("10.1.2.5 !H");
  }

  @Test
  void a_segment_that_is_down_passes_nothing() {
    Network network = network("{'/infra/segments/a2': {admin_state: 'DOWN'}}");

    assertThat(network.trace("a1", "a2").decidingPath())
        .contains(new PolicyPath("/infra/segments/a2"));
  }

  @Test
  void a_machine_that_is_stopped_neither_sends_nor_answers() {
    String stopped = INVENTORY.replace("{id: 'a2',", "{id: 'a2', power_state: 'VM_STOPPED',");
    Network network = Network.of(stopped, POLICY);

    assertThat(network.trace("a2", "a1").fate()).isEqualTo(Fate.POWERED_OFF);
    assertThat(network.traceroute("a1", "a2")).containsExactly("10.1.1.1", "10.1.1.1 !H");
  }

  @Test
  void a_machine_without_gateway_is_given_that_of_its_segment() {
    String silent = INVENTORY.replace(", default_gateway: '10.1.2.1'", "");
    Network network = Network.of(silent, POLICY);

    assertThat(network.traceroute("a2", "a1")).containsExactly("10.1.2.1", "10.1.1.5");
    assertThat(network.trace("a2", "a1").assumptions()).anyMatch(text -> text.contains("10.1.2.1"));
  }

  @Test
  void of_two_cards_the_one_with_a_gateway_leads_out() {
    Network network =
        Network.of(
            INVENTORY.replace(
                "{id: 'a1',",
                """
                {id: 'two', interfaces: [
                    {segment_port_path: '/infra/segments/a1/ports/two',
                        ip_addresses: ['10.1.1.9/24']},
                    {segment_port_path: '/infra/segments/a2/ports/two',
                        ip_addresses: ['10.1.2.9/24'], default_gateway: '10.1.2.1'}]},
                {id: 'a1',\
                """),
            POLICY);

    assertThat(network.traceroute("two", "b1").getFirst()).isEqualTo("10.1.2.1");
    assertThat(network.trace("two", "b1").paths()).hasSize(1);
  }

  @Test
  void a_service_interface_needs_an_edge_and_then_is_a_gateway() {
    String policy =
        """
        {'/infra/segments/dmz': {},
         '/infra/tier-1s/a/locale-services/ls': {},
         '/infra/tier-1s/a/locale-services/ls/interfaces/dmz': {segment_path: '/infra/segments/dmz',
             subnets: [{ip_addresses: ['10.9.0.1'], prefix_len: 24}]}}
        """;
    String edge =
        "{'/infra/tier-1s/a/locale-services/ls': {edge_cluster_path: '/infra/clusters/c'}}";
    String inventory =
        INVENTORY.replace(
            "virtual_machines: [",
            """
            virtual_machines: [{id: 'dmz', interfaces: [{ip_addresses: ['10.9.0.5/24'],
                segment_port_path: '/infra/segments/dmz/ports/p', default_gateway: '10.9.0.1'}]},
            """);

    assertThat(Network.of(inventory, POLICY, policy, edge).traceroute("dmz", "b1"))
        .containsExactly("10.9.0.1", "100.64.1.0", "100.64.2.1", "10.2.1.5");
    assertThat(Network.of(inventory, POLICY, policy).ping("dmz", "b1")).isEqualTo(Verdict.NO_ROUTE);
  }

  @Test
  void each_tier1_without_a_pinned_link_gets_its_own_and_keeps_it() {
    String unpinned = INVENTORY.substring(0, INVENTORY.indexOf("router_links")) + "}";
    Network before = Network.of(unpinned, POLICY);
    Network after =
        Network.of(
            unpinned,
            POLICY,
            "{'/infra/tier-1s/aa': {tier0_path: '/infra/tier-0s/core'}}",
            "{'/infra/tier-1s/c': {tier0_path: '/infra/tier-0s/core'}}");

    assertThat(before.traceroute("a1", "b1")).hasSize(4).isEqualTo(after.traceroute("a1", "b1"));
    assertThat(before.traceroute("a1", "b1").get(1)).startsWith("100.64.");
  }

  @Test
  void transit_subnets_say_where_links_come_from() {
    String unpinned = INVENTORY.substring(0, INVENTORY.indexOf("router_links")) + "}";
    Network network =
        Network.of(
            unpinned,
            POLICY,
            "{'/infra/tier-0s/core': {ha_mode: 'ACTIVE_STANDBY', transit_subnets: ['172.31.0.0/30']}}");

    assertThat(network.traceroute("a1", "b1"))
        .hasSize(4)
        .allMatch(hop -> !hop.startsWith("100.64."));
    assertThat(network.traceroute("a1", "b1").get(1)).startsWith("172.31.0.");
  }

  @Test
  void a_machine_on_an_unknown_segment_cannot_be_traced_and_says_so() {
    String lost =
        INVENTORY.replace("/infra/segments/a2/ports/vm-a2", "/infra/segments/nowhere/ports/p");
    Network network = Network.of(lost, POLICY);

    assertThat(network.fabric().directory().find("a2")).hasSize(1);
    Flow flow =
        new Flow(
            network.fabric().directory().find("a2").getFirst().device(),
            io.nsxsim.net.IpAddress.of("10.1.2.5"),
            io.nsxsim.net.IpAddress.of("10.1.1.5"),
            Protocol.ICMP,
            0,
            0);
    assertThat(new Tracer(network.fabric()).trace(flow).verdict()).isEqualTo(Verdict.UNKNOWN);
  }
}
