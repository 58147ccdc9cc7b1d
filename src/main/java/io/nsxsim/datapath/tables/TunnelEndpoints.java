package io.nsxsim.datapath.tables;

import io.nsxsim.datapath.Identifiers;
import io.nsxsim.datapath.NodePlacement;
import io.nsxsim.datapath.TransportNode;
import io.nsxsim.inventory.InventoryReader;
import io.nsxsim.inventory.VirtualMachine;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tunnel endpoints that frames of an overlay segment are sent to: those of the hosts of its
 * machines that run.
 */
@Component
final class TunnelEndpoints implements TableReader {

  private final InventoryReader inventory;
  private final NodePlacement nodes;
  private final Clock clock;

  TunnelEndpoints(InventoryReader inventory, NodePlacement nodes, Clock clock) {
    this.inventory = inventory;
    this.nodes = nodes;
    this.clock = clock;
  }

  @Override
  public Set<String> templates() {
    return Set.of("segments/{}|tep-table", "tier-1s/{}/segments/{}|tep-table");
  }

  @Override
  public Table read(Question question) {
    ObjectNode heading =
        JsonMapper.shared().createObjectNode().put("last_update_timestamp", clock.millis());
    boolean overlay = question.document().path("vlan_ids").isEmpty();
    return Table.of(heading, overlay ? rows(question) : List.of());
  }

  private List<ObjectNode> rows(Question question) {
    Map<String, TransportNode> hosts = new TreeMap<>();
    String ports = question.subject() + "/ports/";
    for (VirtualMachine machine : inventory.current().virtualMachines()) {
      boolean here =
          machine.powerState() == VirtualMachine.PowerState.VM_RUNNING
              && machine.interfaces().stream()
                  .anyMatch(card -> card.segmentPortPath().startsWith(ports));
      if (here) {
        TransportNode host = nodes.hostOf(NodePlacement.machine(machine.id()));
        hosts.put(host.tunnelEndpoint(), host);
      }
    }
    List<ObjectNode> rows = new ArrayList<>();
    hosts.forEach((address, host) ->
        rows.add(
            JsonMapper.shared()
                .createObjectNode()
                .put("tep_label", host.id().hashCode() & 0xFFFF)
                .put("tep_ip", address)
                .put("tep_mac_address", Identifiers.mac(host.id()))
                .put("segment_id", question.document().path("unique_id").asString(""))));
    return rows;
  }
}
