package io.nsxsim.catalogue.compile;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the views of the contract: what can only be read and is about the condition of an object.
 * Its last segment says so ({@code state}, {@code detailed-status}), or {@code x-view} in the
 * overlay. The overlay names by {@code x-about} the object that is meant where the nearest one
 * above is another: {@code /infra/lb-services/{}/lb-pools/{}/statistics} is about the pool.
 */
final class ViewIndex {

  /** The last word of the last segment of a view. */
  private static final Set<String> CONDITIONS =
      Set.of(
          "state",
          "status",
          "aggstatus",
          "ncpstatus",
          "statistics",
          "stats",
          "summary",
          "usage",
          "failures",
          "leases",
          "table",
          "proxy",
          "proxies",
          "mac",
          "queries");

  private final Set<String> kinds = new HashSet<>();
  private final Set<String> collections = new HashSet<>();
  private final HealthyAnswers answers;

  ViewIndex(ArrayNode kinds, HealthyAnswers answers) {
    for (JsonNode kind : kinds) {
      String template = kind.path("template").stringValue();
      this.kinds.add(template);
      if (template.endsWith("/{}")) {
        collections.add(template.substring(0, template.length() - 3));
      }
    }
    this.answers = answers;
  }

  /** The views by template, and the answers that they give by name of the schema. */
  ObjectNode read(Collection<ObjectNode> documents) {
    ObjectNode index = JsonMapper.shared().createObjectNode();
    ArrayNode views = index.putArray("views");
    Map<String, ObjectNode> forms = new TreeMap<>();
    Map<String, JsonNode> paths = new TreeMap<>();
    for (ObjectNode document : documents) {
      for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
        if (path.getKey().startsWith(KindIndex.PREFIX)) { // the Manager API has answers of its own
          paths.put(KindIndex.template(path.getKey()), path.getValue());
        }
      }
    }
    paths.forEach((template, path) ->
        schema(template, path).ifPresent(schema -> views.add(view(template, path, schema, forms))));
    index.putObject("answers").setAll(forms);
    return index;
  }

  /** The schema of what a path answers, if it is a view that anything is known of. */
  private Optional<String> schema(String template, JsonNode path) {
    String reference =
        path.at("/get/responses/200/content/application~1json/schema/$ref").asString("");
    boolean isAboutOne = path.has("x-about") || variables(owner(template)) == variables(template);
    return Optional.of(SchemaFlattener.nameOf(reference))
        .filter(schema -> answers.knows(schema) && isAboutOne && isView(template, path));
  }

  private ObjectNode view(
      String template, JsonNode path, String schema, Map<String, ObjectNode> forms) {
    String owner = owner(template);
    String collection = template.substring(0, template.lastIndexOf('/'));
    Optional<ObjectNode> entry =
        answers.entry(schema).filter(e -> collections.contains(collection));
    String answer = entry.isPresent() ? schema + " of " + collection : schema;
    forms.computeIfAbsent(
        answer,
        name -> {
          ObjectNode form = answers.of(schema);
          entry.ifPresent(each -> {
            String members = "in " + collection.substring(owner.length() + 1);
            form.putArray("results").add(HealthyAnswers.each(members, each));
          });
          return form;
        });
    ObjectNode view = JsonMapper.shared().createObjectNode();
    view.put("template", template);
    view.put("owner", owner);
    view.put("about", path.path("x-about").asString(""));
    view.put("answer", answer);
    return view;
  }

  private static boolean isView(String template, JsonNode path) {
    String last = template.substring(template.lastIndexOf('/') + 1);
    String word = last.substring(last.lastIndexOf('-') + 1);
    return !path.has("x-nsxsim-kind")
        && (CONDITIONS.contains(word) || path.path("x-view").asBoolean(false));
  }

  /** The nearest kind above. */
  private String owner(String template) {
    String owner = template;
    do {
      owner = owner.substring(0, Math.max(0, owner.lastIndexOf('/')));
    } while (!owner.isEmpty() && !kinds.contains(owner));
    return owner;
  }

  private static long variables(String template) {
    return Arrays.stream(template.split("/")).filter("{}"::equals).count();
  }
}
