package io.nsxsim.web.datapath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.DEFINED_PORT;

import io.nsxsim.datapath.traceflow.Run;
import io.nsxsim.datapath.traceflow.Tracing;
import io.nsxsim.engine.Author;
import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.inventory.service.InventoryService;
import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.simulation.Answer;
import io.nsxsim.simulation.AnswerKind;
import io.nsxsim.simulation.Flow;
import io.nsxsim.simulation.RandomNetwork;
import io.nsxsim.simulation.Tracer;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.Workload;
import io.nsxsim.topology.reader.FabricSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A traceflow with a TTL is one probe of a traceroute: both tell the same of random networks, as
 * long as the packet is in NSX.
 */
@SpringBootTest(webEnvironment = DEFINED_PORT, properties = "nsxsim.scenario=none")
class TraceflowPropertyTest {

  private static final int MOST_HOPS = 6;
  private static final JsonMapper RELAXED =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .build();

  @Autowired private PolicyEngine engine;
  @Autowired private InventoryService inventory;
  @Autowired private Tracing tracing;
  @Autowired private FabricSource source;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void with_a_ttl_of_k_a_traceflow_ends_where_the_kth_line_of_a_traceroute_does(long seed) {
    RandomNetwork random = new RandomNetwork(seed);
    load(random, seed);
    Fabric fabric = source.current();
    Tracer tracer = new Tracer(fabric);
    int expired = 0;
    for (String from : random.names()) {
      for (String to : random.names()) {
        Flow flow = flow(fabric, from, to);
        for (int ttl = 1; ttl <= MOST_HOPS && !from.equals(to); ttl++) {
          Optional<Answer> line = tracer.probe(flow, ttl);
          JsonNode last = last(fabric, from, flow, ttl);
          String told = "seed %d, %s to %s, ttl %d: %s".formatted(seed, from, to, ttl, last);
          if (line.filter(each -> each.kind() == AnswerKind.TIME_EXCEEDED).isPresent()) {
            Device router = owner(fabric, line.get().from());
            String component = last.path("component_path").asString("");
            if (router.kind().isGateway()) {
              expired++;
              assertThat(last.path("reason").asString("")).as(told).isEqualTo("TTL_ZERO");
              assertThat(component).as(told).isEqualTo(router.id());
            } else {
              assertThat(last.path("component_sub_type").asString("")).isEqualTo("EDGE_UPLINK");
            }
          } else {
            assertThat(last.path("reason").asString("")).as(told).matches(reason(line));
          }
        }
      }
    }
    assertThat(expired).as("seed %d", seed).isPositive();
  }

  /** Who is answered by the destination was delivered; silence may be a hop that finds no way. */
  private static String reason(Optional<Answer> line) {
    return line.filter(each -> each.kind() == AnswerKind.REPLY).isPresent() ? "|FW_RULE" : ".*";
  }

  private JsonNode last(Fabric fabric, String from, Flow flow, int ttl) {
    ObjectNode packet = RELAXED.createObjectNode().put("resource_type", "FieldsPacketData");
    packet
        .putObject("ip_header")
        .put("src_ip", flow.source().toString())
        .put("dst_ip", flow.destination().toString())
        .put("ttl", ttl);
    Run run = tracing.run(port(fabric, from), packet);
    return run.observations().getLast();
  }

  private static String port(Fabric fabric, String machine) {
    return fabric
        .device(only(fabric, machine).device())
        .interfaces()
        .getFirst()
        .vnic()
        .orElseThrow()
        .port()
        .value();
  }

  private static Flow flow(Fabric fabric, String from, String to) {
    IpAddress source = only(fabric, from).addresses().getFirst();
    IpAddress destination = only(fabric, to).addresses().getFirst();
    return new Flow(only(fabric, from).device(), source, destination, Protocol.ICMP, 0, 0);
  }

  private static Device owner(Fabric fabric, IpAddress address) {
    return fabric.devices().values().stream()
        .filter(device -> device.kind().forwards() && device.addresses().contains(address))
        .findFirst()
        .orElseThrow();
  }

  private static Workload only(Fabric fabric, String name) {
    return fabric.directory().find(name).getFirst();
  }

  private void load(RandomNetwork random, long seed) {
    engine.clear();
    inventory.replace(RELAXED.readTree(random.inventory()));
    engine.install(new PolicyPath("/infra"), RELAXED.createObjectNode(), Author.SYSTEM);
    List<PolicyEngine.Put> puts = new ArrayList<>();
    for (String policy : List.of(random.policy(), random.rules(seed))) {
      RELAXED
          .readTree(policy)
          .properties()
          .forEach(each ->
              puts.add(
                  new PolicyEngine.Put(
                      new PolicyPath(each.getKey()), (ObjectNode) each.getValue(), false)));
    }
    engine.putTogether(puts, Author.SYSTEM);
  }
}
