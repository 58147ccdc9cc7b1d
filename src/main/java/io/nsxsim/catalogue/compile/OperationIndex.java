package io.nsxsim.catalogue.compile;

import java.util.Collection;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists every operation of the contract, so that a server can say which of them it serves. */
final class OperationIndex {

  private OperationIndex() {}

  /** A row per path: its area, the path as it is documented, and its methods. */
  static ArrayNode read(Map<String, ObjectNode> documents, Collection<String> methods) {
    ArrayNode rows = JsonMapper.shared().createArrayNode();
    for (Map.Entry<String, ObjectNode> document : documents.entrySet()) {
      String area = document.getKey().replace(".json", "");
      for (Map.Entry<String, JsonNode> path : document.getValue().path("paths").properties()) {
        ObjectNode row = rows.addObject().put("area", area).put("path", path.getKey());
        ArrayNode verbs = row.putArray("methods");
        methods.stream().filter(path.getValue()::has).forEach(verbs::add);
      }
    }
    return rows;
  }

  /** The schemas of which a test shows what is refused and what is filled in. */
  static ArrayNode fullSchemas(Map<String, ObjectNode> documents) {
    ArrayNode names = JsonMapper.shared().createArrayNode();
    for (ObjectNode document : documents.values()) {
      for (Map.Entry<String, JsonNode> schema :
          document.path("components").path("schemas").properties()) {
        if (schema.getValue().path("x-coverage").asString("").equals("full")) {
          names.add(schema.getKey());
        }
      }
    }
    return names;
  }
}
