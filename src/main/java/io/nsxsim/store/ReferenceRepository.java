package io.nsxsim.store;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/** Who mentions whom. */
public interface ReferenceRepository extends Repository<StoredReference, StoredReference.Key> {

  /** All mentions of the given objects. */
  default List<StoredReference.Key> findByTargets(Collection<String> targets) {
    return rowsOf(targets).stream()
        .map(row -> new StoredReference.Key((String) row[0], (String) row[1], (String) row[2]))
        .toList();
  }

  /** The columns of the mentions of the given objects. */
  @BeforeWrites
  @NativeQuery(
      "select source_path, field, target_path from stored_reference"
          + " where target_path in (:targets)")
  List<Object[]> rowsOf(Collection<String> targets);

  /** Stores a mention that is new. */
  StoredReference save(StoredReference reference);

  /** Forgets all mentions by the given objects. */
  @Modifying(flushAutomatically = true)
  @NativeQuery("delete from stored_reference where source_path in (:sources)")
  void deleteBySources(Collection<String> sources);

  /** Forgets everything. */
  @Modifying(flushAutomatically = true)
  @NativeQuery("delete from stored_reference")
  void deleteEverything();
}
