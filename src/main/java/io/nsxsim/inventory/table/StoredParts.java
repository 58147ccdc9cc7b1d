package io.nsxsim.inventory.table;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The rows of the inventory. */
interface StoredParts extends Repository<StoredPart, PartKey> {

  /** All rows, in one query and outside the persistence context. */
  @Query("select new io.nsxsim.inventory.table.PartRow(p.key, p.document) from StoredPart p")
  List<PartRow> findRows();

  @Modifying
  @Query("delete from StoredPart p where p.key.id in ?3 and p.key.owner = ?2 and p.key.kind = ?1")
  void delete(PartKind kind, String owner, Collection<String> ids);
}
