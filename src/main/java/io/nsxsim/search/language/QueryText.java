package io.nsxsim.search.language;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters of a query, taken from left to right. */
final class QueryText {

  private static final Pattern FIELD = Pattern.compile("([A-Za-z_*][A-Za-z0-9_.*]*):(?!:)");
  private static final Pattern FIELD_WITH_VALUE =
      Pattern.compile("[+!-]?[A-Za-z_*][A-Za-z0-9_.*]*:(?=[^\\s:)])");
  private static final String PREFIXES = "!-+";

  private final String text;
  private int position;

  QueryText(String text) {
    this.text = text;
  }

  boolean atEnd() {
    skipBlanks();
    return position == text.length();
  }

  boolean at(char expected) {
    return position < text.length() && text.charAt(position) == expected;
  }

  boolean take(char expected) {
    skipBlanks();
    if (at(expected)) {
      position++;
      return true;
    }
    return false;
  }

  void expect(char expected) {
    if (!take(expected)) {
      throw malformed(
          atEnd()
              ? "ends where " + expected + " is missing"
              : "has " + text.charAt(position) + " where " + expected + " is missing");
    }
  }

  boolean take(String expected) {
    if (text.startsWith(expected, position)) {
      position += expected.length();
      return true;
    }
    return false;
  }

  /** Takes an operator that is a word of its own, or a sign. */
  boolean takeOperator(String word, String sign) {
    skipBlanks();
    if (atWord(word)) {
      position += word.length();
      return true;
    }
    return !sign.isEmpty() && take(sign);
  }

  /** Takes a sign in front of a term; a lone dash between blanks is none. */
  boolean takePrefix(char sign) {
    skipBlanks();
    if (at(sign) && atPrefix()) {
      position++;
      return true;
    }
    return false;
  }

  /** Takes the name of a field and its colon. */
  Optional<String> takeField() {
    Matcher matcher = FIELD.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    position = matcher.end();
    return Optional.of(matcher.group(1));
  }

  /** Takes the characters up to the next blank, parenthesis or operator; wildcards stay such. */
  String takeWord(String alsoEndsAt) {
    StringBuilder pattern = new StringBuilder();
    while (position < text.length() && !endsWord(alsoEndsAt)) {
      char each = text.charAt(position++);
      if (each == '\\') {
        Text.append(pattern, escaped());
      } else {
        pattern.append(each);
      }
    }
    if (pattern.isEmpty()) {
      throw malformed(
          position == text.length()
              ? "ends where a value is missing"
              : "has " + text.charAt(position) + " where a value is missing");
    }
    return pattern.toString();
  }

  /** Takes the characters up to the closing quote; the opening one is taken. */
  String takeQuoted() {
    StringBuilder pattern = new StringBuilder();
    while (!at('"')) {
      if (position == text.length()) {
        throw malformed("has a quote that does not end");
      }
      char each = text.charAt(position++);
      Text.append(pattern, each == '\\' ? escaped() : each);
    }
    position++;
    return pattern.toString();
  }

  String takeBlanks() {
    int start = position;
    skipBlanks();
    return text.substring(start, position);
  }

  void skipBlanks() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  /** Tells whether the value before this place goes on here. */
  boolean goesOn() {
    int start = position;
    skipBlanks();
    boolean goesOn =
        position < text.length()
            && "()\"".indexOf(text.charAt(position)) < 0
            && !atOperator()
            && !atPrefix()
            && !FIELD_WITH_VALUE.matcher(text).region(position, text.length()).lookingAt();
    position = start;
    return goesOn;
  }

  boolean atOperator() {
    return atWord("AND")
        || atWord("OR")
        || atWord("NOT")
        || text.startsWith("&&", position)
        || text.startsWith("||", position);
  }

  private boolean atPrefix() {
    return PREFIXES.indexOf(text.charAt(position)) >= 0
        && position + 1 < text.length()
        && !Character.isWhitespace(text.charAt(position + 1));
  }

  private boolean atWord(String word) {
    int end = position + word.length();
    return text.startsWith(word, position)
        && (end == text.length()
            || Character.isWhitespace(text.charAt(end))
            || text.charAt(end) == '('
            || text.charAt(end) == ')');
  }

  private boolean endsWord(String alsoEndsAt) {
    char each = text.charAt(position);
    return Character.isWhitespace(each)
        || "()".indexOf(each) >= 0
        || alsoEndsAt.indexOf(each) >= 0
        || text.startsWith("&&", position)
        || text.startsWith("||", position);
  }

  private char escaped() {
    if (position == text.length()) {
      throw malformed("ends with a backslash");
    }
    return text.charAt(position++);
  }

  /** The refusal of the whole query. */
  Refusal malformed(String what) {
    return new Refusal(
        Reason.MALFORMED_QUERY,
        "The search query %s, at character %d: %s".formatted(what, position + 1, text));
  }
}
