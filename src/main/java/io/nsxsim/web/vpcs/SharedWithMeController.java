package io.nsxsim.web.vpcs;

import io.nsxsim.catalogue.projects.Shares;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.web.list.ListParameters;
import io.nsxsim.web.list.ListQuery;
import io.nsxsim.web.list.ResultPage;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What organizations, projects and VPCs may use of others. */
@Hidden
@RestController
@RequestMapping("/policy/api/v1/orgs/{org}")
class SharedWithMeController {

  private final StoredObjects objects;

  SharedWithMeController(StoredObjects objects) {
    this.objects = objects;
  }

  @GetMapping("/shared-with-me")
  @ListParameters
  ResultPage withOrganization(
      @PathVariable("org") String org, @RequestParam Map<String, String> parameters) {
    return page(List.of("orgs", org), parameters);
  }

  @GetMapping("/projects/{project}/shared-with-me")
  @ListParameters
  ResultPage withProject(
      @PathVariable("org") String org,
      @PathVariable("project") String project,
      @RequestParam Map<String, String> parameters) {
    return page(List.of("orgs", org, "projects", project), parameters);
  }

  @GetMapping("/projects/{project}/vpcs/{vpc}/shared-with-me")
  @ListParameters
  ResultPage withVpc(
      @PathVariable("org") String org,
      @PathVariable("project") String project,
      @PathVariable("vpc") String vpc,
      @RequestParam Map<String, String> parameters) {
    return page(List.of("orgs", org, "projects", project, "vpcs", vpc), parameters);
  }

  private ResultPage page(List<String> segments, Map<String, String> parameters) {
    PolicyPath context = PolicyPath.of(segments);
    if (objects.find(context).isEmpty()) {
      throw new Refusal(Reason.NOT_FOUND, "There is nothing at " + context + ".");
    }
    String type = parameters.getOrDefault("resource_type", "");
    return ListQuery.of(parameters)
        .page(
            new Shares(objects::in)
                .sharedWith(context).stream()
                    .filter(shared -> type.isEmpty() || holds(shared, type)),
            Map.of("display_name", each -> each.path("display_name").asString("")));
  }

  /** Whether objects of a type are among what is shared. */
  private boolean holds(JsonNode shared, String type) {
    return shared
        .path("resource_objects")
        .valueStream()
        .map(object -> object.path("resource_path").asString(""))
        .filter(PolicyPath::isPolicyPath)
        .flatMap(path -> objects.find(new PolicyPath(path)).stream())
        .anyMatch(object -> object.path("resource_type").asString("").equals(type));
  }
}
