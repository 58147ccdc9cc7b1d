package io.nsxsim.topology.reader;

import io.nsxsim.inventory.Ecmp;
import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.KubernetesCluster;
import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Directory;
import io.nsxsim.topology.DistributedFirewall;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.FirewallRule;
import io.nsxsim.topology.Layered;
import io.nsxsim.topology.Link;
import io.nsxsim.topology.NatRule;
import io.nsxsim.topology.PathHash;
import io.nsxsim.topology.RouteSource;
import io.nsxsim.topology.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads everything in the order in which one thing needs another: links, machines, rules, routes,
 * and last the distributed firewall, which nothing else depends on. So a change of its rules leaves
 * the rest as it is.
 */
final class FabricReader {

  private final Documents documents;
  private final Inventory inventory;
  private final Earlier earlier;
  private final Notes notes = new Notes();
  private final FabricBuilder fabric = new FabricBuilder();
  private final Gateways gateways;
  private final Segments segments;
  private final EdgeNodes edges;
  private final PhysicalNetwork physical;
  private final Machines machines;
  private final Kubernetes kubernetes;

  private FabricReader(Documents documents, Inventory inventory, Earlier earlier) {
    earlier.next();
    this.documents = documents;
    this.inventory = inventory;
    this.earlier = earlier;
    this.gateways = new Gateways(documents, fabric, notes);
    this.segments = new Segments(documents, gateways, fabric, earlier.segments(), notes);
    this.edges = new EdgeNodes(documents, inventory.edgeNodes());
    this.physical = new PhysicalNetwork(fabric, notes);
    this.machines = new Machines(documents, segments, fabric, notes);
    this.kubernetes = new Kubernetes(machines, fabric, notes);
  }

  /**
   * What packets travel through, without the distributed firewall.
   *
   * @param population whom the groups of the distributed firewall may have as members
   */
  record Network(
      Map<String, Device> devices,
      Map<String, Link> links,
      Directory directory,
      PathHash pathHash,
      Map<String, List<String>> notes,
      Population population) {}

  /** Reads the documents of a tree and an inventory, as far as they are not known from before. */
  static Fabric read(Documents documents, Inventory inventory, Earlier earlier) {
    Network network =
        earlier
            .network()
            .get(
                Network.class,
                List.of(documents.network(), inventory),
                () -> new FabricReader(documents, inventory, earlier).read());
    Notes notes = new Notes();
    Groups groups = new Groups(documents, network.population(), earlier.groups(), notes);
    ServiceEntries services = new ServiceEntries(documents, earlier.services(), notes);
    DistributedFirewall firewall =
        new FirewallRules(documents, groups, services, earlier.firewall(), notes).distributed();
    return new Fabric(
        network.devices(),
        network.links(),
        firewall,
        network.directory(),
        network.pathHash(),
        new Layered<>(notes.all(), network.notes()));
  }

  private Network read() {
    GatewayInterfaces interfaces = new GatewayInterfaces(documents, segments, fabric, edges, notes);
    gateways.all().forEach(interfaces::read);
    GlobalSettings settings = new GlobalSettings(documents);
    new RouterLinks(documents, inventory.routerLinks(), fabric, edges, settings, notes)
        .connect(gateways);
    DistributedUplinks uplinks = new DistributedUplinks(documents, fabric, settings, notes);
    gateways.of(Device.Kind.TRANSIT_GATEWAY).forEach(uplinks::connect);
    settings.noteForwarding(notes);
    inventory.physicalRouters().forEach(physical::connect);
    inventory.physicalRouters().forEach(physical::route);
    inventory.externalHosts().forEach(physical::add);
    VpnTunnels vpns = new VpnTunnels(documents, fabric, notes);
    vpns.connect(gateways);
    GatewayAddresses addresses = new GatewayAddresses(documents, segments, fabric, notes);
    gateways.all().forEach(addresses::read);
    gateways.all().forEach(addresses::readSegments);
    MachineLayer plain = addMachines();
    gateways.all().forEach(gateway -> StaticRoutes.connect(gateway.id(), fabric));
    StaticRoutes statics = new StaticRoutes(documents, fabric, notes);
    gateways.all().forEach(statics::read);
    VirtualRouting vrfs = new VirtualRouting(documents, fabric);
    vrfs.readStatics(gateways);
    ServiceEntries services = new ServiceEntries(documents, earlier.services(), notes);
    earlier.conditions().next(plain, earlier.machines().gone(), earlier.machines().come());
    Population population = new LayeredPopulation(plain, machines.members(), earlier.conditions());
    Groups groups = new Groups(documents, population, earlier.groups(), notes);
    FirewallRules firewall =
        new FirewallRules(documents, groups, services, earlier.firewall(), notes);
    ExternalAddresses bindings = new ExternalAddresses(documents, port -> addressesIn(port, plain));
    NatRules nat = new NatRules(documents, services, bindings, notes);
    addServices(nat, firewall, groups, vrfs, vpns, uplinks);
    return new Network(
        new Layered<>(fabric.devices(), plain.devices()),
        fabric.links(plain),
        directory(plain),
        hash(inventory.ecmp()),
        new Layered<>(notes.all(), plain.notes()),
        population);
  }

  /**
   * Machines that are Kubernetes nodes belong to the routers; all others are a layer of their own.
   */
  private MachineLayer addMachines() {
    Set<String> nodes =
        inventory.kubernetesClusters().stream()
            .flatMap(cluster -> cluster.nodes().stream())
            .map(KubernetesCluster.Node::virtualMachineId)
            .collect(Collectors.toSet());
    if (!nodes.isEmpty()) {
      inventory.virtualMachines().stream()
          .filter(machine -> nodes.contains(machine.id()))
          .forEach(machine -> machines.read(machine, Device.Kind.KUBERNETES_NODE));
    }
    inventory.kubernetesClusters().forEach(kubernetes::read);
    return earlier.machines().read(inventory.virtualMachines(), nodes, documents, segments);
  }

  private void addServices(
      NatRules natRules,
      FirewallRules firewallRules,
      Groups groups,
      VirtualRouting vrfs,
      VpnTunnels vpns,
      DistributedUplinks uplinks) {
    GatewayAddresses addresses = new GatewayAddresses(documents, segments, fabric, notes);
    LoadBalancers balancers = new LoadBalancers(documents, groups, gateways, notes);
    GatewayServices gatewayServices =
        new GatewayServices(documents, fabric, edges, balancers, notes);
    Map<PolicyPath, List<FirewallRule>> firewall = firewallRules.byGateway(gateways);
    Map<PolicyPath, List<NatRule>> nat = new HashMap<>();
    for (Gateway gateway : gateways.all()) {
      List<NatRule> rules = natRules.of(gateway);
      nat.put(gateway.path(), rules);
      fabric.services(
          gateway.id(),
          gatewayServices
              .of(gateway, rules, firewall.getOrDefault(gateway.path(), List.of()))
              .withVpn(vpns.policies(gateway)));
    }
    Advertisement advertisement = new Advertisement(fabric, balancers);
    gateways
        .tier1s()
        .forEach(tier1 ->
            advertisement.advertise(
                tier1, nat.getOrDefault(tier1.path(), List.of()), addresses.networks(tier1)));
    PrefixFilters filters = new PrefixFilters(documents, notes);
    VpcAdvertisement ofVpcs =
        new VpcAdvertisement(documents, fabric, advertisement, filters, notes);
    gateways
        .of(Device.Kind.VPC_GATEWAY)
        .forEach(vpc -> ofVpcs.ofVpc(vpc, nat.getOrDefault(vpc.path(), List.of())));
    gateways
        .of(Device.Kind.TRANSIT_GATEWAY)
        .forEach(transit -> {
          List<NatRule> rules = nat.getOrDefault(transit.path(), List.of());
          new ConnectivityPolicies(documents, fabric).apply(transit);
          ofVpcs.ofTransitGateway(transit, rules);
          uplinks.answer(transit, rules, ofVpcs);
        });
    Redistribution redistribution = new Redistribution(documents, fabric, filters);
    vrfs.readAdvertisements(gateways, redistribution);
    Bgp bgp = new Bgp(documents, fabric, filters, redistribution, notes);
    Ospf ospf = new Ospf(documents, fabric, redistribution, notes);
    gateways
        .tier0s()
        .forEach(tier0 -> {
          List<NatRule> rules = nat.getOrDefault(tier0.path(), List.of());
          List<Advertisement.Network> own =
              new ArrayList<>(Advertisement.translated(rules, RouteSource.TIER0_NAT));
          own.addAll(addresses.networks(tier0));
          bgp.open(tier0, own);
          ospf.exchange(tier0, inventory.physicalRouters(), own);
        });
    new BgpLeaks(documents, fabric, vrfs, bgp, notes)
        .exchange(gateways, () -> bgp.exchange(inventory.physicalRouters()));
    gateways
        .all()
        .forEach(gateway ->
            gatewayServices.answerForTranslated(
                gateway, nat.getOrDefault(gateway.path(), List.of())));
  }

  private List<IpAddress> addressesIn(PolicyPath port, MachineLayer plain) {
    Stream<Member> ofNodes =
        machines.members().stream().filter(member -> member.port().equals(Optional.of(port)));
    return Stream.concat(plain.in(port), ofNodes)
        .flatMap(member -> member.addresses().stream())
        .toList();
  }

  private Directory directory(MachineLayer plain) {
    List<Workload> workloads =
        Stream.of(machines.workloads(), kubernetes.workloads(), physical.workloads())
            .flatMap(List::stream)
            .toList();
    return plain.directory().with(Set.of(), workloads, physical.dnsNames());
  }

  private static PathHash hash(Ecmp ecmp) {
    PathHash.Fields fields =
        switch (ecmp.hash()) {
          case DESTINATION -> PathHash.Fields.DESTINATION;
          case SOURCE_DESTINATION -> PathHash.Fields.SOURCE_DESTINATION;
          case FIVE_TUPLE -> PathHash.Fields.FIVE_TUPLE;
        };
    return new PathHash(fields, ecmp.seed());
  }
}
