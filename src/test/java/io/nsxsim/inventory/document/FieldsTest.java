package io.nsxsim.inventory.document;

import static io.nsxsim.inventory.document.Documents.inventory;
import static io.nsxsim.inventory.document.Documents.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.inventory.Ecmp;
import io.nsxsim.inventory.ExternalHost;
import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.KubernetesCluster;
import io.nsxsim.inventory.VirtualMachine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single fields: defaults, types, forms. */
class FieldsTest {

  @Test
  void an_empty_document_is_an_empty_inventory() {
    assertThat(inventory("{}")).isEqualTo(Inventory.EMPTY);
  }

  @Test
  void a_machine_needs_no_more_than_an_id() {
    VirtualMachine machine =
        inventory("{'virtual_machines': [{'id': 'web'}]}").virtualMachines().getFirst();

    assertThat(machine)
        .isEqualTo(
            new VirtualMachine(
                "web",
                "web",
                VirtualMachine.Kind.VM,
                VirtualMachine.PowerState.VM_RUNNING,
                List.of(),
                List.of()));
  }

  @Test
  void an_interface_gets_a_mac_address_and_the_usual_mtu() {
    String document = "{'virtual_machines': [{'id': 'web', 'interfaces': [{}, {}]}]}";
    List<VirtualMachine.NetworkInterface> cards =
        inventory(document).virtualMachines().getFirst().interfaces();

    assertThat(cards).extracting(VirtualMachine.NetworkInterface::mtu).containsOnly(1500);
    assertThat(cards)
        .extracting(VirtualMachine.NetworkInterface::macAddress)
        .doesNotHaveDuplicates()
        .allMatch(mac -> mac.matches("00:50:56(:[0-9a-f]{2}){3}"));
    assertThat(inventory(document)).isEqualTo(inventory(document));
  }

  @Test
  void a_cluster_is_antrea_and_masquerades_and_its_gateway_is_the_first_address() {
    KubernetesCluster cluster =
        inventory(
                """
                {'virtual_machines': [{'id': 'n1'}],
                 'kubernetes_clusters': [{'id': 'k', 'pod_cidr': '192.168.0.0/16',
                   'nodes': [{'virtual_machine_id': 'n1', 'pod_cidr': '192.168.1.0/24'}]}]}
                """)
            .kubernetesClusters()
            .getFirst();

    assertThat(cluster.cni()).isEqualTo(KubernetesCluster.Cni.antrea);
    assertThat(cluster.masquerade()).isTrue();
    assertThat(cluster.nodes())
        .containsExactly(
            new KubernetesCluster.Node(
                "n1", KubernetesCluster.Role.WORKER, "192.168.1.0/24", "192.168.1.1/24"));
  }

  @Test
  void paths_are_chosen_by_five_tuple_unless_told() {
    assertThat(inventory("{}").ecmp()).isEqualTo(new Ecmp(Ecmp.Hash.FIVE_TUPLE, 0));
    assertThat(inventory("{'ecmp': {'hash': 'DESTINATION', 'seed': -7}}").ecmp())
        .isEqualTo(new Ecmp(Ecmp.Hash.DESTINATION, -7));
  }

  @Test
  void an_empty_hop_is_a_silent_one() {
    ExternalHost host =
        inventory(
                """
                {'physical_routers': [{'id': 'r'}],
                 'external_hosts': [{'id': 'h', 'ip_address': '203.0.113.1', 'router_id': 'r',
                   'hops': [{}, {'ip_address': '198.51.100.1', 'dns_name': 'a.example'}]}]}
                """)
            .externalHosts()
            .getFirst();

    assertThat(host.hops())
        .containsExactly(
            new ExternalHost.Hop("", ""), new ExternalHost.Hop("198.51.100.1", "a.example"));
  }

  @Test
  void null_and_empty_text_are_absent() {
    assertThat(inventory("{'virtual_machines': [{'id': 'a', 'kind': null, 'display_name': ''}]}"))
        .isEqualTo(inventory("{'virtual_machines': [{'id': 'a'}]}"));
  }

  @Test
  void addresses_are_kept_in_their_canonical_form() {
    VirtualMachine.NetworkInterface card =
        inventory(
                """
                {'virtual_machines': [{'id': 'a', 'interfaces': [{
                  'mac_address': '00:50:56:AB:CD:EF', 'ip_addresses': ['2001:DB8:0::1/64']}]}]}
                """)
            .virtualMachines()
            .getFirst()
            .interfaces()
            .getFirst();

    assertThat(card.macAddress()).isEqualTo("00:50:56:ab:cd:ef");
    assertThat(card.ipAddresses()).containsExactly("2001:db8::1/64");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'colour': 1}                                                | UNKNOWN_FIELD /colour
          {'virtual_machines': [{'id': 'a', 'a/b~c': 1}]}              | UNKNOWN_FIELD /virtual_machines/0/a~1b~0c
          {'virtual_machines': {}}                                     | INVALID_VALUE /virtual_machines
          {'virtual_machines': ['a']}                                  | INVALID_VALUE /virtual_machines/0
          {'virtual_machines': [{}]}                                   | MISSING_FIELD /virtual_machines/0/id
          {'virtual_machines': [{'id': null}]}                         | MISSING_FIELD /virtual_machines/0/id
          {'virtual_machines': [{'id': 7}]}                            | INVALID_VALUE /virtual_machines/0/id
          {'virtual_machines': [{'id': 'a/b'}]}                        | INVALID_VALUE /virtual_machines/0/id
          {'virtual_machines': [{'id': 'a', 'kind': 'DOG'}]}           | INVALID_VALUE /virtual_machines/0/kind
          {'virtual_machines': [{'id': 'a', 'power_state': 'on'}]}     | INVALID_VALUE /virtual_machines/0/power_state
          {'virtual_machines': [{'id': 'a', 'tags': [{'tag': 1}]}]}    | INVALID_VALUE /virtual_machines/0/tags/0/tag
          {'virtual_machines': [{'id': 'a', 'tags': [{'t': 'x'}]}]}    | UNKNOWN_FIELD /virtual_machines/0/tags/0/t
          {'kubernetes_clusters': [{'id': 'k'}]}                       | MISSING_FIELD /kubernetes_clusters/0/pod_cidr
          {'physical_routers': [{'id': 'r', 'interfaces': [{}]}]}      | MISSING_FIELD /physical_routers/0/interfaces/0/address
          {'physical_routers': [{'id': 'r', 'routes': [{}]}]}          | MISSING_FIELD /physical_routers/0/routes/0/network
          {'router_links': [{'network': '100.64.0.0/31'}]}             | MISSING_FIELD /router_links/0/tier1_path
          {'ecmp': []}                                                 | INVALID_VALUE /ecmp
          {'ecmp': {'seed': 1.5}}                                      | INVALID_VALUE /ecmp/seed
          {'ecmp': {'seed': '1'}}                                      | INVALID_VALUE /ecmp/seed
          {'ecmp': {'seed': 99999999999999999999}}                     | INVALID_VALUE /ecmp/seed
          {'ecmp': {'hash': 'MD5'}}                                    | INVALID_VALUE /ecmp/hash
          """)
  void a_wrong_field_is_pointed_at(String document, String problem) {
    assertThat(problems(document)).containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "ip_addresses/0, {'ip_addresses': ['10.0.0.1']}",
    "ip_addresses/0, {'ip_addresses': ['10.0.0.1/33']}",
    "ip_addresses/0, {'ip_addresses': ['10.0.0/24']}",
    "ip_addresses/0, {'ip_addresses': ['010.0.0.1/24']}",
    "ip_addresses/0, {'ip_addresses': ['10.0.0.1-5/24']}",
    "ip_addresses/0, {'ip_addresses': ['']}",
    "ip_addresses/0, {'ip_addresses': [null]}",
    "default_gateway, {'default_gateway': '10.0.0.1/24'}",
    "default_gateway, {'default_gateway': 'gateway'}",
    "mac_address, {'mac_address': '00:50:56:00:00'}",
    "mac_address, {'mac_address': '00-50-56-00-00-01'}",
    "mac_address, {'mac_address': '01:00:5e:00:00:01'}",
    "mtu, {'mtu': 0}",
    "mtu, {'mtu': 'big'}",
    "segment_port_path, {'segment_port_path': '/infra/segments/s'}",
    "segment_port_path, {'segment_port_path': 'infra/segments/s/ports/p'}",
    "segment_port_path, {'segment_port_path': '/infra/segments/s/ports/'}",
  })
  void a_wrong_field_of_an_interface_is_pointed_at(String field, String card) {
    assertThat(problems("{'virtual_machines': [{'id': 'a', 'interfaces': [" + card + "]}]}"))
        .containsExactly("INVALID_VALUE /virtual_machines/0/interfaces/0/" + field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.1/24", "203.0.113", "203.0.113.256", "host", "*", "1"})
  void a_host_has_an_address_without_prefix(String address) {
    String host = "{'id': 'h', 'router_id': 'r', 'ip_address': '" + address + "'}";

    assertThat(problems("{'physical_routers': [{'id': 'r'}], 'external_hosts': [" + host + "]}"))
        .containsExactly("INVALID_VALUE /external_hosts/0/ip_address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1/24", "10.0.0.0", "10.0.0.0/08", "10.0.0.0/-1"})
  void a_route_has_a_network_without_host_bits(String network) {
    String route = "{'network': '" + network + "'}";

    assertThat(problems("{'physical_routers': [{'id': 'r', 'routes': [" + route + "]}]}"))
        .containsExactly("INVALID_VALUE /physical_routers/0/routes/0/network");
  }

  @ParameterizedTest
  @ValueSource(strings = {"100.64.0.0/30", "100.64.0.1/31", "2001:db8::/31", "100.64.0.0"})
  void a_router_link_is_a_31(String network) {
    String link = "{'tier1_path': '/infra/tier-1s/t', 'network': '" + network + "'}";

    assertThat(problems("{'router_links': [" + link + "]}"))
        .containsExactly("INVALID_VALUE /router_links/0/network");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", " a", "a ", "a%b", "a?b"})
  void an_id_can_stand_in_an_address(String id) {
    assertThat(problems("{'physical_routers': [{'id': '" + id + "'}]}"))
        .containsExactly("INVALID_VALUE /physical_routers/0/id");
  }

  @Test
  void very_long_texts_are_refused_like_others() {
    String name = "a.".repeat(100_000);

    assertThat(
            problems(
                """
                {'physical_routers': [{'id': 'r'}], 'external_hosts': [
                  {'id': 'h', 'router_id': 'r', 'ip_address': '%s', 'dns_names': ['%s']}]}
                """
                    .formatted(name, name)))
        .containsExactly(
            "INVALID_VALUE /external_hosts/0/ip_address",
            "INVALID_VALUE /external_hosts/0/dns_names/0");
  }

  @Test
  void everything_wrong_is_told_at_once() {
    assertThat(problems("{'x': 1, 'virtual_machines': [{}, {'id': 'a', 'kind': 1}], 'ecmp': 'a'}"))
        .containsExactly(
            "MISSING_FIELD /virtual_machines/0/id",
            "INVALID_VALUE /virtual_machines/1/kind",
            "INVALID_VALUE /ecmp",
            "UNKNOWN_FIELD /x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "null", "'text'"})
  void a_document_is_an_object(String document) {
    assertThat(problems(document)).containsExactly("MALFORMED_BODY");
  }
}
