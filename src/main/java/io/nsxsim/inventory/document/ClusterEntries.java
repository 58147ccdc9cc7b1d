package io.nsxsim.inventory.document;

import inet.ipaddr.IPAddress;
import io.nsxsim.inventory.KubernetesCluster;
import io.nsxsim.inventory.KubernetesCluster.Cni;
import io.nsxsim.inventory.KubernetesCluster.Node;
import io.nsxsim.inventory.KubernetesCluster.Pod;
import io.nsxsim.inventory.KubernetesCluster.Role;
import java.util.List;
import java.util.Map;

/** Reads Kubernetes clusters with their nodes and pods. */
final class ClusterEntries {

  private static final Map<String, Cni> CNIS = Words.of(Cni.values());
  private static final Map<String, Role> ROLES =
      Map.of("control-plane", Role.CONTROL_PLANE, "worker", Role.WORKER);

  private ClusterEntries() {}

  static KubernetesCluster cluster(Entry entry) {
    String id = entry.required("id", Form.ID);
    Cni cni = entry.choice("cni", CNIS, Cni.antrea);
    List<Node> nodes = entry.objects("nodes", node -> node(node, cni));
    return new KubernetesCluster(
        id,
        entry.text("display_name", Form.TEXT, id),
        cni,
        entry.required("pod_cidr", Form.NETWORK),
        entry.flag("masquerade", true),
        nodes,
        entry.objects("pods", ClusterEntries::pod));
  }

  private static Node node(Entry entry, Cni cni) {
    String podCidr = entry.text("pod_cidr", Form.NETWORK);
    return new Node(
        entry.required("virtual_machine_id", Form.ID),
        entry.choice("role", ROLES, Role.WORKER),
        podCidr,
        entry.text("gateway_address", Form.INTERFACE_ADDRESS, usualGateway(cni, podCidr)));
  }

  private static Pod pod(Entry entry) {
    return new Pod(
        entry.required("name", Form.ID),
        entry.text("namespace", Form.ID, "default"),
        entry.required("node_id", Form.ID),
        entry.required("ip_address", Form.ADDRESS),
        entry.labels("labels"));
  }

  /** Antrea gives its gateway the first address of the node's pod network. */
  private static String usualGateway(Cni cni, String podCidr) {
    if (cni != Cni.antrea) {
      return "";
    }
    return Addresses.network(podCidr)
        .filter(network -> network.length() < network.address().getBitCount() - 1)
        .map(ClusterEntries::firstHost)
        .orElse("");
  }

  private static String firstHost(Addresses.Prefixed network) {
    IPAddress first = network.first().increment(1);
    return new Addresses.Prefixed(first, network.length()).canonical();
  }
}
