package io.nsxsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.inventory.document.InventoryDocument;
import io.nsxsim.net.Protocol;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The four traces of the lab that the default scenario rebuilds. */
class ReferenceScenarioTest {

  private final Network network =
      Network.of(
          HierarchicalBody.flatten(HierarchicalBody.file("infra.json")),
          InventoryDocument.replace(
              JsonMapper.shared().readTree(HierarchicalBody.file("inventory.json"))));

  @Test
  void a_pod_reaches_the_internet_through_node_namespace_and_tier0() {
    List<String> hops = lines("busybox1", "google.com", 30);

    assertThat(hops).hasSize(19);
    assertThat(hops.subList(0, 4))
        .containsExactly("192.168.1.1", "10.244.0.33", "100.64.136.0", "192.168.105.253");
    assertThat(hops.getLast()).isEqualTo("142.250.189.238");
  }

  @Test
  void a_pod_reaches_a_pod_vm_of_its_namespace_without_the_tier0() {
    assertThat(lines("busybox1", "10.244.0.18", 30))
        .containsExactly("192.168.1.1", "10.244.0.33", "10.244.0.18");
  }

  @Test
  void a_virtual_server_of_another_namespace_answers_itself() {
    assertThat(lines("busybox1", "10.203.182.134", 30))
        .containsExactly("192.168.1.1", "10.244.0.33", "100.64.144.0", "10.203.182.134");
  }

  @Test
  void another_namespace_is_behind_a_firewall_that_drops_after_its_tier1_has_answered() {
    List<String> hops = lines("10.244.0.18", "10.244.0.67", 30);

    assertThat(hops).hasSize(30);
    assertThat(hops.subList(0, 3)).containsExactly("10.244.0.17", "100.64.144.0", "100.64.200.1");
    assertThat(hops.subList(3, 30)).containsOnly("*");
  }

  private List<String> lines(String from, String to, int maxHops) {
    Traceroute.Request request =
        new Traceroute.Request(
            network.flow(from, to, Protocol.UDP, 0),
            Optional.empty(),
            maxHops,
            3,
            Traceroute.Style.LINUX);
    return Traceroute.run(new Tracer(network.fabric()), request).lines().stream()
        .map(ReferenceScenarioTest::only)
        .toList();
  }

  /** All probes of a line have one answer here. */
  private static String only(Traceroute.Line line) {
    List<String> answers =
        line.probes().stream()
            .map(probe -> probe.map(answer -> answer.from().toString()).orElse("*"))
            .distinct()
            .toList();
    return String.join(" ", answers);
  }
}
