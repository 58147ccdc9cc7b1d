package io.nsxsim.realization;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What objects are realized as. The names of the types are those that public clients wait for or
 * show (openstack/vmware-nsxlib, vmware-tanzu/nsx-operator, vmware/terraform-provider-nsxt); for a
 * kind that none of them mentions the name is made in the same way.
 */
final class EntityTypes {

  /** A realized entity's type, and the collection below the enforcement point that it is in. */
  record Type(String name, String collection) {}

  private static final Type ROUTER = new Type("RealizedLogicalRouter", "logical-routers");
  private static final Type ROUTER_PORT =
      new Type("RealizedLogicalRouterPort", "logical-router-ports");
  private static final Type SWITCH = new Type("RealizedLogicalSwitch", "logical-switches");
  private static final Type PORT = new Type("RealizedLogicalPort", "logical-ports");
  private static final Type SECTION = new Type("RealizedFirewallSection", "firewall-sections");
  private static final Type RULE = new Type("RealizedFirewallRule", "firewall-rules");

  private static final Map<String, List<Type>> TYPES =
      Map.ofEntries(
          Map.entry("Tier0", List.of(ROUTER)),
          Map.entry("Tier1", List.of(ROUTER)),
          Map.entry("Vpc", List.of(ROUTER, ROUTER_PORT)),
          Map.entry("TransitGateway", List.of(ROUTER)),
          Map.entry("Segment", List.of(SWITCH)),
          Map.entry("VpcSubnet", List.of(SWITCH, ROUTER_PORT)),
          Map.entry("SegmentPort", List.of(PORT)),
          Map.entry("VpcSubnetPort", List.of(PORT)),
          Map.entry("Tier0Interface", List.of(ROUTER_PORT)),
          Map.entry("Tier1Interface", List.of(ROUTER_PORT)),
          Map.entry("ServiceInterface", List.of(ROUTER_PORT)),
          Map.entry("SecurityPolicy", List.of(SECTION)),
          Map.entry("GatewayPolicy", List.of(SECTION)),
          Map.entry("Rule", List.of(RULE)),
          Map.entry("Group", List.of(new Type("RealizedGroup", "groups"))),
          Map.entry("Service", List.of(new Type("RealizedService", "services"))),
          Map.entry("PolicyNatRule", List.of(new Type("RealizedNatRule", "nat-rules"))),
          Map.entry("LBService", List.of(new Type("RealizedLbService", "lb-services"))),
          Map.entry("LBPool", List.of(new Type("RealizedLbPool", "lb-pools"))),
          Map.entry(
              "LBVirtualServer",
              List.of(new Type("RealizedLbVirtualServer", "lb-virtual-servers"))),
          Map.entry("IpAddressPool", List.of(new Type("RealizedIpPool", "ip-pools"))),
          Map.entry(
              "IpAddressAllocation",
              List.of(new Type("RealizedIpAddressAllocation", "ip-allocations"))));

  private EntityTypes() {}

  /** The types of what realizes an object, the main one first. */
  static List<Type> of(JsonNode document) {
    String kind = document.path("resource_type").asString("");
    if (kind.equals("Segment") && isGateway(document)) {
      return List.of(SWITCH, ROUTER_PORT);
    }
    return TYPES.getOrDefault(kind, List.of(new Type("Realized" + kind, "entities")));
  }

  /** A segment with a subnet on a gateway is a port of its router, too. */
  private static boolean isGateway(JsonNode segment) {
    return segment.has("connectivity_path")
        && segment.path("subnets").path(0).has("gateway_address");
  }
}
