package io.nsxsim.inventory.document;

import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.RouterLink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Refuses one network on the links of two tier-1s. As all are /31s, they overlap when equal. */
final class RouterLinkCheck {

  private final Problems problems;

  RouterLinkCheck(Problems problems) {
    this.problems = problems;
  }

  void check(Inventory kept, Inventory given) {
    Map<String, String> owners = new HashMap<>();
    kept.routerLinks().forEach(link -> owners.put(link.network(), link.tier1Path()));
    List<RouterLink> links = given.routerLinks();
    for (int i = 0; i < links.size(); i++) {
      RouterLink link = links.get(i);
      String owner = owners.computeIfAbsent(link.network(), _ -> link.tier1Path());
      if (!owner.equals(link.tier1Path())) {
        problems.invalid(
            "/router_links/" + i + "/network", link.network() + " is the link of " + owner);
      }
    }
  }
}
