package io.nsxsim.topology.reader;

import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Sends paths of BGP through route maps and prefix lists. The first entry of a route map that
 * matches decides; what it sets becomes the path's.
 *
 * <p>Source: the API reference on {@code RouteMapEntry}, {@code RouteMapEntrySet} and {@code
 * CommunityMatchCriteria}.
 */
final class RouteMaps {

  private final Documents documents;
  private final PrefixFilters filters;
  private final Notes notes;

  RouteMaps(Documents documents, PrefixFilters filters, Notes notes) {
    this.documents = documents;
    this.filters = filters;
    this.notes = notes;
  }

  /** What the first filter that lets a path pass makes of it; without filters it stays as it is. */
  Optional<BgpPath> apply(List<String> paths, BgpPath path, String subject) {
    if (paths.isEmpty()) {
      return Optional.of(path);
    }
    for (String text : paths) {
      if (PolicyPath.isPolicyPath(text)) {
        Optional<BgpPath> passed = apply(new PolicyPath(text), path, subject);
        if (passed.isPresent()) {
          return passed;
        }
      }
    }
    return Optional.empty();
  }

  /** What one filter makes of a path; empty if it is kept back. */
  Optional<BgpPath> apply(PolicyPath filter, BgpPath path, String subject) {
    Optional<Document> map =
        documents.find(filter).filter(document -> !document.type().equals("PrefixList"));
    if (map.isEmpty()) {
      return filters.passes(filter, path.network(), subject) ? Optional.of(path) : Optional.empty();
    }
    for (Document entry : map.get().objects("entries")) {
      if (matches(entry, path, subject)) {
        return entry.text("action").orElse("PERMIT").equals("PERMIT")
            ? Optional.of(set(entry, path))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean matches(Document entry, BgpPath path, String subject) {
    List<String> lists = entry.texts("prefix_list_matches");
    boolean fits =
        lists.isEmpty()
            || lists.stream()
                .filter(PolicyPath::isPolicyPath)
                .anyMatch(list -> filters.passes(new PolicyPath(list), path.network(), subject));
    return fits
        && entry.objects("community_list_matches").stream()
            .allMatch(criteria -> matchesCommunities(criteria, path.communities(), subject));
  }

  /** Criteria are a community list's path or a regular expression, as the operator says. */
  private boolean matchesCommunities(Document criteria, Set<String> present, String subject) {
    String operator = criteria.text("match_operator").orElse("MATCH_ANY");
    String text = criteria.text("criteria").orElse("");
    if (operator.endsWith("REGEX")) {
      return matchesExpression(text, present, subject);
    }
    Set<String> wanted =
        PolicyPath.isPolicyPath(text)
            ? documents
                .find(new PolicyPath(text))
                .map(list -> Set.copyOf(list.texts("communities")))
                .orElse(Set.of())
            : Set.of(text);
    return switch (operator) {
      case "MATCH_ALL" -> present.containsAll(wanted) && !wanted.isEmpty();
      case "MATCH_EXACT" -> present.equals(wanted);
      default -> wanted.stream().anyMatch(present::contains);
    };
  }

  private boolean matchesExpression(String text, Set<String> present, String subject) {
    try {
      Pattern pattern = Pattern.compile(text);
      return present.stream().anyMatch(community -> pattern.matcher(community).find());
    } catch (PatternSyntaxException e) {
      notes.add(subject, "The expression " + text + " of a route map cannot be read: nothing fits");
      return false;
    }
  }

  private static BgpPath set(Document entry, BgpPath path) {
    Optional<Document> set = entry.object("set");
    if (set.isEmpty()) {
      return path;
    }
    Document wanted = set.get();
    List<String> asPath = new ArrayList<>(words(wanted, "as_path_prepend"));
    asPath.addAll(path.asPath());
    Set<String> communities =
        wanted.has("community") ? new HashSet<>(words(wanted, "community")) : path.communities();
    return new BgpPath(
        path.network(),
        wanted.number("weight", path.weight()),
        wanted.number("local_preference", path.localPreference()),
        asPath,
        wanted.number("med", (int) path.med()),
        communities);
  }

  private static List<String> words(Document document, String field) {
    return document.text(field).stream()
        .flatMap(text -> List.of(text.split("[\\s,]+")).stream())
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
