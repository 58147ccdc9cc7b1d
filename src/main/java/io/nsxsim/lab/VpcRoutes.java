package io.nsxsim.lab;

import io.nsxsim.lab.Attachments.Outlet;
import io.nsxsim.lab.Role.Kind;
import io.nsxsim.lab.Routing.Told;
import io.nsxsim.net.AddressRange;
import io.nsxsim.net.AddressSet;
import io.nsxsim.net.Cidr;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What VPCs tell their transit gateway, and what that tells the outside. */
final class VpcRoutes {

  private static final String PUBLIC = "PUBLIC";
  private static final String PRIVATE = "TGW_PRIVATE";

  /** A transit gateway's networks as a tier-0 redistributes them. */
  private static final String STATIC = "TGW_STATIC";

  /** Proxies for more addresses than this are left out. */
  private static final int MOST_PROXIES = 4096;

  private final Items items;
  private final Gateways gateways;
  private final Attachments attachments;
  private final NatRules nat;
  private final Blueprint blueprint;

  VpcRoutes(
      Items items, Gateways gateways, Attachments attachments, NatRules nat, Blueprint blueprint) {
    this.items = items;
    this.gateways = gateways;
    this.attachments = attachments;
    this.nat = nat;
    this.blueprint = blueprint;
  }

  void add() {
    for (Gateway vpc : gateways.of(Kind.VPC)) {
      attachments
          .transit(vpc.item())
          .flatMap(gateways::at)
          .ifPresent(transit -> known(vpc).forEach(told -> Routing.tell(vpc, transit, told)));
      vpc.tier0()
          .flatMap(gateways::at)
          .ifPresent(tier0 -> ofOlder(vpc).forEach(told -> Routing.tell(vpc, tier0, told)));
    }
    for (Gateway transit : gateways.of(Kind.TRANSIT)) {
      if (!items.below(transit.path(), "ConnectivityPolicy").isEmpty()) {
        blueprint.remark("The connectivity policies of " + transit.path() + " are left out");
      }
      attachments.outlets(transit.path()).forEach(outlet -> tell(transit, outlet));
    }
  }

  private List<Told> known(Gateway vpc) {
    List<Told> all = new ArrayList<>();
    for (Item subnet : items.below(vpc.path(), Subnets.KIND)) {
      String type = subnet.is("access_mode", "Public") ? PUBLIC : PRIVATE;
      boolean isTold = type.equals(PUBLIC) || subnet.is("access_mode", "Private_TGW");
      if (isTold && !Subnets.gateways(subnet).isEmpty()) {
        Subnets.networks(subnet).forEach(network -> all.add(new Told(network, type)));
      }
    }
    nat.external(vpc).networks().forEach(network -> all.add(new Told(network, PUBLIC)));
    return all;
  }

  /** A VPC below a tier-0 tells it the same as a tier-1 would. */
  private List<Told> ofOlder(Gateway vpc) {
    AddressSet translated = nat.external(vpc);
    return known(vpc).stream()
        .filter(told -> told.type().equals(PUBLIC))
        .map(told ->
            new Told(
                told.network(),
                translated.networks().contains(told.network()) ? "TIER1_NAT" : "TIER1_CONNECTED"))
        .toList();
  }

  private void tell(Gateway transit, Outlet outlet) {
    List<Told> all = new ArrayList<>(transit.learned());
    nat.external(transit).networks().forEach(network -> all.add(new Told(network, PUBLIC)));
    if (outlet.isDistributed()) {
      answerFor(transit, outlet, all);
    } else {
      outlet
          .tier0()
          .flatMap(gateways::at)
          .ifPresent(tier0 ->
              summarized(transit, outlet, allowed(outlet, all))
                  .forEach(network -> Routing.tell(transit, tier0, new Told(network, STATIC))));
    }
  }

  private List<Cidr> allowed(Outlet outlet, List<Told> all) {
    Item rules = outlet.connection().inside("advertise_outbound_networks");
    boolean withPrivate =
        rules.flag("allow_private", false)
            && outlet.attachment().items("route_advertisement_rules").stream()
                .anyMatch(rule -> rule.is("route_advertisement_type", PRIVATE));
    List<String> blocks = rules.texts("allow_external_blocks");
    List<Item> filters =
        outlet.connection().texts("advertise_outbound_route_filters").stream()
            .flatMap(path -> items.at(path).stream())
            .toList();
    return all.stream()
        .filter(told -> told.type().equals(PRIVATE) ? withPrivate : isIn(blocks, told.network()))
        .map(Told::network)
        .filter(network ->
            filters.stream().allMatch(filter -> PrefixRules.passes(items, filter, network)))
        .toList();
  }

  private boolean isIn(List<String> blocks, Cidr network) {
    return blocks.isEmpty()
        || AddressSet.of(
                blocks.stream()
                    .flatMap(path -> items.at(path).stream())
                    .flatMap(VpcRoutes::ranges)
                    .toList())
            .containsAll(AddressSet.of(network));
  }

  private static Stream<AddressRange> ranges(Item block) {
    Stream<String> parts =
        block.items("ranges").stream()
            .map(range -> range.text("start").orElse("") + "-" + range.text("end").orElse(""));
    return Stream.of(block.text("cidr").stream(), block.texts("cidrs").stream(), parts)
        .flatMap(texts -> texts)
        .flatMap(text -> AddressRange.parse(text).stream());
  }

  /** A summary is told instead of what is in it; what nobody has of it ends here. */
  private static Set<Cidr> summarized(Gateway transit, Outlet outlet, List<Cidr> networks) {
    Set<Cidr> told = new LinkedHashSet<>(networks);
    for (String text : outlet.connection().texts("aggregate_routes")) {
      Optional<Cidr> summary =
          Cidr.parse(text)
              .map(Cidr::network)
              .filter(known -> networks.stream().anyMatch(known::contains));
      summary.ifPresent(known -> {
        told.removeIf(known::contains);
        told.add(known);
        transit.namespace().route(known, Routing.LATE, new Namespace.Way.Nowhere());
      });
    }
    return told;
  }

  /** In the VLAN of a distributed connection it answers ARP for what its VPCs have in public. */
  private void answerFor(Gateway transit, Outlet outlet, List<Told> all) {
    for (Namespace.Port port : transit.namespace().ports()) {
      if (port.path().equals(outlet.attachment().path())) {
        all.stream()
            .filter(told -> told.type().equals(PUBLIC) && !told.network().ipv6())
            .forEach(told -> answerFor(transit.namespace(), port, told.network()));
      }
    }
  }

  private void answerFor(Namespace namespace, Namespace.Port port, Cidr network) {
    AddressSet addresses = AddressSet.of(network);
    if (addresses.size() > MOST_PROXIES) {
      blueprint.remark("Nobody answers for " + network + " in its VLAN");
      return;
    }
    for (long i = 0; i < addresses.size(); i++) {
      namespace.command(false, "neigh add proxy " + addresses.at(i) + " dev " + port.name());
    }
  }
}
