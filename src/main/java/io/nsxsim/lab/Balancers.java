package io.nsxsim.lab;

import io.nsxsim.lab.Machines.Card;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import io.nsxsim.net.PortSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Virtual servers: their addresses belong to the gateway, and what is sent to their ports goes on
 * to a member that is healthy, with a TTL of its own, as on a leg that begins at the balancer.
 */
final class Balancers {

  /** Sent on; and the firewall is to look at the address of the virtual server. */
  private static final String SENT_ON = "0xc";

  private final Items items;
  private final Set<IpAddress> stopped;
  private final Blueprint blueprint;

  /** A virtual server that is switched on. */
  private record Server(Item item, IpAddress address, PortSet ports) {}

  /** Where it sends to; without a port to the one that was asked for. */
  private record Member(IpAddress address, Optional<String> port) {}

  Balancers(Items items, List<Card> cards, Blueprint blueprint) {
    this.items = items;
    this.blueprint = blueprint;
    this.stopped =
        cards.stream()
            .filter(card -> !card.isRunning())
            .flatMap(card -> card.addresses().stream())
            .collect(Collectors.toSet());
  }

  /** The addresses of a gateway's virtual servers. */
  List<IpAddress> addresses(Gateway gateway) {
    return servers(gateway).stream().map(Server::address).distinct().toList();
  }

  /** Adds the addresses and chains. */
  void add(Gateway gateway) {
    List<Server> servers = servers(gateway);
    servers.forEach(server -> gateway.namespace().own(Cidr.host(server.address())));
    List<String> legs = new ArrayList<>();
    List<String> translations = new ArrayList<>();
    for (Server server : servers) {
      List<Member> members = members(server.item());
      String match = match(server);
      if (members.isEmpty()) {
        legs.add(match + " drop");
        continue;
      }
      boolean ipv6 = server.address().ipv6();
      legs.add(match + (ipv6 ? " ip6 hoplimit set 64" : " ip ttl set 64"));
      translations.add(
          match + " ct mark set ct mark or " + SENT_ON + " dnat " + target(members, ipv6));
    }
    Namespace namespace = gateway.namespace();
    namespace.filter("legs", "filter hook prerouting priority mangle", legs);
    namespace.filter("balance", "nat hook prerouting priority dstnat + 1", translations);
    if (!translations.isEmpty()) {
      namespace.filter(
          "automap",
          "nat hook postrouting priority srcnat - 1",
          List.of("ct mark and " + SENT_ON + " == " + SENT_ON + " masquerade"));
    }
  }

  private List<Server> servers(Gateway gateway) {
    if (!gateway.hasServices()) {
      return List.of();
    }
    List<Server> servers = new ArrayList<>();
    for (Item server : items.of("LBVirtualServer")) {
      Optional<IpAddress> address = server.address("ip_address");
      Optional<PortSet> ports = PortSet.parse(server.texts("ports"));
      if (isOn(server, gateway) && address.isPresent() && ports.isPresent()) {
        if (server.inside("access_list_control").has("group_path")) {
          blueprint.remark(server.path() + ": the access list is not built");
        }
        servers.add(new Server(server, address.get(), ports.get()));
      }
    }
    return servers;
  }

  private boolean isOn(Item server, Gateway gateway) {
    return server.flag("enabled", true)
        && server
            .text("lb_service_path")
            .flatMap(items::at)
            .filter(service -> service.flag("enabled", true))
            .flatMap(service -> service.text("connectivity_path"))
            .filter(path -> path.equals(gateway.path()))
            .isPresent();
  }

  private String match(Server server) {
    boolean isUdp =
        server
            .item()
            .text("application_profile_path")
            .flatMap(items::at)
            .filter(profile -> profile.type().equals("LBFastUdpProfile"))
            .isPresent();
    String protocol = isUdp ? "udp" : "tcp";
    String family = server.address().ipv6() ? "ip6" : "ip";
    return "%s daddr %s meta l4proto %s%s"
        .formatted(
            family, server.address(), protocol, Matches.ports(protocol + " dport", server.ports()));
  }

  private List<Member> members(Item server) {
    Optional<Item> pool = server.text("pool_path").flatMap(items::at);
    if (pool.filter(known -> known.has("member_group")).isPresent()) {
      blueprint.remark(pool.get().path() + ": members by group are not built");
    }
    boolean monitored = pool.filter(known -> known.has("active_monitor_paths")).isPresent();
    return pool.stream()
        .flatMap(known -> known.items("members").stream())
        .filter(member -> member.text("admin_state").orElse("ENABLED").equals("ENABLED"))
        .flatMap(member ->
            member.address("ip_address").stream()
                .filter(address -> !monitored || !stopped.contains(address))
                .map(address -> new Member(address, member.text("port"))))
        .toList();
  }

  /** In turn, as far as all members have a port or none has. */
  private static String target(List<Member> members, boolean ipv6) {
    List<String> texts = new ArrayList<>();
    boolean withPort = members.stream().allMatch(member -> member.port().isPresent());
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      String port = withPort ? " . " + member.port().orElseThrow() : "";
      texts.add(i + " : " + member.address() + port);
    }
    String family = ipv6 ? "ip6" : "ip";
    if (members.size() == 1) {
      Member only = members.getFirst();
      String address = ipv6 && withPort ? "[" + only.address() + "]" : only.address().toString();
      return family + " to " + address + only.port().map(port -> ":" + port).orElse("");
    }
    return "%s %sto numgen inc mod %d map { %s }"
        .formatted(
            family, withPort ? "addr . port " : "", members.size(), String.join(", ", texts));
  }
}
