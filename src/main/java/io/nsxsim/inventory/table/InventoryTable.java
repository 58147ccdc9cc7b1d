package io.nsxsim.inventory.table;

import io.nsxsim.inventory.Inventory;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the inventory in the database. All methods need a transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class InventoryTable {

  private static final int BATCH = 500;
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final StoredParts parts;
  private final InventoryStates states;
  private final EntityManager entities;

  InventoryTable(StoredParts parts, InventoryStates states, EntityManager entities) {
    this.parts = parts;
    this.states = states;
    this.entities = entities;
  }

  /** The number of the last change. */
  public long version() {
    return states.version(InventoryState.ONLY);
  }

  /** The number of the last change; other writers wait until this transaction ends. */
  public long lock() {
    return states.lock(InventoryState.ONLY).version();
  }

  /** Reads everything in one query; lists come in order. */
  public Inventory load() {
    SortedMap<PartKey, Object> loaded = new TreeMap<>();
    for (PartRow row : parts.findRows()) {
      loaded.put(row.key(), MAPPER.readValue(row.document(), row.key().kind().type()));
    }
    return Rows.inventory(loaded);
  }

  /**
   * Writes what differs and counts the change.
   *
   * @param before what is stored
   * @return the number of this change
   */
  public long save(Inventory before, Inventory after) {
    SortedMap<PartKey, Object> stored = Rows.of(before, after);
    SortedMap<PartKey, Object> wanted = Rows.of(after, before);
    delete(difference(stored, wanted).keySet());
    insert(difference(wanted, stored));
    return states.lock(InventoryState.ONLY).advance();
  }

  /** The parts of the first map that the second one lacks or has otherwise. */
  private static SortedMap<PartKey, Object> difference(
      SortedMap<PartKey, Object> some, Map<PartKey, Object> others) {
    SortedMap<PartKey, Object> different = new TreeMap<>();
    some.forEach((key, part) -> {
      if (!part.equals(others.get(key))) {
        different.put(key, part);
      }
    });
    return different;
  }

  private void delete(Collection<PartKey> stale) {
    record Family(PartKind kind, String owner) {}
    Map<Family, List<String>> families = new LinkedHashMap<>();
    for (PartKey key : stale) {
      families
          .computeIfAbsent(new Family(key.kind(), key.owner()), _ -> new ArrayList<>())
          .add(key.id());
    }
    families.forEach((family, ids) -> {
      for (List<String> some : inBatches(ids)) {
        parts.delete(family.kind().name(), family.owner(), some);
      }
    });
  }

  /** Rows leave the persistence context at once: nothing in this transaction reads them again. */
  private void insert(SortedMap<PartKey, Object> fresh) {
    entities.unwrap(Session.class).setJdbcBatchSize(BATCH);
    for (List<PartKey> some : inBatches(List.copyOf(fresh.keySet()))) {
      List<StoredPart> rows =
          some.stream()
              .map(key -> new StoredPart(key, MAPPER.writeValueAsString(fresh.get(key))))
              .toList();
      rows.forEach(entities::persist);
      entities.flush();
      rows.forEach(entities::detach);
    }
  }

  private static <T> List<List<T>> inBatches(List<T> all) {
    List<List<T>> batches = new ArrayList<>();
    for (int start = 0; start < all.size(); start += BATCH) {
      batches.add(all.subList(start, Math.min(start + BATCH, all.size())));
    }
    return batches;
  }
}
