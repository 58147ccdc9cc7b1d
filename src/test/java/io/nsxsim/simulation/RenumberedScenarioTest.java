package io.nsxsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.inventory.document.InventoryDocument;
import io.nsxsim.net.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The default scenario with every id, name and address changed: the traces change with them. */
class RenumberedScenarioTest {

  private static final List<String> FLOWS =
      List.of(
          "busybox1 google.com",
          "busybox1 10.244.0.18",
          "busybox1 10.203.182.134",
          "10.244.0.18 10.244.0.67");

  @Test
  void the_traces_follow_the_rules_and_not_the_example() {
    List<List<String>> expected = new ArrayList<>();
    for (String flow : FLOWS) {
      expected.add(hops(network(HierarchicalBody.file("infra.json"), inventory()), flow));
    }
    List<List<String>> renamed =
        expected.stream().map(hops -> hops.stream().map(Renumbering::change).toList()).toList();

    assertThat(IntStream.range(0, 64).mapToObj(RenumberedScenarioTest::traces))
        .as("Eight choices of the router link are possible; one of these seeds makes the lab's")
        .contains(renamed);
    assertThat(renamed.getFirst()).doesNotContainAnyElementsOf(expected.getFirst());
  }

  @Test
  void nothing_of_the_lab_is_left_in_it() {
    assertThat(
            Renumbering.change(HierarchicalBody.file("infra.json"))
                + Renumbering.change(inventory()))
        .doesNotContain("10.244.", "192.168.", "100.64.", "10.203.", "cormac", "busybox", "google");
  }

  private static List<List<String>> traces(int seed) {
    String otherSeed =
        Renumbering.change(inventory()).replaceFirst("\"seed\": \\d+", "\"seed\": " + seed);
    Network network = network(Renumbering.change(HierarchicalBody.file("infra.json")), otherSeed);
    return FLOWS.stream().map(flow -> hops(network, Renumbering.change(flow))).toList();
  }

  private static Network network(String infra, String inventory) {
    return Network.of(
        HierarchicalBody.flatten(infra),
        InventoryDocument.replace(JsonMapper.shared().readTree(inventory)));
  }

  private static List<String> hops(Network network, String flow) {
    String[] ends = flow.split(" ");
    Flow asked = network.flow(ends[0], ends[1], Protocol.UDP, 0);
    Traceroute.Request request =
        new Traceroute.Request(asked, Optional.empty(), 30, 1, Traceroute.Style.LINUX);
    return Traceroute.run(new Tracer(network.fabric()), request).lines().stream()
        .map(line -> line.probes().getFirst().map(answer -> answer.from().toString()).orElse("*"))
        .toList();
  }

  private static String inventory() {
    return HierarchicalBody.file("inventory.json");
  }
}
