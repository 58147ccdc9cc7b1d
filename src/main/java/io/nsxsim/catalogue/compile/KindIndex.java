package io.nsxsim.catalogue.compile;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the kinds of object in the paths of the contract.
 *
 * <p>A template is a path below {@code /policy/api/v1} with every variable written {@code {}},
 * because variable names differ between operations of one path. One of the Manager API keeps its
 * {@code /api/v1} in front.
 */
final class KindIndex {

  static final String PREFIX = "/policy/api/v1";
  static final List<String> VERBS = List.of("get", "put", "patch", "post", "delete");

  private static final JsonNode MISSING = JsonMapper.shared().createObjectNode();

  private final Map<String, JsonNode> paths = new TreeMap<>();
  private final SchemaFlattener schemas;
  private final Map<String, ObjectNode> kinds = new TreeMap<>();

  KindIndex(Collection<ObjectNode> documents, SchemaFlattener schemas) {
    this.schemas = schemas;
    for (ObjectNode document : documents) {
      for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
        paths.put(template(path.getKey()), path.getValue());
      }
    }
  }

  /** Paths of the Manager API stay as they are. */
  static String template(String path) {
    String below = path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : path;
    return below.replaceAll("\\{[^}]*}", "{}");
  }

  /** All kinds: items, singletons and levels that have children but no verbs of their own. */
  ArrayNode kinds() {
    paths.forEach(this::addMarked);
    paths.keySet().forEach(this::addLevelsAbove);
    Map<String, String> names = schemasByTemplate();
    kinds.forEach((template, kind) -> addEmbeddings(template, kind, names));
    kinds.forEach((template, kind) -> kind.put("parent", parent(template)));
    ArrayNode result = JsonMapper.shared().createArrayNode();
    kinds.values().forEach(result::add);
    return result;
  }

  private void addMarked(String template, JsonNode item) {
    String marker = item.path("x-nsxsim-kind").asString("");
    if (marker.equals("item") || marker.equals("singleton")) {
      bodySchema(item)
          .or(() -> answerSchema(item))
          .ifPresent(schema -> add(template, item, schema));
    }
  }

  /** A list whose items have children is a level of the tree even if nobody can write its items. */
  private void addLevelsAbove(String template) {
    int variable = template.indexOf("/{}");
    while (variable >= 0) {
      String level = template.substring(0, variable + 3);
      JsonNode list = paths.get(template.substring(0, variable));
      if (!kinds.containsKey(level) && list != null) {
        JsonNode item = paths.getOrDefault(level, MISSING);
        itemSchema(list).ifPresent(schema -> add(level, item, schema));
      }
      variable = template.indexOf("/{}", variable + 3);
    }
  }

  private void add(String template, JsonNode item, String schemaName) {
    ObjectNode schema = schemas.schema(schemaName);
    ObjectNode kind = JsonMapper.shared().createObjectNode();
    kind.put("template", template);
    kind.put("schema", schemaName);
    kind.put("resourceType", resourceType(item, schemaName));
    kind.put("singleton", !template.endsWith("/{}"));
    kind.set("companions", companions(item.path("x-companion")));
    ArrayNode verbs = kind.putArray("verbs");
    VERBS.stream().filter(item::has).forEach(verbs::add);
    JsonNode list = paths.get(template.replaceAll("/\\{}$", ""));
    if (template.endsWith("/{}") && list != null && takesBodies(list.path("post"))) {
      verbs.add("create");
    }
    if (item.at("/patch/responses/200").has("content")) {
      verbs.add("patch-answers");
    }
    if (deletionTakes("force", item)) {
      verbs.add("delete-in-use");
    }
    if (deletionTakes("fail_if_subtree_exists", item)) {
      verbs.add("delete-subtree");
    }
    kind.put("listed", template.endsWith("/{}") && list != null && list.has("get"));
    kind.set("filters", filters(list));
    kind.put("childType", schema.path("x-child-type").asString("Child" + schemaName));
    kind.put("childKey", schema.path("x-child-key").asString(schemaName));
    kind.put("since", since(template));
    kinds.put(template, kind);
  }

  private static boolean deletionTakes(String parameter, JsonNode item) {
    return item.path("delete")
        .path("parameters")
        .valueStream()
        .anyMatch(each -> each.path("name").asString("").equals(parameter));
  }

  /** Tells whether a POST needs no action; what takes one is none that creates. */
  private static boolean takesBodies(JsonNode post) {
    return post.has("requestBody")
        && post.path("parameters")
            .valueStream()
            .noneMatch(parameter ->
                parameter.path("name").asString("").equals("action")
                    && parameter.path("required").asBoolean(false));
  }

  /** The type that GET answers where it is another one than clients write (a certificate's). */
  private String resourceType(JsonNode item, String written) {
    String answered = answerSchema(item).orElse(written);
    return schemas
        .schema(answered)
        .path("x-resource-type")
        .asString(schemas.schema(written).path("x-resource-type").asString(written));
  }

  /** The nearest kind above, unless the contract names another. */
  private String parent(String template) {
    String named = paths.getOrDefault(template, MISSING).path("x-parent").asString("");
    String parent = named.isEmpty() ? above(template) : named;
    while (!parent.isEmpty() && !kinds.containsKey(parent)) {
      parent = above(parent);
    }
    return parent;
  }

  /** The release of the path, or of the nearest one above that names one. */
  private String since(String template) {
    String path = template;
    while (!path.isEmpty() && !paths.getOrDefault(path, MISSING).has("x-since")) {
      path = above(path);
    }
    return paths.getOrDefault(path, MISSING).path("x-since").asString("");
  }

  private static String above(String template) {
    return template.substring(0, Math.max(0, template.lastIndexOf('/')));
  }

  private static JsonNode filters(@Nullable JsonNode list) {
    return list != null && list.has("x-filters")
        ? list.get("x-filters")
        : JsonMapper.shared().createObjectNode();
  }

  /** A list of ids, or {@code true} for one that is called default. */
  private static ArrayNode companions(JsonNode marker) {
    ArrayNode ids = JsonMapper.shared().createArrayNode();
    if (marker.isArray()) {
      marker.forEach(ids::add);
    } else if (marker.asBoolean(false)) {
      ids.add("default");
    }
    return ids;
  }

  private Map<String, String> schemasByTemplate() {
    Map<String, String> names = new HashMap<>();
    kinds.forEach((template, kind) -> names.put(template, kind.get("schema").stringValue()));
    return names;
  }

  /**
   * A field that lists objects of a kind that also stands directly below this one ({@code rules}
   * and {@code …/rules/{}}, {@code l7_access_entries} and {@code …/entries/{}}) shows the same
   * objects. A read-only number beside it, {@code rule_count} or {@code entry_count}, counts them.
   */
  private void addEmbeddings(String template, ObjectNode kind, Map<String, String> names) {
    ObjectNode embedded = kind.putObject("embedded");
    ObjectNode counts = kind.putObject("counts");
    if (kind.get("singleton").booleanValue()) {
      return; // a root such as Infra names its subtree in fields, but never shows it
    }
    ObjectNode schema = schemas.schema(kind.get("schema").stringValue());
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String reference = property.getValue().at("/items/$ref").asString("");
      List<String> collections = collectionsOf(template, SchemaFlattener.nameOf(reference), names);
      if (collections.size() == 1) {
        embedded.put(property.getKey(), collections.getFirst());
        countOf(property.getKey(), schema).ifPresent(name -> counts.put(property.getKey(), name));
      }
    }
  }

  private static Optional<String> countOf(String field, ObjectNode schema) {
    String one = field.replaceFirst(".*_", "").replaceFirst("ies$", "y").replaceFirst("s$", "");
    return Optional.of(one + "_count")
        .filter(name -> schema.at("/properties/" + name + "/readOnly").asBoolean(false));
  }

  private static List<String> collectionsOf(
      String template, String schema, Map<String, String> names) {
    String below = Pattern.quote(template + "/") + "[^/]+/\\{}";
    return names.entrySet().stream()
        .filter(child -> child.getValue().equals(schema) && child.getKey().matches(below))
        .map(child -> child.getKey().substring(template.length() + 1, child.getKey().length() - 3))
        .toList();
  }

  private static Optional<String> bodySchema(JsonNode item) {
    for (String verb : List.of("patch", "put")) {
      String reference =
          item.at("/" + verb + "/requestBody/content/application~1json/schema/$ref").asString("");
      if (!reference.isEmpty()) {
        return Optional.of(SchemaFlattener.nameOf(reference));
      }
    }
    return Optional.empty();
  }

  private Optional<String> itemSchema(JsonNode list) {
    return answerSchema(list)
        .map(name -> schemas.schema(name).at("/properties/results/items/$ref").asString(""))
        .filter(reference -> !reference.isEmpty())
        .map(SchemaFlattener::nameOf);
  }

  private static Optional<String> answerSchema(JsonNode item) {
    String reference =
        item.at("/get/responses/200/content/application~1json/schema/$ref").asString("");
    return Optional.of(reference).filter(r -> !r.isEmpty()).map(SchemaFlattener::nameOf);
  }
}
