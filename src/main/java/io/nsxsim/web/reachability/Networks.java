package io.nsxsim.web.reachability;

import io.nsxsim.engine.Preview;
import io.nsxsim.engine.Tree;
import io.nsxsim.inventory.InventoryReader;
import io.nsxsim.topology.reader.FabricSource;
import io.nsxsim.topology.reader.GroupMembership;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The network as it is, and as it would be. */
@Component
class Networks {

  private final FabricSource fabrics;
  private final GroupMembership groups;
  private final Tree tree;
  private final InventoryReader inventory;

  Networks(FabricSource fabrics, GroupMembership groups, Tree tree, InventoryReader inventory) {
    this.fabrics = fabrics;
    this.groups = groups;
    this.tree = tree;
    this.inventory = inventory;
  }

  View now() {
    return new View(fabrics.current(), groups.current());
  }

  /** The network after a change that nobody else sees. */
  View after(Preview preview) {
    Tree changed =
        new Tree() {
          @Override
          public List<JsonNode> documents(Set<String> kinds) {
            return preview.documents(tree, kinds);
          }

          @Override
          public long version() {
            return 0;
          }
        };
    return new View(
        new FabricSource(changed, inventory).current(),
        new GroupMembership(changed, inventory).current());
  }
}
