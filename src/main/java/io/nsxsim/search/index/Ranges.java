package io.nsxsim.search.index;

import io.nsxsim.search.language.Condition.Between;
import io.nsxsim.search.language.Condition.Bound;
import io.nsxsim.search.language.Condition.Exists;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermRangeQuery;

/**
 * Says ranges in Lucene's terms. Dates and times are as in ISO 8601, in UTC unless they say
 * otherwise, and are compared with milliseconds since the epoch, as NSX keeps them.
 */
final class Ranges {

  private static final double LAST_OF_DAY = 24 * 3600 * 1000 - 1;

  private Ranges() {}

  /** The values of a field between two bounds. */
  static Query query(Between range) {
    String field = range.field();
    if (range.from().value().isEmpty() && range.to().value().isEmpty()) {
      return LuceneQueries.of(new Exists(field));
    }
    if (isNumber(range.from()) && isNumber(range.to())) {
      return numbers(field, range);
    }
    if (!isNumeric(range.from()) || !isNumeric(range.to())) {
      return texts(field, range);
    }
    return new BooleanQuery.Builder()
        .add(numbers(field, range), Occur.SHOULD)
        .add(textsThatAreNoNumbers(field, range), Occur.SHOULD)
        .build();
  }

  private static Query textsThatAreNoNumbers(String field, Between range) {
    return new BooleanQuery.Builder()
        .add(texts(field, range), Occur.FILTER)
        .add(numbers(field, new Between(field, Bound.OPEN, Bound.OPEN)), Occur.MUST_NOT)
        .build();
  }

  private static boolean isNumber(Bound bound) {
    return bound.value().isEmpty() || Terms.number(bound.value().get()).isPresent();
  }

  private static boolean isNumeric(Bound bound) {
    return isNumber(bound) || bound.value().flatMap(Ranges::date).isPresent();
  }

  private static Query numbers(String field, Between range) {
    double from = number(range.from()).orElse(Double.NEGATIVE_INFINITY);
    double to = number(range.to()).orElse(Double.POSITIVE_INFINITY);
    boolean wholeDay = range.to().value().filter(value -> value.indexOf('T') < 0).isPresent();
    if (range.to().inclusive() && wholeDay && !isNumber(range.to())) {
      to += LAST_OF_DAY;
    }
    return new TermRangeQuery(
        Names.NUMBERS,
        Terms.of(field, from),
        Terms.of(field, to),
        range.from().inclusive(),
        range.to().inclusive());
  }

  private static OptionalDouble number(Bound bound) {
    if (bound.value().isEmpty()) {
      return OptionalDouble.empty();
    }
    OptionalDouble number = Terms.number(bound.value().get());
    return number.isPresent()
        ? number
        : OptionalDouble.of(bound.value().flatMap(Ranges::date).orElseThrow());
  }

  private static Optional<Double> date(String text) {
    try {
      return Optional.of((double) instant(text).toEpochMilli());
    } catch (DateTimeException noDate) {
      return Optional.empty();
    } catch (ArithmeticException tooFar) {
      return Optional.empty();
    }
  }

  private static Instant instant(String text) {
    int time = text.indexOf('T');
    if (time < 0) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    boolean hasZone =
        text.endsWith("Z") || text.indexOf('+', time) > 0 || text.indexOf('-', time) > 0;
    return hasZone
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }

  /** An open end is that of all values of the field: before the first, or behind the last. */
  private static Query texts(String field, Between range) {
    String last = field + (char) (Terms.SEPARATOR + 1);
    return TermRangeQuery.newStringRange(
        Names.VALUES,
        Terms.of(field, range.from().value().orElse("")),
        range.to().value().map(value -> Terms.of(field, value)).orElse(last),
        range.from().inclusive(),
        range.to().inclusive());
  }
}
