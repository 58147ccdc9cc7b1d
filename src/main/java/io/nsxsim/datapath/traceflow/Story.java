package io.nsxsim.datapath.traceflow;

import io.nsxsim.datapath.NodePlacement;
import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.simulation.Hop;
import io.nsxsim.simulation.Packet;
import io.nsxsim.simulation.Step;
import io.nsxsim.simulation.Trace;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.FirewallRule;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Role;
import io.nsxsim.topology.RoutingTable;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells a trace as the nodes report it: up to where the packet is delivered, dropped, or leaves by
 * an uplink, behind which no node sees it.
 */
final class Story {

  private final Fabric fabric;
  private final NodePlacement nodes;
  private final Parts parts;
  private final Report report;
  private final boolean balancerKeepsTtl;
  private Optional<Integer> ttl;
  private Optional<RoutingTable.Way> way = Optional.empty();
  private Optional<Step.Filtered> filtered = Optional.empty();
  private Interface last;
  private boolean crossedUplink;
  private boolean told;

  /**
   * A story that begins at a network card.
   *
   * @param ttl hops that the packet may go
   * @param balancerKeepsTtl whether that counts on behind a load balancer
   */
  Story(
      Fabric fabric,
      NodePlacement nodes,
      Parts parts,
      Report report,
      Optional<Integer> ttl,
      boolean balancerKeepsTtl,
      Interface origin) {
    this.balancerKeepsTtl = balancerKeepsTtl;
    this.last = origin;
    this.fabric = fabric;
    this.nodes = nodes;
    this.parts = parts;
    this.report = report;
    this.ttl = ttl;
  }

  /** Tells all of a trace, or up to the hop where the packet's time to live is over. */
  void tell(Trace trace) {
    for (Hop hop : trace.hops()) {
      for (Step step : hop.steps()) {
        if (!told) {
          tell(hop, step);
        }
      }
    }
  }

  private void tell(Hop hop, Step step) {
    switch (step) {
      case Step.Received(Interface in) -> received(hop, in);
      case Step.Recognized recognized -> {}
      case Step.Filtered rule -> filtered(rule);
      case Step.Translated translated -> translated(hop, translated);
      case Step.Routed(RoutingTable.Entry entry, RoutingTable.Way chosen) -> routed(hop, chosen);
      case Step.Centralized(Device gateway, Optional<PolicyPath> path) ->
          report.moveTo(
              path.filter(edge -> !edge.equals(gateway.path().orElse(edge)))
                  .flatMap(nodes::edge)
                  .orElseGet(() -> nodes.active(gateway.path().orElseThrow())));
      case Step.Crossed(Interface out) -> crossed(hop, out);
      case Step.Balanced balanced -> balanced(hop, balanced);
      case Step.Ended ended -> ended(hop, ended);
    }
  }

  private Device device(Interface end) {
    return fabric.device(end.device());
  }

  private void received(Hop hop, Interface in) {
    if (leftByUplink()) {
      return;
    }
    Device device = device(in);
    last = in;
    if (device.kind().isGateway()) {
      ObjectNode seen = report.received(parts.router(device), Optional.of(in));
      Part from = parts.network(in);
      seen.put("src_component_type", from.type());
      seen.put("src_component_id", from.id());
      seen.put("src_component_name", from.name());
      from.path().ifPresent(path -> seen.put("src_component_path", path.value()));
      return;
    }
    report.moveTo(nodes.hostOf(device.id()));
    report.delivered(parts.network(in), in);
    told = true;
  }

  /** Behind an uplink no node sees the packet: for NSX it has arrived. */
  private boolean leftByUplink() {
    if (!crossedUplink) {
      return false;
    }
    report.delivered(
        new Part("PHYSICAL", "EDGE_UPLINK", "", parts.portName(last), Optional.empty()), last);
    told = true;
    return true;
  }

  private static boolean isUplink(Interface out) {
    return out.role() == Role.EXTERNAL;
  }

  private void filtered(Step.Filtered step) {
    Interface at = step.at();
    filtered = Optional.of(step);
    boolean card = at.vnic().isPresent();
    if (card) {
      report.moveTo(nodes.hostOf(at.device()));
    }
    Part part = card ? parts.firewall(at) : parts.service("EDGE_FW", device(at));
    report.received(part, Optional.of(at));
    FirewallRule.Action action = step.rule().action();
    if (action == FirewallRule.Action.ALLOW || action == FirewallRule.Action.JUMP_TO_APPLICATION) {
      rule(report.forwarded(part, Optional.of(at), Optional.empty()), step.rule().path(), "acl");
      filtered = Optional.empty();
    }
  }

  private void rule(ObjectNode observation, PolicyPath rule, String sort) {
    parts.ruleId(rule).ifPresent(id -> observation.put(sort + "_rule_id", id));
    observation.put(sort + "_rule_path", rule.value());
  }

  private void translated(Hop hop, Step.Translated step) {
    Device gateway = fabric.device(hop.device().orElseThrow());
    if (!gateway.kind().isGateway()) {
      return;
    }
    ObjectNode seen =
        report.forwarded(parts.service("NAT", gateway), Optional.empty(), Optional.empty());
    step.path().ifPresent(path -> rule(seen, path, "nat"));
    Packet before = step.before();
    Packet after = step.after();
    if (!before.source().equals(after.source())) {
      seen.put("original_src_ip", before.source().toString());
      seen.put("translated_src_ip", after.source().toString());
    }
    if (!before.destination().equals(after.destination())) {
      seen.put("original_dst_ip", before.destination().toString());
      seen.put("translated_dst_ip", after.destination().toString());
    }
  }

  /** A packet whose time is over is dropped where it would have been sent on. */
  private void routed(Hop hop, RoutingTable.Way chosen) {
    way = Optional.of(chosen);
    if (!(chosen.nextHop() instanceof NextHop.Discard)) {
      expire(hop);
    }
  }

  private void expire(Hop hop) {
    if (ttl.filter(left -> left <= hop.ttl()).isPresent()) {
      report.dropped(parts.router(fabric.device(hop.device().orElseThrow())), at(), "TTL_ZERO");
      told = true;
    }
  }

  private void crossed(Hop hop, Interface out) {
    Device from = device(out);
    Part network = parts.network(out);
    last = out;
    if (from.kind().isGateway()) {
      routedBy(from, out, network);
      crossedUplink = isUplink(out);
      if (crossedUplink) {
        return;
      }
      report.received(network, Optional.of(out));
    }
    Optional<Part> next =
        hop.device().map(fabric::device).filter(to -> to.kind().isGateway()).map(parts::router);
    report.forwarded(network, Optional.of(out), next);
  }

  private void routedBy(Device gateway, Interface out, Part network) {
    ObjectNode seen =
        report.forwarded(parts.router(gateway), Optional.of(out), Optional.of(network));
    seen.put("lr_forward_type", "STANDARD");
    way.ifPresent(chosen -> {
      seen.put("route_prefix", chosen.route().network().toString());
      if (chosen.nextHop() instanceof NextHop.Via(IpAddress hop, Interface by)) {
        seen.put("next_hop", hop.toString());
      }
    });
    way = Optional.empty();
  }

  private void balanced(Hop hop, Step.Balanced step) {
    Part balancer = parts.service("LOAD_BALANCER", step.gateway());
    report.received(balancer, Optional.empty());
    ObjectNode seen = report.forwarded(balancer, Optional.empty(), Optional.empty());
    step.member().ifPresent(member -> seen.put("translated_dst_ip", member.toString()));
    if (step.member().isPresent() && balancerKeepsTtl) {
      expire(hop);
    } else {
      ttl = Optional.empty();
    }
  }

  private void ended(Hop hop, Step.Ended step) {
    told = true;
    Optional<Device> gateway = Optional.of(device(last)).filter(d -> d.kind().isGateway());
    switch (step.fate()) {
      case DELIVERED ->
          report.delivered(gateway.map(parts::router).orElseGet(() -> parts.network(last)), last);
      case LEFT_NETWORK, NOT_FORWARDED -> left();
      case FIREWALL_DROP, FIREWALL_REJECT -> blocked();
      case NO_ROUTE, NULL_ROUTE -> dropped(gateway, "NO_ROUTE");
      case NO_NEIGHBOR -> unanswered(gateway, hop);
      case PORT_DOWN -> dropped(Optional.empty(), "IFACE");
      case FRAG_NEEDED -> dropped(gateway, "IP");
      case REVERSE_PATH -> dropped(gateway, "LROUTER");
      case UNDECIDED -> undecided(gateway);
      case NO_POOL_MEMBER, ACCESS_LIST ->
          report.dropped(parts.service("LOAD_BALANCER", gateway.orElseThrow()), at(), "LB");
      case LOOP -> dropped(gateway, "TTL_ZERO");
      case POWERED_OFF, NOT_CONNECTED -> {}
    }
  }

  private Optional<Interface> at() {
    return Optional.of(last);
  }

  private void left() {
    if (!leftByUplink()) {
      report.delivered(new Part("PHYSICAL", "", "", "Physical", Optional.empty()), last);
    }
  }

  private ObjectNode dropped(Optional<Device> gateway, String reason) {
    Part part = gateway.map(parts::router).orElseGet(() -> parts.network(last));
    return report.dropped(part, at(), reason);
  }

  /** A rule that is understood stops it; another one, that is not, might have let it through. */
  private void undecided(Optional<Device> gateway) {
    if (filtered.isPresent()) {
      blocked();
    } else {
      dropped(gateway, "UNKNOWN");
    }
  }

  private void blocked() {
    Step.Filtered by = filtered.orElseThrow();
    Interface where = by.at();
    boolean card = where.vnic().isPresent();
    Part part = card ? parts.firewall(where) : parts.service("EDGE_FW", device(where));
    rule(report.dropped(part, Optional.of(where), "FW_RULE"), by.rule().path(), "acl");
  }

  private void unanswered(Optional<Device> gateway, Hop hop) {
    if (hop.after().destination().ipv6()) {
      dropped(gateway, "ND_NS_FAIL");
    } else {
      dropped(gateway, "ARP_FAIL").put("arp_fail_reason", "ARP_TIMEOUT");
    }
  }
}
