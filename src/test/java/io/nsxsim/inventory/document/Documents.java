package io.nsxsim.inventory.document;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nsxsim.error.Refusal;
import io.nsxsim.inventory.Inventory;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Inventory documents as tests write them: JSON with single quotes. */
final class Documents {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private Documents() {}

  static JsonNode json(String text) {
    return MAPPER.readTree(text.replace('\'', '"'));
  }

  static Inventory inventory(String document) {
    return InventoryDocument.replace(json(document));
  }

  /** What is wrong with a document, as {@code REASON pointer}. */
  static List<String> problems(String document) {
    return problems(Inventory.EMPTY, document);
  }

  /** What is wrong with merging a document. */
  static List<String> problems(Inventory stored, String document) {
    return refusal(() -> InventoryDocument.merge(stored, json(document)));
  }

  static List<String> refusal(Runnable change) {
    Refusal refusal = catchThrowableOfType(Refusal.class, change::run);
    if (refusal == null) {
      return List.of();
    }
    return refusal.problems().stream()
        .map(problem -> (problem.reason() + " " + problem.field()).strip())
        .toList();
  }
}
