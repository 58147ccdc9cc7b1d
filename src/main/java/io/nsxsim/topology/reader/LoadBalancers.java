package io.nsxsim.topology.reader;

import io.nsxsim.net.AddressSet;
import io.nsxsim.net.IpAddress;
import io.nsxsim.net.PortSet;
import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.ServerPool;
import io.nsxsim.topology.VirtualServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the virtual servers of each gateway, and the pools that give their packets an address. */
final class LoadBalancers {

  private final Documents documents;
  private final Groups groups;
  private final ServerPools pools;
  private final Notes notes;
  private final Map<PolicyPath, List<VirtualServer>> servers = new HashMap<>();
  private final Map<PolicyPath, AddressSet> sources = new HashMap<>();

  LoadBalancers(Documents documents, Groups groups, Gateways gateways, Notes notes) {
    this.documents = documents;
    this.groups = groups;
    this.pools = new ServerPools(documents, groups, notes);
    this.notes = notes;
    for (Document server : documents.of("LBVirtualServer")) {
      gatewayOf(server, gateways).ifPresent(gateway -> add(server, gateway));
    }
  }

  List<VirtualServer> servers(Gateway gateway) {
    return servers.getOrDefault(gateway.path(), List.of());
  }

  /** The addresses that pools of this gateway translate to. */
  AddressSet sources(Gateway gateway) {
    return sources.getOrDefault(gateway.path(), AddressSet.NONE);
  }

  /** The gateway that a service names; a VPC's service is at the VPC's. */
  private Optional<Gateway> gatewayOf(Document server, Gateways gateways) {
    return server
        .pathIn("lb_service_path")
        .flatMap(documents::find)
        .filter(service -> service.flag("enabled", true) && server.flag("enabled", true))
        .flatMap(service ->
            service
                .pathIn("connectivity_path")
                .flatMap(gateways::find)
                .or(() -> gateways.owning(service.path())));
  }

  private void add(Document server, Gateway gateway) {
    if (!gateway.hasServiceRouter()) {
      notes.add(
          gateway.id(), gateway.path() + " has no edge cluster: its load balancer is not active");
      return;
    }
    Optional<IpAddress> address = server.text("ip_address").flatMap(IpAddress::parse);
    Optional<PortSet> ports = PortSet.parse(server.texts("ports"));
    if (address.isEmpty() || ports.isEmpty()) {
      notes.add(gateway.id(), server.path() + " has no address or ports that can be read");
      return;
    }
    List<ServerPool> behind =
        Stream.of("pool_path", "sorry_pool_path")
            .flatMap(field -> server.pathIn(field).stream())
            .flatMap(path -> pools.read(path, gateway.id()).stream())
            .toList();
    servers
        .computeIfAbsent(gateway.path(), path -> new ArrayList<>())
        .add(
            new VirtualServer(
                server.path(),
                address.get(),
                protocol(server),
                ports.get(),
                PortSet.parse(server.texts("default_pool_member_ports")).orElse(PortSet.ANY),
                accessList(server, gateway.id()),
                behind,
                !server.objects("rules").isEmpty()));
    behind.forEach(pool -> addSources(gateway, pool));
  }

  private void addSources(Gateway gateway, ServerPool pool) {
    if (pool.source() instanceof ServerPool.SourceTranslation.Addresses(AddressSet addresses)) {
      sources.merge(gateway.path(), addresses, AddressSet::union);
    }
  }

  private Optional<VirtualServer.AccessList> accessList(Document server, String subject) {
    return server
        .object("access_list_control")
        .filter(list -> list.flag("enabled", true))
        .flatMap(list ->
            list.pathIn("group_path")
                .map(group ->
                    new VirtualServer.AccessList(
                        group,
                        groups.members(group, subject).addresses(),
                        list.text("action").orElse("ALLOW").equals("ALLOW"))));
  }

  private Protocol protocol(Document server) {
    return server
        .pathIn("application_profile_path")
        .flatMap(documents::find)
        .filter(profile -> profile.type().equals("LBFastUdpProfile"))
        .map(profile -> Protocol.UDP)
        .orElse(Protocol.TCP);
  }
}
