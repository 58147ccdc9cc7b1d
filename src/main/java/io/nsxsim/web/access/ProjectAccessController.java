package io.nsxsim.web.access;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.web.list.ListQuery;
import io.nsxsim.web.list.ResultPage;
import io.nsxsim.web.policy.RequestPath;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Who one is in a project or VPC, and which roles can be given there; described in the documents of
 * {@code openapi/}. Source of the roles: NSX's administration guide on users of projects and VPCs.
 */
@Hidden
@RestController
@RequestMapping({
  "/policy/api/v1/orgs/{org}/projects/{project}/aaa",
  "/policy/api/v1/orgs/{org}/projects/{project}/vpcs/{vpc}/aaa"
})
class ProjectAccessController {

  private static final String API = "/policy/api/v1";
  private static final PolicyPath ROLES = new PolicyPath("/aaa/roles");
  private static final List<String> EVERYWHERE =
      List.of("security_engineer", "network_engineer", "security_op", "network_op");

  private final AccessController access;
  private final StoredObjects objects;

  ProjectAccessController(AccessController access, StoredObjects objects) {
    this.access = access;
    this.objects = objects;
  }

  @GetMapping("/user-info")
  JsonNode user(HttpServletRequest request) {
    return access.user(space(request).value());
  }

  @GetMapping("/roles")
  ResultPage roles(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    boolean vpc = space(request).segments().contains("vpcs");
    Stream<String> ids =
        Stream.concat(Stream.of(vpc ? "vpc_admin" : "project_admin"), EVERYWHERE.stream());
    return ListQuery.of(parameters)
        .page(ids.flatMap(id -> role(id).stream()), Map.of("role", each -> each.get("role")));
  }

  private Optional<Map<String, String>> role(String id) {
    return objects
        .find(ROLES.child(id))
        .map(role ->
            Map.of("role", id, "role_display_name", role.path("display_name").asString(id)));
  }

  private PolicyPath space(HttpServletRequest request) {
    String address = request.getRequestURI();
    PolicyPath space = RequestPath.below(API, address.substring(0, address.lastIndexOf("/aaa/")));
    if (objects.find(space).isEmpty()) {
      throw new Refusal(Reason.NOT_FOUND, "There is nothing at " + space + ".");
    }
    return space;
  }
}
