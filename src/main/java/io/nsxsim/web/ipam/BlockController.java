package io.nsxsim.web.ipam;

import io.nsxsim.catalogue.ipam.BlockReport;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.engine.Tree;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.web.list.ListParameters;
import io.nsxsim.web.list.ListQuery;
import io.nsxsim.web.list.ResultPage;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How much of IP blocks is in use; described in the documents of {@code openapi/}. */
@Hidden
@RestController
@RequestMapping({
  BlockController.API + "/infra/ip-blocks",
  BlockController.API + "/orgs/{org}/projects/{project}/infra/ip-blocks"
})
class BlockController {

  static final String API = "/policy/api/v1";
  private static final Set<String> USERS = BlockReport.USERS;

  private final StoredObjects objects;
  private final Tree tree;

  BlockController(StoredObjects objects, Tree tree) {
    this.objects = objects;
    this.tree = tree;
  }

  @GetMapping("/usage")
  @ListParameters
  ResultPage usages(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    return page(request, parameters, BlockReport::usage);
  }

  @GetMapping("/allocation-state")
  @ListParameters
  ResultPage allocations(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    return page(request, parameters, BlockReport::allocations);
  }

  @GetMapping("/{id}/usage")
  ObjectNode usage(HttpServletRequest request, @PathVariable("id") String id) {
    return report(request, id).usage();
  }

  @GetMapping("/{id}/allocation-state")
  ObjectNode allocation(HttpServletRequest request, @PathVariable("id") String id) {
    return report(request, id).allocations();
  }

  @GetMapping("/{id}/available-subnets")
  Map<String, String> availableSubnets(
      HttpServletRequest request,
      @PathVariable("id") String id,
      @RequestParam(name = "mask", defaultValue = "") String mask) {
    if (!mask.matches("\\d{1,3}") || Integer.parseInt(mask) > 128) {
      throw new Refusal(
          List.of(
              new Problem(
                  Reason.INVALID_PARAMETER, "mask", "mask is the length of a prefix: " + mask)));
    }
    return Map.of(
        "free_subnets", report(request, id).freeNetworks(Integer.parseInt(mask)).toString());
  }

  private ResultPage page(
      HttpServletRequest request,
      Map<String, String> parameters,
      Function<BlockReport, ObjectNode> view) {
    List<JsonNode> users = tree.documents(USERS);
    Stream<JsonNode> blocks =
        ListQuery.of(parameters)
            .filter(
                objects.in(collection(request)).stream(),
                "ip_address_block_path",
                block -> block.path("path").asString(""));
    return ListQuery.of(parameters)
        .page(
            blocks.map(block -> view.apply(new BlockReport(block, users))),
            Map.of("display_name", report -> report.path("display_name").asString("")));
  }

  private BlockReport report(HttpServletRequest request, String id) {
    PolicyPath path = collection(request).child(id);
    return objects
        .find(path)
        .map(block -> new BlockReport(block, tree.documents(USERS)))
        .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "There is no IP block " + path + "."));
  }

  private static PolicyPath collection(HttpServletRequest request) {
    String uri = UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8);
    String name = "/infra/ip-blocks";
    return new PolicyPath(uri.substring(API.length(), uri.indexOf(name + "/") + name.length()));
  }
}
