package io.nsxsim.search.index;

import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Where a page begins. Cursors name the last document of the page before, so that documents that
 * come or go between two pages neither repeat nor hide others. A number is understood as well, as
 * some clients count: so many documents are left out.
 */
public sealed interface Position {

  /** Behind so many documents. */
  record Behind(int documents) implements Position {}

  /** Behind the document with these values in the order of the results. */
  record After(List<Optional<BytesRef>> values) implements Position {
    public After {
      values = List.copyOf(values);
    }

    FieldDoc document() {
      @Nullable Object[] fields = values.stream().map(value -> value.orElse(null)).toArray();
      return new FieldDoc(Integer.MAX_VALUE, 0, fields);
    }
  }

  /** Where everything begins. */
  Position START = new Behind(0);

  /** Reads a cursor; refuses one that is none. */
  static Position of(String cursor) {
    if (cursor.isEmpty()) {
      return START;
    }
    if (cursor.matches("[0-9]{1,9}")) {
      return new Behind(Integer.parseInt(cursor));
    }
    if (!cursor.startsWith("_")) {
      throw noCursor(cursor);
    }
    List<Optional<BytesRef>> values = new ArrayList<>();
    for (String value : cursor.substring(1).split("\\.", -1)) {
      values.add(value.isEmpty() ? Optional.empty() : Optional.of(decoded(value, cursor)));
    }
    return new After(values);
  }

  private static BytesRef decoded(String value, String cursor) {
    try {
      return new BytesRef(Base64.getUrlDecoder().decode(value));
    } catch (IllegalArgumentException wrong) {
      throw noCursor(cursor);
    }
  }

  /** The cursor of the page behind a document. */
  static String cursorAfter(FieldDoc last) {
    StringBuilder cursor = new StringBuilder();
    for (Object value : last.fields) {
      cursor.append(cursor.isEmpty() ? '_' : '.');
      if (value instanceof BytesRef bytes) {
        byte[] copy = BytesRef.deepCopyOf(bytes).bytes;
        cursor.append(Base64.getUrlEncoder().withoutPadding().encodeToString(copy));
      }
    }
    return cursor.toString();
  }

  /** The refusal of what is no cursor. */
  static Refusal noCursor(String cursor) {
    return new Refusal(
        List.of(new Problem(Reason.INVALID_PARAMETER, "cursor", "No cursor: " + cursor)));
  }
}
