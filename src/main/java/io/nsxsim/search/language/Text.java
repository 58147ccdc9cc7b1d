package io.nsxsim.search.language;

/**
 * A value to compare with.
 *
 * @param pattern the text, where {@code *} stands for any characters, {@code ?} for any one, and a
 *     backslash makes the next character mean itself
 * @param quoted whether it stood in quotes
 */
public record Text(String pattern, boolean quoted) {

  private static final String SPECIAL = "*?\\";

  /** A text in which every character means itself. */
  public static Text literal(String value) {
    return new Text(escaped(value), false);
  }

  /** A pattern in which every character of the value means itself. */
  static String escaped(String value) {
    StringBuilder pattern = new StringBuilder();
    for (char each : value.toCharArray()) {
      append(pattern, each);
    }
    return pattern.toString();
  }

  /** Appends a character that means itself. */
  static void append(StringBuilder pattern, char character) {
    if (SPECIAL.indexOf(character) >= 0) {
      pattern.append('\\');
    }
    pattern.append(character);
  }

  /** Tells whether any value fits. */
  public boolean fitsAnything() {
    return pattern.equals("*");
  }

  /** Tells whether the text stands for more than itself. */
  public boolean hasWildcards() {
    for (int i = 0; i < pattern.length(); i++) {
      char each = pattern.charAt(i);
      if (each == '\\') {
        i++;
      } else if (each == '*' || each == '?') {
        return true;
      }
    }
    return false;
  }

  /** The text without escapes; wildcards stay. */
  public String plain() {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char each = pattern.charAt(i);
      plain.append(each == '\\' && i + 1 < pattern.length() ? pattern.charAt(++i) : each);
    }
    return plain.toString();
  }
}
