package io.nsxsim.topology.reader;

import io.nsxsim.engine.Tree;
import io.nsxsim.inventory.PortAttachments;
import io.nsxsim.path.PolicyPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The attachments of the stored segment ports; of a port without one, what would be derived from
 * its path. After a change only the ports that it touched are read again.
 */
@Component
@Primary
final class StoredAttachments implements PortAttachments {

  private static final Set<String> PORTS = Set.of("SegmentPort", "VpcSubnetPort");

  private final Tree tree;
  private final PortAttachments derived;
  private volatile Known known = new Known(-1, 0, Map.of());

  /**
   * What was read.
   *
   * @param tree the version of the tree that was read, -1 before the first reading
   * @param version grows when an attachment has changed
   * @param ids by the path of the port
   */
  private record Known(long tree, long version, Map<String, String> ids) {}

  StoredAttachments(Tree tree, PortAttachments derived) {
    this.tree = tree;
    this.derived = derived;
  }

  @Override
  public Optional<String> attachmentId(PolicyPath port) {
    String id = current().ids().get(port.value());
    return id == null ? derived.attachmentId(port) : Optional.of(id);
  }

  @Override
  public long version() {
    return current().version();
  }

  private Known current() {
    Known latest = known;
    return latest.tree() == tree.version() ? latest : read();
  }

  /** The version is taken before the contents, so that a change in between is read again. */
  private synchronized Known read() {
    Known before = known;
    Optional<Tree.Difference> difference =
        before.tree() < 0 ? Optional.empty() : tree.since(before.tree(), PORTS);
    long version = difference.map(Tree.Difference::version).orElseGet(tree::version);
    Map<String, String> ids =
        difference
            .map(changed -> changed(before.ids(), changed))
            .orElseGet(() -> read(new HashMap<>(), tree.documents(PORTS)));
    boolean same = ids.equals(before.ids());
    Known now = new Known(version, same ? before.version() : before.version() + 1, Map.copyOf(ids));
    known = now;
    return now;
  }

  private static Map<String, String> changed(Map<String, String> ids, Tree.Difference changed) {
    if (changed.written().isEmpty() && changed.gone().isEmpty()) {
      return ids;
    }
    Map<String, String> copy = new HashMap<>(ids);
    changed.gone().forEach(path -> copy.remove(path.value()));
    return read(copy, changed.written());
  }

  private static Map<String, String> read(Map<String, String> ids, List<JsonNode> ports) {
    for (JsonNode port : ports) {
      String path = port.path("path").asString();
      String attachment = port.path("attachment").path("id").asString("");
      if (attachment.isEmpty()) {
        ids.remove(path);
      } else {
        ids.put(path, attachment);
      }
    }
    return ids;
  }
}
