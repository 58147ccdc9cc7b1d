package io.nsxsim.web.search;

import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.search.PageRequest;
import io.nsxsim.search.index.Order;
import io.nsxsim.search.index.Position;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the query parameters of searches; refuses those that cannot be read. */
final class SearchParameters {

  private SearchParameters() {}

  static String query(Map<String, String> parameters) {
    String query = parameters.getOrDefault("query", "");
    if (query.isBlank()) {
      throw refusal("query", "Required: the search query");
    }
    return query;
  }

  static PageRequest page(Map<String, String> parameters) {
    return new PageRequest(
        Position.of(parameters.getOrDefault("cursor", "")),
        size(parameters.getOrDefault("page_size", "")),
        new Order(sortBy(parameters), ascending(parameters)),
        Set.copyOf(names(parameters.getOrDefault("included_fields", ""))));
  }

  static List<String> sortBy(Map<String, String> parameters) {
    return names(parameters.getOrDefault("sort_by", ""));
  }

  static boolean ascending(Map<String, String> parameters) {
    String value = parameters.getOrDefault("sort_ascending", "");
    return switch (value) {
      case "", "true" -> true;
      case "false" -> false;
      default -> throw refusal("sort_ascending", "Expected true or false, found " + value);
    };
  }

  private static int size(String value) {
    if (value.isEmpty()) {
      return PageRequest.LARGEST;
    }
    int size = value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : -1;
    if (size < 0 || size > PageRequest.LARGEST) {
      String expected = "Expected a number from 0 to " + PageRequest.LARGEST;
      throw refusal("page_size", expected + ", found " + value);
    }
    return size == 0 ? PageRequest.LARGEST : size;
  }

  private static List<String> names(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private static Refusal refusal(String parameter, String message) {
    return new Refusal(List.of(new Problem(Reason.INVALID_PARAMETER, parameter, message)));
  }
}
