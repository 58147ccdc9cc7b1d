package io.nsxsim.inventory.document;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.inventory.VirtualMachine.Tag;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A request to change the tags of a machine.
 *
 * @param machineId which one; the Manager API calls it {@code external_id}, the Policy API {@code
 *     virtual_machine_id}; may be empty where the address says it
 */
public record TagsDocument(String machineId, List<Tag> tags) {

  /** Reads a request; refuses unknown fields, wrong types and absent tags. */
  public static TagsDocument read(JsonNode body) {
    if (!body.isObject()) {
      throw new Refusal(Reason.MALFORMED_BODY, "The body is not a JSON object");
    }
    Problems problems = new Problems();
    TagsDocument read =
        Entry.read(body, "", problems, TagsDocument::tags)
            .orElseThrow(() -> new IllegalStateException("An object is readable"));
    problems.refuse();
    return read;
  }

  private static TagsDocument tags(Entry entry) {
    String externalId = entry.text("external_id", Form.ID);
    return new TagsDocument(
        entry.text("virtual_machine_id", Form.ID, externalId),
        entry.requiredObjects("tags", MachineEntries::tag));
  }
}
