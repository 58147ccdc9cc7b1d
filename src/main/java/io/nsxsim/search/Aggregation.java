package io.nsxsim.search;

import io.nsxsim.search.AggregateQuestion.Related;
import io.nsxsim.search.index.Order;
import io.nsxsim.search.index.Position;
import io.nsxsim.search.language.Condition;
import io.nsxsim.search.language.Condition.OneOf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers searches for objects and those that belong to them: one search for a page of the primary
 * ones, and one for everything related to any of them.
 */
@Service
public class Aggregation {

  private static final int MOST_RELATED = 100_000;
  private static final Order BY_PATH = new Order(List.of(), true);

  private final Search search;

  Aggregation(Search search) {
    this.search = search;
  }

  /** A page of the primary objects, each with its related ones. */
  public Results find(AggregateQuestion question, PageRequest page) {
    PageRequest whole = new PageRequest(page.from(), page.size(), page.order(), Set.of());
    Results primaries = search.find(question.primary().condition(), whole);
    List<ObjectNode> answers = new ArrayList<>();
    for (JsonNode primary : primaries.documents()) {
      ObjectNode answer = JsonMapper.shared().createObjectNode();
      answer.set("primary", primary);
      answer.putArray("related");
      answers.add(answer);
    }
    question.related().forEach(related -> join(related, answers));
    Set<String> fields =
        question.primary().fields().isEmpty() ? page.fields() : question.primary().fields();
    answers.forEach(answer -> select(fields, (ObjectNode) answer.path("primary")));
    return new Results(answers, primaries.count(), primaries.cursor());
  }

  private void join(Related related, List<ObjectNode> answers) {
    Map<String, List<JsonNode>> byValue = relatedByValue(related, answers);
    for (ObjectNode answer : answers) {
      Set<JsonNode> own = new LinkedHashSet<>();
      for (String value : values(answer.path("primary"), related.primaryField())) {
        own.addAll(byValue.getOrDefault(value, List.of()));
      }
      ObjectNode group = ((ArrayNode) answer.path("related")).addObject();
      group.put("alias", related.alias());
      group.put("result_count", own.size());
      ArrayNode results = group.putArray("results");
      own.stream().limit(related.size()).forEach(each -> results.add(shown(related, each)));
    }
  }

  private Map<String, List<JsonNode>> relatedByValue(Related related, List<ObjectNode> answers) {
    Set<String> wanted = new LinkedHashSet<>();
    answers.forEach(
        answer -> wanted.addAll(values(answer.path("primary"), related.primaryField())));
    if (wanted.isEmpty()) {
      return Map.of();
    }
    Condition condition =
        Condition.all(List.of(related.part().condition(), new OneOf(related.ownField(), wanted)));
    PageRequest all = new PageRequest(Position.START, MOST_RELATED, BY_PATH, Set.of());
    Map<String, List<JsonNode>> byValue = new LinkedHashMap<>();
    for (JsonNode found : search.find(condition, all).documents()) {
      for (String value : values(found, related.ownField())) {
        byValue.computeIfAbsent(value, v -> new ArrayList<>()).add(found);
      }
    }
    return byValue;
  }

  private static JsonNode shown(Related related, JsonNode document) {
    ObjectNode copy = (ObjectNode) document.deepCopy();
    select(related.part().fields(), copy);
    return copy;
  }

  private static void select(Set<String> fields, ObjectNode document) {
    if (!fields.isEmpty()) {
      Selection.of(fields).in(document);
    }
  }

  /** The values of a field, in small letters; a dot leads into objects, also of lists. */
  private static Set<String> values(JsonNode document, String field) {
    Set<String> values = new LinkedHashSet<>();
    collect(document, field, values);
    return values;
  }

  private static void collect(JsonNode node, String field, Set<String> values) {
    if (node.isArray()) {
      node.forEach(element -> collect(element, field, values));
    } else if (field.isEmpty()) {
      if (node.isValueNode() && !node.isNull()) {
        values.add(node.asString("").toLowerCase(Locale.ROOT));
      }
    } else if (node.isObject()) {
      String[] names = field.split("\\.", 2);
      collect(node.path(names[0]), names.length == 1 ? "" : names[1], values);
    }
  }
}
