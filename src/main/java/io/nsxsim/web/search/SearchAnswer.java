package io.nsxsim.web.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.nsxsim.search.Results;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/**
 * NSX's SearchResponse.
 *
 * @param count results on all pages together
 * @param cursor where the next page begins; empty, and left out of JSON, on the last one
 * @param sortBy what was sorted by; empty, and left out of JSON, when nothing was named
 */
@Schema(name = "SearchResponse")
record SearchAnswer(
    @JsonProperty("results") @Schema(type = "array", implementation = Object[].class)
        List<?> results,
    @JsonProperty("result_count") long count,
    @JsonProperty("cursor") @JsonInclude(JsonInclude.Include.NON_EMPTY) String cursor,
    @JsonProperty("sort_by") @JsonInclude(JsonInclude.Include.NON_EMPTY) String sortBy,
    @JsonProperty("sort_ascending") boolean ascending) {

  static SearchAnswer of(Results results, Map<String, String> parameters) {
    return new SearchAnswer(
        results.documents(),
        results.count(),
        results.cursor(),
        String.join(",", SearchParameters.sortBy(parameters)),
        SearchParameters.ascending(parameters));
  }
}
