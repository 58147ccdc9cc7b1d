package io.nsxsim.lab;

import io.nsxsim.lab.Namespace.Side;
import io.nsxsim.lab.Role.Kind;
import io.nsxsim.net.Cidr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One namespace for each gateway, however many edges it runs on: so it is one hop. */
final class Gateways {

  private final Items items;
  private final Segments segments;
  private final Blueprint blueprint;
  private final Edges edges;
  private final Map<String, Gateway> byPath = new LinkedHashMap<>();

  Gateways(
      Items items, Segments segments, Attachments attachments, Edges edges, Blueprint blueprint) {
    this.edges = edges;
    this.items = items;
    this.segments = segments;
    this.blueprint = blueprint;
    items.of("Tier0").forEach(tier0 -> add(tier0, tier(Kind.TIER0, tier0)));
    items.of("Tier1").forEach(tier1 -> add(tier1, tier(Kind.TIER1, tier1)));
    items.of("TransitGateway").forEach(each -> add(each, attachments.ofTransit(each)));
    items.of("Vpc").forEach(vpc -> add(vpc, attachments.ofVpc(vpc)));
  }

  List<Gateway> all() {
    return List.copyOf(byPath.values());
  }

  List<Gateway> tier0s() {
    return all().stream().filter(Gateway::isTier0).toList();
  }

  /** What is linked to a tier-0 as tier-1s are. */
  List<Gateway> tier1s() {
    return all().stream()
        .filter(gateway -> gateway.is(Kind.TIER1) || gateway.tier0().isPresent())
        .toList();
  }

  List<Gateway> of(Kind kind) {
    return all().stream().filter(gateway -> gateway.is(kind)).toList();
  }

  Optional<Gateway> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** The gateway that a path leads to or below. */
  Optional<Gateway> owning(String path) {
    return all().stream().filter(gateway -> gateway.owns(path)).findFirst();
  }

  /** Services of a tier-1 need an edge cluster to run on; a tier-0 always has one. */
  private Role tier(Kind kind, Item item) {
    boolean isTier0 = kind == Kind.TIER0;
    boolean hasServices =
        isTier0
            || items.below(item.path(), "LocaleServices").stream()
                .anyMatch(each -> each.has("edge_cluster_path"));
    return new Role(
        kind,
        hasServices ? Role.Translation.ALL : Role.Translation.NONE,
        !item.flag("disable_firewall", false),
        !isTier0 || Attachments.isStateful(item));
  }

  private void add(Item item, Role role) {
    if (item.has("vrf_config")) {
      blueprint.remark(item.path() + " is a VRF and is built as a tier-0 of its own");
    }
    List<Item> localeServices = items.below(item.path(), "LocaleServices");
    byPath.put(
        item.path(),
        new Gateway(
            item,
            role,
            localeServices,
            blueprint.add(role.kind().prefix(), item.id(), true),
            !edges.areLost(localeServices),
            new ArrayList<>()));
  }

  /** Gives every gateway the interfaces that it has in segments and in the physical network. */
  void addInterfaces() {
    for (Item segment : segments.all()) {
      Optional<Gateway> gateway =
          segment.text("connectivity_path").flatMap(this::at).or(() -> owning(segment.path()));
      gateway
          .filter(known -> known.isConnected() && segment.isConnected())
          .ifPresent(known -> addDownlinks(known, segment));
    }
    byPath.values().stream().filter(Gateway::isConnected).forEach(this::addOwnInterfaces);
    of(Kind.VPC).forEach(this::addSubnets);
  }

  private void addDownlinks(Gateway gateway, Item segment) {
    Map<String, List<Cidr>> byWire =
        Segments.gateways(segment).stream()
            .collect(
                Collectors.groupingBy(
                    address -> segments.wire(segment, address),
                    LinkedHashMap::new,
                    Collectors.toList()));
    byWire.forEach((wire, addresses) ->
        blueprint.plug(gateway.namespace(), wire, segment.path(), Side.IN, addresses));
  }

  private void addSubnets(Gateway vpc) {
    for (Item subnet : items.below(vpc.path(), Subnets.KIND)) {
      List<Cidr> addresses = Subnets.answering(subnet);
      if (!addresses.isEmpty()) {
        String wire = segments.wire(subnet, addresses.getFirst());
        blueprint.plug(vpc.namespace(), wire, subnet.path(), Side.IN, addresses);
      }
    }
  }

  private void addOwnInterfaces(Gateway gateway) {
    List<Item> interfaces = items.below(gateway.path(), "Tier0Interface", "Tier1Interface");
    Optional<String> active = activeEdge(gateway, interfaces);
    for (Item each : interfaces) {
      boolean onStandby =
          side(gateway, each) == Side.OUT
              && active.isPresent()
              && each.has("edge_path")
              && !each.text("edge_path").equals(active);
      if (each.isUp() && gateway.hasServices() && !onStandby && !edges.isLost(each)) {
        addInterface(gateway, each);
      }
    }
    gateway.localeServices().forEach(locale -> addShared(gateway, locale));
  }

  private void addInterface(Gateway gateway, Item each) {
    for (Cidr address : subnets(each.items("subnets"))) {
      if (each.is("type", "LOOPBACK")) {
        gateway.namespace().own(Cidr.host(address.address()));
        continue;
      }
      Side side = side(gateway, each);
      String wire =
          each.text("segment_path")
              .filter(path -> side == Side.SERVICE)
              .flatMap(segments::at)
              .map(segment -> segments.wire(segment, address))
              .orElseGet(() -> Segments.lan(address));
      blueprint.plug(gateway.namespace(), wire, each.path(), side, List.of(address));
    }
  }

  /** Addresses that the edges of a gateway share. */
  private void addShared(Gateway gateway, Item locale) {
    locale.items("ha_vip_configs").stream()
        .filter(shared -> shared.flag("enabled", true))
        .flatMap(shared -> subnets(shared.items("vip_subnets")).stream())
        .forEach(address -> gateway.namespace().own(Cidr.host(address.address())));
  }

  /** An active-standby tier-0 forwards on its preferred edge, or else on the first in use. */
  private Optional<String> activeEdge(Gateway gateway, List<Item> interfaces) {
    if (!gateway.isTier0() || gateway.isActiveActive()) {
      return Optional.empty();
    }
    Set<String> used =
        interfaces.stream()
            .filter(each -> each.isUp() && side(gateway, each) == Side.OUT && !edges.isLost(each))
            .flatMap(each -> each.text("edge_path").stream())
            .collect(Collectors.toSet());
    return gateway.localeServices().stream()
        .flatMap(locale -> locale.texts("preferred_edge_paths").stream())
        .filter(used::contains)
        .findFirst()
        .or(() -> used.stream().sorted().findFirst());
  }

  private static Side side(Gateway gateway, Item each) {
    return gateway.isTier0() && !each.is("type", "SERVICE") && !each.is("type", "LOOPBACK")
        ? Side.OUT
        : Side.SERVICE;
  }

  private static List<Cidr> subnets(List<Item> subnets) {
    return subnets.stream()
        .flatMap(subnet ->
            subnet.texts("ip_addresses").stream()
                .map(text ->
                    text + subnet.text("prefix_len").map(length -> "/" + length).orElse("")))
        .flatMap(text -> Cidr.parse(text).stream())
        .toList();
  }
}
