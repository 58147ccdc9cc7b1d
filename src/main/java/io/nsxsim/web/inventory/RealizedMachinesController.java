package io.nsxsim.web.inventory;

import io.nsxsim.inventory.discovered.Discovery;
import io.nsxsim.inventory.discovered.MachineTags;
import io.nsxsim.inventory.discovered.TagAction;
import io.nsxsim.inventory.document.TagsDocument;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.web.list.ListParameters;
import io.nsxsim.web.list.ResultPage;
import io.nsxsim.web.policy.RequestPath;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Discovered machines as the Policy API shows them; every enforcement point shows the same. */
@RestController
@RequestMapping({
  RealizedMachinesController.API + "/infra/realized-state",
  RealizedMachinesController.API + "/orgs/{org}/projects/{project}/infra/realized-state",
  RealizedMachinesController.API + "/orgs/{org}/projects/{project}/vpcs/{vpc}"
})
@Tag(name = "Inventory")
class RealizedMachinesController {

  static final String API = "/policy/api/v1";

  private final DiscoveryLists lists;
  private final Discovery discovery;
  private final MachineTags machineTags;

  RealizedMachinesController(DiscoveryLists lists, Discovery discovery, MachineTags machineTags) {
    this.lists = lists;
    this.discovery = discovery;
    this.machineTags = machineTags;
  }

  @GetMapping({"/virtual-machines", "/enforcement-points/{enforcementPoint}/virtual-machines"})
  @Operation(summary = "List discovered machines")
  @ListParameters
  ResultPage machines(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    return lists.machines(space(request), parameters);
  }

  @GetMapping("/enforcement-points/{enforcementPoint}/virtual-machines/{id}/details")
  @Operation(summary = "Read the login sessions of a machine; there are none")
  Map<String, List<String>> details(@PathVariable("id") String id) {
    discovery.machine(id);
    return Map.of("active_sessions", List.of(), "archived_sessions", List.of());
  }

  @GetMapping("/enforcement-points/{enforcementPoint}/vifs")
  @Operation(summary = "List the interfaces of discovered machines")
  @ListParameters
  ResultPage interfaces(@RequestParam Map<String, String> parameters) {
    return lists.interfaces(parameters);
  }

  /** The default space, a project or a VPC. */
  private static PolicyPath space(HttpServletRequest request) {
    List<String> segments = RequestPath.below(API, request.getRequestURI()).segments();
    int end = segments.getFirst().equals("infra") ? 1 : segments.contains("vpcs") ? 6 : 4;
    return PolicyPath.of(segments.subList(0, end));
  }

  @PostMapping("/virtual-machines/{id}/tags")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Replace the tags of a machine")
  void replaceTags(@PathVariable("id") String id, @RequestBody JsonNode body) {
    machineTags.change(id, TagAction.UPDATE_TAGS, TagsDocument.read(body));
  }

  @PostMapping("/enforcement-points/{enforcementPoint}/virtual-machines")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Add, remove or replace tags of the machine that the body names")
  void changeTags(
      @RequestParam(name = "action", defaultValue = "") String action, @RequestBody JsonNode body) {
    machineTags.change(TagAction.of(action), TagsDocument.read(body));
  }
}
