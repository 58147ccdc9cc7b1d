package io.nsxsim.inventory;

/** The inventory, as the read side sees it. */
public interface InventoryReader {

  /** Everything told so far. */
  Inventory current();

  /** A number that grows with each committed change of the inventory. */
  long version();
}
