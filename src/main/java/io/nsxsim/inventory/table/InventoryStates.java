package io.nsxsim.inventory.table;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The row that counts changes, with and without holding others back. */
interface InventoryStates extends Repository<InventoryState, Integer> {

  @Query("select s.version from InventoryState s where s.id = ?1")
  long version(int id);

  /** Waits for other writers and keeps them waiting until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select s from InventoryState s where s.id = ?1")
  InventoryState lock(int id);
}
