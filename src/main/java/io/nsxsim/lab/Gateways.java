package io.nsxsim.lab;

import io.nsxsim.inventory.RouterLink;
import io.nsxsim.lab.Namespace.Port;
import io.nsxsim.lab.Namespace.Side;
import io.nsxsim.lab.Namespace.Way;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.TransitNetworks;
import java.util.ArrayList;
import java.util.HashMap;
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

  Gateways(Items items, Segments segments, Edges edges, Blueprint blueprint) {
    this.edges = edges;
    this.items = items;
    this.segments = segments;
    this.blueprint = blueprint;
    items.of("Tier0").forEach(tier0 -> add(tier0, true, "t0"));
    items.of("Tier1").forEach(tier1 -> add(tier1, false, "t1"));
  }

  List<Gateway> all() {
    return List.copyOf(byPath.values());
  }

  List<Gateway> tier0s() {
    return all().stream().filter(Gateway::isTier0).toList();
  }

  List<Gateway> tier1s() {
    return all().stream().filter(gateway -> !gateway.isTier0()).toList();
  }

  Optional<Gateway> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** The gateway that a path leads to or below. */
  Optional<Gateway> owning(String path) {
    return all().stream().filter(gateway -> gateway.owns(path)).findFirst();
  }

  private void add(Item item, boolean isTier0, String prefix) {
    if (item.has("vrf_config")) {
      blueprint.remark(item.path() + " is a VRF and is built as a tier-0 of its own");
    }
    List<Item> localeServices = items.below(item.path(), "LocaleServices");
    byPath.put(
        item.path(),
        new Gateway(
            item,
            isTier0,
            localeServices,
            blueprint.add(prefix, item.id(), true),
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

  /** Connects every tier-1 with its tier-0 and gives it a default route. */
  void linkTiers(List<RouterLink> pinned) {
    Map<String, List<Cidr>> told = new HashMap<>();
    for (RouterLink link : pinned) {
      Cidr.parse(link.network())
          .filter(network -> network.length() == 31)
          .ifPresent(network ->
              told.computeIfAbsent(link.tier1Path(), path -> new ArrayList<>())
                  .add(network.network()));
    }
    tier0s().stream().filter(Gateway::isConnected).forEach(tier0 -> linkTo(tier0, told));
  }

  private void linkTo(Gateway tier0, Map<String, List<Cidr>> told) {
    List<Gateway> below =
        tier1s().stream()
            .filter(Gateway::isConnected)
            .filter(tier1 -> tier1.tier0().equals(Optional.of(tier0.path())))
            .toList();
    TransitNetworks transit = new TransitNetworks(tier0.item().texts("transit_subnets"));
    below.forEach(tier1 -> told.getOrDefault(tier1.path(), List.of()).forEach(transit::take));
    for (Gateway tier1 : below) {
      List<Cidr> networks =
          told.containsKey(tier1.path())
              ? told.getOrDefault(tier1.path(), List.of())
              : transit.ipv4(tier1.path()).stream().toList();
      for (int i = 0; i < networks.size(); i++) {
        Optional<Cidr> ipv6 =
            i == 0 ? Optional.of(transit.ipv6(tier1.path())) : Optional.<Cidr>empty();
        if (tier1.hasEdges()) {
          link(tier0, tier1, networks.get(i), ipv6);
        }
      }
    }
  }

  private void link(Gateway tier0, Gateway tier1, Cidr ipv4, Optional<Cidr> ipv6) {
    List<Cidr> upper = new ArrayList<>(List.of(ipv4));
    List<Cidr> lower = new ArrayList<>(List.of(new Cidr(ipv4.last(), 31)));
    ipv6.ifPresent(network -> {
      upper.add(new Cidr(network.first().plus(1), network.length()));
      lower.add(new Cidr(network.first().plus(2), network.length()));
    });
    String wire = "router-link:" + tier1.path() + " " + ipv4;
    blueprint.cable(tier0.namespace(), wire, tier1.path(), Side.IN, upper);
    Port up = blueprint.cable(tier1.namespace(), wire, tier1.path(), Side.OUT, lower);
    for (Cidr end : upper) {
      Way way = new Way.Via(end.address(), up);
      tier1.namespace().route(Cidr.all(end.ipv6()), Routing.TIER1_DEFAULT, way);
    }
  }
}
