package io.nsxsim.web.simulation;

import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A question as JSON; every field that is not known or not a plain value is refused at once. */
public final class Body {

  private final JsonNode node;

  private Body(JsonNode node) {
    this.node = node;
  }

  /** Takes an object that has some of these fields and no others. */
  public static Body of(JsonNode node, Set<String> fields) {
    if (!node.isObject()) {
      throw new Refusal(Reason.MALFORMED_BODY, "The body must be a JSON object.");
    }
    List<Problem> problems = new ArrayList<>();
    for (String name : node.propertyNames()) {
      if (!fields.contains(name)) {
        problems.add(
            new Problem(
                Reason.UNKNOWN_FIELD, name, "There is no field " + name + ", only " + fields));
      }
    }
    if (!problems.isEmpty()) {
      throw new Refusal(problems);
    }
    return new Body(node);
  }

  /** The text of a field, or of a number in it; another text where it is absent. */
  public String text(String field, String absent) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return absent;
    }
    return scalar(field, value);
  }

  /** The texts of a field that may also be a single one. */
  public List<String> texts(String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    return value.isArray()
        ? value.valueStream().map(each -> scalar(field, each)).toList()
        : List.of(scalar(field, value));
  }

  private static String scalar(String field, JsonNode value) {
    if (!value.isString() && !value.isIntegralNumber()) {
      throw Question.refused(
          Reason.INVALID_VALUE, field, field + " must be a text or a whole number.");
    }
    return value.asString();
  }
}
