package io.nsxsim.web.policy;

import io.nsxsim.engine.ListQuery;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the parameters that every list takes. */
public final class ListQueries {

  private ListQueries() {}

  /** The list parameters of a request; refuses those that cannot be read. */
  public static ListQuery read(HttpServletRequest request) {
    if (request.getQueryString() == null) {
      return ListQuery.ALL;
    }
    String fields = text(request, "included_fields").orElse("");
    return new ListQuery(
        text(request, "cursor"),
        pageSize(request),
        text(request, "sort_by"),
        flag(request, "sort_ascending", true),
        fields.isEmpty() ? List.of() : List.of(fields.split("\\s*,\\s*")),
        request.getParameterMap().entrySet().stream()
            .filter(parameter -> !parameter.getValue()[0].isEmpty())
            .collect(Collectors.toMap(Map.Entry::getKey, parameter -> parameter.getValue()[0])));
  }

  private static Optional<String> text(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).filter(value -> !value.isEmpty());
  }

  private static int pageSize(HttpServletRequest request) {
    String value = text(request, "page_size").orElse("" + ListQuery.LARGEST_PAGE);
    try {
      int size = Integer.parseInt(value);
      if (size >= 0 && size <= ListQuery.LARGEST_PAGE) {
        return size == 0 ? ListQuery.LARGEST_PAGE : size;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number out of range.
    }
    throw new Refusal(
        Reason.INVALID_PARAMETER, "page_size is 0 to " + ListQuery.LARGEST_PAGE + ", not " + value);
  }

  private static boolean flag(HttpServletRequest request, String name, boolean otherwise) {
    String value = text(request, name).orElse("" + otherwise);
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new Refusal(
              Reason.INVALID_PARAMETER, name + " is true or false, not " + value + ".");
    };
  }
}
