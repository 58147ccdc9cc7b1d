package io.nsxsim.web.manager;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import org.junit.jupiter.api.Test;

class RolesTest extends ManagerHttpTest {

  private static final String ROLES = POLICY + "/aaa/roles";
  private static final String BINDINGS = POLICY + "/aaa/role-bindings";

  @Test
  void the_built_in_roles_are_there_and_stay() {
    get(ROLES).body("results.role", hasItems("enterprise_admin", "auditor", "project_admin"));
    isRefused(delete(ROLES + "/auditor"), 400, 500157);
    isRefused(put(ROLES + "/auditor", "{'_revision': 0, 'features': []}"), 400, 500157);
    get(BINDINGS).body("results.name", hasItems("admin", "audit"));
  }

  @Test
  void a_role_of_ones_own_tells_its_features() {
    put(
            ROLES + "/grouping",
            "{'display_name': 'Grouping', 'role': 'grouping', '_revision': 0,"
                + " 'features': [{'feature': 'policy_grouping', 'permission': 'crud'}]}")
        .statusCode(200)
        .body("role", equalTo("grouping"))
        .body("features[0].feature_name", notNullValue())
        .body("features[0].feature_description", notNullValue());
    isRefused(put(ROLES + "/Grouping", "{'features': []}"), 400, 255);
    delete(ROLES + "/grouping").statusCode(200);
  }

  @Test
  void permissions_are_validated_and_roles_cloned() {
    post(
            ROLES + "?action=validate",
            "{'feature_permissions': [{'feature': 'policy_grouping', 'permission': 'read'}]}")
        .statusCode(200)
        .body("result_count", equalTo(0));
    post(ROLES + "/auditor?action=clone", "{'new_role_id': 'reader', 'new_role_name': 'Reader'}")
        .statusCode(200);
    get(ROLES + "/reader").body("features.size()", greaterThan(0));
    delete(ROLES + "/reader").statusCode(200);
  }

  @Test
  void a_bound_role_cannot_be_deleted() {
    put(ROLES + "/bound", "{'_revision': 0, 'features': []}").statusCode(200);
    String id =
        created(
            BINDINGS,
            "{'name': 'user@example', 'type': 'remote_user',"
                + " 'identity_source_type': 'LDAP', 'roles_for_paths': [{'path': '/',"
                + " 'roles': [{'role': 'bound'}]}]}");
    isRefused(delete(ROLES + "/bound"), 400, 500030);
    delete(BINDINGS + "/" + id).statusCode(200);
    delete(ROLES + "/bound").statusCode(200);
    isRefused(get(BINDINGS + "/" + id), 404, 600);
  }

  @Test
  void a_binding_is_replaced_without_a_revision_and_loses_paths() {
    String names = "'name': 'user@example', 'type': 'remote_user', 'identity_source_type': 'LDAP'";
    String root = "{'path': '/', 'roles': [{'role': 'auditor'}]";
    String id = created(BINDINGS, "{" + names + ", 'roles_for_paths': [" + root + "}]}");
    put(
            BINDINGS + "/" + id,
            "{"
                + names
                + ", 'roles_for_paths': ["
                + root
                + ", 'delete_path': true}, {'path': '/orgs/default',"
                + " 'roles': [{'role': 'org_admin'}]}]}")
        .statusCode(200)
        .body("roles_for_paths.path", contains("/orgs/default"));
    isRefused(put(BINDINGS + "/" + id, "{" + names + ", '_revision': 7}"), 412, 604);
    get(BINDINGS + "?name=user@example").body("results.id", contains(id));
    delete(BINDINGS + "/" + id).statusCode(200);
  }

  @Test
  void an_account_of_the_node_comes_and_goes_with_its_binding() {
    Object id =
        post(
                MANAGER + "/node/users?action=create_user",
                "{'username': 'guide', 'full_name': 'Guide', 'password': 'Follow-me-2-rome'}")
            .statusCode(201)
            .extract()
            .path("userid");
    get(BINDINGS + "?name=guide&type=local_user")
        .body("results.roles_for_paths[0].roles.role.flatten()", contains("auditor"));
    delete(MANAGER + "/node/users/" + id).statusCode(200);
    get(BINDINGS + "?name=guide").body("result_count", equalTo(0));
  }

  @Test
  void a_binding_needs_a_role_that_exists() {
    isRefused(
        post(BINDINGS, "{'name': 'a', 'type': 'local_user', 'roles': [{'role': 'nothing'}]}"),
        400,
        255);
  }

  @Test
  void both_interfaces_show_the_same_bindings_and_user() {
    get(MANAGER + "/aaa/role-bindings").body("results.name", hasItem("admin"));
    get(MANAGER + "/aaa/user-info").body("user_name", equalTo("admin"));
    get(POLICY + "/aaa/user-info").body("roles.role", hasItem("enterprise_admin"));
    get(POLICY + "/aaa/features-with-properties").body("result_count", greaterThan(0));
  }

  @Test
  void a_project_has_bindings_of_its_own() {
    String bindings = POLICY + "/orgs/default/projects/default/aaa/role-bindings";
    String body =
        "{\"name\": \"p\", \"type\": \"local_user\", \"roles_for_paths\": [{\"path\":"
            + " \"/orgs/default/projects/default\", \"roles\": [{\"role\": \"project_admin\"}]}]}";
    admin().body(body).patch(bindings).then().statusCode(200);
    admin().body(body).patch(bindings).then().statusCode(200);
    String id = get(bindings).body("result_count", equalTo(1)).extract().path("results[0].id");
    delete(bindings + "/" + id).statusCode(200);
  }

  @Test
  void a_directory_is_kept_without_its_password() {
    String source = POLICY + "/aaa/ldap-identity-sources/corp";
    put(
            source,
            "{'resource_type': 'OpenLdapIdentitySource', 'domain_name': 'corp.example',"
                + " 'base_dn': 'DC=corp', 'ldap_servers': [{'url': 'ldaps://ldap.corp.example',"
                + " 'bind_identity': 'reader', 'password': 'secret'}]}")
        .statusCode(200)
        .body("ldap_servers[0].password", equalTo(null));
    post(source + "?action=probe", "{}").body("results[0].result", equalTo("SUCCESS"));
    delete(source).statusCode(200);
  }

  @Test
  void a_directory_says_where_it_is() {
    String source = POLICY + "/aaa/ldap-identity-sources/nowhere";
    String body =
        "{'resource_type': 'ActiveDirectoryIdentitySource', 'domain_name': 'corp.example',"
            + " 'base_dn': 'DC=corp', 'ldap_servers': [{'url': 'ldap://192.0.2.1'}]}";
    isRefused(put(source, body.replace("'base_dn': 'DC=corp', ", "")), 400, 255);
    isRefused(put(source, body.replace("{'url': 'ldap://192.0.2.1'}", "")), 400, 255);
    isRefused(put(source, body.replace("ldap://", "http://")), 400, 255);
    put(source, body).statusCode(200);
    delete(source).statusCode(200);
  }
}
