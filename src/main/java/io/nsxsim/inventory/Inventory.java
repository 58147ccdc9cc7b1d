package io.nsxsim.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Everything that the server is told instead of discovering it, as one document.
 *
 * @param ecmp how gateways and routers choose among equal paths
 */
public record Inventory(
    @JsonProperty("virtual_machines") List<VirtualMachine> virtualMachines,
    @JsonProperty("kubernetes_clusters") List<KubernetesCluster> kubernetesClusters,
    @JsonProperty("physical_routers") List<PhysicalRouter> physicalRouters,
    @JsonProperty("external_hosts") List<ExternalHost> externalHosts,
    @JsonProperty("router_links") List<RouterLink> routerLinks,
    @JsonProperty("edge_nodes") List<EdgeNode> edgeNodes,
    @JsonProperty("ecmp") Ecmp ecmp) {

  /** Nothing known, and the default choice among equal paths. */
  public static final Inventory EMPTY =
      new Inventory(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Ecmp.DEFAULT);

  /** The state of the edge node with this transport node id. */
  public EdgeNode.State edgeNode(String id) {
    return edgeNodes.stream()
        .filter(node -> node.id().equals(id))
        .map(EdgeNode::state)
        .findFirst()
        .orElse(EdgeNode.State.UP);
  }

  /** The same with other virtual machines. */
  public Inventory withVirtualMachines(List<VirtualMachine> machines) {
    return new Inventory(
        machines, kubernetesClusters, physicalRouters, externalHosts, routerLinks, edgeNodes, ecmp);
  }

  /** The same with other Kubernetes clusters. */
  public Inventory withKubernetesClusters(List<KubernetesCluster> clusters) {
    return new Inventory(
        virtualMachines, clusters, physicalRouters, externalHosts, routerLinks, edgeNodes, ecmp);
  }

  /** The same with other physical routers. */
  public Inventory withPhysicalRouters(List<PhysicalRouter> routers) {
    return new Inventory(
        virtualMachines, kubernetesClusters, routers, externalHosts, routerLinks, edgeNodes, ecmp);
  }

  /** The same with other external hosts. */
  public Inventory withExternalHosts(List<ExternalHost> hosts) {
    return new Inventory(
        virtualMachines, kubernetesClusters, physicalRouters, hosts, routerLinks, edgeNodes, ecmp);
  }

  /** The same with other pinned router links. */
  public Inventory withRouterLinks(List<RouterLink> links) {
    return new Inventory(
        virtualMachines,
        kubernetesClusters,
        physicalRouters,
        externalHosts,
        links,
        edgeNodes,
        ecmp);
  }

  /** The same with other states of edge nodes. */
  public Inventory withEdgeNodes(List<EdgeNode> nodes) {
    return new Inventory(
        virtualMachines,
        kubernetesClusters,
        physicalRouters,
        externalHosts,
        routerLinks,
        nodes,
        ecmp);
  }

  /** The same with another way to choose among equal paths. */
  public Inventory withEcmp(Ecmp choice) {
    return new Inventory(
        virtualMachines,
        kubernetesClusters,
        physicalRouters,
        externalHosts,
        routerLinks,
        edgeNodes,
        choice);
  }
}
