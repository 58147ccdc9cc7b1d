package io.nsxsim.web.groups;

import io.nsxsim.catalogue.Contract;
import io.nsxsim.catalogue.groups.GroupExpressions;
import io.nsxsim.engine.Author;
import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.security.Callers;
import io.nsxsim.web.policy.JsonBody;
import io.nsxsim.web.policy.RequestPath;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parts of a group's expression as resources of their own. They are not stored by themselves:
 * what is written here stands in the group's {@code expression}, and an expression that was written
 * with the group can be named here by its id.
 */
@Hidden
@RestController
@RequestMapping({
  GroupExpressionController.API
      + "/infra/domains/{domain}/groups/{group}/{form:[a-z-]+-expressions}/{id}",
  GroupExpressionController.API
      + "/orgs/{org}/projects/{project}/infra/domains/{domain}/groups/{group}"
      + "/{form:[a-z-]+-expressions}/{id}",
  GroupExpressionController.API
      + "/orgs/{org}/projects/{project}/vpcs/{vpc}/groups/{group}/{form:[a-z-]+-expressions}/{id}"
})
class GroupExpressionController {

  static final String API = GroupMembersController.API;

  private final PolicyEngine engine;
  private final Contract contract;

  GroupExpressionController(PolicyEngine engine, Contract contract) {
    this.engine = engine;
    this.contract = contract;
  }

  /** What a request names: a group and one of its expressions. */
  private record Target(PolicyPath group, GroupExpressions.Form form, String id) {

    static Target of(HttpServletRequest request) {
      PolicyPath path = RequestPath.below(API, request.getRequestURI());
      List<String> segments = path.segments();
      int end = segments.size() - 2;
      return new Target(
          PolicyPath.of(segments.subList(0, end)),
          GroupExpressions.Form.of(segments.get(end)),
          path.id());
    }

    GroupExpressions in(ObjectNode document) {
      return new GroupExpressions(document, form, id);
    }
  }

  @PatchMapping
  void put(HttpServletRequest request) throws IOException {
    Target target = Target.of(request);
    ObjectNode expression = JsonBody.read(request);
    expression.put("resource_type", target.form().schema());
    check(target.form().schema(), expression);
    change(target, group -> target.in(group).put(expression), Callers.of(request));
  }

  @PostMapping
  void act(
      HttpServletRequest request, @RequestParam(name = "action", defaultValue = "") String action)
      throws IOException {
    Target target = Target.of(request);
    ObjectNode body = JsonBody.read(request);
    check(target.form().bodySchema(), body);
    Author author = Callers.of(request);
    switch (action) {
      case "add" -> change(target, group -> target.in(group).add(body), author);
      case "remove" -> change(target, group -> target.in(group).remove(body), author);
      default ->
          throw new Refusal(
              List.of(
                  new Problem(
                      Reason.INVALID_PARAMETER, "action", "action is add or remove: " + action)));
    }
  }

  @DeleteMapping
  void delete(HttpServletRequest request) {
    Target target = Target.of(request);
    change(target, group -> target.in(group).delete(), Callers.of(request));
  }

  private void change(Target target, UnaryOperator<ObjectNode> change, Author author) {
    engine.edit(Map.of(target.group(), change), author);
  }

  private void check(String schema, ObjectNode body) {
    List<Problem> problems = contract.problems(schema, body);
    if (!problems.isEmpty()) {
      throw new Refusal(problems);
    }
  }
}
