package io.nsxsim.inventory.document;

import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.inventory.Ecmp;
import io.nsxsim.inventory.Inventory;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lays inventory documents over an inventory. Every method answers a new inventory whose lists are
 * in order, or refuses with a pointer to each wrong entry of the request.
 */
public final class InventoryDocument {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private InventoryDocument() {}

  /** Reads a document as the whole inventory: what it leaves out is gone. */
  public static Inventory replace(JsonNode document) {
    return merge(Inventory.EMPTY, document);
  }

  /**
   * Lays a document over an inventory. Entries with a known id are laid over the stored ones field
   * by field, a list inside an entry as a whole, {@code null} as its default; new ids are added;
   * all else stays.
   */
  public static Inventory merge(Inventory stored, JsonNode document) {
    Problems problems = new Problems();
    Inventory given = read(Overlay.lay(object(document), stored), problems);
    problems.refuse();
    Inventory kept = stored;
    Inventory after = stored.withEcmp(given.ecmp());
    for (PartList<?> list : PartList.ALL) {
      kept = list.removeAll(kept, given);
      after = list.addAll(after, given);
    }
    new DuplicateCheck(problems).check(given);
    new ReferenceCheck(after, problems).check(given);
    new SegmentCheck(problems).check(kept, given);
    new ClusterCheck(problems).check(given);
    new RouterLinkCheck(problems).check(kept, given);
    problems.refuse();
    return PodOrder.sort(MacAddresses.choose(after));
  }

  /**
   * Replaces one part, or adds it.
   *
   * @param entry the part; its id may be left out, another one is refused
   */
  public static <T> Inventory put(Inventory stored, PartList<T> list, String id, JsonNode entry) {
    return mergeOne(list.remove(stored, id), list, id, entry);
  }

  /** Lays an entry over one part, or adds it. */
  public static <T> Inventory patch(Inventory stored, PartList<T> list, String id, JsonNode entry) {
    return mergeOne(stored, list, id, entry);
  }

  /** Adds the links of a JSON list. */
  public static Inventory addRouterLinks(Inventory stored, JsonNode links) {
    if (!links.isArray()) {
      throw new Refusal(Reason.MALFORMED_BODY, "The body is not a JSON list");
    }
    return mergePart(stored, "router_links", links, "/router_links");
  }

  /** Changes the given fields of the choice among equal paths. */
  public static Inventory patchEcmp(Inventory stored, JsonNode ecmp) {
    return mergePart(stored, "ecmp", object(ecmp), "/ecmp");
  }

  private static Inventory mergeOne(Inventory stored, PartList<?> list, String id, JsonNode entry) {
    ObjectNode named = object(entry).deepCopy();
    JsonNode given = named.path("id");
    if (!given.isMissingNode() && !given.equals(JSON.stringNode(id))) {
      String message = "The id in the body differs from that of the address: " + given;
      throw new Refusal(List.of(new Problem(Reason.INVALID_VALUE, "/id", message)));
    }
    ArrayNode entries = JSON.arrayNode().add(named.put("id", id));
    return mergePart(stored, list.field(), entries, "/" + list.field() + "/0");
  }

  /** Lays one field of a document over the inventory; problems point into the part alone. */
  private static Inventory mergePart(
      Inventory stored, String field, JsonNode value, String prefix) {
    try {
      return merge(stored, JSON.objectNode().set(field, value));
    } catch (Refusal refusal) {
      throw pointingInto(prefix, refusal);
    }
  }

  private static Refusal pointingInto(String prefix, Refusal refusal) {
    return new Refusal(
        refusal.problems().stream()
            .map(problem ->
                problem.field().startsWith(prefix)
                    ? new Problem(
                        problem.reason(),
                        problem.field().substring(prefix.length()),
                        problem.message())
                    : problem)
            .toList());
  }

  private static Inventory read(ObjectNode document, Problems problems) {
    return Entry.read(document, "", problems, InventoryDocument::inventory).orElse(Inventory.EMPTY);
  }

  private static Inventory inventory(Entry entry) {
    Inventory inventory = Inventory.EMPTY;
    for (PartList<?> list : PartList.ALL) {
      inventory = list.readInto(inventory, entry);
    }
    return inventory.withEcmp(entry.object("ecmp", PhysicalEntries::ecmp).orElse(Ecmp.DEFAULT));
  }

  private static ObjectNode object(JsonNode body) {
    if (body instanceof ObjectNode object) {
      return object;
    }
    throw new Refusal(Reason.MALFORMED_BODY, "The body is not a JSON object");
  }
}
