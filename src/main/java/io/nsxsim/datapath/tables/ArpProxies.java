package io.nsxsim.datapath.tables;

import io.nsxsim.net.AddressRange;
import io.nsxsim.net.AddressSet;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The addresses that a gateway answers ARP for although no interface has them: NAT and load
 * balancer addresses in the network of an interface. Long ranges are written as such.
 */
@Component
final class ArpProxies implements TableReader {

  private static final int MOST_SINGLE = 64;

  @Override
  public Set<String> templates() {
    return Set.of(
        "tier-[01]s/{}|arp-proxies",
        "tier-[01]s/{}/locale-services/{}|arp-proxies",
        "tier-[01]s/{}/locale-services/{}/interfaces/{}|arp-proxy",
        "segments/{}|arp-proxy",
        "tier-1s/{}/segments/{}|arp-proxy",
        "vpcs/{}|arp-proxies",
        "vpcs/{}/subnets/{}|arp-proxy",
        "transit-gateways/{}|arp-proxies");
  }

  @Override
  public Table read(Question question) {
    List<ObjectNode> rows = new ArrayList<>();
    for (Device device : question.fabric().devices().values()) {
      if (device.kind().isGateway()) {
        for (Interface end : device.interfaces()) {
          if (isAbout(question, device, end)) {
            row(question, end, rows);
          }
        }
      }
    }
    return Table.of(JsonMapper.shared().createObjectNode(), rows);
  }

  private static boolean isAbout(Question question, Device device, Interface end) {
    PolicyPath subject = question.subject();
    return question.view().equals("arp-proxy")
        ? end.path().filter(subject::equals).isPresent()
        : device.path().filter(question.gateway()::equals).isPresent();
  }

  private static void row(Question question, Interface end, List<ObjectNode> rows) {
    ArrayNode addresses = JsonMapper.shared().createArrayNode();
    for (Link.Proxy proxy : question.fabric().link(end.link()).proxies()) {
      if (proxy.answering().equals(end)) {
        add(proxy.addresses(), addresses);
      }
    }
    if (!addresses.isEmpty()) {
      ObjectNode row = JsonMapper.shared().createObjectNode();
      row.put("interface_path", end.path().map(PolicyPath::value).orElse(""));
      row.putArray("arp_proxy_entries").addObject().set("arp_proxy_ip", addresses);
      rows.add(row);
    }
  }

  private static void add(AddressSet set, ArrayNode addresses) {
    if (set.size() <= MOST_SINGLE) {
      for (long i = 0; i < set.size(); i++) {
        addresses.add(set.at(i).toString());
      }
    } else {
      for (AddressRange range : set.ranges()) {
        addresses.add(range.toString());
      }
    }
  }
}
