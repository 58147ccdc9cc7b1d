package io.nsxsim.inventory.discovered;

import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.inventory.document.PartList;
import io.nsxsim.inventory.document.TagsDocument;
import io.nsxsim.inventory.service.InventoryService;
import java.util.List;
import org.springframework.stereotype.Component;

/** Changes the tags that NSX keeps for a machine it has discovered. */
@Component
public class MachineTags {

  private static final int MOST_TAGS = 30;

  private final InventoryService inventory;

  MachineTags(InventoryService inventory) {
    this.inventory = inventory;
  }

  /**
   * Changes tags; refuses an unknown machine.
   *
   * @param machineId the machine's own id or its external one
   */
  public void change(String machineId, TagAction action, TagsDocument tags) {
    inventory.change(stored -> {
      VirtualMachine machine = Discovery.find(stored, machineId);
      return PartList.VIRTUAL_MACHINES.add(stored, tagged(machine, action, tags));
    });
  }

  /** Changes tags of the machine that the request names; refuses a request that names none. */
  public void change(TagAction action, TagsDocument tags) {
    if (tags.machineId().isEmpty()) {
      throw new Refusal(Reason.MISSING_FIELD, "Required: the id of the virtual machine");
    }
    change(tags.machineId(), action, tags);
  }

  /** Changes tags; refuses more of them than an object may carry (NSX's limit is 30). */
  private static VirtualMachine tagged(
      VirtualMachine machine, TagAction action, TagsDocument tags) {
    List<VirtualMachine.Tag> changed = action.apply(machine.tags(), tags.tags());
    if (changed.size() > MOST_TAGS) {
      throw new Refusal(
          List.of(Problem.invalid("/tags", "An object has at most " + MOST_TAGS + " tags.")));
    }
    return new VirtualMachine(
        machine.id(),
        machine.displayName(),
        machine.kind(),
        machine.powerState(),
        changed,
        machine.interfaces());
  }
}
