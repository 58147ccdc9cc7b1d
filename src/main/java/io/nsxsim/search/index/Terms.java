package io.nsxsim.search.index;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/** How values become terms. */
final class Terms {

  /** Joins a scope and a tag; it occurs in neither. */
  static final char PAIR = '\u0000';

  /** Of a longer value only so much can be searched for; Lucene takes no more than 32,766 bytes. */
  private static final int LONGEST = 8000;

  private static final int LONGEST_ORDER = 200;
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,10})?");

  private Terms() {}

  /** The term of a value, in which letters' case does not count. */
  static String of(String value) {
    String term = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    return term.toLowerCase(Locale.ROOT);
  }

  /** The number that a text is, if it is one. */
  static OptionalDouble number(String text) {
    return NUMBER.matcher(text).matches()
        ? OptionalDouble.of(Double.parseDouble(text))
        : OptionalDouble.empty();
  }

  /** What a number is ordered by: before all texts. */
  static BytesRef order(double number) {
    byte[] key = new byte[1 + Long.BYTES];
    NumericUtils.longToSortableBytes(NumericUtils.doubleToSortableLong(number), key, 1);
    return new BytesRef(key);
  }

  /** What a text is ordered by. */
  static BytesRef order(String text) {
    String key = text.length() > LONGEST_ORDER ? text.substring(0, LONGEST_ORDER) : text;
    return new BytesRef('\u0001' + key.toLowerCase(Locale.ROOT));
  }
}
