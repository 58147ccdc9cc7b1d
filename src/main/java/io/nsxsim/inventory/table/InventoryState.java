package io.nsxsim.inventory.table;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The row that counts changes. */
@Entity
@Table(name = "inventory_state")
class InventoryState {

  /** The id of the only row. */
  static final int ONLY = 1;

  @Id private int id;
  private long version;

  /** For Hibernate. */
  protected InventoryState() {}

  long version() {
    return version;
  }

  long advance() {
    version++;
    return version;
  }
}
