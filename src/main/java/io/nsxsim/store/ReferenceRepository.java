package io.nsxsim.store;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Who mentions whom. */
public interface ReferenceRepository extends Repository<StoredReference, StoredReference.Key> {

  /** All mentions of the given objects. */
  @BeforeWrites
  @Query("select r.key from StoredReference r where r.key.targetPath in :targets")
  List<StoredReference.Key> findByTargets(Collection<String> targets);

  /** Stores a mention that is new. */
  StoredReference save(StoredReference reference);

  /** Forgets all mentions by the given objects. */
  @Modifying(flushAutomatically = true)
  @Query("delete from StoredReference r where r.key.sourcePath in :sources")
  void deleteBySources(Collection<String> sources);

  /** Forgets everything. */
  @Modifying(flushAutomatically = true)
  @Query("delete from StoredReference r")
  void deleteEverything();
}
