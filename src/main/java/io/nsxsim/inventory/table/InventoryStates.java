package io.nsxsim.inventory.table;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** The row that counts changes, with and without holding others back. */
interface InventoryStates extends Repository<InventoryState, Integer> {

  @Query("select s.version from InventoryState s where s.id = ?1")
  long version(int id);

  /**
   * Waits for other writers, up to two minutes, and keeps them waiting until the transaction ends.
   * H2 would give up sooner than a large inventory is written.
   */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = "120000"))
  @Query("select s from InventoryState s where s.id = ?1")
  InventoryState lock(int id);
}
