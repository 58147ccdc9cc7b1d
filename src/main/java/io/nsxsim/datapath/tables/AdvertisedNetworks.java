package io.nsxsim.datapath.tables;

import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Role;
import io.nsxsim.topology.Route;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The networks that a tier-1, VPC or transit gateway tells the gateway above it, as that has them.
 */
@Component
final class AdvertisedNetworks implements TableReader {

  private static final Pattern TOLD = Pattern.compile("TIER1_.*|TGW_STATIC");

  @Override
  public Set<String> templates() {
    return Set.of(
        "tier-1s/{}|advertised-networks",
        "vpcs/{}|advertised-networks",
        "transit-gateways/{}/attachments/{}|advertised-networks");
  }

  @Override
  public Table read(Question question) {
    Fabric fabric = question.fabric();
    Set<String> networks = new TreeSet<>();
    question.device(question.gateway()).stream()
        .flatMap(gateway -> gateway.interfaces().stream())
        .filter(end -> end.role() == Role.LINK_TO_TIER0)
        .flatMap(up -> fabric.link(up.link()).ends().stream())
        .filter(end -> end.role() == Role.LINK_TO_TIER1)
        .forEach(above ->
            fabric.device(above.device()).routes().routes().stream()
                .filter(route -> TOLD.matcher(route.source().name()).matches())
                .filter(route -> leadsTo(route, above))
                .forEach(route -> networks.add(route.network() + " " + route.source().name())));
    List<ObjectNode> rows =
        networks.stream().map(text -> row(text.split(" ", 2)[0], text.split(" ", 2)[1])).toList();
    return Table.of(JsonMapper.shared().createObjectNode(), rows);
  }

  private static ObjectNode row(String network, String source) {
    ObjectNode row = JsonMapper.shared().createObjectNode();
    row.put("network", network);
    row.put("status", "ADVERTISED");
    return row.put("rule_filter_type", source);
  }

  private static boolean leadsTo(Route route, Interface above) {
    return route.nextHops().stream()
        .flatMap((NextHop hop) -> hop.out().stream())
        .anyMatch(above::isSameAs);
  }
}
