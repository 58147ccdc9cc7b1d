package io.nsxsim.search.language;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.search.language.Condition.Between;
import io.nsxsim.search.language.Condition.Bound;
import io.nsxsim.search.language.Condition.Matches;
import io.nsxsim.search.language.Condition.Not;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The language of NSX's DSL search: a type, and then perhaps {@code where} with predicates, as in
 * {@code segment where tags.scope = prod and not (vlan_ids > 5 or display_name like web)}. Letters'
 * case never matters. Operators are {@code =}, {@code !=}, {@code <}, {@code <=}, {@code >}, {@code
 * >=} and {@code like}, which means "contains"; {@code and} binds tighter than {@code or}. A value
 * ends before {@code and}, {@code or} or a parenthesis, unless it is in quotes.
 *
 * <p>Source: NSX's API guide on the DSL search; {@code not} is an addition.
 */
public final class EntityLanguage {

  private static final int DEEPEST = 100;
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\G\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([()])|(!=|<=|>=|=|<|>)|([^\\s()\"=<>!]++))");

  private final String query;
  private final List<Token> tokens = new ArrayList<>();
  private int position;

  private record Token(String text, boolean quoted) {
    boolean is(String word) {
      return !quoted && text.equalsIgnoreCase(word);
    }
  }

  private EntityLanguage(String query) {
    this.query = query;
    readTokens();
  }

  /** Reads a query; refuses one that cannot be read. */
  public static Condition read(String query) {
    EntityLanguage language = new EntityLanguage(query);
    Condition condition = language.entity();
    if (language.position < language.tokens.size()) {
      throw language.malformed();
    }
    return condition;
  }

  private void readTokens() {
    Matcher matcher = TOKEN.matcher(query);
    int end = 0;
    while (matcher.find()) {
      boolean quoted = matcher.group(1) != null;
      String text = quoted ? matcher.group(1).replaceAll("\\\\(.)", "$1") : matcher.group().strip();
      tokens.add(new Token(text, quoted));
      end = matcher.end();
    }
    if (!query.substring(end).isBlank()) {
      position = tokens.size();
      throw malformed();
    }
  }

  private Condition entity() {
    Condition type = Condition.is("resource_type", next().text());
    if (position == tokens.size()) {
      return type;
    }
    if (!take("where")) {
      throw malformed();
    }
    return Condition.all(List.of(type, any(0)));
  }

  private Condition any(int depth) {
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(all(depth));
    } while (take("or"));
    return Condition.any(parts);
  }

  private Condition all(int depth) {
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(one(depth));
    } while (take("and"));
    return Condition.all(parts);
  }

  private Condition one(int depth) {
    if (depth == DEEPEST) {
      throw malformed();
    }
    if (take("not")) {
      return new Not(one(depth + 1));
    }
    if (take("(")) {
      Condition inside = any(depth + 1);
      if (!take(")")) {
        throw malformed();
      }
      return inside;
    }
    String field = next().text();
    Token operator = next();
    return predicate(field, operator.text().toLowerCase(Locale.ROOT), value());
  }

  private Condition predicate(String field, String operator, String value) {
    Bound exclusive = new Bound(Optional.of(value), false);
    Bound inclusive = new Bound(Optional.of(value), true);
    return switch (operator) {
      case "=" -> Condition.is(field, value);
      case "!=" -> new Not(Condition.is(field, value));
      case "<" -> new Between(field, Bound.OPEN, exclusive);
      case "<=" -> new Between(field, Bound.OPEN, inclusive);
      case ">" -> new Between(field, exclusive, Bound.OPEN);
      case ">=" -> new Between(field, inclusive, Bound.OPEN);
      case "like" ->
          new Matches(field, new Text("*" + Text.escaped(value) + "*", false), List.of());
      default -> throw malformed();
    };
  }

  private String value() {
    Token first = next();
    StringBuilder value = new StringBuilder(first.text());
    while (!first.quoted() && position < tokens.size() && !endsValue(tokens.get(position))) {
      value.append(' ').append(next().text());
    }
    return value.toString();
  }

  private static boolean endsValue(Token token) {
    return token.is("and") || token.is("or") || token.is("(") || token.is(")");
  }

  private boolean take(String word) {
    if (position < tokens.size() && tokens.get(position).is(word)) {
      position++;
      return true;
    }
    return false;
  }

  private Token next() {
    if (position == tokens.size() || (!tokens.get(position).quoted() && atParenthesis())) {
      throw malformed();
    }
    return tokens.get(position++);
  }

  private boolean atParenthesis() {
    return tokens.get(position).is("(") || tokens.get(position).is(")");
  }

  private Refusal malformed() {
    String place =
        position < tokens.size() ? "before " + tokens.get(position).text() : "at its end";
    return new Refusal(
        Reason.MALFORMED_QUERY, "The search query cannot be read %s: %s".formatted(place, query));
  }
}
