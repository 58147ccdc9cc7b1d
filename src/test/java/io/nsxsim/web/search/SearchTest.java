package io.nsxsim.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What queries find. */
class SearchTest extends SearchHttpTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resource_type:Segment AND display_name:My Web Server* AND marked_for_delete:false"
            + " AND path:\\/infra* | web",
        "resource_type:Segment AND display_name:my web* AND marked_for_delete:false"
            + " AND tags.scope:env AND path:\\/infra* | web",
        "resource_type:Segment AND marked_for_delete:false AND path:\\/infra* | db,web",
        "id:web AND marked_for_delete:false AND path:\\/infra* | web",
        "resource_type:Segment AND display_name:db \\(main\\) AND path:\\/infra* | db",
        "resource_type:Tier1 AND display_name:* AND marked_for_delete:false | t1",
        "resource_type:Rule AND parent_path:*\\/p AND marked_for_delete:false | r",
        "resource_type:SecurityPolicy AND display_name:* AND category:Application"
            + " AND parent_path:*\\/default | p",
        "resource_type:Segment AND path:\\/orgs\\/default\\/projects\\/p* | ''",
        "resource_type:BareMetalServer | ''"
      })
  void the_Terraform_provider_finds_what_it_looks_for(String query, String ids) {
    finds(query, ids);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resource_type:Segment display_name:*web* | web",
        "resource_type:Segment blue | db,web",
        "resource_type:segment AND NOT id:db | web",
        "resource_type:(Segment OR Tier1) -id:db | t1,web",
        "resource_type:Segment AND \"web server\" | db,web",
        "resource_type:Segment AND display_name:\"my web server\" | web",
        "resource_type:Segment AND display_name:\"web server\" | web",
        "resource_type:Segment AND display_name:\"eb server\" | ''",
        "resource_type:Segment AND subnets.gateway_address:10.1.0.* | web",
        "resource_type:Segment AND subnets.gateway_address:10.1.0.1\\/24 | web",
        "resource_type:Segment AND 10.1.0.1 | web",
        "resource_type:Segment AND tags.*:prod | web",
        "resource_type:Segment AND !_exists_:subnets | db",
        "resource_type:Segment AND connectivity_path:/infra/tier-1s/t1 | web",
        "resource_type:Rule AND sequence_number:[10 TO 10] AND rule_id:>0 AND allow | r",
        "resource_type:Rule AND sequence_number:{10 TO *} AND display_name:allow* | ''",
        "resource_type:Segment AND display_name:[a TO e] | db",
        "resource_type:Segment AND _create_time:>=2020-01-01 | db,web",
        "resource_type:Segment AND _create_time:[* TO 2020-01-01] | ''",
        "resource_type:Segment AND web?server | ''",
        "resource_type:Segment AND display_name:my?web?server | web",
        "no_such_field:x | ''"
      })
  void the_whole_language_is_understood(String query, String ids) {
    finds(query, ids);
  }

  @Test
  void a_service_is_found_by_its_entries_and_shows_them() {
    String entry =
        "{'resource_type': 'L4PortSetServiceEntry', 'id': 'e', 'l4_protocol': 'TCP',"
            + " 'destination_ports': ['%s']}";
    String found = "resource_type:Service AND service_entries.destination_ports:";
    patch("/infra/services/web", "{'service_entries': [" + entry.formatted("8443") + "]}");
    finds(found + "8443", "web");
    patch("/infra/services/web/service-entries/e", entry.formatted("9443"));
    finds(found + "8443", "");
    search(found + "9443").body("results[0].service_entries.id", Matchers.equalTo(List.of("e")));
  }

  @Test
  void a_scope_and_a_tag_mean_one_tag_that_has_both() {
    finds("tags.scope:env AND tags.tag:prod", "web");
    finds("tags.scope:env AND tags.tag:blue", "db");
    finds("tags.scope:team AND tags.tag:b* AND resource_type:Segment", "web");
    finds("tags.scope:env AND resource_type:Segment", "db,web");
  }

  @Test
  void what_was_written_is_found_at_once() {
    finds("resource_type:Group AND id:late", "");
    sent("{}").patch(INFRA + "/domains/default/groups/late");
    finds("resource_type:Group AND id:late", "late");
    sent("{'description': 'renewed'}").patch(INFRA + "/domains/default/groups/late");
    finds("description:renewed", "late");
    admin().delete(INFRA + "/domains/default/groups/late").then().statusCode(200);
    finds("description:renewed", "");
  }

  @Test
  void a_result_is_the_object_as_it_is_read() {
    JsonPath found = search("resource_type:Segment AND id:web").extract().jsonPath();
    JsonPath read = admin().get(INFRA + "/segments/web").jsonPath();

    assertThat(found.getMap("results[0]")).isEqualTo(read.getMap("$"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a", "a)", "id:", "\"a", "id:[1 TO", "a AND", "a\\"})
  void a_query_that_cannot_be_read_is_refused(String query) {
    search(query)
        .statusCode(400)
        .body("error_code", Matchers.equalTo(60508))
        .body("module_name", Matchers.equalTo("search"));
  }

  @Test
  void a_query_that_asks_too_much_is_refused() {
    search("x ".repeat(3000)).statusCode(400).body("error_code", Matchers.equalTo(60508));
    search("display_name:" + "*a?".repeat(300)).statusCode(400);
  }

  @Test
  void machines_are_found_with_their_tags_and_interfaces() {
    admin()
        .body(
            """
            {"virtual_machines": [{"id": "vm-1", "display_name": "Web One",
              "tags": [{"scope": "env", "tag": "lab"}],
              "interfaces": [{"mac_address": "00:50:56:00:00:01",
                              "ip_addresses": ["10.1.0.11/24"]}]}]}
            """)
        .put("/nsxsim/api/v1/inventory")
        .then()
        .statusCode(200);

    search("resource_type:VirtualMachine AND display_name:web*")
        .body("result_count", Matchers.equalTo(1))
        .body("results[0].power_state", Matchers.equalTo("VM_RUNNING"));
    for (String query :
        List.of(
            "resource_type:VirtualMachine AND Web One",
            "resource_type:VirtualMachine AND tags.scope:env AND tags.tag:lab",
            "resource_type:VirtualMachine AND compute_ids:*vm-1",
            "resource_type:VirtualNetworkInterface AND mac_address:00:50:56:00:00:01",
            "resource_type:VirtualNetworkInterface AND 10.1.0.11")) {
      search(query).body("result_count", Matchers.equalTo(1));
    }
    admin().body("{}").put("/nsxsim/api/v1/inventory").then().statusCode(200);
    search("resource_type:VirtualMachine").body("result_count", Matchers.equalTo(0));
  }

  @Test
  void a_vpn_service_at_a_locale_service_lies_below_its_gateway() {
    patch("/infra/tier-1s/t1/locale-services/default", "{}");
    String service = "/tier-1s/t1/locale-services/default/ipsec-vpn-services/v";
    patch("/infra" + service, "{'display_name': 'vpn'}");

    search("resource_type:IPSecVpnService AND parent_path:\\/infra\\/tier-1s\\/t1")
        .body("results.path", Matchers.contains("/infra" + service))
        .body("results.parent_path", Matchers.contains("/infra/tier-1s/t1"));
  }

  @Test
  void a_field_may_be_called_key() {
    sent("{'key': 'DOMAIN_NAME', 'value': ['a.example.com'], 'datatype': 'STRING'}")
        .post(INFRA + "/context-profiles/custom-attributes/default?action=add")
        .then()
        .statusCode(200);

    search("resource_type:PolicyCustomAttributes AND key:DOMAIN_NAME")
        .statusCode(200)
        .body("result_count", Matchers.equalTo(1));
    finds("id:web", "web");
  }

  @Test
  void a_reset_is_noticed() {
    finds("id:web", "web");
    admin().post("/nsxsim/api/v1/reset?scenario=none").then().statusCode(200);
    finds("id:web", "");
    finds("resource_type:Service AND id:HTTPS", "HTTPS");
  }
}
