package io.nsxsim.web.inventory;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.inventory.InventoryReader;
import io.nsxsim.inventory.document.PartList;
import io.nsxsim.inventory.service.InventoryService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import tools.jackson.databind.JsonNode;

/**
 * One of the inventory's lists, entry by entry.
 *
 * @param <T> what the list holds
 */
@Tag(name = "Inventory")
abstract class PartController<T> {

  private final PartList<T> list;
  private final InventoryService service;
  private final InventoryReader reader;

  PartController(PartList<T> list, InventoryService service, InventoryReader reader) {
    this.list = list;
    this.service = service;
    this.reader = reader;
  }

  @GetMapping
  @Operation(summary = "List all of them, ordered by id")
  List<T> list() {
    return list.in(reader.current());
  }

  @GetMapping("/{id}")
  @Operation(summary = "Read one")
  T read(@PathVariable("id") String id) {
    return list.find(reader.current(), id)
        .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "No " + list.field() + " entry " + id));
  }

  @PutMapping("/{id}")
  @Operation(summary = "Replace one, or add it")
  T put(@PathVariable("id") String id, @RequestBody JsonNode entry) {
    service.put(list, id, entry);
    return read(id);
  }

  @PatchMapping("/{id}")
  @Operation(summary = "Change the given fields of one, or add it")
  void patch(@PathVariable("id") String id, @RequestBody JsonNode entry) {
    service.patch(list, id, entry);
  }

  @DeleteMapping("/{id}")
  @Operation(summary = "Remove one that no other entry needs")
  void delete(@PathVariable("id") String id) {
    service.delete(list, id);
  }
}
