package io.nsxsim.search.language;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a document must be like to be found. */
public sealed interface Condition {

  /** The name that stands for all fields together. */
  String ANYWHERE = "";

  /** All of at least one. */
  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** Any of at least one. */
  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** The contrary. */
  record Not(Condition part) implements Condition {}

  /**
   * A field has a value like a text.
   *
   * @param field a name with dots for nested fields, or {@link #ANYWHERE}
   * @param otherReadings what the query may mean as well, such as a shorter value and further words
   */
  record Matches(String field, Text text, List<Condition> otherReadings) implements Condition {
    public Matches {
      otherReadings = List.copyOf(otherReadings);
    }
  }

  /** A field has one of some values, whatever the letters' case. */
  record OneOf(String field, Set<String> values) implements Condition {
    public OneOf {
      values = Set.copyOf(values);
    }
  }

  /** A field has a value within bounds: by number or date if they are, else by letters. */
  record Between(String field, Bound from, Bound to) implements Condition {}

  /** A field has a value. */
  record Exists(String field) implements Condition {}

  /** Whatever there is. */
  record Everything() implements Condition {}

  /**
   * One end of a range.
   *
   * @param value absent when the range is open there
   * @param inclusive whether the value itself is within
   */
  record Bound(Optional<String> value, boolean inclusive) {

    /** No bound at all. */
    public static final Bound OPEN = new Bound(Optional.empty(), true);
  }

  /** All of some, or the only one. */
  static Condition all(List<Condition> parts) {
    return parts.size() == 1 ? parts.getFirst() : new All(parts);
  }

  /** Any of some, or the only one. */
  static Condition any(List<Condition> parts) {
    return parts.size() == 1 ? parts.getFirst() : new Any(parts);
  }

  /** A field has exactly a value, letters' case aside. */
  static Condition is(String field, String value) {
    return new Matches(field, Text.literal(value), List.of());
  }
}
