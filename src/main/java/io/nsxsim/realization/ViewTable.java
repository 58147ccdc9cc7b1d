package io.nsxsim.realization;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The views that the build has found in the contract, by their last segment, and their answers. */
final class ViewTable {

  private final Map<String, List<View>> byName = new HashMap<>();
  private final Map<String, Form> forms = new HashMap<>();

  private ViewTable(JsonNode index) {
    for (JsonNode row : index.path("views")) {
      View view =
          new View(
              row.path("template").stringValue(),
              row.path("owner").stringValue(),
              row.path("about").stringValue(),
              row.path("answer").stringValue());
      String name = view.template().substring(view.template().lastIndexOf('/') + 1);
      byName.computeIfAbsent(name, n -> new ArrayList<>()).add(view);
    }
    // Where a literal and an id could both stand, the literal wins.
    Comparator<View> literalsFirst =
        Comparator.comparing(view -> view.template().replace("{}", "\uffff"));
    byName.values().forEach(views -> views.sort(literalsFirst));
    index
        .path("answers")
        .properties()
        .forEach(entry -> forms.put(entry.getKey(), new Form(entry.getValue())));
  }

  /** Reads the table that the build has written. */
  static ViewTable read() {
    try (InputStream stream = ViewTable.class.getResourceAsStream("/contract/views.json")) {
      if (stream == null) {
        throw new IllegalStateException("The contract was not compiled into this build");
      }
      return new ViewTable(JsonMapper.shared().readTree(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The views whose path ends in a name, those with more literals first. */
  List<View> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** The form of an answer. */
  Form form(String name) {
    Form form = forms.get(name);
    if (form == null) {
      throw new IllegalStateException("No answer is named " + name);
    }
    return form;
  }
}
