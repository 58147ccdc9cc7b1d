package io.nsxsim.search.index;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/** How values become terms. */
final class Terms {

  /**
   * What stands between a name and a value, and between a scope and a tag; it occurs in neither.
   */
  static final char SEPARATOR = '\u0000';

  /** The name under which each tag's scope and tag stand together; no field has such a name. */
  static final String TAG_PAIR = "tags:";

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

  /** The term of a value of a field; what is longer than a value can be fits none. */
  static String of(String field, String value) {
    return field + SEPARATOR + of(value);
  }

  /** The term of a number of a field; terms are ordered as the numbers are. */
  static BytesRef of(String field, double number) {
    BytesRef name = new BytesRef(field + SEPARATOR);
    byte[] term = Arrays.copyOf(name.bytes, name.length + Long.BYTES);
    sortable(number, term, name.length);
    return new BytesRef(term);
  }

  /** The number that a text is, if it is one. */
  static OptionalDouble number(String text) {
    return !text.isEmpty() && text.charAt(0) <= '9' && NUMBER.matcher(text).matches()
        ? OptionalDouble.of(Double.parseDouble(text))
        : OptionalDouble.empty();
  }

  /** What a number is ordered by: before all texts. */
  static BytesRef order(double number) {
    byte[] key = new byte[1 + Long.BYTES];
    sortable(number, key, 1);
    return new BytesRef(key);
  }

  /** What a text is ordered by. */
  static BytesRef order(String text) {
    String key = text.length() > LONGEST_ORDER ? text.substring(0, LONGEST_ORDER) : text;
    return new BytesRef('\u0001' + key.toLowerCase(Locale.ROOT));
  }

  private static void sortable(double number, byte[] target, int offset) {
    NumericUtils.longToSortableBytes(NumericUtils.doubleToSortableLong(number), target, offset);
  }
}
