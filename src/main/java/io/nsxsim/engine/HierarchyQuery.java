package io.nsxsim.engine;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which part of the tree below an object is shown with it.
 *
 * @param basePath the object whose surroundings are left out, itself and what is below it not
 * @param filters expressions of which one is found in the type of every object on the way down
 * @param types the types that are shown, wherever they are, with what is above and below them
 */
public record HierarchyQuery(
    Optional<PolicyPath> basePath, List<Pattern> filters, Set<String> types) {

  private static final String BY_TYPE = "Type-";

  /**
   * Reads the parameters of the same names, each of them empty if it was not sent; refuses what is
   * no path and what is no regular expression.
   */
  public static HierarchyQuery of(String basePath, String filter, String typeFilter) {
    List<Pattern> filters = new ArrayList<>();
    for (String each : elements(filter)) {
      if (!each.startsWith(BY_TYPE)) {
        throw refusal("A filter begins with " + BY_TYPE + ", not so " + each);
      }
      try {
        filters.add(Pattern.compile(each.substring(BY_TYPE.length())));
      } catch (PatternSyntaxException e) {
        throw refusal("The filter " + each + " is no regular expression: " + e.getDescription());
      }
    }
    if (!basePath.isEmpty() && !PolicyPath.isPolicyPath(basePath)) {
      throw refusal("base_path is no path: " + basePath);
    }
    return new HierarchyQuery(
        Optional.of(basePath).filter(path -> !path.isEmpty()).map(PolicyPath::new),
        List.copyOf(filters),
        Set.copyOf(elements(typeFilter)));
  }

  /** Tells whether nothing was asked for but the object itself. */
  public boolean isEmpty() {
    return basePath.isEmpty() && filters.isEmpty() && types.isEmpty();
  }

  /** Tells whether everything below the base is asked for. */
  boolean isEverything() {
    return filters.isEmpty() && types.isEmpty();
  }

  boolean admits(String type) {
    return filters.stream().anyMatch(filter -> filter.matcher(type).find());
  }

  private static List<String> elements(String text) {
    return List.of(text.split(";")).stream()
        .map(String::strip)
        .filter(element -> !element.isEmpty())
        .distinct()
        .toList();
  }

  private static Refusal refusal(String message) {
    return new Refusal(Reason.INVALID_PARAMETER, message + ".");
  }
}
