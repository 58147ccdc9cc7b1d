package io.nsxsim.simulation;

import static io.nsxsim.simulation.UplinkNetwork.EDGES;
import static io.nsxsim.simulation.UplinkNetwork.INVENTORY;
import static io.nsxsim.simulation.UplinkNetwork.POLICY;
import static io.nsxsim.simulation.UplinkNetwork.STANDBY;
import static io.nsxsim.simulation.UplinkNetwork.network;
import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Uplinks, edges and equal paths. */
class UplinksTest {

  @Test
  void equal_paths_are_all_told_and_one_is_taken() {
    Trace trace = network("{}").trace("a1", "web");

    assertThat(trace.paths()).hasSize(4).contains(trace.taken()).doesNotHaveDuplicates();
    assertThat(trace.paths()).allMatch(path -> path.verdict() == Verdict.REACHED);
  }

  @Test
  void of_very_many_paths_the_one_taken_is_listed() {
    String uplinks =
        numbered(
            "'/infra/tier-0s/core/locale-services/ls/interfaces/u%d':"
                + " {subnets: [{ip_addresses: ['192.168.30.%d'], prefix_len: 24}]},");
    String nearHops = numbered("'172.16.1.%2$d',");
    String farHops = numbered("'172.16.2.%2$d',");
    String near =
        numbered(
            "{id: 'near%d', interfaces: [{address: '172.16.1.%d/24'}, {address: '172.16.2.10%1$d/24'}],"
                + " routes: [{network: '0.0.0.0/0', next_hops: [HOPS]}]},");
    String far =
        numbered(
            "{id: 'far%d', interfaces: [{address: '172.16.2.%d/24'}],"
                + " routes: [{network: '0.0.0.0/0', next_hops: []}]},");
    String inventory =
        INVENTORY.replace(
            "physical_routers: [",
            "physical_routers: [{id: 'first', interfaces: [{address: '192.168.30.254/24'},"
                + " {address: '172.16.1.100/24'}], routes: [{network: '0.0.0.0/0',"
                + " next_hops: [%s]}]},".formatted(nearHops)
                + near.replace("HOPS", farHops)
                + far);
    Network network =
        Network.of(
            inventory,
            POLICY,
            "{%s '/infra/tier-0s/core/static-routes/s': {network: '198.18.0.0/15',"
                    .formatted(uplinks)
                + " next_hops: [{ip_address: '192.168.30.254'}]}}");

    for (int port = 1; port <= 20; port++) {
      Trace trace = network.trace("a1", "198.18.0.1", Protocol.TCP, port);
      assertThat(trace.paths()).hasSize(64).contains(trace.taken());
      assertThat(trace.assumptions()).anyMatch(text -> text.contains("more paths"));
    }
  }

  @Test
  void over_many_flows_every_path_is_taken_and_each_flow_keeps_its_own() {
    Network network = network("{}");
    Set<Path> taken = new HashSet<>();
    for (int port = 1; port <= 100; port++) {
      Trace trace = network.trace("a1", "web", Protocol.TCP, port);
      assertThat(network.trace("a1", "web", Protocol.TCP, port).taken()).isEqualTo(trace.taken());
      taken.add(trace.taken());
    }

    assertThat(taken).containsExactlyInAnyOrderElementsOf(network.trace("a1", "web").paths());
  }

  @Test
  void a_hash_of_the_destination_gives_all_flows_to_it_one_path() {
    Network network =
        Network.of(
            INVENTORY.replace(
                "router_links:", "ecmp: {hash: 'DESTINATION', seed: 5}, router_links:"),
            POLICY);

    assertThat(
            List.of(1, 22, 80, 443, 8080).stream()
                .map(port -> network.trace("a1", "web", Protocol.TCP, port).taken())
                .distinct())
        .hasSize(1);
  }

  @Test
  void an_active_standby_tier0_uses_the_uplinks_of_one_edge() {
    Trace trace = network(STANDBY).trace("a1", "web");

    assertThat(trace.paths()).hasSize(2);
    assertThat(trace.paths())
        .allMatch(path -> path.legs().get(1).egress().orElseThrow().id().startsWith("e1"));
  }

  @Test
  void the_preferred_edge_is_the_active_one() {
    Network network =
        network(
            STANDBY,
            "{'/infra/tier-0s/core/locale-services/ls': {preferred_edge_paths: ['%s2']}}"
                .formatted(EDGES));

    assertThat(network.trace("a1", "web").paths())
        .isNotEmpty()
        .allMatch(path -> path.legs().get(1).egress().orElseThrow().id().startsWith("e2"));
  }

  @Test
  void from_outside_the_tier0_is_entered_by_an_uplink() {
    List<String> hops = network(STANDBY).traceroute("jump", "a1");

    assertThat(hops).containsExactly("192.168.10.254", "192.168.10.1", "100.64.1.1", "10.1.1.5");
  }

  @Test
  void a_next_hop_with_a_scope_uses_that_uplink_only() {
    Network network =
        network(
            """
            {'/infra/tier-0s/core/static-routes/web': {network: '203.0.113.0/24', next_hops: [
                {ip_address: '192.168.10.254',
                 scope: ['/infra/tier-0s/core/locale-services/ls/interfaces/e2a']}]}}
            """);

    assertThat(network.trace("a1", "web").paths()).hasSize(1);
    assertThat(network.trace("a1", "web").taken().legs().get(1).egress())
        .contains(new PolicyPath("/infra/tier-0s/core/locale-services/ls/interfaces/e2a"));
  }

  @Test
  void an_uplink_that_is_down_carries_nothing() {
    Network network =
        network(
            """
            {'/infra/tier-0s/core/locale-services/ls/interfaces/e1a': {admin_state: 'DOWN'},
             '/infra/tier-0s/core/locale-services/ls/interfaces/e1b': {admin_state: 'DOWN'}}
            """);

    assertThat(network.trace("a1", "web").paths())
        .hasSize(2)
        .allMatch(path -> path.legs().get(1).egress().orElseThrow().id().startsWith("e2"));
  }

  @Test
  void an_uplink_to_a_router_nobody_modelled_leads_out_of_the_network() {
    Network network =
        network(
            """
            {'/infra/tier-0s/core/static-routes/dark': {network: '198.51.100.0/24',
                next_hops: [{ip_address: '192.168.10.99'}]}}
            """);
    Trace trace = network.trace("a1", "198.51.100.1");

    assertThat(trace.verdict()).isEqualTo(Verdict.EXITS_NETWORK);
    assertThat(trace.assumptions()).anyMatch(text -> text.contains("192.168.10.99"));
  }

  @Test
  void an_address_that_two_edges_share_leads_to_the_active_one() {
    Network network =
        Network.of(
            INVENTORY
                .replace("'172.16.0.1'", "'192.168.10.3'")
                .replace("{address: '172.16.0.9/24'}", "{address: '192.168.10.9/24'}"),
            POLICY,
            STANDBY,
            """
            {'/infra/tier-0s/core/locale-services/ls': {ha_vip_configs: [{
                external_interface_paths: [
                   '/infra/tier-0s/core/locale-services/ls/interfaces/e1a',
                   '/infra/tier-0s/core/locale-services/ls/interfaces/e2a'],
                vip_subnets: [{ip_addresses: ['192.168.10.3'], prefix_len: 24}]}]}}
            """);

    assertThat(network.ping("web", "a1")).isEqualTo(Verdict.REACHED);
  }

  @Test
  void a_tier0_that_is_cut_off_reaches_nothing() {
    Network network = network("{'/infra/tier-0s/core': {advanced_config: {connectivity: 'OFF'}}}");

    assertThat(network.trace("a1", "web").verdict()).isEqualTo(Verdict.NO_ROUTE);
  }

  private static String numbered(String template) {
    return IntStream.rangeClosed(1, 8)
        .mapToObj(number -> template.formatted(number, number))
        .collect(Collectors.joining(" "));
  }
}
