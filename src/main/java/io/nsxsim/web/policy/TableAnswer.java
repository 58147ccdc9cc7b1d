package io.nsxsim.web.policy;

import io.nsxsim.datapath.tables.Table;
import io.nsxsim.web.list.ListQuery;
import io.nsxsim.web.list.ResultPage;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A table as JSON, page by page, or with {@code format=csv} as lines. */
final class TableAnswer {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private TableAnswer() {}

  /** The query parameters of a request, each once. */
  static Map<String, String> parameters(HttpServletRequest request) {
    Map<String, String> parameters = new HashMap<>();
    request
        .getParameterMap()
        .forEach((name, values) -> parameters.put(name, values.length > 0 ? values[0] : ""));
    return parameters;
  }

  static ResponseEntity<byte[]> of(Table table, Map<String, String> parameters) {
    if (parameters.getOrDefault("format", "").equalsIgnoreCase("csv")) {
      return ResponseEntity.ok().contentType(CSV).body(lines(table.lines()));
    }
    ObjectNode answer = table.heading().deepCopy();
    if (table.isList()) {
      ResultPage page = ListQuery.of(parameters).page(table.rows().stream(), orders(table));
      answer.setAll((ObjectNode) JsonMapper.shared().valueToTree(page));
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(JsonMapper.shared().writeValueAsBytes(answer));
  }

  /** A table can be sorted by every column of its first row. */
  private static Map<String, Function<ObjectNode, String>> orders(Table table) {
    Map<String, Function<ObjectNode, String>> orders = new HashMap<>();
    table.rows().stream()
        .limit(1)
        .flatMap(row -> row.propertyNames().stream())
        .forEach(name -> orders.put(name, row -> row.path(name).asString("")));
    return orders;
  }

  private static byte[] lines(List<ObjectNode> rows) {
    StringBuilder text = new StringBuilder();
    rows.stream()
        .limit(1)
        .forEach(row -> text.append(String.join(",", row.propertyNames())).append('\n'));
    for (ObjectNode row : rows) {
      List<String> cells = row.valueStream().map(cell -> cell.asString("")).toList();
      text.append(String.join(",", cells)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
