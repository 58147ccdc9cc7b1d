package io.nsxsim.engine;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.store.ResourceRepository;
import io.nsxsim.store.StoredResource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
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

  private final ResourceRepository resources;

  Pages(ResourceRepository resources) {
    this.resources = resources;
  }

  /** An object and what it is ordered by. */
  private record Entry(String key, String path, StoredResource row) {}

  /** The JSON of one page; {@code show} makes the text of a row. */
  String page(PolicyPath collection, ListQuery query, Function<StoredResource, String> show) {
    long count = resources.countInCollection(collection.value());
    boolean byPath = query.sortBy().isEmpty() || query.sortBy().get().equals("path");
    List<StoredResource> rows =
        byPath && query.ascending()
            ? resources.findPage(
                collection.value(),
                query.cursor().map(Pages::decode).orElse(""),
                query.pageSize() + 1)
            : sorted(collection, query);
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
      text.append(",\"cursor\":\"").append(encode(shown.getLast(), query, byPath)).append('"');
    }
    return text.append('}').toString();
  }

  private List<StoredResource> sorted(PolicyPath collection, ListQuery query) {
    Comparator<Entry> order = query.ascending() ? ORDER : ORDER.reversed();
    Optional<Entry> last = query.cursor().map(Pages::decode).map(Pages::lastEntry);
    return resources.findInCollection(collection.value()).stream()
        .map(row -> entry(row, query))
        .filter(entry -> last.isEmpty() || order.compare(entry, last.get()) > 0)
        .sorted(order)
        .limit(query.pageSize() + 1L)
        .map(Entry::row)
        .toList();
  }

  private static Entry entry(StoredResource row, ListQuery query) {
    String field = query.sortBy().orElse("path");
    JsonNode value = JsonMapper.shared().readTree(row.document()).path(field);
    return new Entry(sortKey(value), row.path(), row);
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

  private static String encode(StoredResource row, ListQuery query, boolean byPath) {
    String position =
        byPath && query.ascending() ? row.path() : entry(row, query).key() + "\n" + row.path();
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
