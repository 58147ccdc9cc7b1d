package io.nsxsim.web.inventory;

import io.nsxsim.inventory.Ecmp;
import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.InventoryReader;
import io.nsxsim.inventory.RouterLink;
import io.nsxsim.inventory.service.InventoryService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The inventory as one document, and its parts that have no id. */
@RestController
@RequestMapping("/nsxsim/api/v1/inventory")
@Tag(name = "Inventory", description = "What NSX would discover and this server must be told")
class InventoryController {

  private final InventoryService service;
  private final InventoryReader reader;

  InventoryController(InventoryService service, InventoryReader reader) {
    this.service = service;
    this.reader = reader;
  }

  @GetMapping
  @Operation(summary = "Read the whole inventory")
  Inventory read() {
    return reader.current();
  }

  @PutMapping
  @Operation(summary = "Replace the whole inventory")
  @DocumentedBody(Inventory.class)
  Inventory put(@RequestBody JsonNode document) {
    service.replace(document);
    return reader.current();
  }

  @PatchMapping
  @Operation(
      summary = "Merge a document into the inventory",
      description = "Entries are matched by id; a field that is given replaces the stored one.")
  @DocumentedBody(Inventory.class)
  void patch(@RequestBody JsonNode document) {
    service.merge(document);
  }

  @GetMapping("/router-links")
  @Operation(summary = "List the pinned router links")
  List<RouterLink> readRouterLinks() {
    return reader.current().routerLinks();
  }

  @PutMapping("/router-links")
  @Operation(summary = "Replace all pinned router links")
  @DocumentedBody(value = RouterLink.class, list = true)
  List<RouterLink> putRouterLinks(@RequestBody JsonNode links) {
    service.putRouterLinks(links);
    return readRouterLinks();
  }

  @PatchMapping("/router-links")
  @Operation(summary = "Pin more router links")
  @DocumentedBody(value = RouterLink.class, list = true)
  void patchRouterLinks(@RequestBody JsonNode links) {
    service.patchRouterLinks(links);
  }

  @DeleteMapping("/router-links")
  @Operation(summary = "Pin no router link")
  void deleteRouterLinks() {
    service.deleteRouterLinks();
  }

  @GetMapping("/ecmp")
  @Operation(summary = "Read how one of several equal paths is chosen")
  Ecmp readEcmp() {
    return reader.current().ecmp();
  }

  @PutMapping("/ecmp")
  @Operation(summary = "Replace how one of several equal paths is chosen")
  @DocumentedBody(Ecmp.class)
  Ecmp putEcmp(@RequestBody JsonNode ecmp) {
    service.putEcmp(ecmp);
    return readEcmp();
  }

  @PatchMapping("/ecmp")
  @Operation(summary = "Change hash or seed of the choice among equal paths")
  @DocumentedBody(Ecmp.class)
  void patchEcmp(@RequestBody JsonNode ecmp) {
    service.patchEcmp(ecmp);
  }

  @DeleteMapping("/ecmp")
  @Operation(summary = "Go back to hashing the five-tuple with seed 0")
  void deleteEcmp() {
    service.deleteEcmp();
  }
}
