package io.nsxsim.engine;

import io.nsxsim.error.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes out of a document what the contract does not allow, as little as possible. */
final class Repair {

  /** A part of a document that is taken out, and why. */
  record Cut(String pointer, String reason) {}

  private Repair() {}

  /**
   * Takes out what problems point at. Where a field is missing, the object that lacks it goes.
   *
   * @return what was taken out; empty if nothing but the whole document would do
   */
  static Optional<List<Cut>> cut(ObjectNode document, List<Problem> problems) {
    List<Cut> cuts = new ArrayList<>();
    for (Problem problem : problems) {
      JsonPointer place = JsonPointer.compile(problem.field());
      if (document.at(place).isMissingNode() && !place.matches()) {
        place = place.head();
      }
      if (place.matches()) {
        return Optional.empty();
      }
      cuts.add(new Cut(place.toString(), problem.message()));
    }
    List<Cut> inOrder = cuts.stream().sorted(LAST_FIRST).toList();
    List<Cut> made = new ArrayList<>();
    for (Cut cut : inOrder) {
      if (remove(document, JsonPointer.compile(cut.pointer()))) {
        made.add(cut);
      }
    }
    return Optional.of(made).filter(some -> !some.isEmpty());
  }

  /** Later elements of a list first, so that the places of earlier ones stay right. */
  private static final Comparator<Cut> LAST_FIRST =
      Comparator.comparing((Cut cut) -> JsonPointer.compile(cut.pointer()), Repair::compare)
          .reversed();

  private static int compare(JsonPointer one, JsonPointer other) {
    if (one.matches() || other.matches()) {
      return Boolean.compare(!one.matches(), !other.matches());
    }
    int first =
        one.mayMatchElement() && other.mayMatchElement()
            ? Integer.compare(one.getMatchingIndex(), other.getMatchingIndex())
            : one.getMatchingProperty().compareTo(other.getMatchingProperty());
    return first != 0 ? first : compare(one.tail(), other.tail());
  }

  private static boolean remove(ObjectNode document, JsonPointer place) {
    JsonNode parent = document.at(place.head());
    JsonPointer last = place.last();
    if (parent instanceof ArrayNode list && last.mayMatchElement()) {
      return list.remove(last.getMatchingIndex()) != null;
    }
    return parent instanceof ObjectNode object && object.remove(last.getMatchingProperty()) != null;
  }
}
