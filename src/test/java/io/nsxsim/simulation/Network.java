package io.nsxsim.simulation;

import io.nsxsim.engine.Tree;
import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.InventoryReader;
import io.nsxsim.inventory.document.InventoryDocument;
import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.Workload;
import io.nsxsim.topology.reader.FabricSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A network written down in a test: policy objects by path, and an inventory. Quotes may be single
 * or left out, and the kind follows from the path.
 */
public final class Network {

  private static final JsonMapper RELAXED =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .build();

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("tier-0s", "Tier0"),
          Map.entry("tier-1s", "Tier1"),
          Map.entry("locale-services", "LocaleServices"),
          Map.entry("static-routes", "StaticRoutes"),
          Map.entry("neighbors", "BgpNeighborConfig"),
          Map.entry("prefix-lists", "PrefixList"),
          Map.entry("route-maps", "Tier0RouteMap"),
          Map.entry("community-lists", "CommunityList"),
          Map.entry("bfd-peers", "StaticRouteBfdPeer"),
          Map.entry("edge-nodes", "PolicyEdgeNode"),
          Map.entry("segments", "Segment"),
          Map.entry("ports", "SegmentPort"),
          Map.entry("nat-rules", "PolicyNatRule"),
          Map.entry("security-policies", "SecurityPolicy"),
          Map.entry("gateway-policies", "GatewayPolicy"),
          Map.entry("rules", "Rule"),
          Map.entry("groups", "Group"),
          Map.entry("labels", "PolicyLabel"),
          Map.entry("ipsec-vpn-services", "IPSecVpnService"),
          Map.entry("local-endpoints", "IPSecVpnLocalEndpoint"),
          Map.entry("sessions", "RouteBasedIPSecVpnSession"),
          Map.entry("dhcp-server-configs", "DhcpServerConfig"),
          Map.entry("inter-vrf-routing", "PolicyInterVrfRoutingConfig"),
          Map.entry("services", "Service"),
          Map.entry("lb-services", "LBService"),
          Map.entry("lb-virtual-servers", "LBVirtualServer"),
          Map.entry("lb-pools", "LBPool"),
          Map.entry("lb-app-profiles", "LBFastTcpProfile"),
          Map.entry("lb-monitor-profiles", "LBTcpMonitorProfile"),
          Map.entry("security", "PolicyExcludeList"),
          Map.entry("vpcs", "Vpc"),
          Map.entry("subnets", "VpcSubnet"),
          Map.entry("vpc-connectivity-profiles", "VpcConnectivityProfile"),
          Map.entry("vpc-security-profiles", "VpcSecurityProfile"),
          Map.entry("transit-gateways", "TransitGateway"),
          Map.entry("connectivity-policies", "ConnectivityPolicy"),
          Map.entry("gateway-connections", "GatewayConnection"),
          Map.entry("distributed-vlan-connections", "DistributedVlanConnection"),
          Map.entry("ip-blocks", "IpAddressBlock"),
          Map.entry("vpc-lbs", "LBService"),
          Map.entry("vpc-lb-pools", "LBPool"),
          Map.entry("vpc-lb-virtual-servers", "LBVirtualServer"));

  /** Kinds of collections that mean something else below a VPC. */
  private static final Map<String, String> IN_VPCS =
      Map.of(
          "ports", "VpcSubnetPort",
          "nat-rules", "PolicyVpcNatRule",
          "attachments", "VpcAttachment");

  private static final Map<String, String> IN_TRANSIT_GATEWAYS =
      Map.of("nat-rules", "TransitGatewayNatRule", "attachments", "TransitGatewayAttachment");

  private static final Map<String, String> SINGLETONS =
      Map.of(
          "bgp", "BgpRoutingConfig",
          "ospf", "OspfRoutingConfig",
          "dns-forwarder", "PolicyDnsForwarder",
          "global-config", "GlobalConfig");

  private final Fabric fabric;

  private Network(Fabric fabric) {
    this.fabric = fabric;
  }

  /** Builds the network of an inventory and policy objects; later ones are laid over earlier. */
  public static Network of(String inventory, String... policies) {
    TreeMap<String, JsonNode> documents = new TreeMap<>();
    for (String policy : policies) {
      for (Map.Entry<String, JsonNode> entry : RELAXED.readTree(policy).properties()) {
        ObjectNode document = document(entry.getKey(), (ObjectNode) entry.getValue());
        documents.merge(entry.getKey(), document, Network::lay);
      }
    }
    return of(documents.values(), InventoryDocument.replace(RELAXED.readTree(inventory)));
  }

  /** Builds the network of documents as the tree answers them. */
  public static Network of(Collection<JsonNode> documents, Inventory inventory) {
    TreeMap<String, JsonNode> byPath = new TreeMap<>();
    documents.forEach(each -> byPath.put(each.path("path").asString(), each));
    Tree tree =
        new Tree() {
          @Override
          public List<JsonNode> documents(Set<String> kinds) {
            return List.copyOf(byPath.values());
          }

          @Override
          public long version() {
            return 1;
          }
        };
    InventoryReader reader =
        new InventoryReader() {
          @Override
          public Inventory current() {
            return inventory;
          }

          @Override
          public long version() {
            return 1;
          }
        };
    return new Network(new FabricSource(tree, reader).current());
  }

  /** The hops that a traceroute with one probe for each TTL shows. */
  public List<String> traceroute(String from, String to) {
    return traceroute(from, to, Protocol.UDP, Optional.empty());
  }

  /** The same with another protocol, and with a fixed port if there is one. */
  public List<String> traceroute(
      String from, String to, Protocol protocol, Optional<Integer> port) {
    Traceroute.Request request =
        new Traceroute.Request(flow(from, to, protocol, 0), port, 8, 1, Traceroute.Style.LINUX);
    List<String> hops = new ArrayList<>();
    for (Traceroute.Line line : Traceroute.run(new Tracer(fabric), request).lines()) {
      hops.add(
          line.probes()
              .getFirst()
              .map(answer -> (answer.from() + " " + answer.kind().mark()).strip())
              .orElse("*"));
    }
    return hops;
  }

  /** What the trace of an echo request says. */
  public Verdict ping(String from, String to) {
    return trace(from, to, Protocol.ICMP, 0).verdict();
  }

  /** Tells whether an echo request arrives and its reply comes back. */
  public boolean answers(String from, String to) {
    return Outcome.of(trace(from, to, Protocol.ICMP, 0)).reaches();
  }

  /** What the trace of a TCP packet says. */
  public Verdict connect(String from, String to, int port) {
    return trace(from, to, Protocol.TCP, port).verdict();
  }

  /** Everything about a TCP packet. */
  public Trace open(String from, String to, int port) {
    return trace(from, to, Protocol.TCP, port);
  }

  /** The trace of a UDP packet to the port a traceroute starts with. */
  public Trace trace(String from, String to) {
    return trace(from, to, Protocol.UDP, Traceroute.FIRST_PORT);
  }

  public Trace trace(String from, String to, Protocol protocol, int port) {
    return new Tracer(fabric).trace(flow(from, to, protocol, port));
  }

  public Flow flow(String from, String to, Protocol protocol, int port) {
    Device device = fabric.device(only(from).device());
    IpAddress destination = IpAddress.parse(to).orElseGet(() -> only(to).addresses().getFirst());
    IpAddress source = device.sourceTowards(destination).orElseThrow();
    return new Flow(device.id(), source, destination, protocol, 40000, port);
  }

  public Fabric fabric() {
    return fabric;
  }

  private Workload only(String name) {
    List<Workload> found = fabric.directory().find(name);
    if (found.size() != 1) {
      throw new IllegalArgumentException(name + " is " + found);
    }
    return found.getFirst();
  }

  private static JsonNode lay(JsonNode below, JsonNode above) {
    ObjectNode both = ((ObjectNode) below).deepCopy();
    both.setAll((ObjectNode) above);
    return both;
  }

  private static ObjectNode document(String path, ObjectNode body) {
    String[] segments = path.substring(1).split("/");
    String id = segments[segments.length - 1];
    body.put("path", path);
    body.put("id", id);
    body.put("parent_path", path.substring(0, path.lastIndexOf('/')));
    if (!body.has("resource_type")) {
      body.put("resource_type", kind(segments));
    }
    return body;
  }

  private static String kind(String[] segments) {
    String collection = segments[segments.length - 2];
    String single = SINGLETONS.get(segments[segments.length - 1]);
    if (single != null) {
      return single;
    }
    if (collection.equals("interfaces")) {
      return segments[1].equals("tier-0s") ? "Tier0Interface" : "Tier1Interface";
    }
    List<String> all = List.of(segments);
    String kind =
        all.contains("vpcs")
            ? IN_VPCS.get(collection)
            : all.contains("transit-gateways") ? IN_TRANSIT_GATEWAYS.get(collection) : null;
    kind = kind == null ? KINDS.get(collection) : kind;
    if (kind == null) {
      throw new IllegalArgumentException("No kind is known for " + String.join("/", segments));
    }
    return kind;
  }
}
