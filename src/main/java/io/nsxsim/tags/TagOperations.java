package io.nsxsim.tags;

import io.nsxsim.engine.Author;
import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.inventory.discovered.Discovery;
import io.nsxsim.inventory.discovered.MachineTags;
import io.nsxsim.inventory.discovered.TagAction;
import io.nsxsim.inventory.document.TagsDocument;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives a tag to many objects, and takes it from many, as one operation that can be asked about
 * later. NSX does so for machines; objects of the tree are named by their paths. What is not there
 * fails by itself and leaves the others alone.
 */
@Service
public class TagOperations {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST_TAGS = 30;

  private final PolicyEngine engine;
  private final StoredObjects stored;
  private final Discovery discovery;
  private final MachineTags machines;

  TagOperations(
      PolicyEngine engine, StoredObjects stored, Discovery discovery, MachineTags machines) {
    this.engine = engine;
    this.stored = stored;
    this.discovery = discovery;
    this.machines = machines;
  }

  /** Stores an operation and carries it out; answers its JSON text. */
  public byte[] run(PolicyPath operation, ObjectNode body, Author author) {
    JsonNode tag = body.path("tag");
    byte[] answer = engine.put(operation, body.deepCopy(), author);
    each(body.path("apply_to"), id -> change(id, tag, true, author));
    each(body.path("remove_from"), id -> change(id, tag, false, author));
    return answer;
  }

  /** How an operation went: an object that is there by now has the tag or has it not, as asked. */
  public ObjectNode status(PolicyPath operation) {
    JsonNode document =
        stored
            .find(operation)
            .orElseThrow(
                () -> new Refusal(Reason.NOT_FOUND, "There is no operation " + operation + "."));
    JsonNode tag = document.path("tag");
    ObjectNode status = JSON.createObjectNode();
    status.set("tag", tag);
    status.put("path", operation.value());
    boolean failed = addStatus(status.putArray("apply_to"), document.path("apply_to"), tag, true);
    failed |= addStatus(status.putArray("remove_from"), document.path("remove_from"), tag, false);
    return status.put("status", failed ? "Error" : "Success");
  }

  private boolean addStatus(ArrayNode rows, JsonNode resources, JsonNode tag, boolean wanted) {
    boolean failed = false;
    for (JsonNode resource : resources) {
      ObjectNode row =
          rows.addObject().put("resource_type", resource.path("resource_type").asString(""));
      ArrayNode statuses = row.putArray("resource_tag_status");
      for (JsonNode id : resource.path("resource_ids")) {
        Optional<Target> target = target(id.asString(""));
        ObjectNode one = statuses.addObject().put("resource_id", id.asString(""));
        target.ifPresent(known -> one.put("resource_display_name", known.name()));
        boolean done = target.filter(known -> known.carries(tag) == wanted).isPresent();
        one.put("tag_status", done ? "Success" : "Error");
        if (!done) {
          one.put("details", id.asString("") + " is not there or could not be changed.");
        }
        failed |= !done;
      }
    }
    return failed;
  }

  /** Something that is there, and its tags. */
  private record Target(String name, List<VirtualMachine.Tag> tags) {
    boolean carries(JsonNode tag) {
      return tags.contains(read(tag));
    }
  }

  private static VirtualMachine.Tag read(JsonNode tag) {
    return new VirtualMachine.Tag(tag.path("scope").asString(""), tag.path("tag").asString(""));
  }

  private Optional<Target> target(String id) {
    return PolicyPath.isPolicyPath(id)
        ? stored.find(new PolicyPath(id)).map(TagOperations::target)
        : discovery.find(id).map(machine -> new Target(machine.displayName(), machine.tags()));
  }

  private static Target target(JsonNode document) {
    return new Target(
        document.path("display_name").asString(""),
        document.path("tags").valueStream().map(TagOperations::read).toList());
  }

  private interface Step {
    void take(String id);
  }

  private static void each(JsonNode resources, Step step) {
    for (JsonNode resource : resources) {
      resource.path("resource_ids").forEach(id -> step.take(id.asString("")));
    }
  }

  /** Changes one object; what cannot be changed shows in the status. */
  private void change(String id, JsonNode tag, boolean add, Author author) {
    if (target(id).isEmpty()) {
      return;
    }
    try {
      if (PolicyPath.isPolicyPath(id)) {
        engine.edit(Map.of(new PolicyPath(id), document -> tagged(document, tag, add)), author);
      } else {
        TagAction action = add ? TagAction.ADD_TAGS : TagAction.REMOVE_TAGS;
        machines.change(id, action, new TagsDocument(id, List.of(read(tag))));
      }
    } catch (Refusal refused) {
      return; // the others are changed all the same
    }
  }

  private static ObjectNode tagged(ObjectNode document, JsonNode tag, boolean add) {
    ArrayNode tags = JSON.createArrayNode();
    for (JsonNode present : document.path("tags")) {
      if (!read(present).equals(read(tag))) {
        tags.add(present);
      }
    }
    if (add && tags.size() < MOST_TAGS) {
      tags.add(tag);
    }
    document.set("tags", tags);
    return document;
  }
}
