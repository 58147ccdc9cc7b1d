package io.nsxsim.lab;

import io.nsxsim.engine.Tree;
import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.InventoryReader;
import io.nsxsim.inventory.KubernetesCluster;
import io.nsxsim.net.AddressSet;
import io.nsxsim.net.Cidr;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Exports what is configured now as a Linux lab. */
@Component
public class LabExport {

  private final Tree tree;
  private final InventoryReader inventory;

  public LabExport(Tree tree, InventoryReader inventory) {
    this.tree = tree;
    this.inventory = inventory;
  }

  /** The lab of the configuration as it is now. */
  public Lab current(Behavior behavior) {
    return export(tree.documents(Items.KINDS), inventory.current(), behavior);
  }

  /** The lab of documents, in any order, and an inventory. */
  static Lab export(List<JsonNode> documents, Inventory inventory, Behavior behavior) {
    Items items = new Items(documents);
    Blueprint blueprint = new Blueprint();
    Segments segments = new Segments(items);
    Attachments attachments = new Attachments(items);
    Edges edges = new Edges(items, inventory.edgeNodes());
    Gateways gateways = new Gateways(items, segments, attachments, edges, blueprint);
    gateways.addInterfaces();
    new RouterLinks(gateways, attachments, blueprint, inventory.routerLinks()).add();
    Outside outside = new Outside(inventory.physicalRouters(), blueprint);
    outside.addRoutes();
    inventory.externalHosts().forEach(outside::add);
    Machines machines = machines(items, segments, blueprint, inventory);
    Services services = new Services(items, blueprint);
    NatRules natRules = new NatRules(items, machines.cards(), blueprint);
    Nat nat = new Nat(natRules, services, blueprint);
    Balancers balancers = new Balancers(items, machines.cards(), blueprint);
    advertise(items, gateways, blueprint, natRules, balancers);
    new VpcRoutes(items, gateways, attachments, natRules, blueprint).add();
    exchange(gateways, new Bgp(items, outside, blueprint), natRules);
    Rules rules = new Rules(items, new Groups(items, machines.cards(), blueprint), services);
    GatewayFilter filter = new GatewayFilter(rules, blueprint);
    for (Gateway gateway : gateways.all()) {
      nat.add(gateway);
      balancers.add(gateway);
      filter.add(gateway, nat.bypassing(gateway));
      behavior.apply(gateway);
    }
    new CardFilter(items, rules, blueprint).add(machines.cards());
    Segments.silenceStrangers(blueprint);
    return Script.write(blueprint, inventory.ecmp());
  }

  private static Machines machines(
      Items items, Segments segments, Blueprint blueprint, Inventory inventory) {
    Machines machines = new Machines(items, segments, blueprint);
    Set<String> nodes =
        inventory.kubernetesClusters().stream()
            .flatMap(cluster -> cluster.nodes().stream())
            .map(KubernetesCluster.Node::virtualMachineId)
            .collect(Collectors.toSet());
    inventory
        .virtualMachines()
        .forEach(machine -> machines.add(machine, nodes.contains(machine.id())));
    Clusters clusters = new Clusters(machines, blueprint);
    inventory.kubernetesClusters().forEach(clusters::add);
    return machines;
  }

  private static void advertise(
      Items items, Gateways gateways, Blueprint blueprint, NatRules nat, Balancers balancers) {
    Routing routing = new Routing(items, blueprint);
    gateways.all().forEach(routing::addStatic);
    for (Gateway tier1 : gateways.of(Role.Kind.TIER1)) {
      tier1
          .tier0()
          .flatMap(gateways::at)
          .filter(tier0 -> tier0.isConnected() && tier1.isConnected())
          .ifPresent(tier0 ->
              routing.advertise(tier1, tier0, nat.external(tier1), balancers.addresses(tier1)));
    }
  }

  private static void exchange(Gateways gateways, Bgp bgp, NatRules nat) {
    for (Gateway tier0 : gateways.tier0s()) {
      AddressSet own = nat.external(tier0);
      bgp.exchange(tier0, own);
      tier0.learned().stream()
          .filter(told -> told.type().equals("TIER1_NAT") || told.type().equals("TIER1_LB_VIP"))
          .forEach(told -> answerFor(tier0, told.network()));
    }
  }

  /** A tier-0 answers ARP for the NAT and VIP addresses of its tier-1s in its uplinks' networks. */
  private static void answerFor(Gateway tier0, Cidr network) {
    for (Namespace.Port port : tier0.namespace().ports()) {
      boolean faces = port.side() != Namespace.Side.IN;
      boolean holds = port.addresses().stream().anyMatch(own -> own.contains(network.address()));
      if (faces && holds && network.isHost()) {
        tier0
            .namespace()
            .command(
                network.ipv6(), "neigh add proxy " + network.address() + " dev " + port.name());
      }
    }
  }
}
