package io.nsxsim.web.groups;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The expressions of a group, one by one. */
class GroupExpressionsTest extends MembersHttpTest {

  private static final String EXPRESSION = GROUPS + "g/ip-address-expressions/list";

  @BeforeEach
  void a_group_of_addresses() {
    group(
        "g",
        "{'resource_type': 'IPAddressExpression', 'id': 'list', 'ip_addresses': ['10.0.0.1']}");
  }

  @Test
  void addresses_are_added_and_removed() {
    posted(EXPRESSION + "?action=add", "{'ip_addresses': ['10.0.0.2', '10.0.0.1']}")
        .statusCode(200);
    get(GROUPS + "g").body("expression[0].ip_addresses", contains("10.0.0.1", "10.0.0.2"));

    posted(EXPRESSION + "?action=remove", "{'ip_addresses': ['10.0.0.1']}").statusCode(200);
    get(GROUPS + "g").body("expression[0].ip_addresses", contains("10.0.0.2"));
    members("g", "ip-addresses").body("results", contains("10.0.0.2"));
  }

  @Test
  void the_last_address_takes_the_expression_along() {
    posted(EXPRESSION + "?action=remove", "{'ip_addresses': ['10.0.0.1']}").statusCode(200);

    get(GROUPS + "g").body("expression", empty());
  }

  @Test
  void a_new_expression_is_an_alternative_to_the_others() {
    patched(
        GROUPS + "g/path-expressions/paths",
        "{'resource_type': 'PathExpression', 'paths': ['/infra/segments/front']}");

    get(GROUPS + "g")
        .body("expression", hasSize(3))
        .body("expression[1].conjunction_operator", equalTo("OR"))
        .body("expression[2].path", equalTo(GROUPS + "g/path-expressions/paths"));
    posted(GROUPS + "g/path-expressions/paths?action=add", "{'members': ['/infra/segments/back']}")
        .statusCode(200);
    members("g", "segments").body("results.id", contains("back", "front"));
  }

  @Test
  void an_expression_is_replaced() {
    patched(EXPRESSION, "{'resource_type': 'IPAddressExpression', 'ip_addresses': ['192.0.2.1']}");

    get(GROUPS + "g")
        .body("expression", hasSize(1))
        .body("expression[0].ip_addresses", contains("192.0.2.1"));
  }

  @Test
  void deleting_an_expression_leaves_the_others() {
    patched(
        GROUPS + "g/mac-address-expressions/macs",
        "{'resource_type': 'MACAddressExpression', 'mac_addresses': ['00:50:56:00:00:01']}");
    admin().delete(POLICY + EXPRESSION).then().statusCode(200);

    get(GROUPS + "g")
        .body("expression", hasSize(1))
        .body("expression[0].resource_type", equalTo("MACAddressExpression"));
    admin().delete(POLICY + EXPRESSION).then().statusCode(404).body("error_code", equalTo(600));
  }

  @Test
  void an_expression_without_id_gets_one_that_can_be_used() {
    group("h", "{'resource_type': 'IPAddressExpression', 'ip_addresses': ['10.0.0.1']}");
    String id = get(GROUPS + "h").extract().path("expression[0].id");

    posted(
            GROUPS + "h/ip-address-expressions/" + id + "?action=add",
            "{'ip_addresses': ['10.0.0.2']}")
        .statusCode(200);
    members("h", "ip-addresses").body("results", contains("10.0.0.1", "10.0.0.2"));
  }

  @Test
  void what_is_wrong_is_refused() {
    posted(EXPRESSION + "?action=add", "{'addresses': []}")
        .statusCode(400)
        .body("error_code", equalTo(287));
    posted(EXPRESSION + "?action=add", "{'ip_addresses': ['nonsense']}")
        .statusCode(400)
        .body("error_code", equalTo(255));
    posted(EXPRESSION + "?action=shuffle", "{'ip_addresses': []}")
        .statusCode(400)
        .body("details", equalTo("action"));
    posted(GROUPS + "nobody/ip-address-expressions/x?action=add", "{'ip_addresses': ['10.0.0.1']}")
        .statusCode(404)
        .body("error_code", equalTo(600));
    posted(GROUPS + "g/ip-address-expressions/x?action=add", "{'ip_addresses': ['10.0.0.1']}")
        .statusCode(404)
        .body("error_code", equalTo(600));
  }
}
