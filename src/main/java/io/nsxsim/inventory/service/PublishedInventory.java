package io.nsxsim.inventory.service;

import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.InventoryReader;
import io.nsxsim.inventory.table.InventoryTable;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The committed inventory in memory; read from the table once, at first use. */
@Component
class PublishedInventory implements InventoryReader {

  private final InventoryTable table;
  private final TransactionTemplate ownTransaction;
  private final AtomicReference<@Nullable State> newest = new AtomicReference<>();

  PublishedInventory(InventoryTable table, PlatformTransactionManager transactions) {
    this.table = table;
    this.ownTransaction = new TransactionTemplate(transactions);
    ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    ownTransaction.setReadOnly(true);
  }

  @Override
  public Inventory current() {
    return state().inventory();
  }

  @Override
  public long version() {
    return state().version();
  }

  /** The inventory of a version, if that is the one in memory. */
  Optional<Inventory> at(long version) {
    return Optional.ofNullable(newest.get())
        .filter(state -> state.version() == version)
        .map(State::inventory);
  }

  /** Shows an inventory to readers once the present transaction has committed. */
  void afterCommit(Inventory inventory, long version) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            publish(new State(inventory, version));
          }
        });
  }

  private State state() {
    State state = newest.get();
    return state == null ? load() : state;
  }

  /**
   * Reads in a transaction of its own, as the caller's may hold changes that never commit. The
   * version is read first: should a change commit in between, it is published over this one.
   */
  private synchronized State load() {
    State known = newest.get();
    if (known != null) {
      return known;
    }
    return ownTransaction.execute(status -> {
      long version = table.version();
      return publish(new State(table.load(), version));
    });
  }

  private State publish(State state) {
    return newest.accumulateAndGet(
        state, (old, next) -> old == null || next.version() > old.version() ? next : old);
  }

  private record State(Inventory inventory, long version) {}
}
