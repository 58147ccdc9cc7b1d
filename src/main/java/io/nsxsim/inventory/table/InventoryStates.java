package io.nsxsim.inventory.table;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** The row that counts changes, with and without holding others back. */
interface InventoryStates extends Repository<InventoryState, Integer> {

  @NativeQuery("select version from inventory_state where id = ?1")
  long version(int id);

  /**
   * Waits for other writers, up to two minutes, and keeps them waiting until the transaction ends.
   * H2 would give up sooner than a large inventory is written.
   */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = "120000"))
  Optional<InventoryState> findById(Integer id);

  /** The row, held until the transaction ends. */
  default InventoryState lock(int id) {
    return findById(id).orElseThrow();
  }
}
