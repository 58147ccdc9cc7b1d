package io.nsxsim.inventory.document;

import io.nsxsim.inventory.Inventory;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Completes the entries of a document with what is stored under the same id. */
final class Overlay {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private Overlay() {}

  /** A copy of the document in which every entry is complete; wrong entries are left alone. */
  static ObjectNode lay(ObjectNode document, Inventory stored) {
    ObjectNode complete = document.objectNode();
    complete.setAll(document);
    for (PartList<?> list : PartList.ALL) {
      if (document.path(list.field()).isArray() && !list.in(stored).isEmpty()) {
        complete.set(list.field(), entries(document.path(list.field()), list, stored));
      }
    }
    JsonNode ecmp = document.path("ecmp");
    ObjectNode storedEcmp = MAPPER.valueToTree(stored.ecmp());
    complete.set("ecmp", ecmp.isMissingNode() ? storedEcmp : over(storedEcmp, ecmp));
    return complete;
  }

  private static <T> JsonNode entries(JsonNode entries, PartList<T> list, Inventory stored) {
    ArrayNode complete = MAPPER.createArrayNode();
    for (JsonNode entry : entries) {
      String id = entry.path("id").asString("");
      complete.add(
          list.find(stored, id).map(part -> over(MAPPER.valueToTree(part), entry)).orElse(entry));
    }
    return complete;
  }

  private static JsonNode over(ObjectNode base, JsonNode entry) {
    if (!entry.isObject()) {
      return entry;
    }
    for (Map.Entry<String, JsonNode> field : entry.properties()) {
      base.set(field.getKey(), field.getValue());
    }
    return base;
  }
}
