package io.nsxsim.inventory.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nsxsim.error.Refusal;
import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.InventoryReader;
import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.inventory.document.PartList;
import io.nsxsim.inventory.table.InventoryTable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Changes, transactions, and what readers see of them. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = "spring.jpa.hibernate.ddl-auto=validate")
class InventoryServiceTest {

  @Autowired private InventoryService service;
  @Autowired private InventoryReader reader;
  @Autowired private InventoryTable table;
  @Autowired private PlatformTransactionManager transactions;

  @BeforeEach
  void forgetEverything() {
    service.clear();
  }

  private static JsonNode machine(String id) {
    return json("{'virtual_machines': [{'id': '" + id + "'}]}");
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }

  private Inventory stored() {
    return new TransactionTemplate(transactions).execute(status -> table.load());
  }

  @Test
  void a_change_is_stored_and_counted_and_shown() {
    long before = reader.version();

    service.merge(machine("a"));

    assertThat(reader.version()).isGreaterThan(before);
    assertThat(reader.current().virtualMachines())
        .extracting(VirtualMachine::id)
        .containsExactly("a");
    assertThat(stored()).isEqualTo(reader.current());
    assertThat(reader.current()).isSameAs(reader.current());
  }

  @Test
  void a_change_to_the_same_is_none() {
    service.merge(machine("a"));
    long before = reader.version();

    service.merge(machine("a"));

    assertThat(reader.version()).isEqualTo(before);
  }

  @Test
  void every_kind_of_part_comes_back_from_the_table() {
    service.replace(
        json(
            """
            {'virtual_machines': [{'id': 'n', 'kind': 'POD_VM', 'tags': [{'tag': 't'}],
               'interfaces': [{'segment_port_path': '/infra/segments/s/ports/p',
                 'ip_addresses': ['10.0.0.1/24'], 'default_gateway': '10.0.0.254', 'mtu': 9000}]}],
             'kubernetes_clusters': [
               {'id': 'k', 'cni': 'calico', 'masquerade': false, 'pod_cidr': '10.1.0.0/16',
                'nodes': [{'virtual_machine_id': 'n', 'role': 'control-plane'}],
                'pods': [{'name': 'p', 'namespace': 'b', 'node_id': 'n', 'ip_address': '10.1.0.1',
                          'labels': {'z': '1', 'a': ''}},
                         {'name': 'q', 'namespace': 'a', 'node_id': 'n', 'ip_address': '10.1.0.2'}]},
               {'id': 'l', 'pod_cidr': '10.1.0.0/16'}],
             'physical_routers': [{'id': 'r', 'interfaces': [{'address': '192.0.2.1/24'}],
               'routes': [{'network': '0.0.0.0/0', 'next_hops': ['192.0.2.9']}]}],
             'external_hosts': [{'id': 'h', 'ip_address': '203.0.113.1', 'router_id': 'r',
               'dns_names': ['x.example'], 'hops': [{}]}],
             'router_links': [{'tier1_path': '/infra/tier-1s/t', 'network': '100.64.0.0/31'}],
             'ecmp': {'hash': 'SOURCE_DESTINATION', 'seed': -1}}
            """));

    assertThat(stored()).isEqualTo(reader.current());
    assertThat(stored().kubernetesClusters().getFirst().pods()).hasSize(2);
  }

  @Test
  void two_changes_of_one_transaction_see_each_other_and_readers_see_both_or_none() {
    service.merge(machine("a"));

    new TransactionTemplate(transactions)
        .executeWithoutResult(status -> {
          service.merge(machine("b"));
          service.merge(machine("c"));
          service.merge(json("{'virtual_machines': [{'id': 'b', 'display_name': 'B'}]}"));
          assertThat(reader.current().virtualMachines()).hasSize(1);
        });

    assertThat(reader.current().virtualMachines())
        .extracting(VirtualMachine::displayName)
        .containsExactly("a", "B", "c");
    assertThat(stored()).isEqualTo(reader.current());
  }

  @Test
  void a_transaction_that_is_rolled_back_leaves_no_trace() {
    service.merge(machine("a"));
    Inventory before = reader.current();

    new TransactionTemplate(transactions)
        .executeWithoutResult(status -> {
          service.merge(machine("b"));
          status.setRollbackOnly();
        });
    service.merge(machine("c"));

    assertThat(before.virtualMachines()).hasSize(1);
    assertThat(reader.current().virtualMachines())
        .extracting(VirtualMachine::id)
        .containsExactly("a", "c");
    assertThat(stored()).isEqualTo(reader.current());
  }

  @Test
  void a_refusal_leaves_no_trace() {
    service.merge(machine("a"));
    Inventory before = reader.current();

    assertThatThrownBy(() -> service.merge(json("{'virtual_machines': [{'id': 'b'}, {}]}")))
        .isInstanceOf(Refusal.class);

    assertThat(reader.current()).isSameAs(before);
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void concurrent_writers_all_get_their_change_in() {
    CompletableFuture<?>[] writers =
        IntStream.range(0, 20)
            .mapToObj(i -> CompletableFuture.runAsync(() -> service.merge(machine("m" + i))))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(writers).join();

    assertThat(reader.current().virtualMachines()).hasSize(20);
    assertThat(stored()).isEqualTo(reader.current());
  }

  @Test
  void a_removed_cluster_takes_its_pods_along() {
    service.replace(
        json(
            """
            {'virtual_machines': [{'id': 'n'}],
             'kubernetes_clusters': [{'id': 'k', 'pod_cidr': '10.1.0.0/16',
               'nodes': [{'virtual_machine_id': 'n'}],
               'pods': [{'name': 'p', 'node_id': 'n', 'ip_address': '10.1.0.1'}]}]}
            """));

    service.delete(PartList.KUBERNETES_CLUSTERS, "k");

    assertThat(stored()).isEqualTo(reader.current());
    assertThat(stored().kubernetesClusters()).isEmpty();
  }

  @Test
  void many_parts_are_stored_and_forgotten_in_batches() {
    String machines =
        IntStream.range(0, 1234)
            .mapToObj("{'id': 'm%d', 'interfaces': [{}]}"::formatted)
            .collect(Collectors.joining(","));

    service.replace(json("{'virtual_machines': [" + machines + "]}"));
    assertThat(stored().virtualMachines()).hasSize(1234);
    assertThat(stored()).isEqualTo(reader.current());

    service.replace(machine("m7"));
    assertThat(stored().virtualMachines()).hasSize(1);
  }

  @Test
  void a_writer_waits_for_one_that_takes_its_time() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<Void> slow =
        CompletableFuture.runAsync(() ->
            new TransactionTemplate(transactions)
                .executeWithoutResult(status -> {
                  service.merge(machine("slow"));
                  started.countDown();
                  LockSupport.parkNanos(Duration.ofMillis(3500).toNanos());
                }));
    started.await();

    service.merge(machine("quick"));
    slow.join();

    assertThat(reader.current().virtualMachines())
        .extracting(VirtualMachine::id)
        .containsExactly("quick", "slow");
  }
}
