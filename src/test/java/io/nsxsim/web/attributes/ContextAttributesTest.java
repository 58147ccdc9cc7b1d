package io.nsxsim.web.attributes;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.nsxsim.web.manager.ManagerHttpTest;
import org.junit.jupiter.api.Test;

class ContextAttributesTest extends ManagerHttpTest {

  private static final String PROFILES = POLICY + "/infra/context-profiles";
  private static final String CUSTOM = PROFILES + "/custom-attributes/default";
  private static final String VALUES = "results.attributes.value.flatten()";

  @Test
  void the_attributes_of_the_system_are_listed_by_key() {
    get(PROFILES + "/attributes?attribute_key=APP_ID")
        .statusCode(200)
        .body(VALUES, hasItems("SSL", "SSH", "HTTP", "CIFS"))
        .body("results.attributes.key.flatten().unique()", equalTo(java.util.List.of("APP_ID")));
    get(POLICY + "/orgs/default/projects/default/infra/context-profiles/attributes")
        .body(VALUES, hasItems("SSL", "Auctions", "*.office365.com"));
  }

  @Test
  void custom_attributes_come_and_go() {
    String body = "{'key': 'DOMAIN_NAME', 'datatype': 'STRING', 'value': ['www.example.org']}";
    get(CUSTOM).statusCode(200).body("result_count", equalTo(0));
    post(CUSTOM + "?action=add", body).statusCode(200);
    post(CUSTOM + "?action=add", body).statusCode(200);
    get(CUSTOM + "?attribute_key=DOMAIN_NAME&attribute_source=CUSTOM")
        .body("result_count", equalTo(1))
        .body(VALUES, hasItem("www.example.org"));
    get(CUSTOM + "?attribute_key=CUSTOM_URL").body(VALUES, empty());
    put(
            PROFILES + "/example",
            "{'attributes': [{'key': 'DOMAIN_NAME', 'datatype': 'STRING',"
                + " 'value': ['www.example.org']}]}")
        .statusCode(200);
    isRefused(post(CUSTOM + "?action=remove", body), 400, 500030);
    delete(PROFILES + "/example").statusCode(200);
    post(CUSTOM + "?action=remove", body).statusCode(200);
    get(CUSTOM).body("result_count", equalTo(0));
  }

  @Test
  void what_is_no_custom_attribute_is_refused() {
    isRefused(post(CUSTOM + "?action=add", "{'key': 'APP_ID', 'value': ['X']}"), 400, 255);
    isRefused(post(CUSTOM + "?action=add", "{'key': 'CUSTOM_URL'}"), 400, 255);
    isRefused(post(CUSTOM + "?action=keep", "{'key': 'CUSTOM_URL'}"), 400, 255);
    isRefused(
        post(CUSTOM + "?action=remove", "{'key': 'CUSTOM_URL', 'value': ['x.org']}"), 400, 255);
  }
}
