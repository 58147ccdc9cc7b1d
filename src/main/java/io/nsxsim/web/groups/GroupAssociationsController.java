package io.nsxsim.web.groups;

import io.nsxsim.engine.Tree;
import io.nsxsim.inventory.InventoryReader;
import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.inventory.discovered.ExternalId;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.reader.EffectiveMembers;
import io.nsxsim.topology.reader.GroupMembership;
import io.nsxsim.topology.reader.ResolvedGroups;
import io.nsxsim.web.list.ListParameters;
import io.nsxsim.web.list.ListQuery;
import io.nsxsim.web.list.ResultPage;
import io.nsxsim.web.policy.RequestPath;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which groups an object is in, and which policies a group is used in; described in the documents
 * of {@code openapi/}.
 */
@Hidden
@RestController
@RequestMapping({
  GroupAssociationsController.API + "/infra",
  GroupAssociationsController.API + "/orgs/{org}/projects/{project}/infra",
  GroupAssociationsController.API + "/orgs/{org}/projects/{project}/vpcs/{vpc}"
})
class GroupAssociationsController {

  static final String API = GroupMembersController.API;
  private static final Set<String> POLICIES = Set.of("SecurityPolicy", "GatewayPolicy", "Rule");
  private static final List<String> GROUP_FIELDS =
      List.of("source_groups", "destination_groups", "scope");
  private static final Map<String, Function<ObjectNode, String>> ORDERS =
      Map.of(
          "target_display_name", row -> row.path("target_display_name").asString(""),
          "target_type", row -> row.path("target_type").asString(""));

  private final GroupMembership membership;
  private final InventoryReader inventory;
  private final Tree tree;

  GroupAssociationsController(GroupMembership membership, InventoryReader inventory, Tree tree) {
    this.membership = membership;
    this.inventory = inventory;
    this.tree = tree;
  }

  @GetMapping("/group-associations")
  @ListParameters
  ResultPage ofObject(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    String intent = parameters.getOrDefault("intent_path", "");
    ResolvedGroups groups = membership.current();
    if (!PolicyPath.isPolicyPath(intent)) {
      return page(Stream.empty(), parameters);
    }
    PolicyPath path = new PolicyPath(intent);
    return page(
        groups.below(space(request)).stream()
            .filter(group -> !group.path().equals(path))
            .filter(group ->
                groups.names(group.path(), path)
                    || groups.of(group.path()).filter(m -> m.contains(path)).isPresent()),
        parameters);
  }

  @GetMapping("/virtual-machine-group-associations")
  @ListParameters
  ResultPage ofMachine(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    Optional<VirtualMachine> machine =
        machines(parameters.getOrDefault("vm_external_id", "")).findFirst();
    return groups(request, parameters, members -> machine.filter(members::contains).isPresent());
  }

  private Stream<VirtualMachine> machines(String id) {
    return inventory.current().virtualMachines().stream()
        .filter(machine -> ExternalId.of(machine).equalsIgnoreCase(id) || machine.id().equals(id));
  }

  @GetMapping("/virtual-network-interface-group-associations")
  @ListParameters
  ResultPage ofInterface(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    String id = parameters.getOrDefault("vif_external_id", "");
    return groups(
        request,
        parameters,
        members ->
            members.interfaces().stream()
                .anyMatch(card -> ExternalId.of(card.machine(), card.position()).equals(id)));
  }

  @GetMapping("/ip-address-group-associations")
  @ListParameters
  ResultPage ofAddress(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    String address = parameters.getOrDefault("ip_address", "");
    return groups(request, parameters, members -> members.contains(address));
  }

  @GetMapping("/pod-group-associations")
  @ListParameters
  ResultPage ofPod(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    String id = parameters.getOrDefault("pod_id", "");
    return groups(
        request,
        parameters,
        members ->
            members.pods().stream()
                .anyMatch(pod -> (pod.pod().namespace() + "/" + pod.pod().name()).equals(id)));
  }

  /** Servers without virtualization and the like are in no inventory, so they are in no group. */
  @GetMapping({
    "/bms-group-associations",
    "/bmsi-group-associations",
    "/cloud-native-service-group-associations",
    "/physical-server-group-associations",
    "/identity-group-associations"
  })
  @ListParameters
  ResultPage ofUnknown(@RequestParam Map<String, String> parameters) {
    return page(Stream.empty(), parameters);
  }

  /** The policies that use a group, or a group that it is in. */
  @GetMapping("/group-service-associations")
  @ListParameters
  ResultPage services(@RequestParam Map<String, String> parameters) {
    Set<String> wanted = new HashSet<>();
    wanted.add(parameters.getOrDefault("intent_path", ""));
    ResolvedGroups groups = membership.current();
    for (boolean more = true; more; ) {
      more = false;
      for (ResolvedGroups.Named group : groups.below(new PolicyPath("/infra"))) {
        boolean holds =
            wanted.stream()
                .filter(PolicyPath::isPolicyPath)
                .anyMatch(path -> groups.names(group.path(), new PolicyPath(path)));
        more |= holds && wanted.add(group.path().value());
      }
    }
    List<JsonNode> documents = tree.documents(POLICIES);
    Set<String> policies = new HashSet<>();
    documents.stream()
        .filter(document -> mentions(document, wanted))
        .map(document -> document.path(isRule(document) ? "parent_path" : "path").asString(""))
        .forEach(policies::add);
    return ListQuery.of(parameters)
        .page(
            documents.stream()
                .filter(document -> policies.contains(document.path("path").asString("")))
                .map(GroupAssociationsController::reference),
            ORDERS);
  }

  private static boolean isRule(JsonNode document) {
    return document.path("resource_type").asString("").equals("Rule");
  }

  private static boolean mentions(JsonNode document, Set<String> groups) {
    return GROUP_FIELDS.stream()
        .flatMap(field -> document.path(field).valueStream())
        .anyMatch(path -> groups.contains(path.asString("")));
  }

  private static ObjectNode reference(JsonNode document) {
    return reference(
        document.path("path").asString(""),
        document.path("display_name").asString(""),
        document.path("resource_type").asString(""));
  }

  private static ObjectNode reference(String path, String name, String type) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("path", path)
        .put("target_id", path)
        .put("target_display_name", name)
        .put("target_type", type)
        .put("is_valid", true);
  }

  private ResultPage groups(
      HttpServletRequest request,
      Map<String, String> parameters,
      Predicate<EffectiveMembers> holds) {
    ResolvedGroups groups = membership.current();
    return page(
        groups.below(space(request)).stream()
            .filter(group -> groups.of(group.path()).filter(holds).isPresent()),
        parameters);
  }

  private static ResultPage page(
      Stream<ResolvedGroups.Named> groups, Map<String, String> parameters) {
    return ListQuery.of(parameters)
        .page(
            groups.map(group -> reference(group.path().value(), group.displayName(), "Group")),
            ORDERS);
  }

  /** What the request is about: the default space, a project's, or a VPC. */
  private static PolicyPath space(HttpServletRequest request) {
    PolicyPath path = RequestPath.below(API, request.getRequestURI());
    return PolicyPath.of(path.segments().subList(0, path.segments().size() - 1));
  }
}
