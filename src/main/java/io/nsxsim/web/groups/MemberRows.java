package io.nsxsim.web.groups;

import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.inventory.discovered.Discovery;
import io.nsxsim.inventory.discovered.ExternalId;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.reader.EffectiveMembers;
import io.nsxsim.topology.reader.ResolvedGroups;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The rows of the lists below {@code members}, in the shapes of the contract. */
@Component
class MemberRows {

  private static final String POINT = "/infra/realized-state/enforcement-points/default/";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Discovery discovery;

  MemberRows(Discovery discovery) {
    this.discovery = discovery;
  }

  /** The rows of a list by its last segment; empty for a segment that is none. */
  Optional<List<?>> rows(
      String list, EffectiveMembers members, PolicyPath group, ResolvedGroups groups) {
    return switch (list) {
      case "virtual-machines" -> Optional.of(machines(members));
      case "vifs" ->
          Optional.of(
              members.interfaces().stream()
                  .map(card -> discovery.discovered(card.machine(), card.position()))
                  .toList());
      case "ip-addresses" -> Optional.of(members.addresses());
      case "segments", "subnets", "logical-switches" -> Optional.of(named(members.segments()));
      case "segment-ports", "subnet-ports", "logical-ports" -> Optional.of(named(members.ports()));
      case "pods" -> Optional.of(pods(members));
      case "vpcs" -> Optional.of(members.vpcs().stream().map(MemberRows::vpc).toList());
      case "identity-groups" ->
          Optional.of(groups.identities(group).stream().map(MemberRows::identity).toList());
      case "consolidated-effective-ip-addresses" -> Optional.of(List.of(consolidated(members)));
      case "ip-groups",
          "bms",
          "bmsi",
          "dvpg",
          "dvports",
          "physical-servers",
          "transport-nodes",
          "cloud-native-service-instances",
          "antrea-egresses",
          "antrea-ip-pools",
          "kubernetes-gateways",
          "kubernetes-ingresses",
          "kubernetes-node-ips",
          "kubernetes-node-pod-cidrs",
          "kubernetes-services" ->
          Optional.of(List.of());
      default -> Optional.empty();
    };
  }

  private static List<ObjectNode> machines(EffectiveMembers members) {
    return members.machines().stream().map(MemberRows::machine).toList();
  }

  /** A machine in the shape that only lists of members have. */
  private static ObjectNode machine(VirtualMachine machine) {
    String id = ExternalId.of(machine);
    ObjectNode row = JSON.createObjectNode();
    row.put("resource_type", "RealizedVirtualMachine");
    row.put("id", id);
    row.put("display_name", machine.displayName());
    row.put("path", POINT + "virtual-machines/" + id);
    row.put("parent_path", POINT.substring(0, POINT.length() - 1));
    row.put("relative_path", id);
    row.put("local_id_on_host", machine.id());
    row.put("power_state", machine.powerState().name());
    row.set("compute_ids", computeIds(machine));
    row.put("realization_specific_identifier", id);
    row.put("state", "REALIZED");
    ArrayNode tags = row.putArray("tags");
    machine.tags().forEach(tag -> tags.addObject().put("scope", tag.scope()).put("tag", tag.tag()));
    return row;
  }

  private static JsonNode computeIds(VirtualMachine machine) {
    return JSON.valueToTree(Discovery.show(machine).computeIds());
  }

  private static List<ObjectNode> named(Collection<EffectiveMembers.Named> members) {
    return members.stream()
        .map(member -> row(member.id(), member.displayName(), member.path().value()))
        .toList();
  }

  private static ObjectNode vpc(PolicyPath vpc) {
    return row(vpc.id(), vpc.id(), vpc.value());
  }

  private static ObjectNode identity(ResolvedGroups.Identity identity) {
    String name = identity.distinguishedName();
    return row(identity.sid().isEmpty() ? name : identity.sid(), name, "");
  }

  private static ObjectNode row(String id, String name, String path) {
    ObjectNode row = JSON.createObjectNode().put("id", id).put("display_name", name);
    return path.isEmpty() ? row : row.put("path", path);
  }

  /** Pods by cluster and namespace. */
  private static List<ObjectNode> pods(EffectiveMembers members) {
    Map<String, Map<String, ArrayNode>> byCluster = new TreeMap<>();
    for (EffectiveMembers.ClusterPod member : members.pods()) {
      byCluster
          .computeIfAbsent(member.cluster(), cluster -> new TreeMap<>())
          .computeIfAbsent(member.pod().namespace(), namespace -> JSON.createArrayNode())
          .addObject()
          .put("id", member.pod().namespace() + "/" + member.pod().name())
          .put("display_name", member.pod().name());
    }
    if (byCluster.isEmpty()) {
      return List.of();
    }
    ObjectNode row = JSON.createObjectNode();
    ArrayNode clusters = row.putArray("cluster");
    byCluster.forEach((cluster, namespaces) -> {
      ArrayNode list =
          clusters
              .addObject()
              .put("cluster_id", cluster)
              .put("cluster_name", cluster)
              .putArray("namespaces");
      namespaces.forEach((namespace, pods) ->
          list.addObject().put("id", namespace).put("display_name", namespace).set("pods", pods));
    });
    return List.of(row);
  }

  private static ObjectNode consolidated(EffectiveMembers members) {
    ObjectNode row = JSON.createObjectNode();
    row.set("effective_ips", JSON.valueToTree(members.addresses()));
    return row.put("site_id", "default");
  }
}
