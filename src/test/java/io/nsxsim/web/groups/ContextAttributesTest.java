package io.nsxsim.web.groups;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;

import org.junit.jupiter.api.Test;

/** What context profiles can look for. */
class ContextAttributesTest extends MembersHttpTest {

  private static final String CUSTOM = "/infra/context-profiles/custom-attributes/default";

  @Test
  void applications_and_domains_come_with_a_manager() {
    get("/infra/context-profiles/attributes?attribute_key=APP_ID")
        .statusCode(200)
        .body(
            "results.attributes.flatten().value.flatten()", hasItems("SSL", "SSH", "HTTP", "CIFS"))
        .body("results.attributes.flatten().key", everyItem(equalTo("APP_ID")));
    get("/infra/context-profiles/attributes?attribute_key=DOMAIN_NAME")
        .body("results.attributes.flatten().value.flatten()", hasItems("*-myfiles.sharepoint.com"));
    get("/infra/context-profiles/attributes?attribute_key=URL_CATEGORY")
        .body("results.attributes.flatten().value.flatten()", hasItems("Abused Drugs", "Abortion"));
  }

  @Test
  void own_attributes_are_added_and_removed_by_key() {
    get(CUSTOM).statusCode(200).body("result_count", equalTo(0));
    posted(
            CUSTOM + "?action=add",
            "{'key': 'DOMAIN_NAME', 'value': ['a.example'], 'datatype': 'STRING'}")
        .statusCode(200);
    posted(
            CUSTOM + "?action=add",
            "{'key': 'CUSTOM_URL', 'value': ['b.example/x'], 'datatype': 'STRING'}")
        .statusCode(200);

    get(CUSTOM + "?attribute_key=DOMAIN_NAME&attribute_source=CUSTOM")
        .body("result_count", equalTo(1))
        .body("results[0].attributes[0].key", equalTo("DOMAIN_NAME"))
        .body("results[0].attributes[0].value", contains("a.example"));
    posted(CUSTOM + "?action=remove", "{'key': 'DOMAIN_NAME', 'value': ['a.example']}")
        .statusCode(200);
    get(CUSTOM + "?attribute_key=DOMAIN_NAME").body("result_count", equalTo(0));
    get(CUSTOM).body("results[0].attributes[0].value", contains("b.example/x"));
  }

  @Test
  void a_profile_says_whether_its_application_has_a_gateway() {
    patched(
        "/infra/context-profiles/p",
        "{'attributes': [{'key': 'APP_ID', 'value': ['SSL'], 'datatype': 'STRING',"
            + " 'sub_attributes': [{'key': 'TLS_VERSION', 'value': ['TLS_V12'], 'datatype': 'STRING'}]}]}");

    get("/infra/context-profiles/p").body("attributes[0].isALGType", equalTo(false));
  }

  @Test
  void what_is_wrong_is_refused() {
    get(CUSTOM + "?attribute_source=ELSEWHERE")
        .statusCode(400)
        .body("details", equalTo("attribute_source"));
    posted(CUSTOM + "?action=shuffle", "{'key': 'DOMAIN_NAME', 'value': []}")
        .statusCode(400)
        .body("details", equalTo("action"));
    posted(CUSTOM + "?action=add", "{'key': 'COLOUR', 'value': []}")
        .statusCode(400)
        .body("error_code", equalTo(255));
  }
}
