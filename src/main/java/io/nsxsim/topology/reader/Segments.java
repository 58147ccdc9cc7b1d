package io.nsxsim.topology.reader;

import io.nsxsim.net.Cidr;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Link;
import io.nsxsim.topology.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All segments and VPC subnets, and the gateway addresses in those that are connected. */
final class Segments {

  private final Map<PolicyPath, Segment> byPath = new LinkedHashMap<>();
  private static final Set<String> UNCONNECTED_MODES = Set.of("Isolated", "L2_Only");

  private final FabricBuilder fabric;
  private final int mtu;

  /**
   * A segment.
   *
   * @param gateways the gateway addresses of its subnets, with their networks
   * @param lacksGateways whether a subnet has no gateway address that can be read
   * @param dhcpServers addresses of its own DHCP servers
   * @param isVlan whether it is a piece of the physical network
   * @param connectivity the gateway it names
   * @param isConnected whether the gateway has its addresses here
   * @param isStrict whether the gateway checks the way back here
   */
  record Segment(
      Document document,
      List<Cidr> gateways,
      boolean lacksGateways,
      List<Cidr> dhcpServers,
      boolean isVlan,
      Optional<PolicyPath> connectivity,
      boolean isConnected,
      boolean isStrict) {

    static Segment of(Document document, boolean isVlan) {
      boolean isConnected =
          !document
              .object("advanced_config")
              .flatMap(advanced -> advanced.text("connectivity"))
              .orElse("ON")
              .equals("OFF");
      return new Segment(
          document,
          addresses(document.objects("subnets"), "gateway_address"),
          document.objects("subnets").stream()
              .anyMatch(subnet -> subnet.text("gateway_address").flatMap(Cidr::parse).isEmpty()),
          addresses(
              document.objects("subnets").stream()
                  .flatMap(subnet -> subnet.object("dhcp_config").stream())
                  .toList(),
              "server_address"),
          isVlan,
          document.pathIn("connectivity_path"),
          isConnected,
          document
              .object("advanced_config")
              .flatMap(advanced -> advanced.text("urpf_mode"))
              .filter("STRICT"::equals)
              .isPresent());
    }

    /**
     * A subnet of a VPC, whose gateway is the VPC's. The first address of its network is the
     * gateway's, unless it says otherwise (API reference on {@code gateway_addresses}).
     */
    static Segment ofSubnet(Document subnet) {
      Optional<Document> advanced = subnet.object("advanced_config");
      boolean isDisconnected =
          advanced
                  .flatMap(each -> each.text("connectivity_state"))
                  .filter("DISCONNECTED"::equals)
                  .isPresent()
              || UNCONNECTED_MODES.contains(subnet.text("access_mode").orElse(""));
      List<Cidr> told = advanced.map(each -> cidrs(each, "gateway_addresses")).orElse(List.of());
      List<Cidr> gateways =
          told.isEmpty()
              ? cidrs(subnet, "ip_addresses").stream()
                  .map(network -> new Cidr(network.first().plus(1), network.length()))
                  .toList()
              : told;
      return new Segment(
          subnet,
          gateways,
          gateways.isEmpty(),
          advanced.map(each -> cidrs(each, "dhcp_server_addresses")).orElse(List.of()),
          subnet.has("vlan_connection"),
          Optional.empty(),
          !isDisconnected,
          false);
    }

    private static List<Cidr> cidrs(Document object, String field) {
      return object.texts(field).stream().flatMap(text -> Cidr.parse(text).stream()).toList();
    }

    /** The gateway address of the subnet that an address lies in. */
    Optional<Cidr> gatewayFor(Cidr address) {
      return gateways.stream().filter(own -> own.contains(address.address())).findFirst();
    }
  }

  Segments(
      Documents documents,
      Gateways gateways,
      FabricBuilder fabric,
      Remembered<Segment> known,
      Notes notes) {
    this.fabric = fabric;
    this.mtu = new GlobalSettings(documents).mtu();
    for (Document document : documents.of("Segment")) {
      Boolean vlan = isVlan(document, documents);
      Segment segment =
          known.get(document.path(), List.of(document, vlan), () -> Segment.of(document, vlan));
      add(segment, gateways, notes);
    }
    for (Document subnet : documents.of("VpcSubnet")) {
      Segment segment = known.get(subnet.path(), List.of(subnet), () -> Segment.ofSubnet(subnet));
      add(segment, gateways, notes);
    }
  }

  private void add(Segment segment, Gateways gateways, Notes notes) {
    byPath.put(segment.document().path(), segment);
    gatewayOf(segment, gateways).ifPresent(gateway -> connect(segment, gateway, notes));
  }

  /** All segments by their paths. */
  Map<PolicyPath, Segment> all() {
    return byPath;
  }

  Optional<Segment> find(PolicyPath path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** The link that an address on this segment is on. */
  static String linkFor(Segment segment, Cidr address, FabricBuilder fabric) {
    return segment.isVlan()
        ? fabric.lan(address)
        : fabric.link(segment.document().path().value(), Link.Kind.SEGMENT);
  }

  private void connect(Segment segment, Gateway gateway, Notes notes) {
    PolicyPath path = segment.document().path();
    if (segment.lacksGateways()) {
      notes.add(path.value(), path + " has a subnet without gateway address, which is left out");
    }
    if (!segment.isConnected()) {
      notes.add(path.value(), path + " has connectivity OFF: its gateway does not answer");
      return;
    }
    if (!gateway.isConnected()) {
      return;
    }
    for (Cidr address : segment.gateways()) {
      fabric.attach(
          Interface.of(
                  gateway.id(),
                  path.value() + " " + address,
                  Role.DOWNLINK,
                  Optional.of(address),
                  linkFor(segment, address, fabric))
              .withPath(path)
              .withMtu(mtu)
              .withStrict(segment.isStrict()));
    }
  }

  private static Optional<Gateway> gatewayOf(Segment segment, Gateways gateways) {
    return segment
        .connectivity()
        .flatMap(gateways::find)
        .or(() -> gateways.owning(segment.document().path()));
  }

  private static List<Cidr> addresses(List<Document> objects, String field) {
    return objects.stream()
        .flatMap(object -> object.text(field).flatMap(Cidr::parse).stream())
        .toList();
  }

  private static boolean isVlan(Document segment, Documents documents) {
    return segment
        .pathIn("transport_zone_path")
        .flatMap(documents::find)
        .flatMap(zone -> zone.text("tz_type"))
        .map("VLAN_BACKED"::equals)
        .orElse(!segment.texts("vlan_ids").isEmpty());
  }
}
