package io.nsxsim.inventory.service;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.inventory.Ecmp;
import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.document.InUse;
import io.nsxsim.inventory.document.InventoryDocument;
import io.nsxsim.inventory.document.PartList;
import io.nsxsim.inventory.table.InventoryTable;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Changes the inventory. Every method is one transaction, or part of the caller's, and refuses with
 * everything that is wrong with the request; then nothing changes.
 */
@Service
@Transactional
public class InventoryService {

  private final InventoryTable table;
  private final PublishedInventory published;

  InventoryService(InventoryTable table, PublishedInventory published) {
    this.table = table;
    this.published = published;
  }

  /** Makes a document the whole inventory. */
  public void replace(JsonNode document) {
    change(stored -> InventoryDocument.replace(document));
  }

  /** Lays a document over the inventory; parts that it does not name stay. */
  public void merge(JsonNode document) {
    change(stored -> InventoryDocument.merge(stored, document));
  }

  /** Forgets everything. */
  public void clear() {
    change(stored -> Inventory.EMPTY);
  }

  /** Replaces or adds one part. */
  public <T> void put(PartList<T> list, String id, JsonNode entry) {
    change(stored -> InventoryDocument.put(stored, list, id, entry));
  }

  /** Lays an entry over one part, or adds it. */
  public <T> void patch(PartList<T> list, String id, JsonNode entry) {
    change(stored -> InventoryDocument.patch(stored, list, id, entry));
  }

  /** Removes one part; refuses an unknown one and one that others need. */
  public <T> void delete(PartList<T> list, String id) {
    change(stored -> {
      if (list.find(stored, id).isEmpty()) {
        throw new Refusal(Reason.NOT_FOUND, "No " + list.field() + " entry " + id);
      }
      Inventory after = list.remove(stored, id);
      InUse.check(after, list, id);
      return after;
    });
  }

  /** Replaces all router links by those of a JSON list. */
  public void putRouterLinks(JsonNode links) {
    change(stored ->
        InventoryDocument.addRouterLinks(PartList.ROUTER_LINKS.replace(stored, List.of()), links));
  }

  /** Adds the router links of a JSON list. */
  public void patchRouterLinks(JsonNode links) {
    change(stored -> InventoryDocument.addRouterLinks(stored, links));
  }

  /** Removes all router links. */
  public void deleteRouterLinks() {
    change(stored -> PartList.ROUTER_LINKS.replace(stored, List.of()));
  }

  /** Replaces the choice among equal paths. */
  public void putEcmp(JsonNode ecmp) {
    change(stored -> InventoryDocument.patchEcmp(stored.withEcmp(Ecmp.DEFAULT), ecmp));
  }

  /** Changes the given fields of the choice among equal paths. */
  public void patchEcmp(JsonNode ecmp) {
    change(stored -> InventoryDocument.patchEcmp(stored, ecmp));
  }

  /** Goes back to the usual choice among equal paths. */
  public void deleteEcmp() {
    change(stored -> stored.withEcmp(Ecmp.DEFAULT));
  }

  /**
   * Changes the inventory by a rule of the caller's.
   *
   * @param change answers an inventory whose lists are in order and whose entries are valid
   */
  public void change(UnaryOperator<Inventory> change) {
    long version = table.lock();
    Inventory before = published.at(version).orElseGet(table::load);
    Inventory after = change.apply(before);
    if (!after.equals(before)) {
      published.afterCommit(after, table.save(before, after));
    }
  }
}
