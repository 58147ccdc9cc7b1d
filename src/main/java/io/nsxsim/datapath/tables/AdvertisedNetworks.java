package io.nsxsim.datapath.tables;

import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Role;
import io.nsxsim.topology.Route;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The networks that a tier-1 tells its tier-0, as the tier-0 has them. */
@Component
final class AdvertisedNetworks implements TableReader {

  @Override
  public Set<String> templates() {
    return Set.of("tier-1s/{}|advertised-networks");
  }

  @Override
  public Table read(Question question) {
    PolicyPath tier1 = question.gateway();
    Set<String> networks = new TreeSet<>();
    Optional.of(question.document().path("tier0_path").asString(""))
        .filter(PolicyPath::isPolicyPath)
        .flatMap(path -> question.device(new PolicyPath(path)))
        .ifPresent(tier0 ->
            tier0.routes().routes().stream()
                .filter(route -> route.source().name().startsWith("TIER1_"))
                .filter(route -> leadsTo(route, tier1))
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

  private static boolean leadsTo(Route route, PolicyPath tier1) {
    return route.nextHops().stream()
        .flatMap((NextHop hop) -> hop.out().stream())
        .anyMatch((Interface out) ->
            out.role() == Role.LINK_TO_TIER1 && out.path().equals(Optional.of(tier1)));
  }
}
