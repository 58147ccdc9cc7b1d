package io.nsxsim.inventory.document;

import static io.nsxsim.inventory.document.Documents.inventory;
import static io.nsxsim.inventory.document.Documents.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.VirtualMachine.NetworkInterface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries that are fine by themselves and wrong beside each other. */
class EntriesTogetherTest {

  private static String machine(String id, String port, String mac, String address) {
    return """
    {'id': '%s', 'interfaces': [{'segment_port_path': '/infra/segments/%s',
      'mac_address': '%s', 'ip_addresses': ['%s']}]}
    """
        .formatted(id, port, mac, address);
  }

  private static String machines(String... machines) {
    return "{'virtual_machines': [" + String.join(",", machines) + "]}";
  }

  /** A cluster on the nodes n1 and n2; other fields follow. */
  private static String cluster(String id, String fields) {
    return "{'id': '%s', 'pod_cidr': '192.168.0.0/16', %s}".formatted(id, fields);
  }

  private static String onTwoMachines(String... clusters) {
    return "{'virtual_machines': [{'id': 'n1'}, {'id': 'n2'}], 'kubernetes_clusters': ["
        + String.join(",", clusters)
        + "]}";
  }

  private static final String TWO_NODES =
      """
      'nodes': [{'virtual_machine_id': 'n1', 'pod_cidr': '192.168.1.0/24'},
                {'virtual_machine_id': 'n2', 'pod_cidr': '192.168.2.0/24'}]
      """;

  private static String pod(String name, String node, String address) {
    return "{'name': '%s', 'node_id': '%s', 'ip_address': '%s'}".formatted(name, node, address);
  }

  private static String twoNodesWith(String... pods) {
    return TWO_NODES + ", 'pods': [" + String.join(",", pods) + "]";
  }

  @Test
  void an_id_is_given_once() {
    assertThat(problems("{'physical_routers': [{'id': 'a'}, {'id': 'b'}, {'id': 'a'}]}"))
        .containsExactly("INVALID_VALUE /physical_routers/2/id");
  }

  @Test
  void an_address_is_used_once_on_a_segment() {
    assertThat(
            problems(
                machines(
                    machine("a", "s/ports/1", "", "10.0.0.1/24"),
                    machine("b", "s/ports/2", "", "10.0.0.1/16"))))
        .containsExactly("INVALID_VALUE /virtual_machines/1/interfaces/0/ip_addresses/0");
  }

  @Test
  void a_mac_address_is_used_once_on_a_segment() {
    assertThat(
            problems(
                machines(
                    machine("a", "s/ports/1", "00:50:56:00:00:0a", "10.0.0.1/24"),
                    machine("b", "s/ports/2", "00:50:56:00:00:0A", "10.0.0.2/24"))))
        .containsExactly("INVALID_VALUE /virtual_machines/1/interfaces/0/mac_address");
  }

  @Test
  void a_port_takes_one_interface() {
    assertThat(
            problems(
                machines(
                    machine("a", "s/ports/1", "", "10.0.0.1/24"),
                    machine("b", "s/ports/1", "", "10.0.0.2/24"))))
        .containsExactly("INVALID_VALUE /virtual_machines/1/interfaces/0/segment_port_path");
  }

  @Test
  void two_segments_share_addresses_freely() {
    assertThat(
            problems(
                machines(
                    machine("a", "s/ports/1", "00:50:56:00:00:0a", "10.0.0.1/24"),
                    machine("b", "t/ports/1", "00:50:56:00:00:0a", "10.0.0.1/24"))))
        .isEmpty();
  }

  @Test
  void interfaces_that_are_not_plugged_in_share_addresses_freely() {
    String card = "'interfaces': [{'ip_addresses': ['10.0.0.1/24']}]";

    assertThat(problems(machines("{'id': 'a'," + card + "}", "{'id': 'b'," + card + "}")))
        .isEmpty();
  }

  @Test
  void a_stored_address_is_taken_for_new_machines_and_free_for_its_own() {
    Inventory stored = inventory(machines(machine("a", "s/ports/1", "", "10.0.0.1/24")));

    assertThat(problems(stored, machines(machine("b", "s/ports/2", "", "10.0.0.1/24"))))
        .containsExactly("INVALID_VALUE /virtual_machines/0/interfaces/0/ip_addresses/0");
    assertThat(problems(stored, machines(machine("a", "s/ports/1", "", "10.0.0.1/24")))).isEmpty();
  }

  @Test
  void a_chosen_mac_address_steps_aside_for_one_that_was_given() {
    String chosen = mac(inventory(machines(machine("z", "s/ports/1", "", "10.0.0.1/24"))), 0);

    Inventory both =
        inventory(
            machines(
                machine("z", "s/ports/1", "", "10.0.0.1/24"),
                machine("zz", "s/ports/2", chosen, "10.0.0.2/24")));

    assertThat(mac(both, 0)).isNotEqualTo(chosen);
    assertThat(mac(both, 1)).isEqualTo(chosen);
  }

  private static String mac(Inventory inventory, int machine) {
    NetworkInterface card = inventory.virtualMachines().get(machine).interfaces().getFirst();
    return card.macAddress();
  }

  @Test
  void a_node_is_a_machine_of_the_inventory() {
    assertThat(
            problems(
                "{'kubernetes_clusters': ["
                    + cluster("k", "'nodes': [{'virtual_machine_id': 'n9'}]")
                    + "]}"))
        .containsExactly("INVALID_VALUE /kubernetes_clusters/0/nodes/0/virtual_machine_id");
  }

  @Test
  void a_node_is_given_once() {
    assertThat(
            problems(
                onTwoMachines(
                    cluster(
                        "k",
                        "'nodes': [{'virtual_machine_id': 'n1'}, {'virtual_machine_id': 'n1'}]"))))
        .containsExactly("INVALID_VALUE /kubernetes_clusters/0/nodes/1/virtual_machine_id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.168.1.0/24", "192.168.1.128/25", "192.168.0.0/22", "192.168.1.0/32"})
  void pod_networks_of_two_nodes_do_not_overlap(String second) {
    String nodes =
        """
        'nodes': [{'virtual_machine_id': 'n1', 'pod_cidr': '192.168.1.0/24'},
                  {'virtual_machine_id': 'n2', 'pod_cidr': '%s'}]
        """
            .formatted(second);

    assertThat(problems(onTwoMachines(cluster("k", nodes))))
        .containsExactly("INVALID_VALUE /kubernetes_clusters/0/nodes/1/pod_cidr");
  }

  @Test
  void a_nodes_pod_network_is_part_of_its_clusters() {
    String nodes = "'nodes': [{'virtual_machine_id': 'n1', 'pod_cidr': '172.16.0.0/24'}]";

    assertThat(problems(onTwoMachines(cluster("k", nodes))))
        .containsExactly("INVALID_VALUE /kubernetes_clusters/0/nodes/0/pod_cidr");
  }

  @Test
  void a_gateway_of_antrea_lies_in_its_nodes_network_and_one_of_calico_need_not() {
    String node =
        """
        'nodes': [{'virtual_machine_id': 'n1', 'pod_cidr': '192.168.1.0/24',
                   'gateway_address': '169.254.1.1/32'}]
        """;

    assertThat(problems(onTwoMachines(cluster("k", node))))
        .containsExactly("INVALID_VALUE /kubernetes_clusters/0/nodes/0/gateway_address");
    assertThat(problems(onTwoMachines(cluster("k", "'cni': 'calico', " + node)))).isEmpty();
  }

  @Test
  void a_pod_address_is_used_once_in_a_cluster() {
    assertThat(
            problems(
                onTwoMachines(
                    cluster(
                        "k",
                        twoNodesWith(
                            pod("a", "n1", "192.168.1.3"), pod("b", "n1", "192.168.1.3"))))))
        .containsExactly("INVALID_VALUE /kubernetes_clusters/0/pods/1/ip_address");
  }

  @Test
  void a_pod_does_not_take_its_gateways_address() {
    assertThat(problems(onTwoMachines(cluster("k", twoNodesWith(pod("a", "n1", "192.168.1.1"))))))
        .containsExactly("INVALID_VALUE /kubernetes_clusters/0/pods/0/ip_address");
  }

  @Test
  void a_pod_lies_in_its_nodes_network() {
    assertThat(problems(onTwoMachines(cluster("k", twoNodesWith(pod("a", "n1", "192.168.2.3"))))))
        .containsExactly("INVALID_VALUE /kubernetes_clusters/0/pods/0/ip_address");
  }

  @Test
  void a_pod_runs_on_a_node_of_its_cluster() {
    assertThat(problems(onTwoMachines(cluster("k", twoNodesWith(pod("a", "n3", "192.168.1.3"))))))
        .containsExactly("INVALID_VALUE /kubernetes_clusters/0/pods/0/node_id");
  }

  @Test
  void a_pod_has_its_namespace_to_itself() {
    assertThat(
            problems(
                onTwoMachines(
                    cluster(
                        "k",
                        twoNodesWith(
                            pod("a", "n1", "192.168.1.3"), pod("a", "n2", "192.168.2.3"))))))
        .containsExactly("INVALID_VALUE /kubernetes_clusters/0/pods/1/name");
  }

  @Test
  void a_pod_has_no_prefix() {
    assertThat(
            problems(onTwoMachines(cluster("k", twoNodesWith(pod("a", "n1", "192.168.1.3/24"))))))
        .containsExactly("INVALID_VALUE /kubernetes_clusters/0/pods/0/ip_address");
  }

  @Test
  void pod_networks_of_two_clusters_may_overlap() {
    String pods = twoNodesWith(pod("a", "n1", "192.168.1.3"));

    assertThat(problems(onTwoMachines(cluster("k", pods), cluster("l", pods)))).isEmpty();
  }

  @Test
  void a_host_lies_behind_a_router_of_the_inventory() {
    assertThat(
            problems(
                "{'external_hosts': [{'id': 'h', 'ip_address': '203.0.113.1', 'router_id': 'r'}]}"))
        .containsExactly("INVALID_VALUE /external_hosts/0/router_id");
  }

  @Test
  void a_link_network_belongs_to_one_tier1() {
    assertThat(
            problems(
                """
                {'router_links': [
                  {'tier1_path': '/infra/tier-1s/a', 'network': '100.64.0.0/31'},
                  {'tier1_path': '/infra/tier-1s/a', 'network': '100.64.0.2/31'},
                  {'tier1_path': '/infra/tier-1s/b', 'network': '100.64.0.2/31'}]}
                """))
        .containsExactly("INVALID_VALUE /router_links/2/network");
  }

  @Test
  void a_link_is_given_once() {
    String link = "{'tier1_path': '/infra/tier-1s/a', 'network': '100.64.0.0/31'}";

    assertThat(problems("{'router_links': [" + link + "," + link + "]}"))
        .containsExactly("INVALID_VALUE /router_links/1");
  }
}
