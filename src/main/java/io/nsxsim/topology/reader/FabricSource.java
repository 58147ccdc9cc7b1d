package io.nsxsim.topology.reader;

import io.nsxsim.engine.Tree;
import io.nsxsim.inventory.InventoryReader;
import io.nsxsim.topology.Fabric;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives the fabric of now. After a change only what depends on it is read again: documents are
 * asked for what has changed, and what earlier readings found out is kept.
 */
@Component
public class FabricSource {

  private final Tree tree;
  private final InventoryReader inventory;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Kept kept;
  private @Nullable Documents documents;
  private long readVersion;
  private Earlier earlier = new Earlier();

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
    long inventoryVersion = inventory.version();
    Tree.Difference difference = documents == null ? null : difference();
    long treeVersion = difference == null ? tree.version() : difference.version();
    Documents now = documents;
    if (now == null || difference == null) {
      now = new Documents(tree.documents(Documents.KINDS));
      documents = now;
    } else {
      now.apply(difference);
    }
    try {
      Fabric fabric = FabricReader.read(now, inventory.current(), earlier);
      readVersion = treeVersion;
      return new Kept(treeVersion, inventoryVersion, fabric);
    } catch (RuntimeException broken) {
      documents = null;
      earlier = new Earlier();
      throw broken;
    }
  }

  private Tree.@Nullable Difference difference() {
    return tree.since(readVersion, Documents.KINDS).orElse(null);
  }

  private boolean isCurrent(Kept candidate) {
    return candidate.treeVersion() == tree.version()
        && candidate.inventoryVersion() == inventory.version();
  }
}
