package io.nsxsim.catalogue.groups;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Groups: lists in which criteria and operators alternate.
 *
 * <p>Source: the API reference on {@code Group.expression}, {@code NestedExpression} and {@code
 * extended_expression}. Which kinds of member may stand side by side has changed between releases
 * and is not checked.
 */
@Component
final class GroupBehaviour implements Behaviour {

  private static final int MOST_CONDITIONS = 5;
  private static final Set<String> COUNTED = Set.of("Condition", "NestedExpression");

  /** Who has what an operating system tells of itself. */
  private static final Map<String, Set<String>> WITH_SYSTEM =
      Map.of(
          "OSName", Set.of("VirtualMachine", "BareMetalServer"),
          "OSVersion", Set.of("VirtualMachine", "BareMetalServer"),
          "ComputerName", Set.of("VirtualMachine", "BareMetalServer"));

  @Override
  public Set<String> kinds() {
    return Set.of("Group");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    GroupExpressions.name(document);
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    JsonNode expression = document.path("expression");
    checkList(expression, "/expression", problems);
    for (int i = 0; i < expression.size(); i++) {
      checkElement(expression.get(i), "/expression/" + i, document, problems);
    }
    checkExtended(document.path("extended_expression"), problems);
  }

  private static void checkElement(
      JsonNode element, String field, JsonNode group, Consumer<Problem> problems) {
    switch (type(element)) {
      case "Condition" -> checkCondition(element, field, problems);
      case "NestedExpression" -> checkNested(element, field, problems);
      case "PathExpression" -> checkPaths(element, field, group, problems);
      default -> {
        // The contract says all there is to say of the others.
      }
    }
  }

  private static void checkList(JsonNode list, String field, Consumer<Problem> problems) {
    if (!list.isEmpty() && list.size() % 2 == 0) {
      problems.accept(
          Problem.conflict(
              field, "An expression begins and ends with something that is no operator."));
      return;
    }
    long conditions = 0;
    for (int i = 0; i < list.size(); i++) {
      if (isOperator(list.get(i)) != (i % 2 == 1)) {
        problems.accept(Problem.conflict(field + "/" + i, "Criteria and operators alternate."));
      }
      conditions += COUNTED.contains(type(list.get(i))) ? 1 : 0;
    }
    if (conditions > MOST_CONDITIONS) {
      problems.accept(
          Problem.conflict(field, "There are at most " + MOST_CONDITIONS + " conditions."));
    }
  }

  private static void checkCondition(JsonNode element, String field, Consumer<Problem> problems) {
    String key = element.path("key").asString("");
    String member = element.path("member_type").asString("");
    Set<String> machines = WITH_SYSTEM.getOrDefault(key, Set.of(member));
    if (!machines.contains(member)) {
      problems.accept(Problem.conflict(field + "/key", "A " + member + " has no " + key + "."));
    }
    if (key.equals("NodeType") && !member.equals("TransportNode")) {
      problems.accept(Problem.conflict(field + "/key", "A " + member + " has no NodeType."));
    }
  }

  private static void checkNested(JsonNode element, String field, Consumer<Problem> problems) {
    JsonNode inner = element.path("expressions");
    checkList(inner, field + "/expressions", problems);
    for (int i = 0; i < inner.size(); i++) {
      String place = field + "/expressions/" + i;
      if (isOperator(inner.get(i))) {
        if (!Fields.is(inner.get(i), "conjunction_operator", "AND")) {
          problems.accept(Problem.conflict(place, "Nested conditions are joined by AND."));
        }
      } else if (!type(inner.get(i)).equals("Condition")) {
        problems.accept(Problem.conflict(place, "Only conditions can be nested."));
      } else {
        checkCondition(inner.get(i), place, problems);
      }
    }
  }

  private static void checkPaths(
      JsonNode element, String field, JsonNode group, Consumer<Problem> problems) {
    if (Fields.texts(element, "paths").contains(Fields.ownPath(group).value())) {
      problems.accept(Problem.conflict(field + "/paths", "A group is no member of itself."));
    }
  }

  private static void checkExtended(JsonNode extended, Consumer<Problem> problems) {
    boolean single =
        extended.size() == 1 && type(extended.get(0)).equals("IdentityGroupExpression");
    if (!extended.isEmpty() && !single) {
      problems.accept(
          Problem.conflict("/extended_expression", "It holds one IdentityGroupExpression."));
    }
  }

  private static boolean isOperator(JsonNode element) {
    return type(element).equals("ConjunctionOperator");
  }

  private static String type(JsonNode element) {
    return element.path("resource_type").asString("");
  }
}
