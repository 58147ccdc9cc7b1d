package io.nsxsim.search.index;

import java.util.List;

/**
 * A page of what was found.
 *
 * @param documents JSON texts in UTF-8
 * @param count documents on all pages together
 * @param cursor where the next page begins, empty on the last one
 */
public record Found(List<byte[]> documents, long count, String cursor) {
  public Found {
    documents = List.copyOf(documents);
  }
}
