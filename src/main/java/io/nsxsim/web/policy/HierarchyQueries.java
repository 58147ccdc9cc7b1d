package io.nsxsim.web.policy;

import io.nsxsim.engine.HierarchyQuery;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Reads the parameters that ask for a part of the tree below an object. */
final class HierarchyQueries {

  private HierarchyQueries() {}

  /** What is asked for, if a part of the tree is. */
  static Optional<HierarchyQuery> read(HttpServletRequest request) {
    if (request.getQueryString() == null) {
      return Optional.empty();
    }
    String filter = text(request, "filter");
    HierarchyQuery query =
        HierarchyQuery.of(
            text(request, "base_path"),
            filter.startsWith("Type-") ? filter : "", // some lists have a filter of another kind
            text(request, "type_filter"));
    return Optional.of(query).filter(asked -> !asked.isEmpty());
  }

  private static String text(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("");
  }
}
