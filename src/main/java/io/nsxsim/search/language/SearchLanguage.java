package io.nsxsim.search.language;

import io.nsxsim.search.language.Condition.Between;
import io.nsxsim.search.language.Condition.Bound;
import io.nsxsim.search.language.Condition.Everything;
import io.nsxsim.search.language.Condition.Exists;
import io.nsxsim.search.language.Condition.Matches;
import io.nsxsim.search.language.Condition.Not;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The language of NSX's full text search.
 *
 * <p>A term is {@code field:value}, or a value alone, which any field may have. Terms are joined by
 * AND, OR and NOT in capitals or {@code &&}, {@code ||}, {@code !} and {@code -}; nothing between
 * two terms means AND, which binds tighter than OR. A value may have the wildcards {@code *} and
 * {@code ?}; it may be quoted, a list in parentheses, a range such as {@code [1 TO 5]} or {@code {1
 * TO *}}, or {@code >=5}. A backslash makes the next character mean itself.
 *
 * <p>A value needs no quotes to have spaces: it ends before an operator, a parenthesis, a quote, a
 * sign, or the next {@code field:value}. So {@code name:my web server type:Segment} has two terms.
 * As such words may also be meant as terms of their own, documents are found, too, where only the
 * first words are the field's value and the others are found anywhere.
 *
 * <p>Source: NSX's API guide on the full text search, and what the Terraform provider sends.
 */
public final class SearchLanguage {

  private static final int DEEPEST = 100;
  private static final int MOST_READINGS = 6;

  private final QueryText text;

  private SearchLanguage(String query) {
    this.text = new QueryText(query);
  }

  /** Reads a query; refuses one that cannot be read. */
  public static Condition read(String query) {
    return readWithin(query, Condition.ANYWHERE);
  }

  /** Reads what could stand in parentheses behind a field's name. */
  public static Condition readWithin(String query, String field) {
    SearchLanguage language = new SearchLanguage(query);
    Condition condition = language.any(new Place(field, 0));
    if (!language.text.atEnd()) {
      throw language.text.malformed("has a parenthesis too many");
    }
    return condition;
  }

  /** Which field values without one belong to, and how many parentheses are open. */
  private record Place(String field, int depth) {}

  private Condition any(Place place) {
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(all(place));
    } while (text.takeOperator("OR", "||"));
    return Condition.any(parts);
  }

  private Condition all(Place place) {
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(one(place));
    } while (text.takeOperator("AND", "&&") || anotherFollows());
    return Condition.all(parts);
  }

  private boolean anotherFollows() {
    return !text.atEnd() && !text.at(')') && !atOr();
  }

  private boolean atOr() {
    return text.atOperator() && !text.at('N');
  }

  private Condition one(Place place) {
    Place inside = deeper(place, place.field());
    if (text.takeOperator("NOT", "") || text.takePrefix('!') || text.takePrefix('-')) {
      return new Not(one(inside));
    }
    if (text.takePrefix('+')) {
      return one(inside);
    }
    if (text.take('(')) {
      return group(inside);
    }
    requireTerm();
    Optional<String> field = text.takeField();
    return field.isEmpty() ? value(place.field(), place) : ofField(field.get(), inside);
  }

  private void requireTerm() {
    if (text.atOperator()) {
      throw text.malformed("has an operator where a term is missing");
    }
  }

  private Condition group(Place inside) {
    Condition condition = any(inside);
    text.expect(')');
    return condition;
  }

  private Condition ofField(String field, Place place) {
    text.skipBlanks();
    requireTerm();
    if (field.equals("_exists_")) {
      return new Exists(new Text(text.takeWord(""), false).plain());
    }
    if (text.take('(')) {
      return group(deeper(place, field));
    }
    if (field.equals("*") && text.take("*")) {
      return new Everything();
    }
    return value(field, place);
  }

  private Condition value(String field, Place place) {
    if (text.take('"')) {
      return new Matches(field, new Text(text.takeQuoted(), true), List.of());
    }
    if (field.equals(Condition.ANYWHERE)) {
      return new Matches(field, new Text(text.takeWord(""), false), List.of());
    }
    if (text.at('[') || text.at('{')) {
      return range(field);
    }
    if (text.at('<') || text.at('>')) {
      return comparison(field);
    }
    return words(field, place);
  }

  private Condition range(String field) {
    boolean fromInclusive = text.take('[');
    if (!fromInclusive) {
      text.expect('{');
    }
    Bound from = bound(fromInclusive);
    if (!text.takeOperator("TO", "")) {
      throw text.malformed("has a range without TO");
    }
    Optional<String> to = boundValue();
    boolean toInclusive = text.take(']');
    if (!toInclusive) {
      text.expect('}');
    }
    return new Between(field, from, new Bound(to, toInclusive));
  }

  private Bound bound(boolean inclusive) {
    return new Bound(boundValue(), inclusive);
  }

  private Optional<String> boundValue() {
    text.skipBlanks();
    String pattern = text.take('"') ? text.takeQuoted() : text.takeWord("]}");
    return pattern.equals("*") ? Optional.empty() : Optional.of(new Text(pattern, false).plain());
  }

  private Condition comparison(String field) {
    boolean more = text.take('>');
    if (!more) {
      text.expect('<');
    }
    boolean inclusive = text.take("=");
    Bound bound = bound(inclusive);
    return more ? new Between(field, bound, Bound.OPEN) : new Between(field, Bound.OPEN, bound);
  }

  private Condition words(String field, Place place) {
    StringBuilder whole = new StringBuilder(text.takeWord(""));
    List<String> values = new ArrayList<>(List.of(whole.toString()));
    List<String> words = new ArrayList<>(values);
    while (text.goesOn()) {
      whole.append(text.takeBlanks());
      String word = text.takeWord("");
      words.add(word);
      values.add(whole.append(word).toString());
    }
    List<Condition> others = new ArrayList<>();
    for (int end = 1; end < words.size() && words.size() <= MOST_READINGS; end++) {
      others.add(shorter(field, values.get(end - 1), words.subList(end, words.size()), place));
    }
    return new Matches(field, new Text(whole.toString(), false), others);
  }

  private static Condition shorter(String field, String value, List<String> rest, Place place) {
    List<Condition> parts = new ArrayList<>();
    parts.add(new Matches(field, new Text(value, false), List.of()));
    for (String word : rest) {
      parts.add(new Matches(place.field(), new Text(word, false), List.of()));
    }
    return Condition.all(parts);
  }

  private Place deeper(Place place, String field) {
    if (place.depth() == DEEPEST) {
      throw text.malformed("is nested too deep");
    }
    return new Place(field, place.depth() + 1);
  }
}
