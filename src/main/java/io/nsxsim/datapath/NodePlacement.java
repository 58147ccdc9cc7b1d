package io.nsxsim.datapath;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.inventory.EdgeNode;
import io.nsxsim.inventory.InventoryReader;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Role;
import io.nsxsim.topology.reader.FabricSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Says which node things run on. The host of a machine is not in the inventory: it is one of the
 * tree's host nodes, by a hash of the machine's id, or a host called {@code esx-1} where the tree
 * has none.
 */
@Component
public class NodePlacement {

  private static final PolicyPath HOSTS =
      new PolicyPath("/infra/sites/default/enforcement-points/default/host-transport-nodes");
  private static final PolicyPath EDGES =
      new PolicyPath("/infra/sites/default/enforcement-points/default/edge-transport-nodes");
  private static final TransportNode ONLY_HOST =
      new TransportNode(
          Identifiers.stable("host", "esx-1"), "esx-1", TransportNode.Kind.ESX, Optional.empty());

  private final StoredObjects stored;
  private final FabricSource source;
  private final InventoryReader inventory;

  NodePlacement(StoredObjects stored, FabricSource source, InventoryReader inventory) {
    this.inventory = inventory;
    this.stored = stored;
    this.source = source;
  }

  /**
   * An edge node that a gateway runs on.
   *
   * @param active whether it forwards; one that is standby or out of service does not
   */
  public record Placed(TransportNode node, boolean active) {}

  /** What the network calls a machine of the inventory. */
  public static String machine(String id) {
    return "/infra/realized-state/enforcement-points/default/virtual-machines/" + id;
  }

  /** The host of a machine, by what the network calls it. */
  public TransportNode hostOf(String machine) {
    List<JsonNode> hosts = stored.in(HOSTS);
    return hosts.isEmpty()
        ? ONLY_HOST
        : node(hosts.get(Math.floorMod(machine.hashCode(), hosts.size())), TransportNode.Kind.ESX);
  }

  /** The edge that forwards for a gateway; where it has none, some host does. */
  public TransportNode active(PolicyPath gateway) {
    return of(gateway).stream()
        .filter(Placed::active)
        .findFirst()
        .map(Placed::node)
        .orElseGet(() -> hostOf(gateway.value()));
  }

  /** The edge node at a path, by either of its paths. */
  public Optional<TransportNode> edge(PolicyPath path) {
    return stored.find(path).map(document -> node(document, TransportNode.Kind.EDGE));
  }

  /** The hosts and edge nodes of the fabric. */
  public List<TransportNode> all() {
    Stream<TransportNode> hosts =
        stored.in(HOSTS).stream().map(host -> node(host, TransportNode.Kind.ESX));
    Stream<TransportNode> edges =
        stored.in(EDGES).stream().map(edge -> node(edge, TransportNode.Kind.EDGE));
    return Stream.concat(hosts, edges).toList();
  }

  /** The host or edge node of the fabric at a path. */
  public Optional<TransportNode> at(PolicyPath path) {
    return all().stream().filter(node -> node.path().equals(Optional.of(path))).findFirst();
  }

  /**
   * The edge nodes of a gateway's cluster. In active-standby mode that one of those in service is
   * active that has the external interfaces which forward, else the preferred one, else the first.
   */
  public List<Placed> of(PolicyPath gateway) {
    Optional<JsonNode> document = stored.find(gateway);
    List<JsonNode> locales = stored.in(gateway.child("locale-services"));
    List<TransportNode> nodes = nodes(clusters(gateway, locales));
    if (nodes.isEmpty()) {
      return document
          .flatMap(each -> path(each.path("vrf_config").path("tier0_path").asString("")))
          .filter(parent -> !parent.equals(gateway))
          .or(() -> lender(gateway))
          .map(this::of)
          .orElse(List.of());
    }
    boolean all =
        document.filter(g -> g.path("ha_mode").asString("").equals("ACTIVE_ACTIVE")).isPresent();
    List<TransportNode> serving =
        nodes.stream().filter(node -> state(node.id()) == EdgeNode.State.UP).toList();
    Optional<TransportNode> active = activeOf(gateway, locales, serving);
    return nodes.stream()
        .map(node ->
            new Placed(node, all ? serving.contains(node) : active.equals(Optional.of(node))))
        .toList();
  }

  /** The state of the edge node with this transport node id. */
  public EdgeNode.State state(String id) {
    return inventory.current().edgeNode(id);
  }

  private Optional<TransportNode> activeOf(
      PolicyPath gateway, List<JsonNode> locales, List<TransportNode> nodes) {
    Set<String> wanted = new LinkedHashSet<>(usedEdges(source.current(), gateway));
    for (JsonNode locale : locales) {
      locale.path("preferred_edge_paths").forEach(path -> wanted.add(path.asString("")));
    }
    for (String path : wanted) {
      Optional<TransportNode> node = path(path).flatMap(this::edge);
      if (node.isPresent()) {
        for (TransportNode candidate : nodes) {
          if (candidate.id().equals(node.get().id())) {
            return Optional.of(candidate);
          }
        }
      }
    }
    return nodes.stream().findFirst();
  }

  private static List<String> usedEdges(Fabric fabric, PolicyPath gateway) {
    return Optional.ofNullable(fabric.devices().get(gateway.value())).stream()
        .flatMap(device -> device.interfaces().stream())
        .filter(end -> end.role() == Role.EXTERNAL)
        .map(Interface::edge)
        .flatMap(Optional::stream)
        .map(PolicyPath::value)
        .toList();
  }

  /** The clusters that a gateway names, or a VPC's connectivity profile names for it. */
  private List<PolicyPath> clusters(PolicyPath gateway, List<JsonNode> locales) {
    Stream<String> ofProfiles =
        gateway.segments().contains("vpcs")
            ? stored.in(gateway.child("attachments")).stream()
                .flatMap(each -> path(each.path("vpc_connectivity_profile").asString("")).stream())
                .flatMap(profile -> stored.find(profile).stream())
                .map(profile -> profile.path("service_gateway"))
                .filter(services -> services.path("enable").asBoolean(false))
                .flatMap(services -> services.path("edge_cluster_paths").valueStream())
                .map(cluster -> cluster.asString(""))
            : Stream.empty();
    return Stream.concat(
            locales.stream().map(locale -> locale.path("edge_cluster_path").asString("")),
            ofProfiles)
        .flatMap(text -> path(text).stream())
        .toList();
  }

  /** The gateway above one that has a service router but no cluster of its own. */
  private Optional<PolicyPath> lender(PolicyPath gateway) {
    Fabric fabric = source.current();
    return Optional.ofNullable(fabric.devices().get(gateway.value()))
        .filter(device -> device.services().central())
        .flatMap(device ->
            device.interfaces().stream()
                .filter(end -> end.role() == Role.LINK_TO_TIER0)
                .flatMap(end -> fabric.link(end.link()).ends().stream())
                .filter(end -> end.role() == Role.LINK_TO_TIER1)
                .flatMap(end -> fabric.device(end.device()).path().stream())
                .findFirst());
  }

  /** A cluster shows each node twice, by its index and by its UUID. */
  private List<TransportNode> nodes(List<PolicyPath> clusters) {
    Map<String, TransportNode> distinct = new LinkedHashMap<>();
    for (PolicyPath cluster : clusters) {
      for (JsonNode each : stored.in(cluster.child("edge-nodes"))) {
        TransportNode node = node(each, TransportNode.Kind.EDGE);
        distinct.putIfAbsent(node.id(), node);
      }
    }
    return List.copyOf(distinct.values());
  }

  private static TransportNode node(JsonNode document, TransportNode.Kind kind) {
    String id = document.path("id").asString("");
    String uuid = document.path("nsx_id").asString(document.path("unique_id").asString(id));
    return new TransportNode(
        uuid,
        document.path("display_name").asString(id),
        kind,
        path(document.path("path").asString("")));
  }

  private static Optional<PolicyPath> path(String text) {
    return Optional.of(text).filter(PolicyPath::isPolicyPath).map(PolicyPath::new);
  }
}
