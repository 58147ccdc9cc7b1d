package io.nsxsim.web.list;

import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The query parameters of an NSX list: which page, in which order, and filters.
 *
 * @param start how many results were delivered before; the cursor is this number
 * @param size results on a page, 1 to 1000; asked for 0, it is 1000
 * @param sortBy a field name, or empty
 * @param fields the fields wanted of each result, or none for all
 * @param filters every parameter as it was sent
 */
public record ListQuery(
    int start,
    int size,
    String sortBy,
    boolean ascending,
    Set<String> fields,
    Map<String, String> filters) {

  private static final int LARGEST_PAGE = 1000;

  /** Reads query parameters; refuses a cursor or page size that is none. */
  public static ListQuery of(Map<String, String> parameters) {
    String fields = parameters.getOrDefault("included_fields", "");
    return new ListQuery(
        number(parameters, "cursor", 0, Integer.MAX_VALUE),
        pageSize(parameters),
        parameters.getOrDefault("sort_by", ""),
        !"false".equalsIgnoreCase(parameters.getOrDefault("sort_ascending", "true")),
        fields.isEmpty() ? Set.of() : Set.of(fields.split("\\s*,\\s*")),
        Map.copyOf(parameters));
  }

  /** Keeps what agrees with a parameter, if it was sent; letter case does not count. */
  public <T> Stream<T> filter(Stream<T> all, String parameter, Function<T, String> field) {
    String wanted = filters.getOrDefault(parameter, "");
    return wanted.isEmpty()
        ? all
        : all.filter(result -> field.apply(result).equalsIgnoreCase(wanted));
  }

  /**
   * Cuts out the page that was asked for.
   *
   * @param sortable the fields that can be sorted by; another one is refused
   */
  public <T> ResultPage page(Stream<T> all, Map<String, Function<T, String>> sortable) {
    List<T> results = sorted(all, sortable).toList();
    int from = Math.min(start, results.size());
    int to = Math.min(from + size, results.size());
    return new ResultPage(
        included(results.subList(from, to)),
        results.size(),
        to < results.size() ? String.valueOf(to) : "",
        sortBy,
        ascending);
  }

  private <T> Stream<T> sorted(Stream<T> all, Map<String, Function<T, String>> sortable) {
    if (sortBy.isEmpty()) {
      return all;
    }
    Function<T, String> field = sortable.get(sortBy);
    if (field == null) {
      throw refusal("sort_by", "Expected one of " + sortable.keySet() + ", found " + sortBy);
    }
    Comparator<T> order = Comparator.comparing(field);
    return all.sorted(ascending ? order : order.reversed());
  }

  private List<?> included(List<?> results) {
    return fields.isEmpty() ? results : ResultPage.only(fields, results);
  }

  private static int pageSize(Map<String, String> parameters) {
    int size = number(parameters, "page_size", LARGEST_PAGE, LARGEST_PAGE);
    return size == 0 ? LARGEST_PAGE : size;
  }

  private static int number(Map<String, String> parameters, String name, int usual, int most) {
    String text = parameters.getOrDefault(name, "");
    if (text.isEmpty()) {
      return usual;
    }
    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > most) {
      throw refusal(name, "Expected a number from 0 to " + most + ", found " + text);
    }
    return Integer.parseInt(text);
  }

  private static Refusal refusal(String parameter, String message) {
    return new Refusal(List.of(new Problem(Reason.INVALID_PARAMETER, parameter, message)));
  }
}
