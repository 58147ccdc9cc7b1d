package io.nsxsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import org.junit.jupiter.api.Test;

/** Pods behind nodes that are machines on a segment. */
class KubernetesTest {

  private static final String POLICY =
      """
      {'/infra/tier-1s/a': {},
       '/infra/segments/nodes': {connectivity_path: '/infra/tier-1s/a',
           subnets: [{gateway_address: '10.1.1.1/24'}]},
       '/infra/segments/other': {connectivity_path: '/infra/tier-1s/a',
           subnets: [{gateway_address: '10.1.2.1/24'}]}}
      """;

  private static final String INVENTORY =
      """
      {virtual_machines: [
         {id: 'n1', interfaces: [{segment_port_path: '/infra/segments/nodes/ports/n1',
             ip_addresses: ['10.1.1.11/24'], default_gateway: '10.1.1.1'}]},
         {id: 'n2', interfaces: [{segment_port_path: '/infra/segments/nodes/ports/n2',
             ip_addresses: ['10.1.1.12/24'], default_gateway: '10.1.1.1'}]},
         {id: 'vm', interfaces: [{segment_port_path: '/infra/segments/other/ports/vm',
             ip_addresses: ['10.1.2.5/24'], default_gateway: '10.1.2.1'}]}],
       kubernetes_clusters: [{id: 'k', cni: 'antrea', pod_cidr: '192.168.0.0/16',
          nodes: [{virtual_machine_id: 'n1', role: 'worker', pod_cidr: '192.168.1.0/24',
                   gateway_address: '192.168.1.1/24'},
                  {virtual_machine_id: 'n2', role: 'worker', pod_cidr: '192.168.2.0/24',
                   gateway_address: '192.168.2.1/24'}],
          pods: [{name: 'p1', namespace: 'x', node_id: 'n1', ip_address: '192.168.1.5'},
                 {name: 'p1b', namespace: 'x', node_id: 'n1', ip_address: '192.168.1.6'},
                 {name: 'p2', namespace: 'x', node_id: 'n2', ip_address: '192.168.2.5'}]}]}
      """;

  @Test
  void pods_of_one_node_need_no_router() {
    assertThat(network().traceroute("p1", "192.168.1.6")).containsExactly("192.168.1.6");
  }

  @Test
  void the_bridges_between_nodes_take_from_the_ttl_and_do_not_answer() {
    assertThat(network().traceroute("p1", "192.168.2.5")).containsExactly("*", "*", "192.168.2.5");
    Trace trace = network().trace("p1", "192.168.2.5");
    assertThat(trace.hops().getLast().before().source()).isEqualTo(IpAddress.of("192.168.1.5"));
    assertThat(trace.assumptions()).anyMatch(text -> text.contains("overlay"));
  }

  @Test
  void calico_routes_each_pod_by_the_node() {
    Network network =
        Network.of(
            INVENTORY.replace("antrea", "calico").replaceAll(",\\s+gateway_address: '[^']+'", ""),
            POLICY);

    assertThat(network.traceroute("p1", "192.168.1.6")).containsExactly("10.1.1.11", "192.168.1.6");
    assertThat(network.traceroute("p1", "192.168.2.5"))
        .containsExactly("10.1.1.11", "10.1.1.12", "192.168.2.5");
    assertThat(network.traceroute("p1", "vm")).containsExactly("10.1.1.11", "10.1.1.1", "10.1.2.5");
  }

  @Test
  void a_pod_hides_behind_its_node() {
    Trace trace = network().trace("p1", "vm");

    assertThat(network().traceroute("p1", "vm"))
        .containsExactly("192.168.1.1", "10.1.1.1", "10.1.2.5");
    assertThat(trace.hops().getLast().before().source()).isEqualTo(IpAddress.of("10.1.1.11"));
  }

  @Test
  void without_masquerading_nobody_finds_the_way_back_to_a_pod() {
    Network network =
        Network.of(
            INVENTORY.replace("cni: 'antrea',", "cni: 'antrea', masquerade: false,"), POLICY);

    assertThat(network.traceroute("p1", "vm").subList(0, 3))
        .containsExactly("192.168.1.1", "*", "*");
  }

  @Test
  void a_node_answers_its_pods_and_other_nodes_are_on_the_segment() {
    assertThat(network().traceroute("p1", "10.1.1.11")).containsExactly("10.1.1.11");
    assertThat(network().traceroute("p1", "10.1.1.12")).containsExactly("192.168.1.1", "10.1.1.12");
    assertThat(network().traceroute("p1", "192.168.1.1")).containsExactly("192.168.1.1");
  }

  @Test
  void a_node_is_a_machine_like_others() {
    assertThat(network().traceroute("n1", "vm")).containsExactly("10.1.1.1", "10.1.2.5");
    assertThat(network().traceroute("vm", "n1")).containsExactly("10.1.2.1", "10.1.1.11");
    assertThat(network().traceroute("n1", "192.168.1.5")).containsExactly("192.168.1.5");
  }

  @Test
  void a_pod_is_not_found_from_outside_its_cluster() {
    assertThat(network().trace("vm", "192.168.1.5").verdict()).isEqualTo(Verdict.NO_ROUTE);
  }

  @Test
  void a_pod_that_is_not_there_is_reported_by_its_node() {
    assertThat(network().traceroute("n1", "192.168.1.99")).containsExactly("192.168.1.1 !H");
  }

  @Test
  void a_pod_on_a_node_that_is_stopped_is_lost() {
    Network network =
        Network.of(
            INVENTORY.replace("{id: 'n2',", "{id: 'n2', power_state: 'VM_STOPPED',"), POLICY);

    assertThat(network.ping("p1", "192.168.2.5")).isNotEqualTo(Verdict.REACHED);
    assertThat(network.ping("p2", "vm")).isNotEqualTo(Verdict.REACHED);
  }

  @Test
  void pods_of_a_stopped_node_do_not_run_either() {
    Network network =
        Network.of(
            INVENTORY.replace("{id: 'n1',", "{id: 'n1', power_state: 'VM_STOPPED',"), POLICY);

    assertThat(network.trace("p1", "192.168.1.6").fate()).isEqualTo(Fate.POWERED_OFF);
    assertThat(network.trace("p1", "vm").fate()).isEqualTo(Fate.POWERED_OFF);
  }

  @Test
  void nobody_reports_what_the_bridge_could_not_deliver_to_another_node() {
    Network network =
        Network.of(
            INVENTORY.replace("{id: 'n1',", "{id: 'n1', power_state: 'VM_STOPPED',"), POLICY);

    assertThat(network.traceroute("p2", "192.168.1.5")).containsOnly("*");
  }

  @Test
  void a_node_sends_to_pods_of_others_from_its_address_in_the_pod_network() {
    Trace trace = network().trace("n1", "192.168.2.5");

    assertThat(network().traceroute("n1", "192.168.2.5")).containsExactly("*", "192.168.2.5");
    assertThat(trace.hops().getFirst().before().source()).isEqualTo(IpAddress.of("192.168.1.1"));
  }

  @Test
  void the_firewall_at_the_nodes_card_sees_the_nodes_address() {
    Network network =
        Network.of(
            INVENTORY,
            POLICY,
            """
            {'/infra/domains/default/security-policies/p': {category: 'Application', rules: [
                {id: 'r', action: 'REJECT', direction: 'OUT', source_groups: ['10.1.1.11']}]}}
            """);

    assertThat(network.traceroute("p1", "vm")).containsExactly("192.168.1.1", "10.1.2.5 !X");
  }

  @Test
  void a_pod_behind_an_overlay_sends_fifty_bytes_less_than_its_node() {
    Network antrea = network();
    Network calico =
        Network.of(
            INVENTORY.replace("antrea", "calico").replaceAll(",\\s+gateway_address: '[^']+'", ""),
            POLICY);

    assertThat(longest(antrea)).isEqualTo(1450);
    assertThat(longest(calico)).isEqualTo(1500);
  }

  private static int longest(Network network) {
    Flow flow = network.flow("p1", "vm", Protocol.TCP, 80);
    int size = 1600;
    while (new Tracer(network.fabric()).trace(flow.withSize(size, true)).fate()
        == Fate.FRAG_NEEDED) {
      size -= 10;
    }
    return size;
  }

  private static Network network() {
    return Network.of(INVENTORY, POLICY);
  }
}
