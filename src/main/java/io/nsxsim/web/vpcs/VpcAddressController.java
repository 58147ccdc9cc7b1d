package io.nsxsim.web.vpcs;

import io.nsxsim.catalogue.ipam.BlockReport;
import io.nsxsim.catalogue.vpcs.VpcAddressReport;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.engine.Tree;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.web.list.ListParameters;
import io.nsxsim.web.list.ListQuery;
import io.nsxsim.web.list.ResultPage;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How much of a VPC's blocks is in use; described in the documents of {@code openapi/}. */
@Hidden
@RestController
@RequestMapping("/policy/api/v1/orgs/{org}/projects/{project}/vpcs/{vpc}")
class VpcAddressController {

  private final StoredObjects objects;
  private final Tree tree;

  VpcAddressController(StoredObjects objects, Tree tree) {
    this.objects = objects;
    this.tree = tree;
  }

  @GetMapping("/ip-address-usage")
  ObjectNode usage(
      @PathVariable("org") String org,
      @PathVariable("project") String project,
      @PathVariable("vpc") String vpc) {
    return report(org, project, vpc).usage(tree.documents(BlockReport.USERS));
  }

  @GetMapping("/ip-blocks/usage")
  @ListParameters
  ResultPage usages(
      @PathVariable("org") String org,
      @PathVariable("project") String project,
      @PathVariable("vpc") String vpc,
      @RequestParam Map<String, String> parameters) {
    return page(report(org, project, vpc), parameters, BlockReport::usage);
  }

  @GetMapping("/ip-blocks/allocation-state")
  @ListParameters
  ResultPage allocations(
      @PathVariable("org") String org,
      @PathVariable("project") String project,
      @PathVariable("vpc") String vpc,
      @RequestParam Map<String, String> parameters) {
    return page(report(org, project, vpc), parameters, BlockReport::allocations);
  }

  private ResultPage page(
      VpcAddressReport report,
      Map<String, String> parameters,
      Function<BlockReport, ObjectNode> view) {
    List<JsonNode> users = tree.documents(BlockReport.USERS);
    return ListQuery.of(parameters)
        .page(
            report.blocks().stream().map(block -> view.apply(new BlockReport(block, users))),
            Map.of("display_name", each -> each.path("display_name").asString("")));
  }

  private VpcAddressReport report(String org, String project, String vpc) {
    PolicyPath path = PolicyPath.of(List.of("orgs", org, "projects", project, "vpcs", vpc));
    if (objects.find(path).isEmpty()) {
      throw new Refusal(Reason.NOT_FOUND, "There is no VPC " + path + ".");
    }
    return new VpcAddressReport(path, objects::find, objects::in);
  }
}
