package io.nsxsim.topology.reader;

import io.nsxsim.inventory.KubernetesCluster;
import io.nsxsim.inventory.KubernetesCluster.Cni;
import io.nsxsim.inventory.KubernetesCluster.Node;
import io.nsxsim.inventory.KubernetesCluster.Pod;
import io.nsxsim.net.AddressSet;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import io.nsxsim.net.PortSet;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Link;
import io.nsxsim.topology.NatRule;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.Role;
import io.nsxsim.topology.Route;
import io.nsxsim.topology.RouteSource;
import io.nsxsim.topology.Services;
import io.nsxsim.topology.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes routers of the machines that are Kubernetes nodes, and puts the pods behind them.
 *
 * <p>Antrea (its documentation of the OVS pipeline): pods of one node share a bridge and reach each
 * other without a router; to another node the bridge takes one from the TTL and encapsulates, and
 * where the TTL is used up nothing answers. Calico routes every pod by the node's own stack.
 */
final class Kubernetes {

  private static final IpAddress CALICO_GATEWAY = IpAddress.of("169.254.1.1");

  private static final int OVERLAY_HEADERS = 50;

  private final Machines machines;
  private final FabricBuilder fabric;
  private final Notes notes;
  private final List<Workload> workloads = new ArrayList<>();

  /** A node that is there: its machine's own address, and its address towards the pods. */
  private record Place(Node node, String device, Interface nic, Cidr podCidr, Cidr gateway) {}

  Kubernetes(Machines machines, FabricBuilder fabric, Notes notes) {
    this.machines = machines;
    this.fabric = fabric;
    this.notes = notes;
  }

  List<Workload> workloads() {
    return List.copyOf(workloads);
  }

  void read(KubernetesCluster cluster) {
    Map<String, Place> places = new HashMap<>();
    for (Node node : cluster.nodes()) {
      place(cluster, node).ifPresent(place -> places.put(node.virtualMachineId(), place));
    }
    String overlay = fabric.link("tunnel:" + cluster.id(), Link.Kind.TUNNEL);
    Map<String, Interface> tunnels = new HashMap<>();
    places.forEach((id, place) -> tunnels.put(id, open(cluster, place, overlay)));
    places.forEach((id, place) -> routeToOthers(place, places, tunnels));
    for (Pod pod : cluster.pods()) {
      Optional.ofNullable(places.get(pod.nodeId()))
          .ifPresentOrElse(place -> add(cluster, pod, place), () -> addStranded(cluster, pod));
    }
  }

  private Optional<Place> place(KubernetesCluster cluster, Node node) {
    String device = Machines.device(node.virtualMachineId());
    Optional<Interface> nic =
        machines.find(node.virtualMachineId()).stream()
            .flatMap(machine -> fabric.interfaces(device).stream())
            .filter(end -> end.address().isPresent())
            .findFirst();
    Optional<Cidr> podCidr = Cidr.parse(node.podCidr()).or(() -> Cidr.parse(cluster.podCidr()));
    if (nic.isEmpty() || podCidr.isEmpty()) {
      notes.add(
          "cluster:" + cluster.id(),
          "Node " + node.virtualMachineId() + " has no machine with an address, or no pod network");
      return Optional.empty();
    }
    Cidr gateway =
        Cidr.parse(node.gatewayAddress())
            .orElseGet(() -> assumedGateway(cluster, podCidr.get(), nic.get()));
    return Optional.of(new Place(node, device, nic.get(), podCidr.get().network(), gateway));
  }

  private static Cidr assumedGateway(KubernetesCluster cluster, Cidr podCidr, Interface nic) {
    return cluster.cni() == Cni.antrea
        ? new Cidr(podCidr.first().plus(1), podCidr.length())
        : Cidr.host(nic.ip().orElseThrow());
  }

  /** Gives a node its pod network, its end of the overlay and its masquerading. */
  private Interface open(KubernetesCluster cluster, Place place, String overlay) {
    String link = podLink(cluster, place);
    Interface pods =
        fabric.attach(
            Interface.of(
                    place.device(), "pods", Role.POD_GATEWAY, Optional.of(place.gateway()), link)
                .withMtu(podMtu(cluster, place)));
    fabric.route(
        place.device(),
        Route.of(
            place.podCidr(),
            RouteSource.CONNECTED,
            List.of(new NextHop.Direct(pods)),
            Optional.empty()));
    Optional<Cidr> tunnelAddress =
        cluster.cni() == Cni.antrea
            ? Optional.empty()
            : Optional.of(Cidr.host(place.nic().ip().orElseThrow()));
    Interface tunnel =
        fabric.attach(Interface.of(place.device(), "tunnel", Role.TUNNEL, tunnelAddress, overlay));
    fabric.answer(place.gateway().address(), tunnel);
    if (cluster.cni() == Cni.calico) {
      fabric.answer(CALICO_GATEWAY, pods);
    }
    if (cluster.masquerade()) {
      fabric.services(place.device(), masquerade(cluster, place));
    }
    return tunnel;
  }

  /**
   * Antrea leaves room for the headers of its overlay (its documentation); Calico does here not.
   */
  private static int podMtu(KubernetesCluster cluster, Place place) {
    int ofNode = place.nic().mtu();
    return cluster.cni() == Cni.antrea && ofNode < Interface.ANY_SIZE
        ? ofNode - OVERLAY_HEADERS
        : ofNode;
  }

  private static Services masquerade(KubernetesCluster cluster, Place place) {
    AddressSet pods = AddressSet.of(Cidr.parse(cluster.podCidr()).orElse(place.podCidr()));
    AddressSet own = AddressSet.of(Cidr.host(place.nic().ip().orElseThrow()));
    return Services.translating(
        List.of(
            rule(NatRule.Action.NO_SNAT, pods, pods, AddressSet.NONE),
            rule(NatRule.Action.SNAT, pods, AddressSet.ANY, own)));
  }

  private static NatRule rule(
      NatRule.Action action, AddressSet source, AddressSet destination, AddressSet translated) {
    return new NatRule(
        Optional.empty(),
        action,
        source,
        destination,
        translated,
        List.of(),
        Optional.empty(),
        PortSet.ANY,
        Set.of(),
        NatRule.FirewallMatch.BYPASS);
  }

  private void routeToOthers(
      Place place, Map<String, Place> places, Map<String, Interface> tunnels) {
    for (Place other : places.values()) {
      Interface tunnel = tunnels.get(place.node().virtualMachineId());
      if (!other.equals(place) && tunnel != null) {
        NextHop via = new NextHop.Via(other.gateway().address(), tunnel);
        fabric.route(
            place.device(),
            Route.of(other.podCidr(), RouteSource.STATIC, List.of(via), Optional.empty()));
      }
    }
  }

  private void add(KubernetesCluster cluster, Pod pod, Place place) {
    String id = device(cluster, pod);
    boolean running = machines.isRunning(pod.nodeId());
    fabric.declare(id, Device.Kind.POD, pod.name(), Optional.empty(), running);
    if (!running) {
      notes.add(id, "The node " + pod.nodeId() + " of pod " + pod.name() + " is not running");
    }
    boolean bridged = cluster.cni() == Cni.antrea;
    Optional<Cidr> address =
        IpAddress.parse(pod.ipAddress())
            .map(ip -> new Cidr(ip, bridged ? place.gateway().length() : 32));
    Interface end =
        fabric.attach(
            Interface.of(id, "eth0", Role.NIC, address, podLink(cluster, place))
                .withMtu(podMtu(cluster, place)));
    StaticRoutes.connect(id, fabric);
    NextHop via = new NextHop.Via(bridged ? place.gateway().address() : CALICO_GATEWAY, end);
    fabric.route(id, Route.of(Cidr.ALL_IPV4, RouteSource.STATIC, List.of(via), Optional.empty()));
    workloads.add(workload(cluster, pod, address.map(Cidr::address).stream().toList()));
  }

  private void addStranded(KubernetesCluster cluster, Pod pod) {
    String id = device(cluster, pod);
    fabric.declare(id, Device.Kind.POD, pod.name(), Optional.empty(), true);
    notes.add(id, "The node " + pod.nodeId() + " of pod " + pod.name() + " is not usable");
    workloads.add(workload(cluster, pod, IpAddress.parse(pod.ipAddress()).stream().toList()));
  }

  private static Workload workload(KubernetesCluster cluster, Pod pod, List<IpAddress> addresses) {
    String qualified = pod.namespace() + "/" + pod.name();
    return new Workload(
        device(cluster, pod),
        cluster.id() + "/" + qualified,
        Set.of(device(cluster, pod), cluster.id() + "/" + qualified),
        Set.of(pod.name(), qualified),
        addresses);
  }

  private static String device(KubernetesCluster cluster, Pod pod) {
    return "pod:" + cluster.id() + "/" + pod.namespace() + "/" + pod.name();
  }

  private String podLink(KubernetesCluster cluster, Place place) {
    return fabric.link(
        "pods:" + cluster.id() + "/" + place.node().virtualMachineId(), Link.Kind.PODS);
  }
}
