package io.nsxsim.web.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The inventory under its own address. */
class InventoryOverHttpTest extends HttpTest {

  private static final String LAB =
      """
      {'virtual_machines': [
         {'id': 'worker', 'interfaces': [{'segment_port_path': '/infra/segments/tkg/ports/worker',
           'ip_addresses': ['10.244.0.35/28'], 'default_gateway': '10.244.0.33'}]}],
       'kubernetes_clusters': [{'id': 'tkg', 'pod_cidr': '192.168.0.0/16',
         'nodes': [{'virtual_machine_id': 'worker', 'role': 'control-plane',
                    'pod_cidr': '192.168.1.0/24'}],
         'pods': [{'name': 'busybox1', 'namespace': 'default', 'node_id': 'worker',
                   'ip_address': '192.168.1.3', 'labels': {'app': 'busybox'}}]}],
       'physical_routers': [{'id': 'tor', 'interfaces': [{'address': '192.168.105.253/24'}],
         'routes': [{'network': '0.0.0.0/0', 'next_hops': ['192.168.105.1']}]}],
       'external_hosts': [{'id': 'google', 'ip_address': '142.250.189.238', 'router_id': 'tor',
         'dns_names': ['google.com'], 'hops': [{}, {'ip_address': '198.51.100.1'}]}],
       'router_links': [{'tier1_path': '/infra/tier-1s/t', 'network': '100.64.136.0/31'}],
       'ecmp': {'hash': 'DESTINATION', 'seed': 3}}
      """;

  @Test
  void the_whole_inventory_is_put_and_read() {
    with(LAB)
        .put(INVENTORY)
        .then()
        .statusCode(200)
        .body("virtual_machines[0].interfaces[0].mtu", equalTo(1500));

    request()
        .get(INVENTORY)
        .then()
        .statusCode(200)
        .body("virtual_machines.id", contains("worker"))
        .body("kubernetes_clusters[0].nodes[0].role", equalTo("control-plane"))
        .body("kubernetes_clusters[0].pods[0].labels.app", equalTo("busybox"))
        .body("physical_routers[0].routes[0].next_hops", contains("192.168.105.1"))
        .body("external_hosts[0].hops.ip_address", contains("", "198.51.100.1"))
        .body("router_links[0].network", equalTo("100.64.136.0/31"))
        .body("ecmp.seed", equalTo(3));
  }

  @Test
  void what_is_read_can_be_put_again() {
    with(LAB).put(INVENTORY).then().statusCode(200);
    String read = request().get(INVENTORY).asString();

    String again = request().body(read).put(INVENTORY).then().statusCode(200).extract().asString();

    assertThat(again).isEqualTo(read);
  }

  @Test
  void a_put_forgets_what_it_does_not_name_and_a_patch_does_not() {
    with(LAB).put(INVENTORY).then().statusCode(200);

    with("{'virtual_machines': [{'id': 'web'}]}")
        .patch(INVENTORY)
        .then()
        .statusCode(200)
        .body(emptyString());
    request().get(INVENTORY).then().body("virtual_machines.id", contains("web", "worker"));

    with("{'virtual_machines': [{'id': 'web'}]}").put(INVENTORY).then().statusCode(200);
    request()
        .get(INVENTORY)
        .then()
        .body("virtual_machines.id", contains("web"))
        .body("kubernetes_clusters", empty())
        .body("router_links", empty())
        .body("ecmp.hash", equalTo("FIVE_TUPLE"));
  }

  @Test
  void a_refused_document_changes_nothing() {
    with(LAB).put(INVENTORY).then().statusCode(200);
    String before = request().get(INVENTORY).asString();

    with("{'virtual_machines': [{'id': 'new'}, {'id': 'worse', 'mtu': 1}]}")
        .patch(INVENTORY)
        .then()
        .statusCode(400)
        .body("error_code", equalTo(287))
        .body("details", equalTo("/virtual_machines/1/mtu"));

    request().get(INVENTORY).then().body(equalTo(before));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "7", "'text'", "{}{}"})
  void a_body_that_is_no_object_is_malformed(String body) {
    with(body).put(INVENTORY).then().statusCode(400).body("error_code", equalTo(220));
    with(body).patch(INVENTORY).then().statusCode(400).body("error_code", equalTo(220));
  }

  @Test
  void a_body_nested_without_end_is_malformed() {
    String nested = "{'virtual_machines': " + "[".repeat(10_000) + "]".repeat(10_000) + "}";

    with(nested).put(INVENTORY).then().statusCode(400).body("error_code", equalTo(220));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          virtual-machines    | {'display_name': 'x'}
          kubernetes-clusters | {'display_name': 'x', 'pod_cidr': '10.0.0.0/8'}
          physical-routers    | {'display_name': 'x'}
          """)
  void a_part_is_put_read_patched_listed_and_deleted(String list, String body) {
    String one = INVENTORY + "/" + list + "/a.b-c";
    request().get(one).then().statusCode(404).body("error_code", equalTo(600));

    with(body).put(one).then().statusCode(200).body("id", equalTo("a.b-c"));
    request().get(one).then().statusCode(200).body("display_name", equalTo("x"));
    with("{'display_name': 'y'}").patch(one).then().statusCode(200).body(emptyString());
    request()
        .get(INVENTORY + "/" + list)
        .then()
        .statusCode(200)
        .body("display_name", contains("y"));
    with("{'display_name': 7}")
        .patch(one)
        .then()
        .statusCode(400)
        .body("details", equalTo("/display_name"));

    request().delete(one).then().statusCode(200).body(emptyString());
    request().get(one).then().statusCode(404);
    request().delete(one).then().statusCode(404).body("error_code", equalTo(600));
  }

  @Test
  void a_host_is_put_behind_its_router_which_then_stays() {
    with("{}").put(INVENTORY + "/physical-routers/r").then().statusCode(200);
    with("{'ip_address': '203.0.113.1', 'router_id': 'r'}")
        .put(INVENTORY + "/external-hosts/h")
        .then()
        .statusCode(200)
        .body("router_id", equalTo("r"));

    request()
        .delete(INVENTORY + "/physical-routers/r")
        .then()
        .statusCode(400)
        .body("error_code", equalTo(500030));
    request().delete(INVENTORY + "/external-hosts/h").then().statusCode(200);
    request().delete(INVENTORY + "/physical-routers/r").then().statusCode(200);
  }

  @Test
  void router_links_are_put_added_and_removed() {
    String links = INVENTORY + "/router-links";
    String link = "{'tier1_path': '/infra/tier-1s/t', 'network': '%s'}";

    with("[" + link.formatted("100.64.0.0/31") + "]").put(links).then().statusCode(200);
    with("[" + link.formatted("100.64.0.2/31") + "]").patch(links).then().statusCode(200);
    request().get(links).then().body("network", contains("100.64.0.0/31", "100.64.0.2/31"));
    with("[" + link.formatted("100.64.0.4/31") + "]").put(links).then().statusCode(200);
    request().get(links).then().body("network", contains("100.64.0.4/31"));
    with("[" + link.formatted("100.64.0.4/30") + "]")
        .put(links)
        .then()
        .statusCode(400)
        .body("details", equalTo("/0/network"));
    request().delete(links).then().statusCode(200);
    request().get(links).then().body("$", empty());
  }

  @Test
  void the_choice_of_paths_is_put_patched_and_taken_back() {
    String ecmp = INVENTORY + "/ecmp";

    with("{'hash': 'DESTINATION', 'seed': 9}").put(ecmp).then().body("seed", equalTo(9));
    with("{'hash': 'SOURCE_DESTINATION'}").patch(ecmp).then().statusCode(200);
    request().get(ecmp).then().body("hash", equalTo("SOURCE_DESTINATION")).body("seed", equalTo(9));
    with("{'seed': 'x'}").patch(ecmp).then().statusCode(400).body("details", equalTo("/seed"));
    request().delete(ecmp).then().statusCode(200);
    request().get(ecmp).then().body("hash", equalTo("FIVE_TUPLE")).body("seed", equalTo(0));
  }

  @Test
  void the_contract_names_the_body_of_each_request() {
    String put = "paths.'" + INVENTORY + "/virtual-machines/{id}'.put";

    request()
        .get("/v3/api-docs")
        .then()
        .statusCode(200)
        .body("paths", hasKey(INVENTORY + "/ecmp"))
        .body(
            put + ".requestBody.content.'application/json'.schema",
            equalTo(Map.of("$ref", "#/components/schemas/VirtualMachine")))
        .body("components.schemas.VirtualMachine.properties", aMapWithSize(6));
  }
}
