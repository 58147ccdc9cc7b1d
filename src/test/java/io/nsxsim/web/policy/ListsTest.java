package io.nsxsim.web.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListsTest extends PolicyHttpTest {

  private static final String GROUPS = "/domains/default/groups";

  @BeforeEach
  void groups() {
    for (String id : List.of("e", "c", "a", "d", "b")) {
      patched(
          GROUPS + "/" + id,
          "{'display_name': 'Name " + (char) (219 - id.charAt(0)) + "', 'description': 'x'}");
    }
  }

  @Test
  void a_list_counts_its_objects() {
    get(GROUPS)
        .statusCode(200)
        .body("result_count", equalTo(5))
        .body("results.id", contains("a", "b", "c", "d", "e"))
        .body("$", not(hasKey("cursor")));
  }

  @Test
  void a_list_is_filtered_by_the_parameters_that_its_kind_has() {
    patched("/services/mine", "{'service_entries': []}").statusCode(200);
    patched("/services/other", "{'service_entries': []}").statusCode(200);
    get("/services?default_service=false&page_size=1")
        .body("result_count", equalTo(2))
        .body("results.id", contains("mine"));
    get("/services?default_service=true").body("results.id", not(contains("mine")));
    String cursor = get("/services?default_service=false&page_size=1").extract().path("cursor");
    get("/services?default_service=false&page_size=1&cursor=" + cursor)
        .body("results.id", contains("other"))
        .body("$", not(hasKey("cursor")));
    get(GROUPS + "?default_service=true").body("result_count", equalTo(5));
  }

  @ParameterizedTest
  @CsvSource({
    "/domains/default/security-policies, rules, rule_count",
    "/l7-access-profiles, l7_access_entries, entry_count"
  })
  void children_that_an_object_shows_are_counted_in_lists_on_request(
      String collection, String field, String count) {
    String attribute = "{'key': 'APP_ID', 'value': ['SSL'], 'datatype': 'STRING'}";
    String child =
        field.equals("rules")
            ? "{'id': 'one', 'action': 'ALLOW'}"
            : "{'id': 'one', 'action': 'ALLOW', 'attributes': [" + attribute + "]}";
    String more = field.equals("rules") ? "" : "'default_action': 'ALLOW', ";
    patched(collection + "/p", "{" + more + "'" + field + "': [" + child + "]}").statusCode(200);
    patched(collection + "/q", "{" + more + "'" + field + "': []}").statusCode(200);
    get(collection + "/p").body(count, equalTo(1));
    get(collection + "/q").body(count, equalTo(0));
    get(collection).body("results.find { it.id == 'p' }", not(hasKey(count)));
    get(collection + "?include_" + count + "=true")
        .body("results.find { it.id == 'p' }." + count, equalTo(1))
        .body("results.find { it.id == 'q' }." + count, equalTo(0));
  }

  @Test
  void an_empty_list_is_a_list() {
    get("/segments").body("result_count", equalTo(0)).body("results.size()", equalTo(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page_size=2",
        "page_size=2&sort_by=display_name",
        "page_size=2&sort_ascending=false",
      })
  void pages_show_each_object_once(String query) {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    int pages = 0;
    do {
      JsonPath page =
          get(GROUPS
                  + "?"
                  + query
                  + (cursor == null || cursor.isEmpty() ? "" : "&cursor=" + cursor))
              .statusCode(200)
              .body("result_count", equalTo(5))
              .extract()
              .jsonPath();
      seen.addAll(page.getList("results.id", String.class));
      cursor = page.getString("cursor");
      pages++;
    } while (cursor != null);
    assertThat(seen).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
    assertThat(pages).isEqualTo(3);
  }

  @Test
  void an_object_that_comes_between_two_pages_hides_none() {
    String cursor = get(GROUPS + "?page_size=2").extract().jsonPath().getString("cursor");
    patched(GROUPS + "/aa", "{}");
    deleted(GROUPS + "/b");
    get(GROUPS + "?page_size=5&cursor=" + cursor).body("results.id", contains("c", "d", "e"));
  }

  @Test
  void a_list_is_sorted_by_any_field() {
    get(GROUPS + "?sort_by=display_name").body("results.id", contains("e", "d", "c", "b", "a"));
    get(GROUPS + "?sort_by=display_name&sort_ascending=false")
        .body("results.id", contains("a", "b", "c", "d", "e"));
  }

  @Test
  void rules_are_listed_in_the_order_in_which_they_apply() {
    String rules = "/domains/default/security-policies/ordered/rules";
    patched("/domains/default/security-policies/ordered", "{'category': 'Application'}");
    String rule = "{'action': 'ALLOW', 'source_groups': ['ANY'], 'destination_groups': ['ANY'],";
    patched(rules + "/a", rule + " 'services': ['ANY'], 'scope': ['ANY'], 'sequence_number': 30}");
    patched(rules + "/b", rule + " 'services': ['ANY'], 'scope': ['ANY'], 'sequence_number': 4}");
    get(rules).body("results.id", contains("b", "a")).body("$", not(hasKey("sort_by")));
    String cursor = get(rules + "?page_size=1").extract().path("cursor");
    get(rules + "?page_size=1&cursor=" + cursor).body("results.id", contains("a"));
    get(rules + "?sort_by=path").body("results.id", contains("a", "b"));
  }

  @Test
  void a_cursor_of_another_list_is_refused() {
    patched("/services/mine", "{'service_entries': []}").statusCode(200);
    String other = get("/services?page_size=1").extract().path("cursor");
    get(GROUPS + "?cursor=" + other).statusCode(400).body("error_code", equalTo(255));
    String sorted = get(GROUPS + "?page_size=1&sort_by=id").extract().path("cursor");
    get(GROUPS + "?cursor=" + sorted).statusCode(400).body("error_code", equalTo(255));
    get(GROUPS + "?cursor=AAAA").statusCode(400).body("error_code", equalTo(255));
  }

  @Test
  void a_list_shows_the_fields_that_are_asked_for() {
    get(GROUPS + "?included_fields=id,display_name")
        .body("results[0].id", equalTo("a"))
        .body("results[0]", hasKey("display_name"))
        .body("results[0]", not(hasKey("description")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"page_size=x", "page_size=-1", "page_size=1001", "cursor=%21", "sort_ascending=x"})
  void a_parameter_is_refused(String query) {
    get(GROUPS + "?" + query).statusCode(400).body("error_code", equalTo(255));
  }

  @Test
  void parameters_of_other_lists_do_no_harm() {
    get(GROUPS + "?include_mark_for_delete_objects=false&query=x").statusCode(200);
  }

  @Test
  void a_list_is_of_one_collection_alone() {
    patched("/tier-0s/a", "{}");
    patched(
        "/tier-0s/a/static-routes/r",
        "{'network': '0.0.0.0/0', 'next_hops': [{'ip_address': '10.0.0.1'}]}");
    patched("/tier-0s/a/static-routes/bfd-peers/p", "{'peer_address': '10.0.0.1'}");
    get("/tier-0s/a/static-routes").body("results.id", contains("r"));
    get("/tier-0s/a/static-routes/bfd-peers").body("results.id", contains("p"));
  }
}
