package io.nsxsim.catalogue.compile;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the POST operations that are only acknowledged, which the overlay marks by {@code
 * x-acknowledged}, and the object that each is about: the one at its path, or the nearest above.
 */
final class ActionIndex {

  private static final String POLICY = "/policy/";

  private final Map<String, String> schemas = new TreeMap<>();
  private final Set<String> kinds = new HashSet<>();

  ActionIndex(ArrayNode kinds) {
    for (JsonNode kind : kinds) {
      String template = kind.path("template").stringValue();
      this.kinds.add(template);
      schemas.put(template, kind.path("schema").stringValue());
    }
  }

  /**
   * A row for each operation: its template, its owner, its actions, whether it answers its owner.
   */
  ArrayNode read(Collection<ObjectNode> documents) {
    Map<String, ObjectNode> rows = new TreeMap<>();
    for (ObjectNode document : documents) {
      for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
        JsonNode post = path.getValue().path("post");
        if (path.getKey().startsWith(POLICY) && post.path("x-acknowledged").asBoolean(false)) {
          String template = KindIndex.template(path.getKey());
          rows.put(template, row(template, post));
        }
      }
    }
    ArrayNode index = JsonMapper.shared().createArrayNode();
    rows.values().forEach(index::add);
    return index;
  }

  private ObjectNode row(String template, JsonNode post) {
    String owner = template;
    while (!owner.isEmpty() && !kinds.contains(owner)) {
      owner = owner.substring(0, owner.lastIndexOf('/'));
    }
    ObjectNode row = JsonMapper.shared().createObjectNode();
    row.put("template", template).put("owner", owner);
    ArrayNode actions = row.putArray("actions");
    post.path("x-actions").propertyNames().forEach(actions::add);
    if (!isActionRequired(post)) {
      actions.add("");
    }
    String answer =
        SchemaFlattener.nameOf(
            post.at("/responses/200/content/application~1json/schema/$ref").asString(""));
    row.put("answersOwner", answer.equals(schemas.get(owner)));
    return row;
  }

  private static boolean isActionRequired(JsonNode post) {
    return post.path("parameters")
        .valueStream()
        .filter(parameter -> parameter.path("name").asString("").equals("action"))
        .anyMatch(parameter -> parameter.path("required").asBoolean(false));
  }
}
