package io.nsxsim.search;

import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.search.language.Condition;
import io.nsxsim.search.language.Condition.Exists;
import io.nsxsim.search.language.Condition.Not;
import io.nsxsim.search.language.SearchLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A search for objects together with others that belong to them.
 *
 * <p>Source: the bodies that NSX's user interface sends, as scripts of its users repeat them; there
 * is no public description. {@code context} and {@code data_source} make no difference here, nor
 * does {@code case_sensitive}.
 */
public record AggregateQuestion(Part primary, List<Related> related) {

  public AggregateQuestion {
    related = List.copyOf(related);
  }

  /**
   * Some objects.
   *
   * @param fields the fields wanted of each, or none for all
   */
  record Part(Condition condition, Set<String> fields) {}

  /**
   * Objects that belong to each of the primary ones: those where a field has the same value as a
   * field of the primary.
   *
   * @param size how many of them are shown
   */
  record Related(Part part, String alias, String ownField, String primaryField, int size) {}

  /** Reads a request's body; refuses one that lacks something or cannot be read. */
  public static AggregateQuestion read(JsonNode body) {
    List<Related> related = new ArrayList<>();
    body.path("related").forEach(each -> related.add(related(each)));
    return new AggregateQuestion(part(body.path("primary"), "primary"), related);
  }

  private static Related related(JsonNode node) {
    Part part = part(node, "related");
    String join = node.path("join_condition").asString("");
    String[] fields = join.split(":", -1);
    if (fields.length != 2 || fields[0].isBlank() || fields[1].isBlank()) {
      throw refusal("join_condition", "Expected a field, a colon and a field, found " + join);
    }
    String type = node.path("resource_type").asString("");
    return new Related(
        part,
        node.path("alias").asString(type),
        fields[0].strip(),
        fields[1].strip(),
        Math.max(0, node.path("size").asInt(PageRequest.LARGEST)));
  }

  private static Part part(JsonNode node, String place) {
    String type = node.path("resource_type").asString("");
    if (type.isBlank()) {
      throw refusal(place + "/resource_type", "Required: the resource_type of " + place);
    }
    List<Condition> conditions = new ArrayList<>();
    conditions.add(SearchLanguage.readWithin(type, "resource_type"));
    node.path("filters").forEach(filter -> conditions.add(filter(filter)));
    String fields = node.path("included_fields").asString("");
    return new Part(
        Condition.all(conditions),
        fields.isBlank() ? Set.of() : Set.of(fields.strip().split("\\s*,\\s*")));
  }

  private static Condition filter(JsonNode filter) {
    String names = filter.path("field_names").asString("").strip();
    String value = filter.path("value").asString("").strip();
    if (names.isEmpty() || value.isEmpty()) {
      throw refusal("filters", "Required: field_names and value of each filter");
    }
    boolean denied = names.startsWith("!");
    List<Condition> any = new ArrayList<>();
    for (String name : names.substring(denied ? 1 : 0).split("\\s*,\\s*")) {
      any.add(name.equals("_exists_") ? new Exists(value) : SearchLanguage.readWithin(value, name));
    }
    Condition condition = Condition.any(any);
    return denied ? new Not(condition) : condition;
  }

  private static Refusal refusal(String field, String message) {
    return new Refusal(List.of(new Problem(Reason.INVALID_VALUE, field, message)));
  }
}
