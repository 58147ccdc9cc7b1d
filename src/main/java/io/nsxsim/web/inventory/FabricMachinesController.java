package io.nsxsim.web.inventory;

import io.nsxsim.inventory.discovered.MachineTags;
import io.nsxsim.inventory.discovered.TagAction;
import io.nsxsim.inventory.document.TagsDocument;
import io.nsxsim.web.list.ListParameters;
import io.nsxsim.web.list.ResultPage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Discovered machines as the Manager API shows them. */
@RestController
@RequestMapping("/api/v1/fabric")
@Tag(name = "Inventory")
class FabricMachinesController {

  private final DiscoveryLists lists;
  private final MachineTags machineTags;

  FabricMachinesController(DiscoveryLists lists, MachineTags machineTags) {
    this.lists = lists;
    this.machineTags = machineTags;
  }

  @GetMapping("/virtual-machines")
  @Operation(summary = "List discovered machines")
  @ListParameters
  ResultPage machines(@RequestParam Map<String, String> parameters) {
    return lists.machines(parameters);
  }

  @GetMapping("/vifs")
  @Operation(summary = "List the interfaces of discovered machines")
  @ListParameters
  ResultPage interfaces(@RequestParam Map<String, String> parameters) {
    return lists.interfaces(parameters);
  }

  @PostMapping("/virtual-machines")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Add, remove or replace tags of the machine that the body names")
  void changeTags(
      @RequestParam(name = "action", defaultValue = "") String action, @RequestBody JsonNode body) {
    machineTags.change(TagAction.of(action), TagsDocument.read(body));
  }
}
