package io.nsxsim.topology.reader;

import io.nsxsim.net.AddressRange;
import io.nsxsim.net.AddressSet;
import io.nsxsim.net.Cidr;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.NatRule;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RouteSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a transit gateway what its VPCs have, and a tier-0 what a transit gateway has. Networks of
 * private subnets stay in their VPC, those of subnets that are private to the transit gateway stay
 * there unless it is told to pass them on; public ones, and the external addresses in use, go out.
 * A tier-0 has them as static routes ({@code TGW_STATIC}).
 *
 * <p>Sources: the administration guide of release 9 on access modes, centralized connections and
 * route redistribution; the API reference on {@code route_advertisement_rules} and {@code
 * advertise_outbound_networks}.
 */
final class VpcAdvertisement {

  private final Documents documents;
  private final FabricBuilder fabric;
  private final Advertisement advertisement;
  private final PrefixFilters filters;
  private final Notes notes;

  VpcAdvertisement(
      Documents documents,
      FabricBuilder fabric,
      Advertisement advertisement,
      PrefixFilters filters,
      Notes notes) {
    this.documents = documents;
    this.fabric = fabric;
    this.advertisement = advertisement;
    this.filters = filters;
    this.notes = notes;
  }

  /** Puts the routes of a VPC into the gateway above it. */
  void ofVpc(Gateway vpc, List<NatRule> nat) {
    boolean isOfTransit = vpc.document().pathIn("default_gateway_path").isEmpty();
    advertisement.tell(
        vpc,
        advertisement.networks(vpc, nat).stream()
            .filter(network -> network.source() != RouteSource.TIER1_STATIC)
            .filter(network -> mode(network).map(mode -> leaves(mode, isOfTransit)).orElse(true))
            .toList());
  }

  private static boolean leaves(String mode, boolean isOfTransit) {
    return mode.equals("Public") || (isOfTransit && mode.equals("Private_TGW"));
  }

  /** Puts the routes of a transit gateway into its tier-0. */
  void ofTransitGateway(Gateway transit, List<NatRule> nat) {
    for (ExternalConnection connection : ExternalConnection.of(transit.path(), documents)) {
      if (connection.tier0().isPresent() && connection.tier0().equals(transit.upper())) {
        advertisement.tell(transit, toTier0(transit, nat, connection));
        noteOutboundNat(transit, connection.connection());
      }
    }
  }

  private void noteOutboundNat(Gateway transit, Document connection) {
    connection
        .object("nat_config")
        .filter(nat -> nat.flag("enable_snat", false))
        .ifPresent(nat ->
            notes.add(transit.id(), "The outbound NAT of " + connection.path() + " is left out"));
  }

  private List<Advertisement.Network> toTier0(
      Gateway transit, List<NatRule> nat, ExternalConnection connection) {
    Map<Cidr, Advertisement.Network> told = new LinkedHashMap<>();
    for (Advertisement.Network network : known(transit, nat)) {
      if (isTold(network, connection) && passes(network, connection, transit.id())) {
        told.put(network.network(), asStatic(network.network(), network.origin()));
      }
    }
    for (String text : connection.connection().texts("aggregate_routes")) {
      Cidr.parse(text).map(Cidr::network).ifPresent(whole -> aggregate(transit, whole, told));
    }
    return List.copyOf(told.values());
  }

  /** What a transit gateway has to tell: what its VPCs told it, and what it translates to. */
  List<Advertisement.Network> known(Gateway transit, List<NatRule> nat) {
    List<Advertisement.Network> known =
        new ArrayList<>(Advertisement.translated(nat, RouteSource.TIER1_NAT));
    for (Route route : fabric.routes(transit.id())) {
      if (Advertisement.isTier1s(route.source()) && route.source() != RouteSource.TIER1_STATIC) {
        known.add(new Advertisement.Network(route.network(), route.source(), route.origin()));
      }
    }
    return known;
  }

  private boolean isTold(Advertisement.Network network, ExternalConnection connection) {
    return isPublic(network) || connection.tellsPrivate();
  }

  /** Tells whether a network of a transit gateway is meant to be seen outside of its project. */
  boolean isPublic(Advertisement.Network network) {
    return mode(network)
        .map("Public"::equals)
        .orElseGet(() ->
            network.source() == RouteSource.TIER1_NAT
                || documents.of("IpAddressBlock").stream()
                    .filter(block -> block.text("visibility").filter("PRIVATE"::equals).isPresent())
                    .noneMatch(block -> holds(block, network.network())));
  }

  private boolean passes(
      Advertisement.Network network, ExternalConnection connection, String subject) {
    List<PolicyPath> blocks = connection.externalBlocks();
    boolean inside =
        blocks.isEmpty()
            || !isPublic(network)
            || blocks.stream()
                .flatMap(block -> documents.find(block).stream())
                .anyMatch(block -> holds(block, network.network()));
    return inside
        && connection.connection().texts("advertise_outbound_route_filters").stream()
            .filter(PolicyPath::isPolicyPath)
            .map(PolicyPath::new)
            .allMatch(filter -> filters.passes(filter, network.network(), subject));
  }

  /** One network for the smaller ones in it; what of it is not in use ends here. */
  private void aggregate(Gateway transit, Cidr whole, Map<Cidr, Advertisement.Network> told) {
    if (told.keySet().removeIf(whole::contains)) {
      told.put(whole, asStatic(whole, Optional.of(transit.path())));
      notes.add(transit.id(), "What is not in use of " + whole + " is assumed to end here");
      fabric.route(
          transit.id(),
          Route.of(
              whole,
              RouteSource.STATIC,
              List.of(new NextHop.Discard()),
              Optional.of(transit.path())));
    }
  }

  private static Advertisement.Network asStatic(Cidr network, Optional<PolicyPath> origin) {
    return new Advertisement.Network(network, RouteSource.TGW_STATIC, origin);
  }

  /** The access mode of the subnet that a network comes from; none for other networks. */
  private Optional<String> mode(Advertisement.Network network) {
    return network
        .origin()
        .flatMap(documents::find)
        .filter(origin -> origin.type().equals("VpcSubnet"))
        .flatMap(subnet -> subnet.text("access_mode"));
  }

  private static boolean holds(Document block, Cidr network) {
    List<String> parts = new ArrayList<>(block.texts("cidrs"));
    block.text("cidr").ifPresent(parts::add);
    for (Document range : block.objects("ranges")) {
      parts.add(range.text("start").orElse("") + "-" + range.text("end").orElse(""));
    }
    return AddressSet.of(parts.stream().flatMap(text -> AddressRange.parse(text).stream()).toList())
        .containsAll(AddressSet.of(network));
  }
}
