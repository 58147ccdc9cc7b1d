package io.nsxsim.web.search;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.search.AggregateQuestion;
import io.nsxsim.search.Aggregation;
import io.nsxsim.search.Search;
import io.nsxsim.search.language.Condition;
import io.nsxsim.search.language.EntityLanguage;
import io.nsxsim.search.language.SearchLanguage;
import io.nsxsim.web.list.ListParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** NSX's search. Manager and Policy API find the same: there is only one kind of object here. */
@RestController
@RequestMapping({"/policy/api/v1/search", "/api/v1/search"})
@Tag(name = "Search")
class SearchController {

  private static final String DSL_EXAMPLE =
      """
      {"query": "segment where display_name like web"}
      """;
  private static final String AGGREGATE_EXAMPLE =
      """
      {"primary": {"resource_type": "Segment",
                   "filters": [{"field_names": "display_name", "value": "*web*"}]},
       "related": [{"resource_type": "Tier0 OR Tier1", "alias": "gateway",
                    "join_condition": "path:connectivity_path"}]}
      """;

  private final Search search;
  private final Aggregation aggregation;

  SearchController(Search search, Aggregation aggregation) {
    this.search = search;
    this.aggregation = aggregation;
  }

  @GetMapping({"", "/query"})
  @Operation(summary = "Search all objects and discovered machines")
  @Parameter(
      name = "query",
      in = ParameterIn.QUERY,
      required = true,
      example = "resource_type:Segment AND display_name:*web*",
      description = "field:value, AND, OR, NOT, parentheses, * and ?, [1 TO 5], >=5, quotes",
      schema = @Schema(type = "string"))
  @ListParameters
  SearchAnswer query(@Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
    return find(SearchLanguage.read(SearchParameters.query(parameters)), parameters);
  }

  @GetMapping("/dsl")
  @Operation(summary = "Search the objects of a type")
  @Parameter(
      name = "query",
      in = ParameterIn.QUERY,
      required = true,
      example = "segment where display_name like web",
      description = "A type, then perhaps: where field = value, !=, <, <=, >, >=, like, and, or",
      schema = @Schema(type = "string"))
  @ListParameters
  SearchAnswer dsl(@Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
    return find(EntityLanguage.read(SearchParameters.query(parameters)), parameters);
  }

  @PostMapping("/dsl")
  @Operation(
      summary = "Search the objects of a type, with the parameters in a body",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      schema = @Schema(type = "object"),
                      examples = @ExampleObject(DSL_EXAMPLE))))
  @ListParameters
  SearchAnswer dsl(
      @Parameter(hidden = true) @RequestParam Map<String, String> parameters,
      @RequestBody JsonNode body) {
    requireObject(body);
    Map<String, String> all = new HashMap<>(parameters);
    body.properties().forEach(field -> all.put(field.getKey(), field.getValue().asString("")));
    return dsl(all);
  }

  @PostMapping("/aggregate")
  @Operation(
      summary = "Search objects together with those that belong to them",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      schema = @Schema(type = "object"),
                      examples = @ExampleObject(AGGREGATE_EXAMPLE))))
  @ListParameters
  SearchAnswer aggregate(
      @Parameter(hidden = true) @RequestParam Map<String, String> parameters,
      @RequestBody JsonNode body) {
    requireObject(body);
    return SearchAnswer.of(
        aggregation.find(AggregateQuestion.read(body), SearchParameters.page(parameters)),
        parameters);
  }

  private SearchAnswer find(Condition condition, Map<String, String> parameters) {
    return SearchAnswer.of(search.find(condition, SearchParameters.page(parameters)), parameters);
  }

  private static void requireObject(JsonNode body) {
    if (!body.isObject()) {
      throw new Refusal(Reason.MALFORMED_BODY, "The body must be a JSON object.");
    }
  }
}
