package io.nsxsim.inventory.document;

import inet.ipaddr.IPAddress;
import io.nsxsim.inventory.KubernetesCluster;
import io.nsxsim.inventory.KubernetesCluster.Cni;
import io.nsxsim.inventory.KubernetesCluster.Node;
import io.nsxsim.inventory.KubernetesCluster.Pod;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The pod networks and addresses of one cluster while they are checked. */
final class PodNetworks {

  private final KubernetesCluster cluster;
  private final String pointer;
  private final Problems problems;
  private final Map<String, Optional<Addresses.Prefixed>> networks = new HashMap<>();
  private final TreeMap<IPAddress, Addresses.Prefixed> byFirst = new TreeMap<>();
  private final Set<String> addresses = new HashSet<>();

  PodNetworks(KubernetesCluster cluster, String pointer, Problems problems) {
    this.cluster = cluster;
    this.pointer = pointer;
    this.problems = problems;
  }

  /** Refuses a node given twice, and pod networks that overlap or leave the cluster's. */
  void checkNodes() {
    List<Node> nodes = cluster.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      String at = pointer + "/nodes/" + i;
      Optional<Addresses.Prefixed> network = Addresses.network(node.podCidr());
      if (networks.put(node.virtualMachineId(), network) != null) {
        problems.invalid(at + "/virtual_machine_id", "Already a node of this cluster");
      }
      network.ifPresent(found -> {
        checkNetwork(found, at + "/pod_cidr");
        checkGateway(node.gatewayAddress(), found, at + "/gateway_address");
      });
    }
  }

  /** Refuses pods with a known name or address, of no node, or outside their node's network. */
  void checkPods() {
    Set<String> names = new HashSet<>();
    List<Pod> pods = cluster.pods();
    for (int i = 0; i < pods.size(); i++) {
      Pod pod = pods.get(i);
      String at = pointer + "/pods/" + i;
      if (!names.add(pod.namespace() + "/" + pod.name())) {
        problems.invalid(at + "/name", "Given twice: " + pod.namespace() + "/" + pod.name());
      }
      if (!addresses.add(pod.ipAddress())) {
        problems.invalid(at + "/ip_address", "Used twice in this cluster: " + pod.ipAddress());
      }
      checkPlace(pod, at);
    }
  }

  private void checkNetwork(Addresses.Prefixed network, String at) {
    Addresses.Prefixed whole = Addresses.network(cluster.podCidr()).orElseThrow();
    if (!whole.contains(network)) {
      problems.invalid(at, network.canonical() + " is not part of " + whole.canonical());
    }
    var below = byFirst.floorEntry(network.last());
    if (below != null && below.getValue().last().compareTo(network.first()) >= 0) {
      problems.invalid(at, network.canonical() + " overlaps " + below.getValue().canonical());
      return;
    }
    byFirst.put(network.first(), network);
  }

  /** Calico's gateway is link-local, so only Antrea's must lie in the node's own network. */
  private void checkGateway(String gateway, Addresses.Prefixed network, String at) {
    if (gateway.isEmpty()) {
      return;
    }
    IPAddress address = Addresses.prefixed(gateway).orElseThrow().address();
    if (cluster.cni() == Cni.antrea && !network.contains(address)) {
      problems.invalid(at, gateway + " is outside " + network.canonical());
    }
    if (network.contains(address)) {
      addresses.add(address.toCanonicalString());
    }
  }

  private void checkPlace(Pod pod, String at) {
    Optional<Addresses.Prefixed> network = networks.get(pod.nodeId());
    if (network == null) {
      problems.invalid(at + "/node_id", "No node of this cluster: " + pod.nodeId());
      return;
    }
    IPAddress address = Addresses.address(pod.ipAddress()).orElseThrow();
    if (network.isPresent() && !network.get().contains(address)) {
      problems.invalid(
          at + "/ip_address", pod.ipAddress() + " is outside " + network.get().canonical());
    }
  }
}
