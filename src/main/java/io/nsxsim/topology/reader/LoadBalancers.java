package io.nsxsim.topology.reader;

import io.nsxsim.net.AddressRange;
import io.nsxsim.net.AddressSet;
import io.nsxsim.net.IpAddress;
import io.nsxsim.net.PortSet;
import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.VirtualServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the virtual servers of each gateway, and the pools that give their packets an address. */
final class LoadBalancers {

  private final Documents documents;
  private final Predicate<IpAddress> isStopped;
  private final Notes notes;
  private final Map<PolicyPath, List<VirtualServer>> servers = new HashMap<>();
  private final Map<PolicyPath, AddressSet> sources = new HashMap<>();

  /**
   * Reads all virtual servers.
   *
   * @param isStopped whether an address belongs to a machine that does not run
   */
  LoadBalancers(
      Documents documents, Predicate<IpAddress> isStopped, Gateways gateways, Notes notes) {
    this.documents = documents;
    this.isStopped = isStopped;
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

  private Optional<Gateway> gatewayOf(Document server, Gateways gateways) {
    return server
        .pathIn("lb_service_path")
        .flatMap(documents::find)
        .filter(service -> service.flag("enabled", true) && server.flag("enabled", true))
        .flatMap(service -> service.pathIn("connectivity_path"))
        .flatMap(gateways::find);
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
    if (server
        .object("access_list_control")
        .filter(list -> list.flag("enabled", true))
        .isPresent()) {
      notes.add(gateway.id(), server.path() + " has an access list, which is not modelled");
    }
    Optional<Document> pool = server.pathIn("pool_path").flatMap(documents::find);
    servers
        .computeIfAbsent(gateway.path(), path -> new ArrayList<>())
        .add(
            new VirtualServer(
                server.path(),
                address.get(),
                protocol(server),
                ports.get(),
                pool.filter(this::hasMember).isPresent()));
    pool.ifPresent(known -> sources.merge(gateway.path(), translated(known), AddressSet::union));
  }

  private Protocol protocol(Document server) {
    return server
        .pathIn("application_profile_path")
        .flatMap(documents::find)
        .filter(profile -> profile.type().equals("LBFastUdpProfile"))
        .map(profile -> Protocol.UDP)
        .orElse(Protocol.TCP);
  }

  private boolean hasMember(Document pool) {
    boolean monitored = !pool.texts("active_monitor_paths").isEmpty();
    return pool.has("member_group")
        || pool.objects("members").stream()
            .filter(member -> member.text("admin_state").orElse("ENABLED").equals("ENABLED"))
            .anyMatch(member -> !monitored || !isStopped(member));
  }

  /** Tells whether a monitor finds that nothing answers, because the machine is off. */
  private boolean isStopped(Document member) {
    return member.text("ip_address").flatMap(IpAddress::parse).filter(isStopped).isPresent();
  }

  private static AddressSet translated(Document pool) {
    List<AddressRange> ranges = new ArrayList<>();
    pool.object("snat_translation").stream()
        .flatMap(translation -> translation.objects("ip_addresses").stream())
        .flatMap(element -> element.text("ip_address").flatMap(AddressRange::parse).stream())
        .forEach(ranges::add);
    return AddressSet.of(ranges);
  }
}
