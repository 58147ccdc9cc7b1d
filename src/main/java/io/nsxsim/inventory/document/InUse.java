package io.nsxsim.inventory.document;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.inventory.Inventory;
import java.util.Optional;

/** Refuses to take away what another part needs: a node's machine, a host's router. */
public final class InUse {

  private InUse() {}

  /**
   * Checks a removal.
   *
   * @param after the inventory without the part
   */
  public static void check(Inventory after, PartList<?> list, String id) {
    user(after, list, id)
        .ifPresent(user -> {
          throw new Refusal(Reason.IN_USE, id + " is used by " + user);
        });
  }

  private static Optional<String> user(Inventory after, PartList<?> list, String id) {
    if (list == PartList.VIRTUAL_MACHINES) {
      return after.kubernetesClusters().stream()
          .filter(it -> it.nodes().stream().anyMatch(node -> node.virtualMachineId().equals(id)))
          .map(cluster -> "the Kubernetes cluster " + cluster.id())
          .findFirst();
    }
    if (list == PartList.PHYSICAL_ROUTERS) {
      return after.externalHosts().stream()
          .filter(host -> host.routerId().equals(id))
          .map(host -> "the external host " + host.id())
          .findFirst();
    }
    return Optional.empty();
  }
}
