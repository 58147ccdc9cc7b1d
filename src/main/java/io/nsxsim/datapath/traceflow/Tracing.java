package io.nsxsim.datapath.traceflow;

import io.nsxsim.datapath.Counters;
import io.nsxsim.datapath.NodePlacement;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.engine.Tree;
import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.simulation.Flow;
import io.nsxsim.simulation.Options;
import io.nsxsim.simulation.Trace;
import io.nsxsim.simulation.Tracer;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Workload;
import io.nsxsim.topology.reader.FabricSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Injects packets at segment ports of the network as it is now. */
@Component
public class Tracing {

  private static final Set<String> PORTS = Set.of("SegmentPort", "VpcSubnetPort");

  private final FabricSource source;
  private final StoredObjects stored;
  private final Tree tree;
  private final NodePlacement nodes;
  private final Options options;
  private final Counters counters;
  private final Clock clock;

  Tracing(
      FabricSource source,
      StoredObjects stored,
      Tree tree,
      NodePlacement nodes,
      Options options,
      Counters counters,
      Clock clock) {
    this.source = source;
    this.stored = stored;
    this.tree = tree;
    this.nodes = nodes;
    this.options = options;
    this.counters = counters;
    this.clock = clock;
  }

  /**
   * Injects a packet.
   *
   * @param port a segment port's path, UUID or attachment id
   * @param packet NSX's PacketData
   */
  public Run run(String port, JsonNode packet) {
    return run(port, packet, "");
  }

  /** The same for a port that lies below a path, such as that of a project. */
  Run run(String port, JsonNode packet, String space) {
    Fabric fabric = source.current();
    Optional<PolicyPath> path = port(port, fabric).filter(found -> found.value().startsWith(space));
    if (path.isEmpty()) {
      return Run.failed(Run.Request.SOURCE_PORT_NOT_FOUND, "", "There is no port " + port);
    }
    Parts parts = new Parts(stored);
    String id = parts.id(path, path.get().value());
    Injection injection = Injection.of(packet);
    boolean ipv6 = injection.destination().filter(IpAddress::ipv6).isPresent();
    Optional<Interface> from = card(fabric, path.get(), ipv6);
    if (from.isEmpty() || !fabric.device(from.get().device()).running()) {
      String why = "No machine that runs and has an address is plugged into " + path.get();
      return Run.failed(Run.Request.DATA_PATH_NOT_READY, id, why);
    }
    return inject(fabric, parts, from.get(), injection, id);
  }

  private Run inject(Fabric fabric, Parts parts, Interface from, Injection packet, String id) {
    Report report = new Report(parts, nodes.hostOf(from.device()), clock.millis());
    List<String> analysis = new ArrayList<>();
    report.received(parts.network(from), Optional.of(from));
    Neighbourhood around = new Neighbourhood(fabric, nodes, parts, report);
    switch (packet.sort()) {
      case ARP -> around.arp(from, packet);
      case DHCP -> around.dhcp(from);
      case FLOOD -> around.flood(from);
      case UNICAST -> {
        Device device = fabric.device(from.device());
        IpAddress own = from.ip().orElseThrow();
        IpAddress to = packet.destination().orElse(own);
        Flow flow = packet.flow(device, own, to);
        Trace trace = new Tracer(fabric, options).trace(flow);
        new Story(fabric, nodes, parts, report, packet.ttl(), options.loadBalancerKeepsTtl(), from)
            .tell(trace);
        counters.count(trace, packet.ttl().orElse(Integer.MAX_VALUE), 1, packet.bytes());
        analysis.add(trace.fate().name() + ": " + trace.reason());
        analysis.addAll(trace.assumptions());
      }
    }
    return new Run(Run.Request.SUCCESS, id, report.observations(), analysis);
  }

  private Optional<PolicyPath> port(String text, Fabric fabric) {
    if (PolicyPath.isPolicyPath(text)) {
      PolicyPath path = new PolicyPath(text);
      boolean known = !fabric.directory().find(text).isEmpty() || stored.find(path).isPresent();
      return known && text.contains("/ports/") ? Optional.of(path) : Optional.empty();
    }
    return text.isEmpty()
        ? Optional.empty()
        : tree.documents(PORTS).stream()
            .filter(document -> isCalled(document, text))
            .map(document -> new PolicyPath(document.path("path").stringValue()))
            .findFirst();
  }

  private static boolean isCalled(JsonNode document, String id) {
    return document.path("unique_id").asString("").equals(id)
        || document.path("attachment").path("id").asString("").equals(id);
  }

  /** The card in a port, with an address of the family if it has one. */
  private static Optional<Interface> card(Fabric fabric, PolicyPath port, boolean ipv6) {
    List<Interface> cards =
        fabric.directory().find(port.value()).stream()
            .map(Workload::device)
            .map(fabric::device)
            .flatMap(device -> device.interfaces().stream())
            .filter(end -> end.vnic().filter(vnic -> vnic.port().equals(port)).isPresent())
            .filter(end -> end.ip().isPresent())
            .toList();
    return cards.stream()
        .filter(end -> end.ip().orElseThrow().ipv6() == ipv6)
        .findFirst()
        .or(() -> cards.stream().findFirst());
  }
}
