package io.nsxsim.search.index;

import io.nsxsim.search.language.Condition.Between;
import io.nsxsim.search.language.Condition.Bound;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.lucene.document.DoublePoint;
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
  static Query query(String field, Between range) {
    if (isNumber(range.from()) && isNumber(range.to())) {
      return numbers(field, range);
    }
    if (!isNumeric(range.from()) || !isNumeric(range.to())) {
      return texts(field, range);
    }
    return new BooleanQuery.Builder()
        .add(numbers(field, range), Occur.SHOULD)
        .add(texts(field, range), Occur.SHOULD)
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
    return DoublePoint.newRangeQuery(
        Names.number(field),
        range.from().inclusive() ? from : DoublePoint.nextUp(from),
        range.to().inclusive() ? to : DoublePoint.nextDown(to));
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

  private static Query texts(String field, Between range) {
    return TermRangeQuery.newStringRange(
        field,
        range.from().value().map(Terms::of).orElse(null),
        range.to().value().map(Terms::of).orElse(null),
        range.from().inclusive(),
        range.to().inclusive());
  }
}
