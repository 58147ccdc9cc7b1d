package io.nsxsim.inventory.document;

import static java.util.Comparator.comparing;

import io.nsxsim.inventory.EdgeNode;
import io.nsxsim.inventory.ExternalHost;
import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.KubernetesCluster;
import io.nsxsim.inventory.PhysicalRouter;
import io.nsxsim.inventory.RouterLink;
import io.nsxsim.inventory.VirtualMachine;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One of the document's lists: its name there, what tells its entries apart, and how it is taken
 * out of an inventory and put into another.
 *
 * @param <T> what the list holds
 */
public final class PartList<T> {

  public static final PartList<VirtualMachine> VIRTUAL_MACHINES =
      new PartList<>(
          "virtual_machines",
          VirtualMachine::id,
          MachineEntries::machine,
          Inventory::virtualMachines,
          Inventory::withVirtualMachines);

  public static final PartList<KubernetesCluster> KUBERNETES_CLUSTERS =
      new PartList<>(
          "kubernetes_clusters",
          KubernetesCluster::id,
          ClusterEntries::cluster,
          Inventory::kubernetesClusters,
          Inventory::withKubernetesClusters);

  public static final PartList<PhysicalRouter> PHYSICAL_ROUTERS =
      new PartList<>(
          "physical_routers",
          PhysicalRouter::id,
          PhysicalEntries::router,
          Inventory::physicalRouters,
          Inventory::withPhysicalRouters);

  public static final PartList<ExternalHost> EXTERNAL_HOSTS =
      new PartList<>(
          "external_hosts",
          ExternalHost::id,
          PhysicalEntries::host,
          Inventory::externalHosts,
          Inventory::withExternalHosts);

  /** Links have no id of their own: one is told apart by its tier-1 and its network. */
  public static final PartList<RouterLink> ROUTER_LINKS =
      new PartList<>(
          "router_links",
          link -> link.tier1Path() + " " + link.network(),
          PhysicalEntries::routerLink,
          Inventory::routerLinks,
          Inventory::withRouterLinks);

  public static final PartList<EdgeNode> EDGE_NODES =
      new PartList<>(
          "edge_nodes",
          EdgeNode::id,
          PhysicalEntries::edgeNode,
          Inventory::edgeNodes,
          Inventory::withEdgeNodes);

  static final List<PartList<?>> ALL =
      List.of(
          VIRTUAL_MACHINES,
          KUBERNETES_CLUSTERS,
          PHYSICAL_ROUTERS,
          EXTERNAL_HOSTS,
          ROUTER_LINKS,
          EDGE_NODES);

  private final String field;
  private final Function<T, String> id;
  private final Function<Entry, T> reader;
  private final Function<Inventory, List<T>> list;
  private final BiFunction<Inventory, List<T>, Inventory> with;

  private PartList(
      String field,
      Function<T, String> id,
      Function<Entry, T> reader,
      Function<Inventory, List<T>> list,
      BiFunction<Inventory, List<T>, Inventory> with) {
    this.field = field;
    this.id = id;
    this.reader = reader;
    this.list = list;
    this.with = with;
  }

  /** The list's name in the document. */
  public String field() {
    return field;
  }

  /** Takes the list out of an inventory. */
  public List<T> in(Inventory inventory) {
    return list.apply(inventory);
  }

  /** What tells one entry from another. */
  public String id(T part) {
    return id.apply(part);
  }

  /** Finds a part of an inventory whose lists are in order. */
  public Optional<T> find(Inventory inventory, String wanted) {
    List<T> parts = in(inventory);
    int low = 0;
    int high = parts.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = id(parts.get(middle)).compareTo(wanted);
      if (order == 0) {
        return Optional.of(parts.get(middle));
      }
      low = order < 0 ? middle + 1 : low;
      high = order > 0 ? middle - 1 : high;
    }
    return Optional.empty();
  }

  /** The inventory with another list in this one's place; puts it in order. */
  public Inventory replace(Inventory inventory, List<T> parts) {
    return with.apply(inventory, parts.stream().sorted(comparing(id)).toList());
  }

  /** The inventory with one more part, or another one with the same id. */
  public Inventory add(Inventory inventory, T part) {
    return addAll(inventory, with.apply(Inventory.EMPTY, List.of(part)));
  }

  /** The inventory without this part. */
  public Inventory remove(Inventory inventory, String unwanted) {
    return removeIds(inventory, Set.of(unwanted));
  }

  /** The inventory with the list that an entry has in this one's place, in its order. */
  Inventory readInto(Inventory inventory, Entry entry) {
    return with.apply(inventory, entry.objects(field, reader));
  }

  /** Adds the parts of one inventory to another; those with the same id take the others' place. */
  Inventory addAll(Inventory inventory, Inventory given) {
    if (in(given).isEmpty()) {
      return inventory;
    }
    TreeMap<String, T> merged = new TreeMap<>();
    in(inventory).forEach(part -> merged.put(id(part), part));
    in(given).forEach(part -> merged.put(id(part), part));
    return with.apply(inventory, List.copyOf(merged.values()));
  }

  /** Leaves out of an inventory the parts that the other one has too, by id. */
  Inventory removeAll(Inventory inventory, Inventory given) {
    Set<String> ids = new HashSet<>();
    in(given).forEach(part -> ids.add(id(part)));
    return ids.isEmpty() ? inventory : removeIds(inventory, ids);
  }

  private Inventory removeIds(Inventory inventory, Collection<String> ids) {
    List<T> kept = in(inventory).stream().filter(part -> !ids.contains(id(part))).toList();
    return with.apply(inventory, kept);
  }
}
