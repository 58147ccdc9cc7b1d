package io.nsxsim.inventory.document;

import static io.nsxsim.inventory.document.Documents.inventory;
import static io.nsxsim.inventory.document.Documents.json;
import static io.nsxsim.inventory.document.Documents.problems;
import static io.nsxsim.inventory.document.Documents.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.KubernetesCluster;
import io.nsxsim.inventory.VirtualMachine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stays and what goes. */
class MergeTest {

  private static final Inventory STORED =
      inventory(
          """
          {'virtual_machines': [
             {'id': 'b', 'display_name': 'B', 'tags': [{'scope': 's', 'tag': 't'}]}, {'id': 'a'}],
           'kubernetes_clusters': [{'id': 'k', 'pod_cidr': '10.0.0.0/8',
             'nodes': [{'virtual_machine_id': 'a', 'pod_cidr': '10.1.0.0/16'}],
             'pods': [{'name': 'q', 'node_id': 'a', 'ip_address': '10.1.0.3'},
                      {'name': 'p', 'node_id': 'a', 'ip_address': '10.1.0.2'}]}],
           'physical_routers': [{'id': 'r'}],
           'external_hosts': [{'id': 'h', 'ip_address': '203.0.113.1', 'router_id': 'r'}],
           'router_links': [{'tier1_path': '/infra/tier-1s/t', 'network': '100.64.0.2/31'}],
           'ecmp': {'hash': 'DESTINATION', 'seed': 5}}
          """);

  private static Inventory merged(String document) {
    return InventoryDocument.merge(STORED, json(document));
  }

  @Test
  void lists_are_in_order() {
    assertThat(STORED.virtualMachines()).extracting(VirtualMachine::id).containsExactly("a", "b");
    assertThat(STORED.kubernetesClusters().getFirst().pods())
        .extracting(KubernetesCluster.Pod::name)
        .containsExactly("p", "q");
  }

  @Test
  void an_empty_document_changes_nothing() {
    assertThat(merged("{}")).isEqualTo(STORED);
  }

  @Test
  void a_new_id_is_added_and_the_rest_stays() {
    Inventory after = merged("{'virtual_machines': [{'id': 'aa'}]}");

    assertThat(after.virtualMachines())
        .extracting(VirtualMachine::id)
        .containsExactly("a", "aa", "b");
    assertThat(after.kubernetesClusters()).isEqualTo(STORED.kubernetesClusters());
    assertThat(after.ecmp()).isEqualTo(STORED.ecmp());
  }

  @Test
  void a_known_id_keeps_the_fields_that_are_not_given() {
    VirtualMachine machine =
        merged("{'virtual_machines': [{'id': 'b', 'power_state': 'VM_STOPPED'}]}")
            .virtualMachines()
            .getLast();

    assertThat(machine.powerState()).isEqualTo(VirtualMachine.PowerState.VM_STOPPED);
    assertThat(machine.displayName()).isEqualTo("B");
    assertThat(machine.tags()).containsExactly(new VirtualMachine.Tag("s", "t"));
  }

  @Test
  void null_takes_a_field_back_to_its_default() {
    VirtualMachine machine =
        merged("{'virtual_machines': [{'id': 'b', 'display_name': null}]}")
            .virtualMachines()
            .getLast();

    assertThat(machine.displayName()).isEqualTo("b");
  }

  @Test
  void a_link_is_added_to_the_others_once() {
    String link = "{'router_links': [{'tier1_path': '/infra/tier-1s/t', 'network': '%s'}]}";

    assertThat(merged(link.formatted("100.64.0.4/31")).routerLinks()).hasSize(2);
    assertThat(merged(link.formatted("100.64.0.2/31"))).isEqualTo(STORED);
    assertThat(
            problems(
                STORED,
                "{'router_links': [{'tier1_path': '/infra/tier-1s/u', 'network': '100.64.0.2/31'}]}"))
        .containsExactly("INVALID_VALUE /router_links/0/network");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "{}", "[]", "true"})
  void an_id_of_the_wrong_type_is_pointed_at(String id) {
    assertThat(problems(STORED, "{'virtual_machines': [{'id': " + id + "}]}"))
        .containsExactly("INVALID_VALUE /virtual_machines/0/id");
  }

  @Test
  void part_of_the_path_choice_can_be_changed() {
    assertThat(merged("{'ecmp': {'seed': 6}}").ecmp().seed()).isEqualTo(6);
    assertThat(merged("{'ecmp': {'seed': 6}}").ecmp().hash()).isEqualTo(STORED.ecmp().hash());
  }

  @Test
  void a_put_entry_keeps_nothing_of_the_stored_one() {
    VirtualMachine machine =
        InventoryDocument.put(STORED, PartList.VIRTUAL_MACHINES, "b", json("{}"))
            .virtualMachines()
            .getLast();

    assertThat(machine.displayName()).isEqualTo("b");
    assertThat(machine.tags()).isEmpty();
  }

  @Test
  void a_wrong_part_is_pointed_at_from_the_part() {
    assertThat(
            refusal(() ->
                InventoryDocument.patch(
                    STORED, PartList.VIRTUAL_MACHINES, "b", json("{'kind': 1}"))))
        .containsExactly("INVALID_VALUE /kind");
    assertThat(
            refusal(() ->
                InventoryDocument.put(STORED, PartList.VIRTUAL_MACHINES, "b", json("{'id': 'c'}"))))
        .containsExactly("INVALID_VALUE /id");
  }

  @Test
  void a_machine_that_is_a_node_is_in_use_and_so_is_the_router_of_a_host() {
    assertThat(
            refusal(() ->
                InUse.check(
                    PartList.VIRTUAL_MACHINES.remove(STORED, "a"), PartList.VIRTUAL_MACHINES, "a")))
        .containsExactly("IN_USE");
    assertThat(
            refusal(() ->
                InUse.check(
                    PartList.PHYSICAL_ROUTERS.remove(STORED, "r"), PartList.PHYSICAL_ROUTERS, "r")))
        .containsExactly("IN_USE");
    assertThat(refusal(() -> InUse.check(STORED, PartList.VIRTUAL_MACHINES, "b"))).isEmpty();
  }
}
