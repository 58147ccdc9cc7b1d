package io.nsxsim.topology.reader;

import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Role;
import io.nsxsim.topology.RouteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The addresses of services on a gateway: the listener of its DNS forwarder and the local ends of
 * its IPsec VPNs, which it may advertise, and those of its DHCP servers, which it does not.
 */
final class GatewayAddresses {

  private final Documents documents;
  private final Segments segments;
  private final FabricBuilder fabric;
  private final Notes notes;

  GatewayAddresses(Documents documents, Segments segments, FabricBuilder fabric, Notes notes) {
    this.documents = documents;
    this.segments = segments;
    this.fabric = fabric;
    this.notes = notes;
  }

  /** Gives a gateway its addresses. */
  void read(Gateway gateway) {
    networks(gateway).forEach(network -> fabric.own(gateway.id(), network.network().address()));
    gateway.document().texts("dhcp_config_paths").stream()
        .filter(PolicyPath::isPolicyPath)
        .flatMap(path -> documents.find(new PolicyPath(path)).stream())
        .forEach(server -> servers(server).forEach(address -> fabric.own(gateway.id(), address)));
  }

  /** A segment's own DHCP server answers on the segment, beside the gateway's address there. */
  void readSegments(Gateway gateway) {
    for (Interface end : fabric.interfaces(gateway.id())) {
      if (end.role() == Role.DOWNLINK) {
        end.path()
            .flatMap(segments::find)
            .ifPresent(segment ->
                segment.dhcpServers().stream()
                    .filter(server -> end.address().orElseThrow().contains(server.address()))
                    .forEach(server -> fabric.answer(server.address(), end)));
      }
    }
  }

  /** What a gateway may advertise of them. */
  List<Advertisement.Network> networks(Gateway gateway) {
    if (!gateway.hasServiceRouter() || !gateway.isConnected()) {
      return List.of();
    }
    List<Advertisement.Network> networks = new ArrayList<>();
    RouteSource dns = gateway.isTier0() ? RouteSource.TIER0_DNS : RouteSource.TIER1_DNS;
    for (Document forwarder : documents.below(gateway.path(), "PolicyDnsForwarder")) {
      if (forwarder.flag("enabled", true)) {
        add(networks, forwarder, "listener_ip", dns);
      }
    }
    RouteSource ipsec = gateway.isTier0() ? RouteSource.TIER0_IPSEC : RouteSource.TIER1_IPSEC;
    for (Document service : documents.below(gateway.path(), "IPSecVpnService")) {
      if (service.flag("enabled", true)) {
        documents
            .below(service.path(), "IPSecVpnLocalEndpoint")
            .forEach(local -> add(networks, local, "local_address", ipsec));
      }
    }
    return networks;
  }

  private void add(
      List<Advertisement.Network> networks, Document service, String field, RouteSource source) {
    Optional<IpAddress> address = service.text(field).flatMap(IpAddress::parse);
    if (address.isEmpty()) {
      notes.add(service.path().value(), service.path() + " has no address that can be read");
    }
    address.ifPresent(known ->
        networks.add(
            new Advertisement.Network(Cidr.host(known), source, Optional.of(service.path()))));
  }

  private static List<IpAddress> servers(Document server) {
    List<String> texts = new ArrayList<>(server.texts("server_addresses"));
    server.text("server_address").ifPresent(texts::add);
    return server.type().equals("DhcpServerConfig")
        ? texts.stream().flatMap(text -> Cidr.parse(text).stream()).map(Cidr::address).toList()
        : List.of();
  }
}
