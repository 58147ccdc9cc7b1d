package io.nsxsim.web.groups;

import io.nsxsim.RunningServer;
import io.nsxsim.catalogue.TreeTest;
import io.nsxsim.engine.Author;
import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.path.PolicyPath;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Machines on two segments: web-1 and web-2 on {@code front}, db-1 on {@code back}, whose port
 * carries a tag, and spare plugged in nowhere. JSON is written with single quotes.
 */
public abstract class MembersHttpTest extends TreeTest {

  protected static final String POLICY = "/policy/api/v1";
  protected static final String GROUPS = "/infra/domains/default/groups/";
  protected static final String DATABASE = "5014c5f3-0000-4000-8000-00000000000d";

  private static final String INVENTORY = "/nsxsim/api/v1/inventory";

  @Autowired private ApplicationContext context;
  @Autowired private PolicyEngine engine;

  @BeforeEach
  void machines_on_two_segments() {
    patched("/infra/segments/front", "{'tags': [{'scope': 'zone', 'tag': 'dmz'}]}");
    patched("/infra/segments/back", "{'display_name': 'Back End'}");
    patched("/infra/segments/front/ports/web-1", "{}");
    patched("/infra/segments/front/ports/idle", "{'tags': [{'scope': 'role', 'tag': 'unused'}]}");
    patched("/infra/segments/back/ports/db-1", "{'tags': [{'scope': 'role', 'tag': 'db'}]}");
    String machines =
        """
        {'virtual_machines': [
          {'id': 'web-1', 'tags': [{'scope': 'tier', 'tag': 'web'}, {'scope': 'os', 'tag': 'linux'}],
           'interfaces': [{'segment_port_path': '/infra/segments/front/ports/web-1',
                           'ip_addresses': ['10.0.0.1/24', '2001:db8::1/64']}]},
          {'id': 'web-2', 'tags': [{'scope': 'tier', 'tag': 'web'}],
           'interfaces': [{'segment_port_path': '/infra/segments/front/ports/web-2',
                           'ip_addresses': ['10.0.0.2/24']}]},
          {'id': '%s', 'display_name': 'db-1', 'tags': [{'scope': 'os', 'tag': 'linux'}],
           'interfaces': [{'segment_port_path': '/infra/segments/back/ports/db-1',
                           'ip_addresses': ['10.0.1.1/24']}]},
          {'id': 'spare', 'tags': [{'scope': '', 'tag': 'spare'}]}],
         'kubernetes_clusters': []}
        """
            .formatted(DATABASE);
    admin().body(quoted(machines)).put(INVENTORY).then().statusCode(200);
  }

  /** Makes the project p of the organization default. */
  protected void project() {
    String organizations =
        "{'resource_type': 'OrgRoot', 'children': [{'resource_type': 'ChildOrg', 'Org':"
            + " {'id': 'default', 'children': [{'resource_type': 'ChildProject', 'Project':"
            + " {'id': 'p', 'site_infos': []}}]}}]}";
    ObjectNode body = (ObjectNode) JsonMapper.shared().readTree(quoted(organizations));
    engine.install(new PolicyPath("/org-root"), body, Author.SYSTEM);
  }

  @AfterEach
  void no_machines() {
    admin().body("{}").put(INVENTORY).then().statusCode(200);
  }

  protected RequestSpecification admin() {
    return RunningServer.in(context).plainAdmin().contentType(ContentType.JSON);
  }

  protected ValidatableResponse get(String path) {
    return admin().get(POLICY + path).then();
  }

  protected ValidatableResponse patched(String path, String body) {
    return admin().body(quoted(body)).patch(POLICY + path).then().statusCode(200);
  }

  protected ValidatableResponse posted(String path, String body) {
    return admin().body(quoted(body)).post(POLICY + path).then();
  }

  protected ValidatableResponse put(RequestSpecification request, String path, String body) {
    return request.body(quoted(body)).put(POLICY + path).then();
  }

  /** Makes a group of expressions. */
  protected void group(String id, String expressions) {
    patched(GROUPS + id, "{'expression': [" + expressions + "]}");
  }

  protected ValidatableResponse members(String group, String list) {
    return get(GROUPS + group + "/members/" + list).statusCode(200);
  }

  protected static String condition(String type, String key, String operator, String value) {
    return "{'resource_type': 'Condition', 'member_type': '%s', 'key': '%s', 'operator': '%s', 'value': '%s'}"
        .formatted(type, key, operator, value);
  }

  protected static String joinedBy(String operator) {
    return ", {'resource_type': 'ConjunctionOperator', 'conjunction_operator': '%s'}, "
        .formatted(operator);
  }

  protected static String quoted(String body) {
    return body.replace('\'', '"');
  }
}
