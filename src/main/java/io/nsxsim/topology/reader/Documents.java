package io.nsxsim.topology.reader;

import io.nsxsim.engine.Tree;
import io.nsxsim.path.PolicyPath;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The documents of the tree by kind and by path, kept from one reading to the next. */
final class Documents {

  /** The kinds that the fabric is made of, as the contract names them. */
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
          "CommunityList",
          "StaticRouteBfdPeer",
          "Segment",
          "SegmentPort",
          "PolicyTransportZone",
          "PolicyEdgeNode",
          "PolicyNatRule",
          "SecurityPolicy",
          "GatewayPolicy",
          "Rule",
          "PolicyExcludeList",
          "Group",
          "Service",
          "ServiceEntry",
          "LBService",
          "LBVirtualServer",
          "LBPool",
          "LBAppProfile",
          "LBMonitorProfile",
          "DfwFirewallConfiguration",
          "GlobalConfig",
          "PolicyDnsForwarder",
          "IPSecVpnService",
          "IPSecVpnLocalEndpoint",
          "IPSecVpnSession",
          "DhcpServerConfig",
          "OspfRoutingConfig",
          "PolicyInterVrfRoutingConfig",
          "PolicyLabel",
          "Vpc",
          "VpcAttachment",
          "VpcConnectivityProfile",
          "VpcSecurityProfile",
          "VpcSubnet",
          "VpcSubnetPort",
          "PolicyVpcNatRule",
          "TransitGateway",
          "TransitGatewayAttachment",
          "TransitGatewayNatRule",
          "ConnectivityPolicy",
          "GatewayConnection",
          "DistributedVlanConnection",
          "IpAddressBlock");

  private static final char AFTER_SLASH = '/' + 1;

  private final Map<String, NavigableMap<String, Document>> byType = new HashMap<>();
  private final Map<PolicyPath, Document> byPath = new LinkedHashMap<>();

  private Set<PolicyPath> changed = Set.of();
  private Object network = new Object();

  Documents(List<JsonNode> nodes) {
    nodes.forEach(this::put);
  }

  /** Puts in place what has changed; all other documents stay the same objects. */
  void apply(Tree.Difference difference) {
    Set<PolicyPath> paths = new HashSet<>(difference.gone());
    difference.gone().forEach(this::remove);
    for (JsonNode node : difference.written()) {
      remove(new Document(node).path());
      paths.add(put(node).path());
    }
    changed = paths;
    if (!paths.stream().allMatch(Documents::isOfDistributedFirewall)) {
      network = new Object();
    }
  }

  private static boolean isOfDistributedFirewall(PolicyPath path) {
    return path.value().contains("/security-policies/");
  }

  /**
   * Another object after each difference that was about more than distributed firewall policies.
   */
  Object network() {
    return network;
  }

  /** The paths that the last difference was about. */
  Set<PolicyPath> changed() {
    return changed;
  }

  private Document put(JsonNode node) {
    Document document = new Document(node);
    byType
        .computeIfAbsent(document.kind(), kind -> new TreeMap<>())
        .put(document.path().value(), document);
    byPath.put(document.path(), document);
    return document;
  }

  private void remove(PolicyPath path) {
    Document known = byPath.remove(path);
    if (known != null) {
      ofKind(known.kind()).remove(path.value());
    }
  }

  /** The documents of a kind, ordered by path. */
  List<Document> of(String kind) {
    return List.copyOf(ofKind(kind).values());
  }

  Optional<Document> find(PolicyPath path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** The documents of a kind that lie somewhere below a path, ordered by path. */
  List<Document> below(PolicyPath parent, String kind) {
    return List.copyOf(ofKind(kind).subMap(parent + "/", parent.value() + AFTER_SLASH).values());
  }

  /**
   * The children of a document that may be stored inside it as well as beside it, such as the rules
   * of a policy. Of two with one id, the one beside it counts.
   */
  List<Document> children(Document parent, String field, String kind) {
    Map<String, Document> children = new LinkedHashMap<>();
    parent.objects(field).forEach(child -> children.put(child.id(), child));
    below(parent.path(), kind).forEach(child -> children.put(child.id(), child));
    return List.copyOf(children.values());
  }

  private NavigableMap<String, Document> ofKind(String kind) {
    return byType.getOrDefault(kind, Collections.emptyNavigableMap());
  }
}
