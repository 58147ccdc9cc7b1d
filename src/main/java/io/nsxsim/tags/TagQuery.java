package io.nsxsim.tags;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which tags are asked for. Letter case does not count, and {@code *} stands for any text.
 *
 * @param scope empty for any; an empty text for tags without a scope
 * @param tag empty for any
 */
public record TagQuery(Optional<String> scope, Optional<String> tag) {

  boolean matches(Tagged.Tag candidate) {
    return scope.filter(wanted -> !matches(wanted, candidate.scope())).isEmpty()
        && tag.filter(wanted -> !matches(wanted, candidate.tag())).isEmpty();
  }

  private static boolean matches(String wanted, String actual) {
    String pattern = wanted.toLowerCase(Locale.ROOT);
    String text = actual.toLowerCase(Locale.ROOT);
    if (pattern.indexOf('*') < 0) {
      return pattern.equals(text);
    }
    String expression = Pattern.quote(pattern).replace("*", "\\E.*\\Q");
    return Pattern.compile(expression, Pattern.DOTALL).matcher(text).matches();
  }
}
