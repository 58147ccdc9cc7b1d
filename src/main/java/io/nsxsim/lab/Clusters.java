package io.nsxsim.lab;

import io.nsxsim.inventory.KubernetesCluster;
import io.nsxsim.inventory.KubernetesCluster.Cni;
import io.nsxsim.inventory.KubernetesCluster.Node;
import io.nsxsim.inventory.KubernetesCluster.Pod;
import io.nsxsim.lab.Namespace.Port;
import io.nsxsim.lab.Namespace.Side;
import io.nsxsim.lab.Namespace.Way;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Kubernetes nodes with their pods. The pods of a node are on a bridge with the node as gateway; a
 * bridge between the nodes stands for Antrea's overlay, which takes its part of the TTL without
 * ever answering.
 */
final class Clusters {

  private final Machines machines;
  private final Blueprint blueprint;

  /** A node that runs. */
  private record Place(Node node, Namespace namespace, Cidr own, Cidr pods, Cidr gateway) {}

  Clusters(Machines machines, Blueprint blueprint) {
    this.machines = machines;
    this.blueprint = blueprint;
  }

  void add(KubernetesCluster cluster) {
    if (cluster.cni() != Cni.antrea) {
      blueprint.remark("The pods of " + cluster.id() + " are left out: only Antrea's can be built");
      return;
    }
    Map<String, Place> places = new LinkedHashMap<>();
    for (Node node : cluster.nodes()) {
      place(cluster, node).ifPresent(place -> places.put(node.virtualMachineId(), place));
    }
    List<Place> all = List.copyOf(places.values());
    all.forEach(place -> open(cluster, place, all));
    for (Pod pod : cluster.pods()) {
      Place place = places.get(pod.nodeId());
      if (place != null) {
        addPod(cluster, pod, place);
      }
    }
  }

  private Optional<Place> place(KubernetesCluster cluster, Node node) {
    Optional<Namespace> namespace = machines.running(node.virtualMachineId());
    Optional<Cidr> own =
        namespace.stream()
            .flatMap(built -> built.ports().stream())
            .flatMap(port -> port.addresses().stream())
            .filter(address -> !address.ipv6())
            .findFirst();
    Optional<Cidr> pods = Cidr.parse(node.podCidr()).or(() -> Cidr.parse(cluster.podCidr()));
    if (namespace.isEmpty() || own.isEmpty() || pods.isEmpty()) {
      return Optional.empty();
    }
    Cidr network = pods.get().network();
    Cidr gateway =
        Cidr.parse(node.gatewayAddress())
            .orElseGet(() -> new Cidr(network.first().plus(1), network.length()));
    return Optional.of(new Place(node, namespace.get(), own.get(), network, gateway));
  }

  private void open(KubernetesCluster cluster, Place place, List<Place> all) {
    Namespace namespace = place.namespace();
    blueprint.plug(namespace, podWire(cluster, place), "", Side.IN, List.of(place.gateway()));
    List<Place> others = all.stream().filter(other -> !other.equals(place)).toList();
    if (!others.isEmpty()) {
      Port tunnel = blueprint.plug(namespace, "overlay:" + cluster.id(), "", Side.IN, List.of());
      for (Place other : others) {
        namespace.route(
            other.pods(), Routing.STATIC, new Way.Via(other.gateway().address(), tunnel));
      }
      namespace.filter("output", "filter hook output priority 0", silence(others));
    }
    if (cluster.masquerade()) {
      namespace.filter(
          "postrouting", "nat hook postrouting priority srcnat", masquerade(cluster, place));
    }
  }

  /** What is on its way to or from another node's pods gets no answer when its TTL is used up. */
  private static List<String> silence(List<Place> others) {
    List<String> rules = new ArrayList<>();
    for (Place other : others) {
      rules.add("icmp type time-exceeded " + Inner.destination(other.pods()) + " drop");
      rules.add("icmp type time-exceeded " + Inner.source(other.pods()) + " drop");
    }
    return rules;
  }

  private static List<String> masquerade(KubernetesCluster cluster, Place place) {
    Cidr pods = Cidr.parse(cluster.podCidr()).orElse(place.pods()).network();
    String outwards =
        String.join(
            ", ",
            place.namespace().ports().stream()
                .filter(port -> !port.path().isEmpty())
                .map(port -> '"' + port.name() + '"')
                .toList());
    return List.of(
        "ip saddr %s ip daddr %s accept".formatted(pods, pods),
        "oifname { %s } ip saddr %s snat ip to %s"
            .formatted(outwards, pods, place.own().address()));
  }

  private void addPod(KubernetesCluster cluster, Pod pod, Place place) {
    Optional<IpAddress> address = IpAddress.parse(pod.ipAddress());
    if (address.isEmpty()) {
      return;
    }
    String qualified = pod.namespace() + "/" + pod.name();
    Namespace namespace =
        blueprint.workload(
            "pod", cluster.id() + "/" + qualified, false, List.of(qualified, pod.name()));
    Cidr own = new Cidr(address.get(), place.gateway().length());
    Port port = blueprint.plug(namespace, podWire(cluster, place), "", Side.IN, List.of(own));
    namespace.route(
        Cidr.all(own.ipv6()), Routing.STATIC, new Way.Via(place.gateway().address(), port));
  }

  private static String podWire(KubernetesCluster cluster, Place place) {
    return "pods:" + cluster.id() + "/" + place.node().virtualMachineId();
  }
}
