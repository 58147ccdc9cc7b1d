package io.nsxsim.web.groups;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.reader.GroupMembership;
import io.nsxsim.topology.reader.ResolvedGroups;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whether the firewall's exclude list holds an object. */
@Hidden
@RestController
class ExcludeListController {

  private static final PolicyPath LIST =
      new PolicyPath("/infra/settings/firewall/security/exclude-list");

  private final StoredObjects stored;
  private final GroupMembership membership;

  ExcludeListController(StoredObjects stored, GroupMembership membership) {
    this.stored = stored;
    this.membership = membership;
  }

  /**
   * Answers a reference to the object if it is excluded by its own path or, on request, as member
   * of an excluded group; nothing is found otherwise.
   */
  @PostMapping(
      value = "/policy/api/v1/infra/settings/firewall/security/exclude-list",
      params = "action=filter")
  ObjectNode filter(
      @RequestParam(name = "intent_path", defaultValue = "") String intent,
      @RequestParam(name = "deep_check", defaultValue = "false") String deep) {
    if (!PolicyPath.isPolicyPath(intent)) {
      throw new Refusal(Reason.INVALID_PARAMETER, "intent_path is the path of an object.");
    }
    PolicyPath path = new PolicyPath(intent);
    boolean excluded =
        members().anyMatch(member -> member.equals(path) || (isTrue(deep) && holds(member, path)));
    if (!excluded) {
      throw new Refusal(Reason.NOT_FOUND, path + " is not in the exclude list.");
    }
    ObjectNode reference = JsonMapper.shared().createObjectNode();
    reference.put("path", intent).put("target_id", intent).put("is_valid", true);
    stored.find(path).ifPresent(object -> describe(object, reference));
    return reference;
  }

  private static void describe(JsonNode object, ObjectNode reference) {
    reference.put("target_display_name", object.path("display_name").asString(""));
    reference.put("target_type", object.path("resource_type").asString(""));
  }

  private Stream<PolicyPath> members() {
    return stored.find(LIST).stream()
        .flatMap(list -> list.path("members").valueStream())
        .map(member -> member.asString(""))
        .filter(PolicyPath::isPolicyPath)
        .map(PolicyPath::new);
  }

  private boolean holds(PolicyPath group, PolicyPath path) {
    ResolvedGroups groups = membership.current();
    return groups.names(group, path)
        || groups.of(group).filter(members -> members.contains(path)).isPresent();
  }

  private static boolean isTrue(String text) {
    return text.equalsIgnoreCase("true");
  }
}
