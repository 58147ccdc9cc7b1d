package io.nsxsim.web.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One page of an NSX list.
 *
 * @param count results on all pages together
 * @param cursor where the next page starts; empty, and left out of JSON, on the last page
 * @param sortBy the field sorted by; empty, and left out of JSON, when none was named
 */
public record ResultPage(
    @JsonProperty("results") List<?> results,
    @JsonProperty("result_count") int count,
    @JsonProperty("cursor") @JsonInclude(JsonInclude.Include.NON_EMPTY) String cursor,
    @JsonProperty("sort_by") @JsonInclude(JsonInclude.Include.NON_EMPTY) String sortBy,
    @JsonProperty("sort_ascending") boolean ascending) {

  /** Results that keep the wanted fields alone. */
  public static List<ObjectNode> only(Set<String> fields, List<?> results) {
    JsonMapper mapper = JsonMapper.shared();
    return results.stream()
        .map(result -> {
          ObjectNode document = mapper.valueToTree(result);
          return document.retain(fields);
        })
        .toList();
  }
}
