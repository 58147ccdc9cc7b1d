package io.nsxsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What of a document that was sent is missing or different in the one that came back. */
final class Differences {

  private Differences() {}

  /** The differences, each with the place where it is; what came back may hold more. */
  static List<String> between(JsonNode sent, JsonNode got) {
    List<String> differences = new ArrayList<>();
    compare("", sent, got, differences);
    return differences;
  }

  private static void compare(String place, JsonNode sent, JsonNode got, List<String> differences) {
    if (sent.isObject() && got.isObject()) {
      for (Map.Entry<String, JsonNode> field : sent.properties()) {
        String name = field.getKey();
        compare(place + "/" + name, field.getValue(), got.path(name), differences);
      }
    } else if (sent.isArray() && sent.size() == got.size()) {
      for (int i = 0; i < sent.size(); i++) {
        compare(place + "/" + i, sent.get(i), got.get(i), differences);
      }
    } else if (!sent.equals(got)) {
      differences.add(place + ": " + sent + " came back as " + got);
    }
  }
}
