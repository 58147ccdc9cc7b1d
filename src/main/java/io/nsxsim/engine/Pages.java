package io.nsxsim.engine;

import io.nsxsim.catalogue.Kind;
import io.nsxsim.catalogue.Schemas;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.store.ResourceRepository;
import io.nsxsim.store.StoredResource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

  private static final String PATH = "path";

  /** What is applied in an order is listed in that order. */
  private static final String SEQUENCE = "sequence_number";

  private final ResourceRepository resources;
  private final Schemas schemas;

  Pages(ResourceRepository resources, Schemas schemas) {
    this.resources = resources;
    this.schemas = schemas;
  }

  /** An object and what it is ordered by. */
  private record Entry(String key, String path, StoredResource row) {}

  /** The JSON of one page; {@code show} makes the text of a row. */
  String page(
      PolicyPath collection, Kind kind, ListQuery query, Function<StoredResource, String> show) {
    Map<String, String> filters = filters(kind, query);
    String sortBy = query.sortBy().orElseGet(() -> usualOrder(kind));
    boolean keyed = !sortBy.equals(PATH) || !query.ascending() || !filters.isEmpty();
    Optional<Cursor> last = query.cursor().map(text -> Cursor.read(text, collection, keyed));
    long count;
    List<StoredResource> rows;
    if (keyed) {
      List<Entry> entries =
          resources.findInCollection(collection.value()).stream()
              .map(row -> new Parsed(row, JsonMapper.shared().readTree(row.document())))
              .filter(parsed -> agrees(parsed.document(), filters))
              .map(parsed -> new Entry(key(parsed, sortBy), parsed.row().path(), parsed.row()))
              .toList();
      count = entries.size();
      rows = sorted(entries, last, query);
    } else {
      count = resources.countInCollection(collection.value());
      String after = last.map(Cursor::path).orElse("");
      rows = resources.findPage(collection.value(), after, query.pageSize() + 1);
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
      StoredResource end = shown.getLast();
      Optional<String> key =
          keyed
              ? Optional.of(
                  key(new Parsed(end, JsonMapper.shared().readTree(end.document())), sortBy))
              : Optional.empty();
      text.append(",\"cursor\":\"").append(new Cursor(key, end.path()).text()).append('"');
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

  private static List<StoredResource> sorted(
      List<Entry> entries, Optional<Cursor> last, ListQuery query) {
    Comparator<Entry> order = query.ascending() ? ORDER : ORDER.reversed();
    Optional<Entry> end = last.map(Pages::entry);
    return entries.stream()
        .filter(entry -> end.isEmpty() || order.compare(entry, end.get()) > 0)
        .sorted(order)
        .limit(query.pageSize() + 1L)
        .map(Entry::row)
        .toList();
  }

  private static Entry entry(Cursor cursor) {
    StoredResource nothing = new StoredResource(cursor.path(), "/", "", false);
    return new Entry(cursor.key().orElse(""), cursor.path(), nothing);
  }

  private String usualOrder(Kind kind) {
    return schemas.shape(kind.schema()).names().contains(SEQUENCE) ? SEQUENCE : PATH;
  }

  /** What a row is ordered by; numbers are padded, so that they order as numbers do. */
  private static String key(Parsed parsed, String sortBy) {
    JsonNode value = parsed.document().path(sortBy);
    return value.isIntegralNumber()
        ? String.format("%020d", value.longValue())
        : value.asString("").toLowerCase(Locale.ROOT);
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
