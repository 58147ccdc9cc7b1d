package io.nsxsim.lab;

import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Segments and the subnets of VPCs: overlay ones are bridges of their own, VLANs are part of the
 * physical world.
 */
final class Segments {

  private final Items items;
  private final Map<String, Item> byPath = new LinkedHashMap<>();

  Segments(Items items) {
    this.items = items;
    items.of("Segment").forEach(segment -> byPath.put(segment.path(), segment));
    items.of(Subnets.KIND).forEach(subnet -> byPath.put(subnet.path(), subnet));
  }

  /** The segments, without the subnets of VPCs. */
  List<Item> all() {
    return byPath.values().stream().filter(each -> !each.type().equals(Subnets.KIND)).toList();
  }

  Optional<Item> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** The segment that a port is on. */
  Optional<Item> ofPort(String port) {
    int end = port.lastIndexOf("/ports/");
    return end < 0 ? Optional.empty() : at(port.substring(0, end));
  }

  /** The bridge that an address on a segment is on. */
  String wire(Item segment, Cidr address) {
    return isVlan(segment) ? lan(address) : "segment:" + segment.path();
  }

  /** The bridge of the physical network that an address is in. */
  static String lan(Cidr address) {
    return "lan:" + address.network();
  }

  /**
   * The physical network has addresses that nobody told of; that one of them does not answer here
   * says nothing about it, so nobody reports it.
   */
  static void silenceStrangers(Blueprint blueprint) {
    blueprint.wires().stream()
        .filter(wire -> wire.id().startsWith("lan:"))
        .flatMap(wire -> wire.ends().stream())
        .forEach(end ->
            end.port().addresses().stream()
                .filter(own -> !own.ipv6())
                .forEach(own ->
                    end.namespace()
                        .filter(
                            "strangers_" + end.port().name(),
                            "filter hook output priority 20",
                            List.of(
                                "icmp type destination-unreachable icmp code host-unreachable "
                                    + Inner.destination(own.network())
                                    + " drop"))));
    blueprint.remark("Nobody reports that an address of the physical network does not answer");
  }

  static List<Cidr> gateways(Item segment) {
    return segment.type().equals(Subnets.KIND)
        ? Subnets.gateways(segment)
        : segment.items("subnets").stream()
            .flatMap(subnet -> subnet.network("gateway_address").stream())
            .toList();
  }

  /** The gateway address of the subnet that an address is in. */
  static Optional<Cidr> gatewayFor(Item segment, IpAddress address) {
    return gateways(segment).stream().filter(gateway -> gateway.contains(address)).findFirst();
  }

  private boolean isVlan(Item segment) {
    return segment
        .text("transport_zone_path")
        .flatMap(items::at)
        .flatMap(zone -> zone.text("tz_type"))
        .map(type -> type.equals("VLAN_BACKED"))
        .orElse(!segment.texts("vlan_ids").isEmpty());
  }
}
