package io.nsxsim.topology.reader;

import io.nsxsim.engine.Tree;
import io.nsxsim.inventory.InventoryReader;
import io.nsxsim.topology.Fabric;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the fabric of now; it is read again only after something has changed. */
@Component
public class FabricSource {

  private final Tree tree;
  private final InventoryReader inventory;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Kept kept;

  private record Kept(long treeVersion, long inventoryVersion, Fabric fabric) {}

  public FabricSource(Tree tree, InventoryReader inventory) {
    this.tree = tree;
    this.inventory = inventory;
  }

  /** The network as it is configured now. */
  public Fabric current() {
    Kept latest = kept;
    if (latest != null && isCurrent(latest)) {
      return latest.fabric();
    }
    reading.lock();
    try {
      Kept again = kept;
      if (again != null && isCurrent(again)) {
        return again.fabric();
      }
      Kept fresh = read();
      kept = fresh;
      return fresh.fabric();
    } finally {
      reading.unlock();
    }
  }

  /** Versions are taken before the contents, so that a change in between is read again. */
  private Kept read() {
    long treeVersion = tree.version();
    long inventoryVersion = inventory.version();
    Fabric fabric = FabricReader.read(tree.documents(Documents.KINDS), inventory.current());
    return new Kept(treeVersion, inventoryVersion, fabric);
  }

  private boolean isCurrent(Kept candidate) {
    return candidate.treeVersion() == tree.version()
        && candidate.inventoryVersion() == inventory.version();
  }
}
