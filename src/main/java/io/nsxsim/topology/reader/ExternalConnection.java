package io.nsxsim.topology.reader;

import io.nsxsim.net.Cidr;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import java.util.List;
import java.util.Optional;

/**
 * A transit gateway's way out: an attachment and the connection that it names. A centralized one
 * leads to a tier-0, whose edge nodes and mode the gateway shares, a distributed one to a VLAN.
 *
 * <p>Source: the administration guide of release 9 on external connections.
 */
record ExternalConnection(Document attachment, Document connection) {

  /** All of a transit gateway, in the order of the attachments' paths. */
  static List<ExternalConnection> of(PolicyPath transit, Documents documents) {
    return documents.below(transit, "TransitGatewayAttachment").stream()
        .flatMap(attachment ->
            attachment.pathIn("connection_path").flatMap(documents::find).stream()
                .map(connection -> new ExternalConnection(attachment, connection)))
        .toList();
  }

  /** A transit gateway as a gateway: with a service router where a tier-0 lends it one. */
  static Gateway gateway(Document transit, Documents documents, Gateways tier0s) {
    Optional<PolicyPath> upper =
        of(transit.path(), documents).stream().flatMap(each -> each.tier0().stream()).findFirst();
    Optional<Gateway> parent =
        upper.flatMap(tier0s::find).map(tier0 -> tier0.parent().orElse(tier0));
    return new Gateway(
        transit,
        Device.Kind.TRANSIT_GATEWAY,
        List.of(),
        parent,
        upper,
        List.of(),
        parent.isPresent());
  }

  /** Tells whether a gateway is a transit gateway that is connected to a VLAN, not to a tier-0. */
  static boolean isDistributed(PolicyPath gateway, Documents documents) {
    return of(gateway, documents).stream().anyMatch(each -> !each.gatewayAddresses().isEmpty());
  }

  /** The tier-0 or VRF that a centralized connection leads to. */
  Optional<PolicyPath> tier0() {
    return connection.pathIn("tier0_path");
  }

  /** The routers on the VLAN that a distributed connection leads to, with their network. */
  List<Cidr> gatewayAddresses() {
    return connection.type().equals("DistributedVlanConnection")
        ? connection.texts("gateway_addresses").stream()
            .flatMap(text -> Cidr.parse(text).stream())
            .toList()
        : List.of();
  }

  /** What is reached by this connection: everything, unless it lists networks. */
  List<Cidr> remoteNetworks() {
    List<Cidr> listed =
        connection.texts("inbound_remote_networks").stream()
            .flatMap(text -> Cidr.parse(text).stream())
            .toList();
    return listed.isEmpty() ? List.of(Cidr.ALL_IPV4) : listed;
  }

  /** Tells whether both ends agree that private networks of the project are told outwards. */
  boolean tellsPrivate() {
    return attachment.objects("route_advertisement_rules").stream()
            .anyMatch(rule ->
                rule.text("route_advertisement_type").filter("TGW_PRIVATE"::equals).isPresent())
        && advertised().filter(each -> each.flag("allow_private", false)).isPresent();
  }

  /** The external blocks that may be told outwards; all where none is listed. */
  List<PolicyPath> externalBlocks() {
    return advertised().stream()
        .flatMap(each -> each.texts("allow_external_blocks").stream())
        .filter(PolicyPath::isPolicyPath)
        .map(PolicyPath::new)
        .toList();
  }

  private Optional<Document> advertised() {
    return connection.object("advertise_outbound_networks");
  }
}
