package io.nsxsim.lab;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The policy objects that a lab is made of, by path. */
final class Items {

  /** The kinds, as the contract names them. */
  static final Set<String> KINDS =
      Set.of(
          "Tier0",
          "Tier1",
          "LocaleServices",
          "Tier0Interface",
          "Tier1Interface",
          "StaticRoutes",
          "BgpRoutingConfig",
          "BgpNeighborConfig",
          "PrefixList",
          "Tier0RouteMap",
          "Segment",
          "SegmentPort",
          "PolicyTransportZone",
          "PolicyEdgeNode",
          "PolicyNatRule",
          "SecurityPolicy",
          "GatewayPolicy",
          "Rule",
          "PolicyExcludeList",
          "Vpc",
          "VpcSubnet",
          "VpcSubnetPort",
          "VpcAttachment",
          "VpcConnectivityProfile",
          "VpcSecurityProfile",
          "PolicyVpcNatRule",
          "TransitGateway",
          "TransitGatewayAttachment",
          "TransitGatewayNatRule",
          "ConnectivityPolicy",
          "GatewayConnection",
          "DistributedVlanConnection",
          "IpAddressBlock",
          "Group",
          "Service",
          "ServiceEntry",
          "LBService",
          "LBVirtualServer",
          "LBPool",
          "LBAppProfile");

  private final TreeMap<String, Item> byPath = new TreeMap<>();

  Items(List<JsonNode> documents) {
    for (JsonNode document : documents) {
      Item item = new Item(document);
      byPath.put(item.path(), item);
    }
  }

  Optional<Item> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** The objects of a type, ordered by path. */
  List<Item> of(String type) {
    return byPath.values().stream().filter(item -> item.type().equals(type)).toList();
  }

  /** The objects of some types anywhere below a path, ordered by path. */
  List<Item> below(String path, String... types) {
    Set<String> wanted = Set.of(types);
    return byPath.subMap(path + "/", path + "0").values().stream()
        .filter(item -> wanted.contains(item.type()))
        .toList();
  }

  /** What lies in a list of a document together with what is stored below it, each id once. */
  List<Item> parts(Item parent, String field, String collection) {
    List<Item> stored =
        byPath
            .subMap(parent.path() + "/" + collection + "/", parent.path() + "/" + collection + "0")
            .values()
            .stream()
            .toList();
    Stream<Item> inside =
        parent.items(field).stream()
            .filter(part -> stored.stream().noneMatch(other -> other.id().equals(part.id())));
    return Stream.concat(stored.stream(), inside).sorted(Comparator.comparing(Item::id)).toList();
  }
}
