package io.nsxsim.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.RunningServer;
import io.nsxsim.catalogue.TreeTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A small network to be searched over HTTP; JSON is written with single quotes. */
abstract class SearchHttpTest extends TreeTest {

  static final String POLICY = "/policy/api/v1";
  static final String INFRA = POLICY + "/infra";

  @Autowired private ApplicationContext context;

  @BeforeEach
  void a_small_network() {
    patch("/infra/tier-1s/t1", "{'display_name': 'Tier One'}");
    patch(
        "/infra/segments/web",
        "{'display_name': 'My Web Server', 'connectivity_path': '/infra/tier-1s/t1',"
            + " 'subnets': [{'gateway_address': '10.1.0.1/24'}],"
            + " 'tags': [{'scope': 'env', 'tag': 'prod'}, {'scope': 'team', 'tag': 'blue'}]}");
    patch(
        "/infra/segments/db",
        "{'display_name': 'db (main)', 'description': 'behind My Web Server',"
            + " 'tags': [{'scope': 'env', 'tag': 'blue'}]}");
    patch(
        "/infra/domains/default/security-policies/p",
        "{'category': 'Application', 'rules': [{'id': 'r', 'display_name': 'allow web',"
            + " 'action': 'ALLOW', 'sequence_number': 10, 'source_groups': ['ANY'],"
            + " 'destination_groups': ['ANY'], 'services': ['ANY'], 'scope': ['ANY']}]}");
  }

  void finds(String query, String ids) {
    JsonPath answer = search(query).statusCode(200).extract().jsonPath();
    String found =
        String.join(",", answer.<String>getList("results.id").stream().sorted().toList());
    assertThat(found).as(query).isEqualTo(ids);
    assertThat(answer.getInt("result_count")).isEqualTo(answer.getList("results").size());
  }

  ValidatableResponse search(String query) {
    return admin().get(POLICY + "/search/query?query=" + encoded(query)).then();
  }

  static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  RequestSpecification admin() {
    return RunningServer.in(context).plainAdmin().contentType(ContentType.JSON);
  }

  RequestSpecification sent(String body) {
    return admin().body(body.replace('\'', '"'));
  }
}
