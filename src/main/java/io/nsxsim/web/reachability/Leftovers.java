package io.nsxsim.web.reachability;

import io.nsxsim.engine.Tree;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.reachability.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Finds objects that do nothing: groups that nothing names, segments that lead nowhere. */
final class Leftovers {

  /** Kinds with fields that may name a group. */
  private static final Set<String> KINDS =
      Set.of(
          "Group",
          "Rule",
          "SecurityPolicy",
          "GatewayPolicy",
          "PolicyExcludeList",
          "LBPool",
          "LBVirtualServer",
          "IdsRule",
          "IdsSecurityPolicy",
          "IdsGatewayPolicy",
          "TlsRule",
          "RedirectionRule",
          "RedirectionPolicy",
          "EndpointRule",
          "EndpointPolicy",
          "ForwardingRule",
          "PolicyNatRule",
          "QosProfile",
          "IPSecVpnRule",
          "GroupDiscoveryProfileBindingMap",
          "GroupMonitoringProfileBindingMap",
          "PortMirroringProfile",
          "IPFIXDFWProfile",
          "IPFIXL2Profile",
          "PolicyFirewallSessionTimerProfileBindingMap",
          "PolicyFirewallFloodProtectionProfileBindingMap",
          "DnsSecurityProfileBindingMap");

  private Leftovers() {}

  static List<Finding> find(Tree tree) {
    List<Finding> found = new ArrayList<>(unusedGroups(tree));
    found.addAll(segmentsWithoutGateway(tree));
    return found;
  }

  private static List<Finding> unusedGroups(Tree tree) {
    Set<String> named = new HashSet<>();
    List<JsonNode> groups = new ArrayList<>();
    for (JsonNode document : tree.documents(KINDS)) {
      String own = document.path("path").asString("");
      collect(document, own, named);
      if (document.path("resource_type").asString("").equals("Group")) {
        groups.add(document);
      } else {
        named.add(groupAbove(own));
      }
    }
    return groups.stream()
        .filter(group -> !group.path("_system_owned").asBoolean(false))
        .map(group -> group.path("path").asString(""))
        .filter(path -> !named.contains(path))
        .map(path ->
            new Finding(
                Finding.Kind.UNUSED_GROUP,
                List.of(new PolicyPath(path)),
                "Nothing names the group " + path))
        .toList();
  }

  /** A profile bound below a group uses it, too. */
  private static String groupAbove(String path) {
    int end = path.indexOf('/', path.indexOf("/groups/") + "/groups/".length());
    return path.contains("/groups/") && end > 0 ? path.substring(0, end) : "";
  }

  private static void collect(JsonNode node, String own, Set<String> named) {
    if (node.isString()) {
      String text = node.stringValue();
      if (text.contains("/groups/") && !text.equals(own)) {
        named.add(text);
      }
    }
    for (JsonNode inner : node) {
      collect(inner, own, named);
    }
  }

  private static List<Finding> segmentsWithoutGateway(Tree tree) {
    return tree.documents(Set.of("Segment")).stream()
        .filter(segment -> segment.path("connectivity_path").asString("").isEmpty())
        .filter(segment -> segment.path("vlan_ids").isEmpty())
        .map(segment -> segment.path("path").asString(""))
        .filter(path -> !path.contains("/tier-1s/"))
        .map(path ->
            new Finding(
                Finding.Kind.SEGMENT_WITHOUT_GATEWAY,
                List.of(new PolicyPath(path)),
                path + " is connected to no gateway: nothing on it gets anywhere else"))
        .toList();
  }
}
