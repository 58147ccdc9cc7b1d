package io.nsxsim.engine;

import io.nsxsim.catalogue.Kind;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.store.ResourceRepository;
import io.nsxsim.store.StoredResource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lists collections page by page. A cursor names the last object of the page before, so that
 * objects that come or go between two pages neither repeat nor hide others.
 */
@Component
class Pages {

  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::key).thenComparing(Entry::path);

  /** Stands before a field whose objects are only listed when the parameter is true. */
  private static final String ON_REQUEST = "!";

  private final ResourceRepository resources;

  Pages(ResourceRepository resources) {
    this.resources = resources;
  }

  /** An object and what it is ordered by. */
  private record Entry(String key, String path, StoredResource row) {}

  /** The JSON of one page; {@code show} makes the text of a row. */
  String page(
      PolicyPath collection, Kind kind, ListQuery query, Function<StoredResource, String> show) {
    Map<String, String> filters = filters(kind, query);
    boolean byPath = query.sortBy().isEmpty() || query.sortBy().get().equals("path");
    long count;
    List<StoredResource> rows;
    if (byPath && query.ascending() && filters.isEmpty()) {
      count = resources.countInCollection(collection.value());
      String after = query.cursor().map(Pages::decode).orElse("");
      rows = resources.findPage(collection.value(), after, query.pageSize() + 1);
    } else {
      List<Entry> entries =
          resources.findInCollection(collection.value()).stream()
              .map(row -> new Parsed(row, JsonMapper.shared().readTree(row.document())))
              .filter(parsed -> agrees(parsed.document(), filters))
              .map(parsed -> entry(parsed, query))
              .toList();
      count = entries.size();
      rows = sorted(entries, query);
    }
    boolean more = rows.size() > query.pageSize();
    List<StoredResource> shown = more ? rows.subList(0, query.pageSize()) : rows;
    StringBuilder text = new StringBuilder("{\"results\":[");
    for (int i = 0; i < shown.size(); i++) {
      text.append(i == 0 ? "" : ",").append(select(show.apply(shown.get(i)), query));
    }
    text.append("],\"result_count\":").append(count);
    query.sortBy().ifPresent(field -> text.append(",\"sort_by\":").append(quoted(field)));
    text.append(",\"sort_ascending\":").append(query.ascending());
    if (more) {
      text.append(",\"cursor\":\"")
          .append(encode(shown.getLast(), query, byPath, !filters.isEmpty()))
          .append('"');
    }
    return text.append('}').toString();
  }

  /** What a list's parameters ask of the fields of its objects. */
  private static Map<String, String> filters(Kind kind, ListQuery query) {
    Map<String, String> filters = new HashMap<>();
    kind.filters()
        .forEach((parameter, field) -> {
          String value = query.parameters().get(parameter);
          if (field.startsWith(ON_REQUEST)) {
            if (!"true".equalsIgnoreCase(value)) {
              filters.put(field.substring(ON_REQUEST.length()), "false");
            }
          } else if (value != null) {
            filters.put(field, value);
          }
        });
    return filters;
  }

  /**
   * Several values between commas are alternatives; a field that is not there is false, one that
   * lists values has each.
   */
  private static boolean agrees(JsonNode document, Map<String, String> filters) {
    return filters.entrySet().stream()
        .allMatch(filter -> {
          List<String> allowed = List.of(filter.getValue().split("\\s*,\\s*"));
          JsonNode field = document.path(filter.getKey());
          return field.isArray()
              ? field.valueStream().anyMatch(value -> allowed.contains(value.asString("")))
              : allowed.contains(field.asString("false"));
        });
  }

  /** A row and its document. */
  private record Parsed(StoredResource row, JsonNode document) {}

  private static List<StoredResource> sorted(List<Entry> entries, ListQuery query) {
    Comparator<Entry> order = query.ascending() ? ORDER : ORDER.reversed();
    Optional<Entry> last = query.cursor().map(Pages::decode).map(Pages::lastEntry);
    return entries.stream()
        .filter(entry -> last.isEmpty() || order.compare(entry, last.get()) > 0)
        .sorted(order)
        .limit(query.pageSize() + 1L)
        .map(Entry::row)
        .toList();
  }

  private static Entry entry(Parsed parsed, ListQuery query) {
    JsonNode value = parsed.document().path(query.sortBy().orElse("path"));
    return new Entry(sortKey(value), parsed.row().path(), parsed.row());
  }

  /** Numbers are padded, so that they order as numbers do. */
  private static String sortKey(JsonNode value) {
    return value.isIntegralNumber()
        ? String.format("%020d", value.longValue())
        : value.asString("").toLowerCase(java.util.Locale.ROOT);
  }

  private static Entry lastEntry(String cursor) {
    int cut = cursor.indexOf('\n');
    String path = cursor.substring(cut + 1);
    return new Entry(
        cut < 0 ? "" : cursor.substring(0, cut), path, new StoredResource(path, "/", "", false));
  }

  private static String encode(
      StoredResource row, ListQuery query, boolean byPath, boolean filtered) {
    Parsed parsed = new Parsed(row, JsonMapper.shared().readTree(row.document()));
    String position =
        byPath && query.ascending() && !filtered
            ? row.path()
            : entry(parsed, query).key() + "\n" + row.path();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(position.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Reason.INVALID_PARAMETER, "The cursor " + cursor + " is none of ours.");
    }
  }

  private static String select(String document, ListQuery query) {
    if (query.includedFields().isEmpty()) {
      return document;
    }
    ObjectNode node = (ObjectNode) JsonMapper.shared().readTree(document);
    node.retain(query.includedFields());
    return node.toString();
  }

  private static String quoted(String text) {
    return JsonMapper.shared().writeValueAsString(text);
  }
}
