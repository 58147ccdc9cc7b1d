package io.nsxsim.web.manager;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.Test;

class ObjectsOfTheManagerTest extends ManagerHttpTest {

  private static final String DOMAINS = MANAGER + "/failure-domains";
  private static final String VCENTERS = MANAGER + "/fabric/compute-managers";

  @Test
  void a_new_object_gets_an_id_and_the_first_revision() {
    post(DOMAINS, "{'display_name': 'rack 1', 'preferred_active_edge_services': true}")
        .statusCode(201)
        .body("id", matchesPattern("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
        .body("resource_type", equalTo("FailureDomain"))
        .body("_revision", equalTo(0))
        .body("_create_user", equalTo("admin"))
        .body("_create_time", notNullValue());
  }

  @Test
  void an_object_is_replaced_with_its_current_revision_only() {
    String domain = DOMAINS + "/" + created(DOMAINS, "{'display_name': 'rack 2'}");
    put(domain, "{'display_name': 'rack two', '_revision': 0}")
        .statusCode(200)
        .body("_revision", equalTo(1));
    isRefused(put(domain, "{'display_name': 'rack 2', '_revision': 0}"), 412, 604);
    isRefused(put(domain, "{'display_name': 'rack 2'}"), 412, 604);
  }

  @Test
  void a_deleted_object_is_gone() {
    String domain = DOMAINS + "/" + created(DOMAINS, "{}");
    delete(domain).statusCode(200);
    isRefused(get(domain), 404, 600);
    isRefused(delete(domain), 404, 600);
    isRefused(put(domain, "{'_revision': 0}"), 404, 600);
  }

  @Test
  void a_list_has_all_objects() {
    String id = created(DOMAINS, "{'display_name': 'rack 3'}");
    get(DOMAINS).statusCode(200).body("results.id", hasItem(id));
  }

  @Test
  void settings_of_the_manager_are_kept_without_their_secrets() {
    String config = MANAGER + "/cluster/backups/config";
    get(config).body("backup_enabled", equalTo(false));
    put(config, "{'backup_enabled': true, 'passphrase': 'secret'}")
        .statusCode(200)
        .body("backup_enabled", equalTo(true))
        .body("passphrase", nullValue());
    get(MANAGER + "/cluster/backups/history").body("cluster_backup_statuses.size()", equalTo(0));
    get(MANAGER + "/node/aaa/auth-policy").body("minimum_password_length", equalTo(12));
    get(MANAGER + "/node/aaa/providers/vidm").body("vidm_enable", equalTo(false));
    get(MANAGER + "/upgrade/plan/EDGE/settings").body("parallel", equalTo(true));
  }

  @Test
  void the_agreement_is_the_same_on_both_sides() {
    get(MANAGER + "/eula/acceptance").body("acceptance", equalTo(true));
    get("/policy/api/v1/eula/acceptance").statusCode(200).body("acceptance", equalTo(true));
    post("/policy/api/v1/eula/accept", "{}").statusCode(200);
    isRefused(get("/policy/api/v1/eula/nothing"), 404, 404);
  }

  @Test
  void what_is_unknown_or_wrong_is_refused() {
    isRefused(post(DOMAINS, "{'no_such_field': 1}"), 400, 287);
    isRefused(post(DOMAINS, "{'display_name': {}}"), 400, 255);
    isRefused(post(DOMAINS, "[]"), 400, 220);
    isRefused(get(MANAGER + "/no-such-thing"), 404, 404);
    isRefused(post(DOMAINS + "?action=explode", "{}"), 405, 405);
    isRefused(get(POLICY + "/api/v1/failure-domains"), 404, 404);
  }

  @Test
  void a_compute_manager_is_registered_and_keeps_its_password() {
    String id =
        created(
            VCENTERS,
            "{'server': '192.0.2.10', 'credential': {'credential_type':"
                + " 'UsernamePasswordLoginCredential', 'username': 'u', 'password': 'p',"
                + " 'thumbprint': 'AA:BB'}}");
    get(VCENTERS + "/" + id)
        .body("origin_type", equalTo("vCenter"))
        .body("credential.username", equalTo("u"))
        .body("credential.password", nullValue());
    get(VCENTERS + "/" + id + "/state").body("state", equalTo("success"));
    get(VCENTERS + "/" + id + "/status").body("registration_status", equalTo("REGISTERED"));
    isRefused(get(VCENTERS + "/nobody/status"), 404, 600);
  }

  @Test
  void the_proxy_is_there_from_the_start() {
    int revision = get(MANAGER + "/proxy/config").statusCode(200).extract().path("_revision");
    put(
            MANAGER + "/proxy/config",
            "{'enabled': true, 'host': 'proxy.example', 'port': 3128, 'scheme': 'HTTP',"
                + " '_revision': "
                + revision
                + "}")
        .statusCode(200)
        .body("host", equalTo("proxy.example"));
  }

  @Test
  void a_license_key_can_be_added_and_taken_away() {
    String key = "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE";
    post(MANAGER + "/licenses", "{'license_key': '" + key + "'}").statusCode(200);
    get(MANAGER + "/licenses").body("results.license_key", hasItem(key));
    delete(MANAGER + "/licenses/" + key).statusCode(200);
    isRefused(get(MANAGER + "/licenses/" + key), 404, 600);
    isRefused(post(MANAGER + "/licenses", "{'license_key': 'short'}"), 400, 255);
  }

  @Test
  void the_cluster_has_one_node_and_a_virtual_address() {
    String node = get(MANAGER + "/cluster").extract().path("nodes[0].node_uuid");
    get(MANAGER + "/cluster/nodes/" + node).statusCode(200).body("id", equalTo(node));
    String address = MANAGER + "/cluster/api-virtual-ip";
    get(address).body("ip_address", equalTo("0.0.0.0"));
    post(address + "?action=set_virtual_ip&ip_address=192.0.2.77", "{}").statusCode(200);
    get(address).body("ip_address", equalTo("192.0.2.77"));
    isRefused(post(address + "?action=set_virtual_ip&ip_address=here", "{}"), 400, 255);
    post(address + "?action=clear_virtual_ip", "{}").body("ip_address", equalTo("0.0.0.0"));
  }

  @Test
  void services_of_the_node_run() {
    get(MANAGER + "/node/services/http/status").body("runtime_state", equalTo("running"));
    isRefused(get(MANAGER + "/node/services/nothing"), 404, 404);
  }

  @Test
  void a_user_is_created_changed_and_deleted() {
    String users = MANAGER + "/node/users";
    int id =
        post(
                users + "?action=create_user",
                "{'username': 'helpdesk', 'full_name': 'H', 'password': 'Str0ng_Pwd!Wins$'}")
            .statusCode(201)
            .body("status", equalTo("ACTIVE"))
            .body("password", nullValue())
            .extract()
            .path("userid");
    String user = users + "/" + id;
    put(user, "{'username': 'helpdesk', 'full_name': 'Help'}").body("full_name", equalTo("Help"));
    post(user + "?action=deactivate", "{}").body("status", equalTo("NOT_ACTIVATED"));
    isRefused(post(user + "?action=activate", "{'password': 'weak'}"), 400, 255);
    post(user + "?action=activate", "{'password': 'Str0ng_Pwd!Wins$'}")
        .body("status", equalTo("ACTIVE"));
    isRefused(post(users + "?action=create_user", "{'username': 'helpdesk'}"), 400, 255);
    delete(user).statusCode(200);
    isRefused(get(user), 404, 600);
    isRefused(delete(users + "/10000"), 400, 500157);
  }
}
