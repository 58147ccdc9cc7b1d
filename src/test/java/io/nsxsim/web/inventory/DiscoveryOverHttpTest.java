package io.nsxsim.web.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines where NSX shows what it has discovered. */
class DiscoveryOverHttpTest extends HttpTest {

  private static final String REALIZED = "/policy/api/v1/infra/realized-state";
  private static final String AT_POINT = REALIZED + "/enforcement-points/default";
  private static final String FABRIC = "/api/v1/fabric";
  private static final String DATABASE_ID = "5014c5f3-0000-4000-8000-00000000000d";

  @BeforeEach
  void three_machines() {
    with("""
    {'virtual_machines': [
      {'id': 'web', 'display_name': 'Web', 'tags': [{'scope': 'tier', 'tag': 'front'}],
       'interfaces': [
         {'segment_port_path': '/infra/segments/s/ports/web', 'ip_addresses': ['10.0.0.1/24'],
          'mac_address': '00:50:56:00:00:01'},
         {'ip_addresses': ['10.9.0.1/24', '10.9.0.2/24']}]},
      {'id': '%s', 'display_name': 'Database', 'power_state': 'VM_STOPPED',
       'interfaces': [{'segment_port_path': '/infra/segments/s/ports/db'}]},
      {'id': 'app'}]}
    """
            .formatted(DATABASE_ID))
        .put(INVENTORY)
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        REALIZED + "/virtual-machines",
        AT_POINT + "/virtual-machines",
        FABRIC + "/virtual-machines"
      })
  void machines_are_listed(String list) {
    request()
        .get(list)
        .then()
        .statusCode(200)
        .body("result_count", equalTo(3))
        .body("results.display_name", containsInAnyOrder("Web", "Database", "app"))
        .body("results.resource_type", everyItem(equalTo("VirtualMachine")))
        .body("results.external_id", hasItem(DATABASE_ID))
        .body("results.power_state", containsInAnyOrder("VM_RUNNING", "VM_STOPPED", "VM_RUNNING"))
        .body("results.find { it.display_name == 'Web' }.tags[0].tag", equalTo("front"));
  }

  @Test
  void an_id_that_is_no_uuid_becomes_one_that_stays() {
    String id = externalId("Web");

    assertThat(UUID.fromString(id)).hasToString(id);
    with("{'display_name': 'other'}").patch(INVENTORY + "/virtual-machines/web");
    assertThat(externalId("other")).isEqualTo(id);
  }

  @Test
  void an_interface_joins_its_machine_and_its_port() {
    String owner = externalId("Web");

    request()
        .get(FABRIC + "/vifs?owner_vm_id=" + owner)
        .then()
        .statusCode(200)
        .body("result_count", equalTo(2))
        .body("results.owner_vm_id", everyItem(equalTo(owner)))
        .body("results[0].mac_address", equalTo("00:50:56:00:00:01"))
        .body("results[0].ip_address_info[0].source", equalTo("VM_TOOLS"))
        .body("results[0].ip_address_info[0].ip_addresses", contains("10.0.0.1"))
        .body("results[1].ip_address_info[0].ip_addresses", contains("10.9.0.1", "10.9.0.2"))
        .body("results[1]", not(hasKey("lport_attachment_id")));
    request().get(FABRIC + "/vifs?vm_id=web").then().body("result_count", equalTo(2));
    request().get(FABRIC + "/vifs?owner_vm_id=nobody").then().body("results", empty());
  }

  @Test
  void an_interface_is_found_by_its_attachment() {
    String attachment =
        request().get(FABRIC + "/vifs?vm_id=web").path("results[0].lport_attachment_id");

    request()
        .get(AT_POINT + "/vifs?lport_attachment_id=" + attachment)
        .then()
        .statusCode(200)
        .body("result_count", equalTo(1))
        .body("results[0].mac_address", equalTo("00:50:56:00:00:01"));
    request().get(AT_POINT + "/vifs").then().body("result_count", equalTo(3));
  }

  @Test
  void an_interface_carries_the_attachment_that_its_port_has_just_been_given() {
    request()
        .body("{\"display_name\": \"s\", \"subnets\": []}")
        .patch("/policy/api/v1/infra/segments/attached")
        .then()
        .statusCode(200);
    with("""
    {'virtual_machines': [{'id': 'one', 'interfaces':
        [{'segment_port_path': '/infra/segments/attached/ports/p'}]}]}
    """)
        .put(INVENTORY);

    for (String attachment : List.of("vif-1", "vif-2")) {
      with("{'attachment': {'id': '%s'}}".formatted(attachment))
          .patch("/policy/api/v1/infra/segments/attached/ports/p")
          .then()
          .statusCode(200);
      request()
          .get(AT_POINT + "/vifs")
          .then()
          .body("results.lport_attachment_id", contains(attachment));
      request()
          .queryParam("query", "resource_type:VirtualNetworkInterface")
          .get("/policy/api/v1/search/query")
          .then()
          .body("results.lport_attachment_id", contains(attachment));
    }
  }

  @Test
  void machines_are_filtered_by_name_and_id() {
    String list = FABRIC + "/virtual-machines";

    request().get(list + "?display_name=web").then().body("results.display_name", contains("Web"));
    request()
        .get(list + "?external_id=" + DATABASE_ID)
        .then()
        .body("results.display_name", contains("Database"));
    request().get(list + "?host_id=any").then().body("result_count", equalTo(0));
    request().get(list + "?exclude_vm_type=REGULAR").then().body("result_count", equalTo(0));
  }

  @Test
  void a_list_comes_in_pages_in_the_order_asked_for() {
    String list = AT_POINT + "/virtual-machines?page_size=2&sort_by=display_name";

    String cursor =
        request()
            .get(list)
            .then()
            .body("results.display_name", contains("Database", "Web"))
            .body("result_count", equalTo(3))
            .body("sort_by", equalTo("display_name"))
            .extract()
            .path("cursor");
    request()
        .get(list + "&cursor=" + cursor)
        .then()
        .body("results.display_name", contains("app"))
        .body("$", not(hasKey("cursor")));
    request()
        .get(list + "&sort_ascending=false")
        .then()
        .body("results.display_name", contains("app", "Web"));
    request()
        .get(list + "&included_fields=external_id,display_name")
        .then()
        .body("results[0]", aMapWithSize(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cursor=x", "cursor=-1", "page_size=1001", "page_size=a", "sort_by=shoe"})
  void a_list_refuses_parameters_it_cannot_read(String parameter) {
    request()
        .get(AT_POINT + "/virtual-machines?" + parameter)
        .then()
        .statusCode(400)
        .body("error_code", equalTo(255));
  }

  @Test
  void a_machine_has_no_login_sessions_and_an_unknown_one_no_details() {
    request()
        .get(AT_POINT + "/virtual-machines/" + externalId("Web") + "/details")
        .then()
        .statusCode(200)
        .body("active_sessions", empty());
    request()
        .get(AT_POINT + "/virtual-machines/nobody/details")
        .then()
        .statusCode(404)
        .body("error_code", equalTo(600));
  }

  @Test
  void tags_are_replaced_by_either_form_of_the_id() {
    with("{'virtual_machine_id': 'ignored', 'tags': [{'scope': 'a', 'tag': 'b'}]}")
        .post(REALIZED + "/virtual-machines/" + externalId("Web") + "/tags")
        .then()
        .statusCode(204)
        .body(emptyString());
    tagsOfWeb("b");

    with("{'tags': []}").post(REALIZED + "/virtual-machines/web/tags").then().statusCode(204);
    tagsOfWeb();
  }

  @ParameterizedTest
  @ValueSource(strings = {AT_POINT + "/virtual-machines", FABRIC + "/virtual-machines"})
  void tags_are_added_removed_and_updated(String machines) {
    String field = machines.startsWith(FABRIC) ? "external_id" : "virtual_machine_id";
    String body = "{'" + field + "': '" + externalId("Web") + "', 'tags': [%s]}";
    String front = "{'scope': 'tier', 'tag': 'front'}";
    String red = "{'tag': 'red'}";

    with(body.formatted(red + "," + front)).post(machines + "?action=add_tags");
    tagsOfWeb("front", "red");
    with(body.formatted(front)).post(machines + "?action=remove_tags").then().statusCode(204);
    tagsOfWeb("red");
    with(body.formatted(front)).post(machines + "?action=update_tags").then().statusCode(204);
    tagsOfWeb("front");
  }

  @Test
  void wrong_tag_requests_are_refused() {
    String machines = AT_POINT + "/virtual-machines?action=";
    String tags = "'tags': [{'tag': 'x'}]}";

    with("{'virtual_machine_id': 'nobody', " + tags)
        .post(machines + "update_tags")
        .then()
        .statusCode(404)
        .body("error_code", equalTo(600));
    with("{'virtual_machine_id': 'web', " + tags)
        .post(machines + "paint")
        .then()
        .statusCode(400)
        .body("error_code", equalTo(255));
    with("{" + tags).post(machines + "add_tags").then().statusCode(400);
    with("{'virtual_machine_id': 'web'}").post(machines + "add_tags").then().statusCode(400);
    with("{'virtual_machine_id': 'web', 'tags': [], 'x': 1}")
        .post(machines + "add_tags")
        .then()
        .statusCode(400)
        .body("error_code", equalTo(287));
    with("[]").post(machines + "add_tags").then().statusCode(400).body("error_code", equalTo(220));
    tagsOfWeb("front");
  }

  private void tagsOfWeb(String... tags) {
    request()
        .get(INVENTORY + "/virtual-machines/web")
        .then()
        .body("tags.tag", equalTo(List.of(tags)));
  }

  private String externalId(String displayName) {
    return request()
        .get(FABRIC + "/virtual-machines?display_name=" + displayName)
        .path("results[0].external_id");
  }
}
