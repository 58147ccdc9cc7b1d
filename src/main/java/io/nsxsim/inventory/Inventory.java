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
    @JsonProperty("ecmp") Ecmp ecmp) {

  /** Nothing known, and the default choice among equal paths. */
  public static final Inventory EMPTY =
      new Inventory(List.of(), List.of(), List.of(), List.of(), List.of(), Ecmp.DEFAULT);
}
