package io.nsxsim.bench;

import io.nsxsim.engine.Tree;
import io.nsxsim.inventory.ExternalHost;
import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.InventoryReader;
import io.nsxsim.inventory.PhysicalRouter;
import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.reader.FabricSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A network of the size the project promises to be fast at, in memory: one tier-0 with two uplinks,
 * tier-1s with segments and machines, NAT on every tier-1, tagged groups and distributed rules.
 */
public final class LargeNetwork implements Tree, InventoryReader {

  private static final int GROUPS = 50;
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final Map<String, ObjectNode> documents = new TreeMap<>();
  private final List<VirtualMachine> machines = new ArrayList<>();
  private final FabricSource source = new FabricSource(this, this);
  private Inventory inventory = Inventory.EMPTY;
  private long version = 1;
  private final Map<Long, PolicyPath> changes = new TreeMap<>();

  /** Builds a network: {@code tier1s} gateways of {@code segments} segments of some machines. */
  public LargeNetwork(int tier1s, int segments, int machinesPerSegment) {
    addTier0();
    for (int tier1 = 0; tier1 < tier1s; tier1++) {
      addTier1(tier1);
      for (int segment = 0; segment < segments; segment++) {
        addSegment(tier1, segment, machinesPerSegment);
      }
    }
    addFirewall();
    PhysicalRouter router =
        new PhysicalRouter(
            "core",
            "core",
            List.of(new PhysicalRouter.Interface("192.0.2.254/24")),
            List.of(
                new PhysicalRouter.Route("10.0.0.0/8", List.of("192.0.2.1", "192.0.2.2")),
                new PhysicalRouter.Route("198.18.0.0/15", List.of("192.0.2.1", "192.0.2.2"))));
    ExternalHost host =
        new ExternalHost(
            "outside", "outside", "203.0.113.9", List.of("example.com"), "core", List.of());
    inventory =
        Inventory.EMPTY
            .withVirtualMachines(machines)
            .withPhysicalRouters(List.of(router))
            .withExternalHosts(List.of(host));
  }

  /** The network as FabricSource reads it. */
  public FabricSource source() {
    return source;
  }

  /** Adds or changes a firewall rule's action. */
  public void changeRule(int number, String action) {
    put(
        "/infra/domains/default/security-policies/p/rules/r" + number,
        "Rule",
        "{'action':'%s','sequence_number':%d,'source_groups':['%s'],'destination_groups':['%s']}"
            .formatted(action, number, group(number), group(number + 1)));
  }

  /** Gives a segment another name. */
  public void renameSegment(int tier1, int segment, String name) {
    String path = segmentPath(tier1, segment);
    ObjectNode changed = documents.get(path).deepCopy();
    changed.put("display_name", name);
    documents.put(path, changed);
    changed(path);
  }

  /** Moves a segment to another subnet. */
  public void moveSegment(int tier1, int segment, String gateway) {
    String path = segmentPath(tier1, segment);
    ObjectNode changed = documents.get(path).deepCopy();
    ((ObjectNode) changed.path("subnets").path(0)).put("gateway_address", gateway);
    documents.put(path, changed);
    changed(path);
  }

  /** Replaces the tags of a machine. */
  public void tag(int number, String tag) {
    VirtualMachine old = inventory.virtualMachines().get(number);
    List<VirtualMachine> all = new ArrayList<>(inventory.virtualMachines());
    all.set(
        number,
        new VirtualMachine(
            old.id(),
            old.displayName(),
            old.kind(),
            old.powerState(),
            List.of(new VirtualMachine.Tag("app", tag)),
            old.interfaces()));
    replace(all);
  }

  private void replace(List<VirtualMachine> all) {
    inventory = inventory.withVirtualMachines(all);
    version++;
  }

  /** Takes a machine away. */
  public void remove(int number) {
    List<VirtualMachine> all = new ArrayList<>(inventory.virtualMachines());
    all.remove(number);
    replace(all);
  }

  /** Takes a segment away; its machines stay, plugged in nowhere. */
  public void removeSegment(int tier1, int segment) {
    documents.remove(segmentPath(tier1, segment));
    changed(segmentPath(tier1, segment));
  }

  /** Puts a segment with an empty subnet of its own where there may be none. */
  public void putSegment(int tier1, int segment, String gateway) {
    put(
        segmentPath(tier1, segment),
        "Segment",
        "{'connectivity_path':'/infra/tier-1s/t%d','subnets':[{'gateway_address':'%s'}]}"
            .formatted(tier1, gateway));
  }

  @Override
  public List<JsonNode> documents(Set<String> kinds) {
    return List.copyOf(documents.values());
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public Optional<Difference> since(long known, Set<String> kinds) {
    Set<PolicyPath> touched = new HashSet<>();
    changes.forEach((at, path) -> {
      if (at > known) {
        touched.add(path);
      }
    });
    List<JsonNode> written = new ArrayList<>();
    Set<PolicyPath> gone = new HashSet<>();
    for (PolicyPath path : touched) {
      ObjectNode document = documents.get(path.value());
      if (document == null) {
        gone.add(path);
      } else {
        written.add(document);
      }
    }
    return Optional.of(new Difference(version, written, gone));
  }

  @Override
  public Inventory current() {
    return inventory;
  }

  private void changed(String path) {
    version++;
    changes.put(version, new PolicyPath(path));
  }

  private void addTier0() {
    put("/infra/tier-0s/core", "Tier0", "{'ha_mode':'ACTIVE_ACTIVE'}");
    String locale = "/infra/tier-0s/core/locale-services/default";
    put(locale, "LocaleServices", "{'edge_cluster_path':'/infra/edges'}");
    for (int uplink = 1; uplink <= 2; uplink++) {
      put(
          locale + "/interfaces/up-" + uplink,
          "Tier0Interface",
          "{'type':'EXTERNAL','edge_path':'/infra/edges/%d','subnets':[{'ip_addresses':['192.0.2.%d'],'prefix_len':24}]}"
              .formatted(uplink, uplink));
    }
    put(
        "/infra/tier-0s/core/static-routes/out",
        "StaticRoutes",
        "{'network':'0.0.0.0/0','next_hops':[{'ip_address':'192.0.2.254'}]}");
  }

  private void addTier1(int number) {
    String path = "/infra/tier-1s/t" + number;
    put(
        path,
        "Tier1",
        "{'tier0_path':'/infra/tier-0s/core','route_advertisement_types':['TIER1_CONNECTED','TIER1_NAT']}");
    put(
        path + "/locale-services/default",
        "LocaleServices",
        "{'edge_cluster_path':'/infra/edges'}");
    put(
        path + "/nat/USER/nat-rules/out",
        "PolicyNatRule",
        "{'action':'SNAT','source_network':'10.%d.0.0/16','destination_network':'203.0.113.0/24','translated_network':'198.18.%d.%d'}"
            .formatted(number % 250, number / 250, number % 250));
  }

  private void addSegment(int tier1, int segment, int size) {
    String network = "10." + tier1 % 250 + "." + (tier1 / 250 * 100 + segment);
    String path = segmentPath(tier1, segment);
    put(
        path,
        "Segment",
        "{'connectivity_path':'/infra/tier-1s/t%d','subnets':[{'gateway_address':'%s.1/24'}]}"
            .formatted(tier1, network));
    for (int i = 0; i < size; i++) {
      String id = "vm-%d-%d-%d".formatted(tier1, segment, i);
      machines.add(
          new VirtualMachine(
              id,
              id,
              VirtualMachine.Kind.VM,
              VirtualMachine.PowerState.VM_RUNNING,
              List.of(new VirtualMachine.Tag("app", "g" + (tier1 + i) % GROUPS)),
              List.of(
                  new VirtualMachine.NetworkInterface(
                      path + "/ports/" + id,
                      "00:50:56:00:00:01",
                      List.of(network + "." + (10 + i) + "/24"),
                      network + ".1",
                      1500))));
    }
  }

  private void addFirewall() {
    for (int i = 0; i < GROUPS; i++) {
      put(
          group(i),
          "Group",
          "{'expression':[{'resource_type':'Condition','member_type':'VirtualMachine','key':'Tag','operator':'EQUALS','value':'app|g%d'}]}"
              .formatted(i));
    }
    put(
        "/infra/domains/default/security-policies/p",
        "SecurityPolicy",
        "{'category':'Application'}");
    for (int i = 0; i < 200; i++) {
      changeRule(i, i % 10 == 9 ? "DROP" : "ALLOW");
    }
  }

  private static String group(int number) {
    return "/infra/domains/default/groups/g" + number % GROUPS;
  }

  private static String segmentPath(int tier1, int segment) {
    return "/infra/segments/s-%d-%d".formatted(tier1, segment);
  }

  private void put(String path, String type, String body) {
    ObjectNode document = (ObjectNode) MAPPER.readTree(body.replace('\'', '"'));
    document.put("path", path);
    document.put("id", path.substring(path.lastIndexOf('/') + 1));
    document.put("parent_path", path.substring(0, path.lastIndexOf('/')));
    document.put("resource_type", type);
    documents.put(path, document);
    changed(path);
  }
}
