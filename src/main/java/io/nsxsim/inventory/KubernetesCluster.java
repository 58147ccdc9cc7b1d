package io.nsxsim.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * A Kubernetes cluster whose nodes are virtual machines of the inventory.
 *
 * @param podCidr the network that pod addresses are cut from; those of different clusters may
 *     overlap
 * @param masquerade whether a node hides its pods behind its own address
 */
public record KubernetesCluster(
    @JsonProperty("id") String id,
    @JsonProperty("display_name") String displayName,
    @JsonProperty("cni") Cni cni,
    @JsonProperty("pod_cidr") String podCidr,
    @JsonProperty("masquerade") boolean masquerade,
    @JsonProperty("nodes") List<Node> nodes,
    @JsonProperty("pods") List<Pod> pods) {

  /** The cluster's network plugin. */
  public enum Cni {
    antrea,
    calico
  }

  /** What a node does in its cluster. */
  public enum Role {
    @JsonProperty("control-plane")
    CONTROL_PLANE,
    @JsonProperty("worker")
    WORKER
  }

  /**
   * A node.
   *
   * @param podCidr the part of the cluster's pod network that this node hands out
   * @param gatewayAddress the address of the node's pod gateway ({@code antrea-gw0}), with prefix
   */
  public record Node(
      @JsonProperty("virtual_machine_id") String virtualMachineId,
      @JsonProperty("role") Role role,
      @JsonProperty("pod_cidr") String podCidr,
      @JsonProperty("gateway_address") String gatewayAddress) {}

  /**
   * A pod.
   *
   * @param nodeId the node's {@code virtual_machine_id}
   * @param ipAddress without prefix
   */
  public record Pod(
      @JsonProperty("name") String name,
      @JsonProperty("namespace") String namespace,
      @JsonProperty("node_id") String nodeId,
      @JsonProperty("ip_address") String ipAddress,
      @JsonProperty("labels") Map<String, String> labels) {}
}
