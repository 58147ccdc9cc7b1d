package io.nsxsim.web.policy;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tree as one body, cut by type or by path. */
class HierarchyReadTest extends PolicyHttpTest {

  private static final String DOMAIN = "children.find { it.Domain?.id == 'default' }.Domain";

  @BeforeEach
  void fill() {
    patch("tier-1s/web", "{}");
    patch("segments/front", "{'connectivity_path': '/infra/tier-1s/web'}");
    patch("services/tls", "{'service_entries': [" + port("443") + "]}");
    patch("domains/default/groups/g", "{}");
    patch(
        "domains/default/security-policies/p",
        "{'category': 'Application', 'rules': [{'id': 'r', 'action': 'ALLOW',"
            + " 'source_groups': ['ANY'], 'destination_groups': ['ANY'], 'services': ['ANY']}]}");
  }

  private static String port(String number) {
    return "{'id': 'e', 'resource_type': 'L4PortSetServiceEntry', 'l4_protocol': 'TCP',"
        + " 'destination_ports': ['"
        + number
        + "']}";
  }

  private ValidatableResponse infra(String query) {
    return get("?" + query);
  }

  @Test
  void without_a_filter_the_object_comes_alone() {
    get("").body("children", equalTo(null));
  }

  @Test
  void a_filter_finds_its_expression_in_the_type_of_every_object_on_the_way() {
    infra("filter=Type-Domain%7CGroup")
        .statusCode(200)
        .body("children.resource_type", everyItem(equalTo("ChildDomain")))
        .body(DOMAIN + ".children.resource_type", hasItems("ChildGroup"))
        .body(DOMAIN + ".children.resource_type", not(hasItems("ChildSecurityPolicy")));
    infra("filter=Type-Group").body("children", equalTo(null));
    infra("filter=Type-^(?!.*(Service|Site)).*$".replace("^", "%5E").replace("|", "%7C"))
        .body("children.resource_type", hasItems("ChildTier1", "ChildSegment"))
        .body("children.resource_type", not(hasItems("ChildService")));
  }

  @Test
  void a_service_shows_its_entries_in_the_field_and_as_children() {
    String service = "children.find { it.Service?.id == 'tls' }.Service";
    infra("filter=Type-Service")
        .body(service + ".service_entries", hasSize(1))
        .body(service + ".children.ServiceEntry.id", equalTo(java.util.List.of("e")));
  }

  @Test
  void a_type_comes_with_what_is_above_and_below_it() {
    infra("type_filter=SecurityPolicy;Segment")
        .body("children.resource_type", hasItems("ChildDomain", "ChildSegment"))
        .body(
            DOMAIN + ".children[0].SecurityPolicy.children.Rule.id",
            equalTo(java.util.List.of("r")))
        .body(DOMAIN + ".children.resource_type", not(hasItems("ChildGroup")))
        .body("children.resource_type", not(hasItems("ChildTier1")));
  }

  @Test
  void a_base_path_leaves_out_what_is_beside_it() {
    infra("base_path=/infra/domains/default/security-policies/p")
        .body("children", hasSize(1))
        .body(DOMAIN + ".children", hasSize(1))
        .body(
            DOMAIN + ".children[0].SecurityPolicy.children.Rule.id",
            equalTo(java.util.List.of("r")));
  }

  @Test
  void the_answer_can_be_sent_back_as_it_is() {
    String tree = infra("filter=Type-.*").statusCode(200).extract().asString();
    deleted("/domains/default/security-policies/p").statusCode(200);
    deleted("/segments/front").statusCode(200);

    admin().body(tree).patch(INFRA).then().statusCode(200);

    get("/domains/default/security-policies/p").body("rules.id", equalTo(java.util.List.of("r")));
    get("/segments/front").body("connectivity_path", equalTo("/infra/tier-1s/web"));
  }

  @Test
  void singletons_that_are_wrapped_alike_are_told_apart_by_their_ids() {
    String tree = infra("filter=Type-GlobalConfig").extract().asString();
    admin().body(tree).patch(INFRA).then().statusCode(200);
    get("/global-config").body("display_name", equalTo("global-config"));
    get("/connectivity-global-config").body("display_name", equalTo("connectivity-global-config"));
  }

  @Test
  void what_cannot_be_read_is_refused() {
    isRefused(infra("filter=Type-%5B"), 400, 255, "");
    isRefused(infra("base_path=/infra/tier-1s/none"), 404, 600, "");
    isRefused(infra("base_path=nonsense"), 400, 255, "");
    isRefused(get("/tier-1s?base_path=/infra/tier-1s/web"), 400, 255, "");
  }
}
