package io.nsxsim.topology.reader;

import io.nsxsim.net.AddressSet;
import io.nsxsim.net.Cidr;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.NatRule;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Role;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RouteSource;
import java.util.List;
import java.util.Optional;

/**
 * The VLANs that transit gateways are connected to without edge nodes. The gateway has no address
 * there; it answers ARP for the external addresses of its VPCs, and sends what it does not know to
 * the router that the connection names.
 *
 * <p>Sources: the administration guide of release 9 on distributed connections; public field
 * reports show the default route of such a gateway without an address, and its ARP answers.
 */
final class DistributedUplinks {

  private final Documents documents;
  private final FabricBuilder fabric;
  private final GlobalSettings settings;
  private final Notes notes;

  DistributedUplinks(
      Documents documents, FabricBuilder fabric, GlobalSettings settings, Notes notes) {
    this.documents = documents;
    this.fabric = fabric;
    this.settings = settings;
    this.notes = notes;
  }

  /** Plugs a transit gateway into its VLANs. */
  void connect(Gateway transit) {
    for (ExternalConnection connection : ExternalConnection.of(transit.path(), documents)) {
      for (Cidr router : connection.gatewayAddresses()) {
        Interface end =
            fabric.attach(
                Interface.of(
                        transit.id(),
                        connection.attachment().path() + " " + router,
                        Role.EXTERNAL,
                        Optional.empty(),
                        fabric.lan(router))
                    .withPath(connection.attachment().path())
                    .withMtu(settings.mtu()));
        notes.add(transit.id(), transit.path() + " is assumed to have no address on its VLAN");
        lead(transit, connection, router, end);
      }
    }
  }

  private void lead(Gateway transit, ExternalConnection connection, Cidr router, Interface end) {
    for (Cidr network : connection.remoteNetworks()) {
      fabric.route(
          transit.id(),
          Route.of(
              network,
              RouteSource.STATIC,
              List.of(new NextHop.Via(router.address(), end)),
              Optional.of(connection.attachment().path())));
    }
  }

  /** Lets a transit gateway answer on its VLANs for what its VPCs show outwards. */
  void answer(Gateway transit, List<NatRule> nat, VpcAdvertisement advertisement) {
    AddressSet shown =
        advertisement.known(transit, nat).stream()
            .filter(advertisement::isPublic)
            .map(network -> AddressSet.of(network.network()))
            .reduce(AddressSet.NONE, AddressSet::union);
    fabric.interfaces(transit.id()).stream()
        .filter(end -> end.role() == Role.EXTERNAL && end.address().isEmpty())
        .forEach(end -> fabric.proxy(shown, end));
  }
}
