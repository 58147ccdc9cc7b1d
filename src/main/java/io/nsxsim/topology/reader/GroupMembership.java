package io.nsxsim.topology.reader;

import io.nsxsim.engine.Tree;
import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.InventoryReader;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the groups of now; they are read again only after something has changed. */
@Component
public class GroupMembership {

  private static final Set<String> KINDS =
      Set.of("Group", "Segment", "SegmentPort", "VpcSubnet", "VpcSubnetPort");

  private final Tree tree;
  private final InventoryReader inventory;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Kept kept;

  private record Kept(long treeVersion, long inventoryVersion, ResolvedGroups groups) {}

  public GroupMembership(Tree tree, InventoryReader inventory) {
    this.tree = tree;
    this.inventory = inventory;
  }

  /** All groups as they are defined now. */
  public ResolvedGroups current() {
    reading.lock();
    try {
      Kept latest = kept;
      if (latest == null
          || latest.treeVersion() != tree.version()
          || latest.inventoryVersion() != inventory.version()) {
        latest = read();
        kept = latest;
      }
      return latest.groups();
    } finally {
      reading.unlock();
    }
  }

  /** Versions are taken before the contents, so that a change in between is read again. */
  private Kept read() {
    long treeVersion = tree.version();
    long inventoryVersion = inventory.version();
    Inventory machines = inventory.current();
    Documents documents = new Documents(tree.documents(KINDS));
    return new Kept(
        treeVersion,
        inventoryVersion,
        new ResolvedGroups(documents, MembershipReader.read(documents, machines)));
  }
}
