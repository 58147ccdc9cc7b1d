package io.nsxsim.simulation;

import static io.nsxsim.simulation.UplinkNetwork.EDGES;
import static io.nsxsim.simulation.UplinkNetwork.INVENTORY;
import static io.nsxsim.simulation.UplinkNetwork.POLICY;
import static io.nsxsim.simulation.UplinkNetwork.STANDBY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Edge nodes that fail or are emptied. */
class EdgeNodesTest {

  private static final String CLUSTER =
      """
      {'/infra/tier-0s/core/locale-services/ls':
          {edge_cluster_path: '/infra/sites/default/edge-clusters/c',
           preferred_edge_paths: ['EDGES1'],
           route_redistribution_config: {redistribution_rules: [
               {route_redistribution_types: ['TIER1_CONNECTED']}]}},
       'EDGES1': {nsx_id: 'edge-one'},
       'EDGES2': {nsx_id: 'edge-two'}}
      """
          .replace("EDGES", EDGES);

  private static final String TIER1_ON_CLUSTER =
      """
      {'/infra/tier-1s/a/locale-services/ls':
          {edge_cluster_path: '/infra/sites/default/edge-clusters/c'},
       '/infra/segments/a2': {connectivity_path: '/infra/tier-1s/a',
           subnets: [{gateway_address: '10.1.2.1/24'}]}}
      """;

  @Test
  void without_one_edge_an_active_active_tier0_uses_the_uplinks_of_the_other() {
    assertThat(uplinks(with("{}"))).containsExactlyInAnyOrder("e1a", "e1b", "e2a", "e2b");
    assertThat(uplinks(with("{id: 'edge-one', state: 'DOWN'}")))
        .containsExactlyInAnyOrder("e2a", "e2b");
    assertThat(uplinks(with("{id: 'edge-one', state: 'UP'}"))).hasSize(4);
  }

  @Test
  void a_standby_edge_takes_over_from_a_preferred_one_in_maintenance_mode() {
    assertThat(uplinks(with("{}", STANDBY))).containsExactlyInAnyOrder("e1a", "e1b");

    Network failedOver = with("{id: 'edge-one', state: 'MAINTENANCE_MODE'}", STANDBY);

    assertThat(uplinks(failedOver)).containsExactlyInAnyOrder("e2a", "e2b");
    assertThat(failedOver.traceroute("jump", "a1"))
        .containsExactly("192.168.10.254", "192.168.10.2", "100.64.1.1", "10.1.1.5");
  }

  @Test
  void without_any_edge_a_tier0_has_no_way_out_and_says_why() {
    Trace trace =
        with("{id: 'edge-one', state: 'DOWN'}, {id: 'edge-two', state: 'DOWN'}").trace("a1", "web");

    assertThat(trace.verdict()).isEqualTo(Verdict.NO_ROUTE);
    assertThat(trace.assumptions()).anyMatch(text -> text.contains("no edge node in service"));
  }

  @Test
  void without_any_edge_a_tier1_still_routes_between_its_segments_but_has_no_way_up() {
    String inventory =
        INVENTORY.replace(
            "virtual_machines: [",
            """
            edge_nodes: [{id: 'edge-one', state: 'DOWN'}, {id: 'edge-two', state: 'DOWN'}],
            virtual_machines: [{id: 'a2', interfaces: [{ip_addresses: ['10.1.2.5/24'],
                segment_port_path: '/infra/segments/a2/ports/p', default_gateway: '10.1.2.1'}]},
            """);
    Network network = Network.of(inventory, POLICY, CLUSTER, TIER1_ON_CLUSTER);

    assertThat(network.ping("a1", "a2")).isEqualTo(Verdict.REACHED);
    Trace up = network.trace("a1", "web");
    assertThat(up.verdict()).isEqualTo(Verdict.NO_ROUTE);
    assertThat(up.hops()).hasSize(1);
    assertThat(up.assumptions())
        .contains("/infra/tier-1s/a has no edge node in service: it has no way up");
  }

  @Test
  void a_tier1_without_edge_cluster_does_not_care() {
    Network network = with("{id: 'edge-one', state: 'DOWN'}, {id: 'edge-two', state: 'DOWN'}");

    assertThat(network.traceroute("a1", "100.64.1.0")).containsExactly("10.1.1.1", "100.64.1.0");
  }

  private static Network with(String nodes, String... policies) {
    String list = nodes.equals("{}") ? "" : nodes;
    String[] all = new String[policies.length + 2];
    all[0] = POLICY;
    all[1] = CLUSTER;
    System.arraycopy(policies, 0, all, 2, policies.length);
    return Network.of(
        INVENTORY.replace("virtual_machines: [", "edge_nodes: [" + list + "], virtual_machines: ["),
        all);
  }

  private static Set<String> uplinks(Network network) {
    return network.trace("a1", "web").paths().stream()
        .map(path -> path.legs().get(1).egress().orElseThrow().id())
        .collect(Collectors.toSet());
  }
}
