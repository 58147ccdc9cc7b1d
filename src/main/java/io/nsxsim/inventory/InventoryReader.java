package io.nsxsim.inventory;

/** The inventory, as the read side sees it. */
public interface InventoryReader {

  /**
   * Answers the inventory as of the last committed change. Every list of parts is ordered by id,
   * router links by tier-1 and network, the pods of a cluster by namespace and name; what lies
   * inside a part keeps the order it was given in. The same instance is answered until a change
   * commits.
   */
  Inventory current();

  /** A number that grows with each committed change of the inventory. */
  long version();
}
