package io.nsxsim.web.groups;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who is in a group; described in the documents of {@code openapi/}. */
@Hidden
@RestController
@RequestMapping({
  GroupMembersController.API + "/infra/domains/{domain}/groups/{group}",
  GroupMembersController.API + "/infra/tier-0s/{tier0}/groups/{group}",
  GroupMembersController.API
      + "/orgs/{org}/projects/{project}/infra/domains/{domain}/groups/{group}",
  GroupMembersController.API + "/orgs/{org}/projects/{project}/vpcs/{vpc}/groups/{group}"
})
class GroupMembersController {

  static final String API = "/policy/api/v1";
  private static final Map<String, Function<Object, String>> ORDERS =
      Map.of(
          "display_name", row -> text(row, "display_name"),
          "id", row -> text(row, "id"),
          "path", row -> text(row, "path"));

  private final GroupMembership membership;
  private final MemberRows rows;

  GroupMembersController(GroupMembership membership, MemberRows rows) {
    this.membership = membership;
    this.rows = rows;
  }

  @GetMapping("/members/{list}")
  @ListParameters
  ResultPage members(
      HttpServletRequest request,
      @PathVariable("list") String list,
      @RequestParam Map<String, String> parameters) {
    return page(request, list, parameters);
  }

  @GetMapping("/statistics/virtual-machines")
  @ListParameters
  ResultPage statistics(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    return page(request, "virtual-machines", parameters);
  }

  private ResultPage page(HttpServletRequest request, String list, Map<String, String> parameters) {
    ResolvedGroups groups = membership.current();
    PolicyPath group = group(request);
    EffectiveMembers members = require(groups, group);
    List<?> found =
        rows.rows(list, members, group, groups)
            .orElseThrow(() ->
                new Refusal(
                    Reason.NO_SUCH_RESOURCE, "Groups have no members of the kind " + list + "."));
    return ListQuery.of(parameters).page(found.stream().map(row -> (Object) row), ORDERS);
  }

  @GetMapping("/member-types")
  ObjectNode memberTypes(HttpServletRequest request) {
    ResolvedGroups groups = membership.current();
    PolicyPath group = group(request);
    require(groups, group);
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    ArrayNode results = answer.putArray("results");
    groups.memberTypes(group).forEach(results::add);
    return answer.put("result_count", results.size());
  }

  @GetMapping("/tags")
  ObjectNode tags(HttpServletRequest request) {
    ResolvedGroups groups = membership.current();
    PolicyPath group = group(request);
    require(groups, group);
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    ArrayNode results = answer.putArray("results");
    groups
        .tags(group)
        .forEach((type, tags) -> {
          ArrayNode list = results.addObject().put("member_type", type).putArray("tags");
          tags.forEach(list::add);
        });
    return answer;
  }

  private static EffectiveMembers require(ResolvedGroups groups, PolicyPath group) {
    return groups
        .of(group)
        .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "There is no group " + group + "."));
  }

  /** The path of the group, up to the segment behind {@code groups}. */
  private static PolicyPath group(HttpServletRequest request) {
    PolicyPath path = RequestPath.below(API, request.getRequestURI());
    int end = path.segments().lastIndexOf("groups") + 2;
    return PolicyPath.of(path.segments().subList(0, end));
  }

  private static String text(Object row, String field) {
    return row instanceof ObjectNode object ? object.path(field).asString("") : row.toString();
  }
}
