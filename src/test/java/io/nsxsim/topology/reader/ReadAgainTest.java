package io.nsxsim.topology.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.bench.LargeNetwork;
import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import io.nsxsim.simulation.Flow;
import io.nsxsim.simulation.Trace;
import io.nsxsim.simulation.Tracer;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read again after a change is what would be read if everything were. */
class ReadAgainTest {

  private static final int TIER1S = 4;
  private static final int SEGMENTS = 2;
  private static final int CHANGES = 15;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void after_every_change_the_network_is_that_of_a_fresh_reading(long seed) {
    Random random = new Random(seed);
    LargeNetwork network = new LargeNetwork(TIER1S, SEGMENTS, 3);
    network.source().current();
    for (int step = 0; step < CHANGES; step++) {
      String change = change(network, random);
      Fabric again = network.source().current();
      Fabric fresh = new FabricSource(network, network).current();
      assertThat(traces(again))
          .as("seed %d, step %d: %s", seed, step, change)
          .isEqualTo(traces(fresh));
    }
  }

  private static String change(LargeNetwork network, Random random) {
    int tier1 = random.nextInt(TIER1S);
    int segment = random.nextInt(SEGMENTS);
    int machine = random.nextInt(network.current().virtualMachines().size());
    int number = random.nextInt(50);
    return switch (random.nextInt(7)) {
      case 0 -> {
        network.changeRule(number, random.nextBoolean() ? "DROP" : "ALLOW");
        yield "rule " + number;
      }
      case 1 -> {
        network.tag(machine, "g" + number % 8);
        yield "tag of machine " + machine;
      }
      case 2 -> {
        network.remove(machine);
        yield "machine " + machine + " removed";
      }
      case 3 -> {
        network.removeSegment(tier1, segment);
        yield "segment " + tier1 + "-" + segment + " removed";
      }
      case 4 -> {
        network.putSegment(tier1, segment, "10.%d.%d.1/24".formatted(tier1, segment));
        yield "segment " + tier1 + "-" + segment + " put";
      }
      case 5 -> {
        network.putSegment(tier1, segment, "10.%d.77.1/24".formatted(tier1));
        yield "segment " + tier1 + "-" + segment + " moved";
      }
      default -> {
        network.putSegment(
            tier1 + 1 < TIER1S ? tier1 + 1 : 0, segment, "10.%d.%d.1/24".formatted(tier1, segment));
        yield "segment joins another tier-1";
      }
    };
  }

  private static List<String> traces(Fabric fabric) {
    Tracer tracer = new Tracer(fabric);
    List<String> all = new ArrayList<>();
    List<Workload> workloads =
        fabric.directory().workloads().stream()
            .filter(workload -> !workload.addresses().isEmpty())
            .sorted(Comparator.comparing(Workload::device))
            .toList();
    for (int first = 0; first < workloads.size(); first++) {
      Workload from = workloads.get(first);
      for (int second = first % 5; second < workloads.size(); second += 5) {
        Workload to = workloads.get(second);
        IpAddress target = to.addresses().getFirst();
        Flow flow =
            new Flow(from.device(), from.addresses().getFirst(), target, Protocol.TCP, 40000, 443);
        Trace trace = tracer.trace(flow);
        all.add(
            from.label()
                + " "
                + target
                + " "
                + trace.fate()
                + " "
                + trace.decidingPath()
                + " "
                + trace.hops().stream().map(hop -> hop.answer()).toList()
                + trace.assumptions());
      }
    }
    return all;
  }
}
