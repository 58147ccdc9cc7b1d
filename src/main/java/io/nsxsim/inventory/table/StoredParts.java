package io.nsxsim.inventory.table;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/** The rows of the inventory. */
interface StoredParts extends Repository<StoredPart, PartKey> {

  /** All rows, in one query and outside the persistence context. */
  default List<PartRow> findRows() {
    return columns().stream().map(PartRow::of).toList();
  }

  @NativeQuery("select kind, owner, id, document from inventory_part")
  List<Object[]> columns();

  @Modifying
  @NativeQuery("delete from inventory_part where id in (?3) and owner = ?2 and kind = ?1")
  void delete(String kind, String owner, Collection<String> ids);
}
