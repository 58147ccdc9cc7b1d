package io.nsxsim.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How results come: in pages, in order, with some of their fields. */
class SearchPagesTest extends SearchHttpTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&sort_by=display_name",
        "&sort_by=description,display_name",
        "&sort_ascending=false"
      })
  void pages_show_each_object_once_whatever_happens_in_between(String order) {
    for (int i = 0; i < 9; i++) {
      patch("/infra/domains/default/groups/g" + i, "{'display_name': 'Name " + i % 3 + "'}");
    }
    String query = "/search/query?query=resource_type:Group%20AND%20id:g*&page_size=4" + order;
    List<String> seen = new ArrayList<>();
    String cursor = "";
    for (int pages = 0; cursor != null && pages < 4; pages++) {
      JsonPath page = admin().get(POLICY + query + "&cursor=" + cursor).jsonPath();
      assertThat(page.getInt("result_count")).isEqualTo(9 - (pages == 0 ? 0 : 1));
      seen.addAll(page.getList("results.id"));
      cursor = page.getString("cursor");
      admin().delete(INFRA + "/domains/default/groups/" + seen.getFirst());
    }
    assertThat(cursor).isNull();
    assertThat(seen).hasSize(9);
    assertThat(new HashSet<>(seen)).hasSize(9);
  }

  @Test
  void results_are_sorted_and_cut_to_fields() {
    admin()
        .get(
            POLICY
                + "/search?query=resource_type:(Segment%20OR%20Tier1)"
                + "&sort_by=display_name&sort_ascending=false&included_fields=id,path")
        .then()
        .statusCode(200)
        .body("results.id", Matchers.contains("t1", "web", "db"))
        .body("results[0]", Matchers.aMapWithSize(2))
        .body("sort_by", Matchers.equalTo("display_name"));
  }

  @Test
  void a_number_is_understood_as_a_cursor_too() {
    String query = POLICY + "/search/query?query=resource_type:Segment&page_size=1&cursor=";

    admin().get(query + "0").then().body("results.id", Matchers.contains("db"));
    admin().get(query + "1").then().body("results.id", Matchers.contains("web"));
    admin().get(query + "7").then().body("results", Matchers.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page_size=1",
        "query=",
        "query=a&page_size=1001",
        "query=a&page_size=x",
        "query=a&cursor=x",
        "query=a&cursor=_x",
        "query=a&cursor=_!",
        "query=a&sort_by=id&cursor=_eA",
        "query=a&sort_ascending=maybe"
      })
  void wrong_parameters_are_refused(String parameters) {
    admin()
        .get(POLICY + "/search/query?" + parameters.replace("!", "%21"))
        .then()
        .statusCode(400)
        .body("error_code", Matchers.equalTo(255));
  }
}
