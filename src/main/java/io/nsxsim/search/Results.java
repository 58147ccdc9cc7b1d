package io.nsxsim.search;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A page of results.
 *
 * @param count results on all pages together
 * @param cursor where the next page begins, empty on the last one
 */
public record Results(List<? extends JsonNode> documents, long count, String cursor) {
  public Results {
    documents = List.copyOf(documents);
  }
}
