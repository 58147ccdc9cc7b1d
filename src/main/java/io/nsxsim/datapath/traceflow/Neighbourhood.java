package io.nsxsim.datapath.traceflow;

import io.nsxsim.datapath.NodePlacement;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.Interface;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What is not routed: ARP requests, DHCP requests, and what goes to everyone on a segment. */
final class Neighbourhood {

  private final Fabric fabric;
  private final NodePlacement nodes;
  private final Parts parts;
  private final Report report;

  Neighbourhood(Fabric fabric, NodePlacement nodes, Parts parts, Report report) {
    this.fabric = fabric;
    this.nodes = nodes;
    this.parts = parts;
    this.report = report;
  }

  /** The owner of the address answers, or nobody does. */
  void arp(Interface from, Injection packet) {
    Part network = parts.network(from);
    Optional<Interface> owner =
        packet.destination().flatMap(ip -> fabric.link(from.link()).neighbor(ip, from));
    if (owner.isEmpty()) {
      report.replicated(network);
      report.dropped(network, Optional.of(from), "ARP_FAIL").put("arp_fail_reason", "ARP_TIMEOUT");
      return;
    }
    Device device = fabric.device(owner.get().device());
    report.forwarded(network, Optional.of(from), Optional.empty());
    String by = device.kind().isGateway() ? "ARP_LRP" : "ARP_SUPPRESSION_TABLE";
    report.delivered(network, owner.get()).put("resolution_type", by);
  }

  /** A segment with a relay sends it on, one with a server answers; otherwise it is flooded. */
  void dhcp(Interface from) {
    Part network = parts.network(from);
    Optional<JsonNode> config =
        network
            .path()
            .flatMap(parts::document)
            .map(segment -> segment.path("dhcp_config_path").asString(""))
            .filter(PolicyPath::isPolicyPath)
            .flatMap(path -> parts.document(new PolicyPath(path)));
    if (config.isEmpty()) {
      flood(from);
      return;
    }
    report.forwarded(network, Optional.of(from), Optional.empty());
    String server = config.get().path("server_addresses").path(0).asString("");
    if (config.get().path("resource_type").asString("").equals("DhcpRelayConfig")) {
      String relay = gateway(from).flatMap(Interface::ip).map(Object::toString).orElse("");
      report.relayed(gateway(from).map(this::router).orElse(network), relay, server);
    } else {
      report.delivered(network, from);
    }
  }

  private Part router(Interface end) {
    return parts.router(fabric.device(end.device()));
  }

  private Optional<Interface> gateway(Interface from) {
    return fabric
        .link(from.link())
        .everyone()
        .filter(end -> fabric.device(end.device()).kind().isGateway())
        .findFirst();
  }

  /** Everyone else on the segment gets it, those on other nodes by a copy. */
  void flood(Interface from) {
    Part network = parts.network(from);
    report.forwarded(network, Optional.of(from), Optional.empty());
    report.replicated(network);
    List<Interface> others =
        fabric
            .link(from.link())
            .everyone()
            .filter(end -> !end.device().equals(from.device()) && end.vnic().isPresent())
            .toList();
    for (Interface other : others) {
      report.moveTo(nodes.hostOf(other.device()));
      report.delivered(network, other);
    }
  }
}
