package io.nsxsim.web.search;

import io.restassured.response.ValidatableResponse;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The searches beside that of the query language. */
class OtherSearchesTest extends SearchHttpTest {

  @ParameterizedTest
  @ValueSource(strings = {"/policy/api/v1/search/dsl", "/api/v1/search/dsl"})
  void the_other_language_finds_by_type(String address) {
    admin()
        .get(address + "?query=" + encoded("segment where tags.scope = env and id != db"))
        .then()
        .statusCode(200)
        .body("results.id", Matchers.contains("web"));
    admin()
        .body("{\"query\": \"segment where display_name like MAIN\"}")
        .post(address)
        .then()
        .statusCode(200)
        .body("results.id", Matchers.contains("db"));
    admin().get(address + "?query=segment%20where").then().statusCode(400);
  }

  @Test
  void objects_are_found_together_with_what_belongs_to_them() {
    aggregate(
            "{'primary': {'resource_type': 'Segment', 'filters': [{'field_names': '!_exists_',"
                + " 'value': 'advanced_config.origin_id', 'case_sensitive': true}]},"
                + " 'related': [{'resource_type': 'Tier0 OR Tier1', 'alias': 'gateway',"
                + " 'join_condition': 'path:connectivity_path', 'included_fields': 'id'}]}")
        .statusCode(200)
        .body("result_count", Matchers.equalTo(2))
        .body("results.primary.id", Matchers.contains("db", "web"))
        .body("results[0].related[0].result_count", Matchers.equalTo(0))
        .body("results[1].related[0].alias", Matchers.equalTo("gateway"))
        .body("results[1].related[0].result_count", Matchers.equalTo(1))
        .body("results[1].related[0].results[0]", Matchers.equalTo(java.util.Map.of("id", "t1")));
  }

  @Test
  void related_objects_may_only_be_counted() {
    aggregate(
            "{'primary': {'resource_type': 'Tier1'}, 'related': [{'resource_type': 'Segment',"
                + " 'join_condition': 'connectivity_path:path', 'alias': 'segments', 'size': 0}]}")
        .body("results[0].related[0].result_count", Matchers.equalTo(1))
        .body("results[0].related[0].results", Matchers.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{'primary': {'resource_type': 'a ('}}",
        "{'primary': {'resource_type': 'a', 'filters': [{}]}}",
        "{'primary': {'resource_type': 'a'}, 'related': [{'resource_type': 'b'}]}",
        "{'primary': 5, 'related': 5}"
      })
  void an_aggregate_search_that_cannot_be_read_is_refused(String body) {
    aggregate(body).statusCode(400);
  }

  private ValidatableResponse aggregate(String body) {
    return admin()
        .body(body.replace('\'', '"'))
        .post(POLICY + "/search/aggregate?sort_by=id&cursor=0")
        .then();
  }
}
